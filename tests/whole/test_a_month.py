"""A month by the keys of the screens, and the same month by commands: the same state, number for number."""

import json
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO

import pytest
from month import COUNTED, MONTH, POLICY, Again, Work, day
from whole_world import JOURNAL, ROOT, TODAY, World, cursor_line, move_to

from tui.cli.run import run
from tui.curriculum.model import Criterion
from tui.curriculum.pack import Pack
from tui.curriculum.rule import Supervision
from tui.lang import say

PACK = Pack.open(ROOT / "content")
LEVELS = {f"< {say('ja', f'words.supervision.{level}')} >": str(level) for level in Supervision}
QUESTION = "もう一度 Enter"
DONE = ("記録しました", "訂正しました")
CLEAR = "\x15"
PASTE = "\x1b[200~{}\x1b[201~"


class ByKeys:
    """The analyst at the screens."""

    def __init__(self, world, folder):
        self.world, self.folder, self.place = world, folder, ""
        self.terminal = world.open()
        self.wait("はじめに 1/3")
        self.type("佐藤 花\r", "SOC/監視")
        self.choose("SOC/監視", "\r", "STEP 2")
        self.choose("STEP 2", "\r", "次にすること")
        self.type("2", "連絡・全体統括")
        self.choose("連絡・全体統括", "a", "取り組む役割に加えました")

    def leave(self):
        self.terminal.press(TODAY, "q")
        assert self.terminal.wait_exit() == 0
        self.terminal.close()

    # -- the keyboard and the eyes

    def wait(self, *texts):
        """Until one of *texts* stands on the screen."""
        self.terminal.wait_until(lambda: any(text in self.terminal.screen for text in texts), " or ".join(texts))

    def wait_at(self, text):
        """Until the cursor stands on *text*."""
        self.terminal.wait_until(lambda: text in cursor_line(self.terminal.screen), f"the cursor on {text}")

    def type(self, text, *shown):
        self.terminal.send(text.encode())
        self.wait(*shown)

    def choose(self, line, key, shown):
        move_to(self.terminal, line)
        self.type(key, shown)

    def go(self, item):
        """Stand on its line of the checklist; what is in another STEP is found by its id."""
        thing, (role, number) = PACK.find(item), item.split(".")[:2]
        place = f"{PACK.role(role).name.ja} > STEP {number}"
        if self.place != place:
            self.type("/", "日本語、英語、id (soc.2)")
            self.type(f"{item}\r", place)
            self.place = place
        step = PACK.role(role).step(int(number))
        leaves = [leaf for top in step.learning for leaf in top.leaves()]
        lines = [each.id for each in (*step.criteria, *leaves)]
        self.terminal.send(b"g" + b"j" * lines.index(item))
        name = thing.name if isinstance(thing, Criterion) else thing.text
        self.wait_at(name.ja[:8])

    # -- the form

    def form(self, key):
        """Open it; the level that it offers."""
        self.type(key, *LEVELS)
        # The last line of a frame is the one that told of the entry before.
        self.terminal.wait_until(lambda: not any(done in self.terminal.screen for done in DONE), "the whole form")
        return next(level for shown, level in LEVELS.items() if shown in self.terminal.screen)

    def fill(self, offered, what, note):
        """Type into the fields, from the note on, and write it; a question is answered by Enter."""
        levels = list(LEVELS.values())
        turns = (levels.index(what.level) - levels.index(offered)) % len(levels) if what.level else 0
        evidence = "; ".join(what.evidence).format(folder=self.folder)
        fields = [note, day(what.on) if what.on else "", what.quantity]
        if "正答/件数" in self.terminal.screen:
            fields.append(what.ratio)
        fields += [" " * turns, f"{CLEAR}{evidence}" if evidence else "", what.also]
        self.type("\t".join(fields) + "\r", QUESTION, *DONE)
        if QUESTION in self.terminal.screen:
            self.type("\r", *DONE)

    # -- what happens

    def work(self, what):
        self.go(what.item)
        offered, note = self.form("l"), what.note
        if what.dropped:
            typed, note = note[: what.dropped], note[what.dropped :]
            self.type(typed, typed)
            self.drop_the_line()
            self.go(what.item)
            offered = self.form("l")
            self.wait("下書きを戻しました")
        self.fill(offered, what, PASTE.format(note) if what.is_pasted else note)

    def drop_the_line(self):
        self.terminal.hang_up()
        self.terminal.wait_exit()
        self.terminal.close()
        self.terminal, self.place = self.world.open(), ""
        self.wait("次にすること")

    def again(self, what):
        self.fill(self.form("."), Work(what.on, what.item, ""), "")

    def correct(self, what):
        self.place = ""
        self.type(JOURNAL, "台帳  ")
        self.type("f", "この文字を含むもの")
        self.type(f"{CLEAR}{what.note}\r", f'"{what.note}"')
        self.wait_at(what.note[:5])
        self.fill(self.form("e"), what, f"{CLEAR}{what.now}" if what.now else "")

    def tick(self, what):
        self.go(what.criterion)
        points = len(PACK.find(what.criterion).points)
        self.terminal.press("enter")
        self.type(" j" * points, f"{points}/{points}")
        self.terminal.press("q")

    def claim(self, what):
        self.go(what.criterion)
        self.type("c", "コメント (省略できます)")
        self.type(f"{what.comment}\r", "申請しました: ")

    def withdraw(self, what):
        self.go(what.criterion)
        self.type("C", "申請を取り下げました: ")

    def undo(self, _):
        self.type("u", "取り消しました: ")

    def redo(self, _):
        self.type("U", "やり直しました: ")


class ByCommands:
    """The analyst at the shell."""

    def __init__(self, world, folder):
        self.world, self.folder, self.entries = world, folder, {}
        self.ikusei("begin", "佐藤 花", "--role", "soc", "--step", "2")
        self.ikusei("follow", "coord")

    def ikusei(self, *args):
        """What a command that succeeds writes."""
        out, told = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(told):
            code = run(["--lang", "ja", "--state", str(self.world.state), *args], self.world.env)
        assert code == 0, told.getvalue()
        return out.getvalue()

    def options(self, what, note):
        given = {"-m": note, "-n": what.quantity, "-r": what.ratio, "-s": what.level}
        if what.on:
            given["-d"] = day(what.on)
        options = [each for name, value in given.items() if value for each in (name, value)]
        return options + [each for ref in what.evidence for each in ("-e", ref.format(folder=self.folder))]

    def work(self, what):
        # A field of one line takes the lines of a paste as one.
        note = " ".join(what.note.splitlines())
        items = [each for each in (what.item, what.also) if each]
        self.entries[what.note] = (self.ikusei("log", *items, *self.options(what, note)).split()[0], items)

    again = work

    def correct(self, what):
        entry, items = self.entries[what.note]
        named = [each for item in (*items, what.also) for each in ("-i", item)] if what.also else []
        self.ikusei("correct", entry, *named, *self.options(what, what.now))

    def tick(self, what):
        self.ikusei("tick", *(point.id for point in PACK.find(what.criterion).points))

    def claim(self, what):
        self.ikusei("claim", what.criterion, "-m", what.comment)

    def withdraw(self, what):
        self.ikusei("claim", what.criterion, "--withdraw")

    def undo(self, _):
        self.ikusei("undo")

    def redo(self, _):
        self.ikusei("redo")


def live(analyst):
    """Do everything that stands in the table."""
    before = None
    for what in MONTH:
        if isinstance(what, Work):
            before = what
        elif isinstance(what, Again):
            before = replace(before, on=what.on)
        getattr(analyst, type(what).__name__.lower())(before if isinstance(what, Again) else what)


def state(world):
    """What the commands say of a state file, with its own ids, hashes and moments told by their order."""
    events = json.loads(world.done("journal", "--json", "-n", "999"))
    own = {event["hash"]: f"event {event['n']}" for event in events}
    own |= {events[0]["writer"]: "writer", events[0]["author"]: "person"}
    asked = [("journal", "-n", "999"), ("status",), *(("show", each) for each in COUNTED)]
    return {" ".join(args): told(world.done(*args, "--json"), own) for args in asked}


def told(answer, own):
    """An answer in JSON without what is another one in every state file."""
    for value, word in own.items():
        answer = answer.replace(value, word)
    return json.loads(re.sub(r'"(recorded|clock|withdrawn)": ("[^"]*"|\d+)', r'"\1": 0', answer))


@pytest.fixture
def folder(tmp_path):
    """Where the evidence lies, the same for both."""
    folder = tmp_path / "証跡"
    folder.mkdir()
    (folder / "alert.csv").write_text("time,rule\n", encoding="utf-8")
    (folder / "引き継ぎ 11月;夜勤.txt").write_text("次の担当へ\n", encoding="utf-8")
    return folder


def test_a_month_by_keys_and_by_commands_is_the_same_month(tmp_path, folder):
    worlds = [World(tmp_path / name) for name in ("keys", "commands")]
    for world in worlds:
        world.state.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
    live(ByCommands(worlds[1], folder))
    by_keys = ByKeys(worlds[0], folder)
    live(by_keys)
    by_keys.leave()

    first, second = map(state, worlds)
    for name, answer in first.items():
        assert answer == second[name], name
    for criterion, counted in COUNTED.items():
        gauges = first[f"show {criterion}"]["standing"]["gauges"]
        assert [gauge["done"] for gauge in gauges] == pytest.approx(counted, abs=0.01), criterion
    assert [world.run(verb).returncode for world in worlds for verb in ("doctor", "verify")] == [0] * 4
