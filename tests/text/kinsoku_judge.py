"""An independent check of line breaks, written from the rules of kinsoku and not from our code."""

from itertools import pairwise

from rich.cells import cell_len

NEVER_FIRST = set("、。，．・：；？！）」』】］｝〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ゝヽ,.!?:;)]}%")
NEVER_LAST = set("（「『【［｛〈《〔([{")


def violations(lines):
    """Pairs of lines whose break is wrong: a bad first or last character.

    At a blank, an ASCII word may begin or end with any character (``.bashrc``).
    """
    found = []
    for before, after in pairwise(lines):
        at_blank = before != before.rstrip()
        last, first = before.rstrip()[-1:], after[:1]
        bad_first = first in NEVER_FIRST and not (at_blank and first.isascii())
        bad_last = last in NEVER_LAST and not (at_blank and last.isascii())
        if (first and bad_first) or (last and bad_last):
            found.append((before, after))
    return found


def pieces(text, offsets):
    """*text* cut at *offsets*, nothing dropped."""
    edges = [0, *offsets, len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def widest(lines):
    return max(cell_len(line.rstrip()) for line in lines)
