"""Whom ``pull`` and ``push`` visit by the roster; ssh is a script here that writes down how it was called."""

import shutil

import pytest
from cli_world import POLICY, Terminal
from signed_world import forge

from tui.transport import line

ROSTER = """\
[roster]
id = "soc"
version = "1"
{people}
[[mentor]]
mentor = "{me}"
trainee = "p-now"
[[mentor]]
mentor = "{me}"
trainee = "p-past"
until = 2020-01-01
[[mentor]]
mentor = "p-else"
trainee = "p-theirs"
"""
HOSTS = "".join(f'[[host]]\ntrainee = "{each}"\nssh = "{each}.example"\n' for each in ("p-past", "p-now", "p-theirs"))


@pytest.fixture
def mentor(tmp_path, capsys):
    other = Terminal(tmp_path / "mentor", capsys)
    assert other("me", "田中 実").code == 0
    return other


@pytest.fixture
def calls(tmp_path, monkeypatch):
    """What ssh was called with, host by host; it reaches nobody."""
    log = tmp_path / "calls"
    log.touch()
    (tmp_path / "bin").mkdir()
    ssh = tmp_path / "bin" / "ssh"
    ssh.write_text(
        f"""#!/bin/sh
[ "$1" = -G ] && exit
for word; do printf "%s|" "$word"; done >>{log}
echo >>{log}
echo no route >&2
exit 255
""",
        encoding="utf-8",
    )
    ssh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return lambda: [line.split("|")[:-1] for line in log.read_text(encoding="utf-8").splitlines()]


def rostered(mentor, hosts=HOSTS):
    me = mentor("me").out.split()[0]
    ids = {me: "田中 実", "p-else": "鈴木", "p-now": "今", "p-past": "まえ", "p-theirs": "よそ"}
    people = "".join(f'[[person]]\nid = "{each}"\nname = "{name}"\n' for each, name in ids.items())
    trust = mentor.state.with_name("trust")
    trust.mkdir()
    (trust / "allowed_signers").touch()
    (trust / "roster.toml").write_text(ROSTER.format(people=people, me=me) + hosts, encoding="utf-8")


def visited(calls):
    return [call[-2].removesuffix(".example") for call in calls()]


@pytest.mark.parametrize(
    ("args", "hosts"),
    [
        ((), ["p-now"]),
        (("--all",), ["p-past", "p-now", "p-theirs"]),
        (("よそ", "p-past"), ["p-past", "p-theirs"]),
    ],
)
def test_who_is_visited(mentor, calls, args, hosts):
    rostered(mentor)
    answer = mentor("pull", *args)
    assert answer.code == 1
    assert visited(calls) == hosts
    assert [line.split("  ")[1] for line in answer.out.splitlines()] == [f"{each}.example" for each in hosts]
    assert "no route" in answer.out


@pytest.mark.parametrize("verb", ["pull", "push"])
def test_a_shell_completes_whom_the_roster_has_a_host_for(mentor, verb, monkeypatch):
    assert mentor.completed(f"ikusei {verb} ", monkeypatch) == []
    rostered(mentor)
    assert mentor.completed(f"ikusei {verb} ", monkeypatch) == ["まえ", "今", "よそ"]
    assert mentor.completed(f"ikusei {verb} 今 p-t", monkeypatch) == ["p-theirs"]
    trust = mentor.state.with_name("trust")
    elsewhere = trust.rename(trust.with_name("elsewhere"))
    assert mentor.completed(f"ikusei {verb} ま", monkeypatch) == []
    assert mentor.completed(f"ikusei --trust {elsewhere} {verb} ま", monkeypatch) == ["まえ"]


def test_how_ssh_is_called(mentor, calls):
    rostered(
        mentor, '[[host]]\ntrainee = "p-now"\nssh = "ssh://x@h:22"\ncommand = "~/bin/ikusei"\nstate = "~/s.sqlite"\n'
    )
    mentor("pull")
    ((*options, end, host, line),) = calls()
    assert (end, host) == ("--", "ssh://x@h:22")
    assert "BatchMode=yes" in options
    assert line == "~/bin/ikusei --state ~/s.sqlite --lang ja export --trainee=p-now"


def test_nobody_to_visit_and_a_roster_that_does_not_count(mentor, calls):
    rostered(mentor, HOSTS.replace("p-now", "p-else"))
    for lang in ("ja", "en"):
        answer = mentor("--lang", lang, "pull")
        assert (answer.code, "--all" in answer.err) == (2, True)
        assert mentor("--lang", lang, "pull", "誰か").code == 2
    assert calls() == []
    (mentor.state.with_name("trust") / "roster.toml").write_text("broken", encoding="utf-8")
    answer = mentor("pull", "--all")  # the newest valid roster that was seen counts, and it says so
    assert (len(calls()) > 0, "前に確かめた版 1 で判定しています" in answer.err) == (True, True)
    before = len(calls())
    shutil.rmtree(mentor.state.with_name("trust-seen"))
    answer = mentor("pull", "--all")
    assert (answer.code, len(calls())) == (2, before)


def test_nothing_to_bring_visits_nobody(mentor, calls):
    rostered(mentor)
    answer = mentor("push", "--all")
    assert (answer.code, answer.out.count("届けるものはありません")) == (0, 3)
    assert calls() == []


def test_who_has_not_said_who_they_are_visits_nobody(tmp_path, capsys, calls):
    nobody = Terminal(tmp_path / "nobody", capsys)
    for verb in ("pull", "push"):
        answer = nobody(verb, "--all")
        assert (answer.code, "ikusei me" in answer.err) == (2, True)
    assert calls() == []


@pytest.fixture
def answers(tmp_path, monkeypatch):
    """Lets ``ssh`` answer with what a shell script writes; little silence, and few bytes, are enough to give it up."""
    (tmp_path / "bin").mkdir()
    ssh = tmp_path / "bin" / "ssh"
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setattr(line, "SILENCE", 0.2)
    monkeypatch.setattr(line, "LARGEST", 3 << 20)

    def answers_with(script):
        ssh.write_text(f'#!/bin/sh\n[ "$1" = -G ] && exit\n{script}\n', encoding="utf-8")
        ssh.chmod(0o755)

    return answers_with


@pytest.fixture
def hana(tmp_path, capsys):
    """A trainee, and her bundle."""
    hana = Terminal(tmp_path / "hana", capsys).begun()
    assert hana("log", "soc.2.paired").code == 0
    assert hana("export", "-o", tmp_path / "hana.bundle").code == 0
    return hana


FOREVER = "exec tail -f /dev/null"


@pytest.mark.parametrize("said", ["", "head -c 100 {bundle}", "head -n 2 {bundle}", "cat {bundle}"])
def test_a_host_that_falls_silent_is_given_up_and_nothing_of_it_is_taken_in(mentor, hana, answers, tmp_path, said):
    answers(f"{said.format(bundle=tmp_path / 'hana.bundle')}\n{FOREVER}")
    for lang, sentence in (("ja", "何も取り込んでいません"), ("en", "nothing was taken in")):
        answer = mentor("--lang", lang, "pull", "佐藤 花", "--ssh", "hana@soc-3")
        assert (answer.code, answer.out.count("\n"), sentence in answer.out) == (1, 1, True)
    assert "佐藤 花" not in mentor("journal").out


def test_a_host_that_falls_silent_does_not_keep_the_others_from_being_visited(mentor, answers):
    rostered(mentor)
    answers(FOREVER)
    answer = mentor("pull", "--all")
    assert (answer.code, answer.out.count("秒のあいだ何も届かない")) == (1, 3)


@pytest.mark.parametrize(
    ("script", "sentence"),
    [(FOREVER, "twice is the same as once"), (f"cat >/dev/null\n{FOREVER}", "twice is"), ("yes", "more than 3 MiB")],
)
def test_a_host_that_does_not_answer_a_push_is_given_up(mentor, hana, answers, script, sentence):
    bundle = hana.home / "claimed.bundle"
    hana("log", "soc.2.alone")
    hana("tick", *(f"soc.2.alone.{point}" for point in ("scope", "close", "traces", "stop", "record")))
    assert hana("claim", "soc.2.alone").code == 0
    assert hana("export", "-o", bundle).code == 0
    mentor.policy.write_text(POLICY, encoding="utf-8")
    assert mentor("import", bundle).code == 0
    assert mentor("confirm", "soc.2.alone").code == 0
    answers(script)
    answer = mentor("--lang", "en", "push", "佐藤 花", "--ssh", "hana@soc-3")
    assert (answer.code, answer.out.count("\n"), sentence in answer.out) == (1, 1, True)


def test_what_the_users_configuration_says_of_a_host_holds(mentor, calls, tmp_path):
    """An option of the command line would override it."""
    rostered(mentor)
    mentor("pull")
    ((*options, _, _, _),) = calls()
    assert {"ConnectTimeout=15", "ServerAliveInterval=15"} <= set(options)
    ssh = tmp_path / "bin" / "ssh"
    said = "host p-now.example\\nconnecttimeout 60\\nserveraliveinterval 0\\n"
    ssh.write_text(ssh.read_text().replace("&& exit", f"&& printf '{said}' && exit"))
    mentor("pull")
    *_, (*options, _, _, _) = calls()
    assert [each for each in options if "=" in each and "Batch" not in each] == ["ServerAliveInterval=15"]


def test_a_name_of_somebody_without_a_host_never_means_another_whose_name_begins_so(mentor, calls):
    rostered(mentor, '[[host]]\ntrainee = "p-now"\nssh = "p-now.example"\n'
             '[[person]]\nid = "p-short"\nname = "い"\n')  # fmt: skip
    answer = mentor("--lang", "en", "pull", "い")
    assert (answer.code, visited(calls)) == (2, [])
    assert "“い”" in answer.err
    assert mentor("pull", "今").code == 1
    assert visited(calls) == ["p-now"]


def test_somebody_is_visited_by_any_of_their_ids(mentor, calls):
    rostered(mentor, '[[host]]\ntrainee = "p-both"\nssh = "p-both.example"\n'
             '[[person]]\nid = "p-both"\nname = "両方"\nalso = ["p-before"]\n')  # fmt: skip
    for typed in ("p-before", "両方", "p-both"):
        assert mentor("pull", typed).code == 1
    assert visited(calls) == ["p-both"] * 3


def test_what_was_said_of_somebody_under_another_id_of_theirs_is_brought_and_exported_too(mentor, calls, tmp_path):
    rostered(mentor, '[[host]]\ntrainee = "p-both"\nssh = "p-both.example"\n'
             '[[person]]\nid = "p-both"\nname = "両方"\nalso = ["p-before"]\n')  # fmt: skip
    me = mentor("me").out.split()[0]
    said = {"claim": "0" * 64, "verdict": "returned", "reason": "もう一度", "policy": "", "heads": {}}
    forge(mentor.state, "decision", said, author=me, trainee="p-before")
    assert mentor("push", "両方").code == 1
    assert visited(calls) == ["p-both"]
    assert mentor("export", "-t", "両方", "-o", tmp_path / "both.ikusei").code == 0
    assert '"p-before"' in (tmp_path / "both.ikusei").read_text(encoding="utf-8").splitlines()[0]
