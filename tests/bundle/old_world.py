"""Two people of one name on two machines, as ikusei 0.1.0 left them: one id for both, made from the name."""

import json
from pathlib import Path

from bundle_world import hashed, lines_of, sealed

BUNDLE = Path(__file__).parents[1] / "releases/0.1.0/bundle.ikusei"
"""The bundle that 佐藤 花 exported with 0.1.0."""
HANA, TANAKA = "p-a3645ad587", "p-af9df00422"
FIRST, SECOND, THIRD = "8a7dcc95596fc490e5583b48b5b394c1", "e" * 32, "7" * 32
MENTORS = "f" * 32


def records(raw):
    header, *events = map(json.loads, lines_of(raw))
    return header, events


def hanas(writer=SECOND, *, note="別の人の仕事", later=5000, **begins):
    """The same story on another machine: all events in another chain, with another note."""
    _, events = records(BUNDLE.read_bytes())
    made = []
    hashes = {FIRST: writer}
    for each in events:
        if each["kind"] == "signature":
            continue
        text = json.dumps(each, ensure_ascii=False)
        for old, new in hashes.items():
            text = text.replace(old, new)
        new = json.loads(text)
        new["clock"] += later
        if new["kind"] == "writer":
            new["body"] |= {"host": "soc-desk-9", **begins}
        if "note" in new["body"]:
            new["body"]["note"] = note
        made.append(hashed(new))
        hashes[each["hash"]] = made[-1]["hash"]
    return made


def bundle(*events):
    """A bundle of these records, in order."""
    header, _ = records(BUNDLE.read_bytes())
    once = {each["hash"]: each for each in events}.values()
    return sealed(header, *sorted(once, key=lambda each: (each["clock"], each["writer"], each["n"], each["hash"])))


def firsts():
    """What the first of the two wrote."""
    return records(BUNDLE.read_bytes())[1]


class Mentor:
    """A mentor's own chain, with events about either of the two."""

    def __init__(self, writer=MENTORS, person=TANAKA):
        self.writer, self.person = writer, person
        self.events = []
        self.says("writer", {"person": person, "host": "soc-desk-1", "copied_from": ""}, trainee="")

    def says(self, kind, body, trainee=HANA, item=""):
        before = self.events[-1]["hash"] if self.events else ""
        n = len(self.events) + 1
        self.events.append(
            hashed(
                {
                    "writer": self.writer,
                    "n": n,
                    "previous": before,
                    "clock": 1796040590000 + n,
                    "recorded": 1796040590000 + n,
                    "author": self.person,
                    "trainee": trainee,
                    "kind": kind,
                    "item": item,
                    "body": body,
                    "pack": "" if kind == "writer" else "nca-isogj",
                    "pack_version": "" if kind == "writer" else "1.0.0",
                }
            )
        )
        return self.events[-1]

    def confirms(self, story):
        claim = one(story, "claim")
        heads = {claim["writer"]: f"{claim['n']}:{claim['hash']}"}
        body = {"claim": claim["hash"], "verdict": "confirmed", "reason": "", "policy": "", "heads": heads}
        return self.says("decision", body, item="soc.2.alone")

    def signs(self, story, *decisions):
        claim = one(story, "claim")
        heads = {claim["writer"]: f"{claim['n']}:{claim['hash']}"}
        body = {"declaration": "済み", "decisions": [each["hash"] for each in decisions], "waivers": []}
        return self.says("signoff", {**body, "exception": "", "policy": "", "heads": heads}, item="soc.2")

    def waives(self):
        return self.says("waiver", {"reason": "前の職場で済ませた", "on": True}, item="soc.2.paired")


def one(story, kind):
    return next(each for each in story if each["kind"] == kind)
