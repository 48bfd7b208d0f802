import pytest

POINTS = ("triage", "search", "aloud", "confirm", "ahead", "handover")


def ready(begun):
    """STEP 2's paired work is done and its points are ticked."""
    begun("log", "soc.2.paired", "-n", "3")
    begun("tick", *(f"soc.2.paired.{point}" for point in POINTS))


def test_tick_shows_the_mark_and_the_criterion(begun):
    answer = begun("tick", "soc.2.paired.hand")
    assert answer.out.splitlines()[0] == "☑ soc.2.paired.handover  交代のとき、続きを書面だけで渡せる"
    assert "1/6" in answer.out.splitlines()[1]


def test_tick_off_takes_it_away(begun):
    begun("tick", "soc.2.paired.handover")
    assert begun("tick", "--off", "soc.2.paired.handover").out.startswith("☐")
    assert begun.standing("soc.2.paired")["points"]["soc.2.paired.handover"] is False


def test_ascii_marks_where_asked_for(begun):
    assert begun("--ascii", "tick", "soc.2.paired.handover").out.startswith("[x]")


def test_a_heading_ticks_everything_below_it(ikusei):
    ikusei.begun(step=0)
    ikusei("tick", "soc.common.systems")
    assert "共通教育 3/5" in ikusei("status").out


def test_a_reading_of_the_policy_is_ticked_by_its_id(ikusei):
    ikusei.begun(step=1)
    assert "監視業務ハンドブック" in ikusei("tick", "handbook").out
    assert ikusei.standing("soc.1.reading")["standing"]["met"] is True


def test_one_unknown_id_and_nothing_is_ticked(begun):
    assert begun("tick", "soc.2.paired.handover", "nothing").code == 2
    assert begun.standing("soc.2.paired")["points"]["soc.2.paired.handover"] is False


def test_claim_and_withdraw(begun):
    ready(begun)
    answer = begun("claim", "soc.2.paired", "-m", "10 月分まで")
    assert answer.code == 0
    assert answer.out == f"{answer.id}  申請しました: ペアでの監視業務\n"
    claim = begun.standing("soc.2.paired")["claim"]
    assert (claim["comment"], claim["policy"]) == ("10 月分まで", {"soc.2.paired.times": "3"})
    assert "STEP 2 ........ 0/4?" in begun("status").out
    assert "取り下げました" in begun("claim", "--withdraw", "soc.2.paired").out
    assert begun.standing("soc.2.paired")["state"] == "ready"


@pytest.mark.parametrize(
    ("before", "args", "ja", "en"),
    [
        ((), (), "必要な 3 回のうち 0 回です", "it takes 3 times, and 0 count"),
        ((("log", "soc.2.paired", "-n", "3"),), (), "確認項目が 6 項目残っています", "points left to tick: 6"),
        ((), ("--withdraw",), "申請されていません", "isn't claimed"),
    ],
)
def test_a_claim_that_cannot_be_says_why(begun, before, args, ja, en):
    for call in before:
        begun(*call)
    for lang, sentence in (("ja", ja), ("en", en)):
        answer = begun("--lang", lang, "claim", "soc.2.paired", *args)
        assert answer.code == 2
        assert sentence in answer.err


def test_an_unset_number_is_never_met_whatever_is_logged(ikusei):
    ikusei.begun(policy="")
    ready(ikusei)
    standing = ikusei.standing("soc.2.paired")
    assert standing["standing"]["unset"] == ["soc.2.paired.times"]
    assert ikusei("claim", "soc.2.paired").code == 2
    assert "未設定" in ikusei("status").out
