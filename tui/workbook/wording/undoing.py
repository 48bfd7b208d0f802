"""Undo and redo with a sentence for the user: what was undone, and how things were before and after."""

from __future__ import annotations

from collections.abc import Mapping

from tui.errors import JournalError, UsageError
from tui.journal.event import Event, Kind
from tui.lang import Lang, say
from tui.text.cells import excerpt
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.undo import DONE, UNDONE, redo, to_undo, together, undo, undone_by
from tui.workbook.wording.pack_names import NAME_ROOM, names_in, names_of
from tui.workbook.wording.standings import entry_amount, event_kind, event_subject


def take_back(book: Workbook, author: str, lang: Lang, event: str = "", gap: str = " ") -> str:
    """Undo the last thing that somebody did, or *event*; return a sentence about it.

    Args:
        book: the workbook.
        author: id of the person.
        lang: the language.
        event: beginning of the hash of the event to undo, instead of the last thing.
        gap: text between kind and subject, the same as in the lists of the face.

    Raises:
        UsageError: there is nothing to undo, or what was done last can't be undone.
        JournalError: *event* names none, one that can't be undone, or another person's; or the journal can't be
            written.
    """
    last = to_undo(book, author, event)
    about = undone_by(book, last) if last.kind == Kind.UNDO else last
    before, count = _standing(book, about, lang), 1 if event else len(together(book, DONE, last))
    what = _what(book, about, lang, gap, count)
    undo(book, author, event)
    return say(lang, "screens.undone", what=what, before=before, after=_standing_after(book, about, lang))


def bring_back(book: Workbook, author: str, lang: Lang, gap: str = " ") -> str:
    """Redo what somebody undid last; return a sentence about it.

    Raises:
        UsageError: they have undone nothing, or done something else since.
        JournalError: the journal can't be written.
    """
    undoing = book.journal.redoable(author)
    if undoing is None:
        raise UsageError("workbook.nothing_to_redo")
    about = undone_by(book, undoing)
    before, count = _standing(book, about, lang), len(together(book, UNDONE, undoing))
    what = _what(book, about, lang, gap, count)
    redo(book, author)
    return say(lang, "screens.redone", what=what, before=before, after=_standing_after(book, about, lang))


def _what(book: Workbook, about: Event, lang: Lang, gap: str, count: int) -> str:
    subject = excerpt(event_subject(about, _names(book, about, lang), lang), NAME_ROOM)
    what = f"{event_kind(about, lang)}{gap}{subject}"
    return say(lang, "screens.with_others", what=what, count=count - 1) if count > 1 else what


def _names(book: Workbook, event: Event, lang: Lang) -> Mapping[str, str]:
    return names_of(book, lang) | names_in([event], book, lang)


def _standing_after(book: Workbook, about: Event, lang: Lang) -> str:
    """How it stands after the undo; ``?`` where that can't be read.

    The undo is written by then. A user who was told of an error would try again, and undo the next thing too.
    """
    try:
        return _standing(book, about, lang)
    except JournalError:
        return "?"


def _standing(book: Workbook, about: Event, lang: Lang) -> str:
    """How the entry, tick, claim or other thing that an event is about stands now."""
    match about.kind:
        case Kind.ENTRY | Kind.CORRECTION:
            return _entry(book, str(about.body.get("entry", about.hash)), lang)
        case Kind.TICK:
            return say(lang, "words.ticked" if about.item in book.journal.ticks(about.trainee) else "words.unticked")
        case Kind.CLAIM | Kind.WITHDRAWAL:
            return _claim(book, about, lang)
        case _:
            said = book.journal.newest_said(about.trainee, Kind(about.kind), about.item)
            return event_subject(said, _names(book, said, lang), lang) if said else say(lang, "words.nothing_there")


def _entry(book: Workbook, entry_id: str, lang: Lang) -> str:
    entry = book.journal.entry(entry_id)
    if entry is None:
        return say(lang, "words.nothing_there")
    level = say(lang, f"words.short.{entry.supervision}")
    told = f"{entry.day.isoformat()} {entry_amount(entry)} {level} {entry.note}".rstrip()
    return excerpt(told, NAME_ROOM)  # a long note would leave no room on the screen for how it stands now


def _claim(book: Workbook, about: Event, lang: Lang) -> str:
    try:
        _, step, index = book.locate(about.item)
    except UsageError:  # a criterion of another pack: all that is known is whether it is claimed
        is_open = about.item in book.journal.claims(about.trainee)
        return say(lang, "words.state.claimed" if is_open else "words.nothing_there")
    return say(lang, f"words.state.{book.view(step.criteria[index]).state}")
