"""What lies beside a state file, in a drop folder, or in the place of either; and whose file a copy is taken for."""

import os
import shutil
from functools import partial
from pathlib import Path

import pytest
from attack_world import ALONE, LOOKING, NOTE, Attack, answered_the_same, tells, the_same
from cli_world import POLICY

from tui.journal.journal import Journal
from tui.workbook.exchange.inbox import pick_up

beside_it = partial(Attack, "a trainee", "what lies beside their file")
by_copy = partial(Attack, "a trainee", "a copy that they hand over")
by_inbox = partial(Attack, "a trainee", "their drop folder")
into_inbox = partial(Attack, "somebody else", "a trainee's drop folder")


# -- what the victim sees ----------------------------------------------------------------------------------------------


def shown_as_before(victim, honest):
    """Every verb ends as for an honest file; what it writes is harmless (``asks`` looks at that)."""
    for words in LOOKING:
        assert victim.asks(*words).code == honest.answers[words].code
        assert victim.asks(*words, lang="ja").code == honest.answers[words].code
    assert victim.asks("confirm", ALONE).code == 0


def own_numbers(victim, _honest):
    """The numbers are the victim's own, as without ``--state``."""
    for words in (("policy", "show"), ("trust", "show"), ("review", "--json")):
        assert victim.asks(*words) == victim.mentor("--lang", "en", *words)


def kept(victim, _honest):
    """What was said stays in the victim's own journal, and is told; nothing is put anywhere else."""
    before = listed(victim.folder / "elsewhere")
    answer = victim.asks("confirm", ALONE)
    assert (answer.code, tells(answer, "transport.not_delivered")) == (0, True)
    assert listed(victim.folder / "elsewhere") == before
    assert victim.asks("review", "--list").code == 1
    back = victim.folder / "back.ikusei"
    assert victim.mentor("export", "--decisions", "-o", back).code == 0
    assert victim.hana("import", back).code == 0
    assert victim.hana.standing(ALONE)["state"] == "confirmed"


def stays(key):
    """The trainee is told why it isn't taken in, or put away; nothing changes and nothing is put anywhere else."""

    def seen(victim, _honest):
        before = listed(victim.folder / "elsewhere")
        answer = victim.hana("--lang", "en", "import", "--inbox")
        assert (answer.code, tells(answer, key)) == (1, True), answer
        assert "\x1b" not in answer.err + answer.out
        assert listed(victim.folder / "elsewhere") == before
        assert victim.hana.standing(ALONE)["state"] == "claimed"

    return seen


def still_there(victim, _honest):
    """What was taken in isn't thrown away; what came in its place waits for the next time."""
    inbox = victim.beside("inbox")
    (path,) = inbox.iterdir()

    def meanwhile(_found):
        (inbox / ".new").write_text("another one\n")
        (inbox / ".new").replace(path)

    with Journal.open(victim.hana.state) as journal:
        picked = pick_up(journal, inbox, None, meanwhile)
    assert [error.key for _, error in picked.stayed] == ["transport.inbox.replaced"]
    assert path.read_text() == "another one\n"


def listed(folder):
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*")) if folder.exists() else []


# -- what is done ------------------------------------------------------------------------------------------------------


def file(name, text):
    def made(victim):
        path = victim.beside(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return made


def pipe(name):
    def made(victim):
        path = victim.beside(name)
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True)
        os.mkfifo(path)

    return made


def trust_folder(victim):
    """A folder beside the file in which the trainee is everybody's mentor, and the lead."""
    file("trust/allowed_signers", "")(victim)
    hana = victim.hana("status", "--json").json["trainee"]["id"]
    about = '[roster]\nid = "x"\nversion = "1"\n'
    person = f'[[person]]\nid = "{hana}"\nname = "別人"\nsigns_as = ["x@x"]\nlead = true\n'
    file("trust/roster.toml", f'{about}{person}[[mentor]]\nmentor = "{hana}"\ntrainee = "*"\n')(victim)


def claiming(victim):
    """The copy says that it is the reader's own, and its tables say what no event does."""
    victim.copied_into(victim.mentor.home / "stick")
    me = victim.mentor("me").out.split()[0]
    victim.sql(
        *(f"INSERT OR REPLACE INTO local VALUES ('{key}', '{me}')" for key in ("person", "trainee")),
        f"UPDATE entry SET quantity = 99, note = '{NOTE}と昼間'",
        f"UPDATE writer SET person = '{me}'",
    )
    shutil.copy(victim.hana.policy, victim.state.with_name("policy.toml"))
    victim.state.with_name("policy.toml").write_text(POLICY.replace("= 3", "= 1"), encoding="utf-8")


def link_to_own(victim):
    """A link to the reader's own file, beside which the trainee's numbers lie."""
    victim.state = victim.beside("link.sqlite")
    victim.state.symlink_to(victim.mentor.state)
    victim.hana.policy.write_text(f"{POLICY}\n[numbers_of_nobody]\n", encoding="utf-8")


def elsewhere(victim):
    folder = victim.folder / "elsewhere"
    folder.mkdir(exist_ok=True)
    return folder


def folder_of_that_name(victim):
    """A folder lies where the bundle would lie."""
    assert victim.asks("comment", ALONE, "-m", "x").code == 0
    (path,) = victim.beside("inbox").iterdir()
    path.unlink()
    path.mkdir()
    (path / "x").touch()


def dropped(victim, name="tanaka.ikusei"):
    """A sound bundle of a decision in the drop folder."""
    assert victim.asks("return", ALONE, "-m", "もう一度").code == 0
    (path,) = victim.beside("inbox").glob("*.ikusei")
    return path.rename(path.with_name(name))


def link_in_inbox(victim):
    path = dropped(victim)
    (elsewhere(victim) / "bundle").write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(elsewhere(victim) / "bundle")


# fmt: off
ATTACKS = [
    beside_it("numbers of their own, under which less is enough",
              file("policy.toml", POLICY.replace("= 3", "= 1") + "\n[policy.more]\n"), the_same),
    beside_it("an overlay of their own", file("overlay/soc.toml", "nonsense = ["), the_same),
    beside_it("a trust folder in which they are everybody's mentor and the lead", trust_folder, the_same),
    beside_it("a pipe in the place of the numbers, for which the reader would wait", pipe("policy.toml"), the_same),
    beside_it("pipes in the place of roster and keys", pipe("trust/roster.toml"), the_same),
    beside_it("a pipe in the place of the overlay", pipe("overlay/soc.toml"), the_same),
    by_copy("a copy that says it is the reader's own, with edited tables, in the reader's account",
            claiming, answered_the_same),
    by_copy("a file name that drives a terminal and turns the line round",
            lambda victim: victim.copied_into(victim.folder / "\x1b]52;c;eA==\x07\u202eevil\n"), shown_as_before),
    by_copy("a link to the reader's own file, beside numbers that aren't the reader's", link_to_own, own_numbers),
    by_inbox("a link in the place of the drop folder, so that the mentor writes where it leads",
             lambda victim: victim.beside("inbox").symlink_to(elsewhere(victim)), kept),
    by_inbox("a link to nothing in the place of the drop folder",
             lambda victim: victim.beside("inbox").symlink_to(victim.folder / "elsewhere"), kept),
    by_inbox("a pipe in the place of the drop folder, for which the mentor would wait", pipe("inbox"), kept),
    by_inbox("a file in the place of the drop folder", file("inbox", "x"), kept),
    into_inbox("a pipe, for which the trainee's start would wait", pipe("inbox/a.ikusei"),
               stays("transport.inbox.no_file")),
    into_inbox("a link, to have a file of the trainee's read and moved", link_in_inbox, stays("bundle.unreadable")),
    into_inbox("a folder with the name of a bundle",
               lambda victim: victim.beside("inbox/a.ikusei").mkdir(parents=True), stays("transport.inbox.no_file")),
    into_inbox("a name that drives a terminal", file("inbox/\x1b]52;c;eA==\x07\u202e.ikusei", "x"),
               stays("bundle.not_one")),
    into_inbox("another file under the same name while the first is read", dropped, still_there),
]
# fmt: on


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_nothing_beside_a_file_misleads_or_harms(attack, victim, honest):
    attack.make(victim)
    attack.sees(victim, honest)


def test_folder_under_the_name_of_a_bundle_keeps_the_decision_with_the_mentor(victim):
    folder_of_that_name(victim)
    kept(victim, None)


def test_link_in_the_place_of_what_is_put_away_is_not_followed(victim):
    """Whoever may write to the drop folder can't have files moved to where the trainee alone may write."""
    dropped(victim)
    (victim.beside("inbox") / "taken").symlink_to(elsewhere(victim))
    answer = victim.hana("--lang", "en", "import", "--inbox")
    assert (answer.code, tells(answer, "transport.inbox.stuck")) == (1, True)
    assert listed(elsewhere(victim)) == []
    assert victim.hana.standing(ALONE)["state"] == "returned"


def test_copy_that_claims_to_be_the_readers_own_is_never_reviewed_in(victim):
    claiming(victim)
    before = Path(victim.state).read_bytes()
    for words in LOOKING:
        victim.asks(*words)
    assert victim.asks("confirm", ALONE).code == 0
    assert Path(victim.state).read_bytes() == before
