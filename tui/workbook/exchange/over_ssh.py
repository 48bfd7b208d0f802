"""Reaching the machine with a trainee's journal over SSH: fetching what is new, bringing what mentors decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tui.errors import BundleError, IkuseiError, TransportError
from tui.journal.bundle.header import Selection
from tui.journal.bundle.preview import Preview
from tui.journal.bundle.writing import waiting_bundle
from tui.journal.journal import Journal
from tui.lang import Lang
from tui.record import record
from tui.text.clean import one_line
from tui.transport.line import LONGEST, RunningProgram
from tui.transport.remote import configured, remote_line, ssh_command
from tui.trust.roster import Host
from tui.workbook.exchange.intake import Taken, take_in
from tui.workbook.standings.workbook import Workbook

_ENDED_EARLY: Final = frozenset({"bundle.empty", "bundle.cut_off", "bundle.truncated"})
_OF_AN_ANSWER: Final = {
    "transport.silent": "transport.silent_answer",
    "transport.too_much": "transport.too_much_answer",
}
_FOUND: Final = 1
"""Exit code of ``ikusei import`` where it took everything in and something needs a look."""


@record
class Brought:
    """The result of bringing a bundle to another machine.

    Args:
        events: how many events it had; 0: the other machine wasn't contacted.
        answer: the last line that the other side wrote to stdout.
        remarks: what it wrote to stderr, line by line.
        needs_a_look: whether the other side says that something needs a look.
    """

    events: int
    answer: str = ""
    remarks: tuple[str, ...] = ()
    needs_a_look: bool = False


def fetch(
    journal: Journal,
    host: Host,
    lang: Lang,
    *,
    asks: bool,
    about: frozenset[str] | None,
    agrees: Callable[[Preview], bool] = lambda _: True,
) -> Taken:
    """Have the other side export a trainee's records, and take them in: all or nothing.

    Args:
        journal: the journal that takes them in.
        host: the machine; its ``trainee`` is the one that the other side is asked for.
        lang: the language in which the other side answers.
        asks: whether ssh may ask for a passphrase, because somebody sits at a terminal.
        about: ids of the only people whose events may come in; None for anybody's.
        agrees: is called with what the bundle would bring, and says whether it is wanted.

    Raises:
        TransportError: the other side can't be reached, fails, or says something that is no bundle.
        BundleError: the bundle is refused.
        JournalError: the journal can't be written.
    """
    asked = remote_line(host.command, host.state, "--lang", lang, "export", f"--trainee={host.trainee}")
    with RunningProgram(_ssh(host, asked, asks=asks)) as line:

        def whole(found: Preview) -> bool:
            _require_success(line, host, line.wait())
            return agrees(found)

        first = line.beginning()
        try:
            return take_in(journal, line.stdout, about, whole)
        except BundleError as error:
            raise _meant(error, line, host, first) from error


def bring(
    book: Workbook, host: Host, lang: Lang, *, also: tuple[str, ...] = (), asks: bool, is_dry: bool = False
) -> Brought:
    """Have the other side import what mentors said about a trainee, under any of their ids.

    Args:
        book: the mentor's own journal.
        host: the machine.
        lang: the language in which the other side answers.
        also: further ids of the trainee.
        asks: whether ssh may ask for a passphrase, because somebody sits at a terminal.
        is_dry: whether the other side only shows what it would take in.

    Raises:
        BundleError: an event here isn't as it was written.
        TransportError: the other side can't be reached or refuses the bundle, and has taken nothing in; or its answer
            breaks off, and it may have.
    """
    chosen = Selection(trainees=(host.trainee, *also), decisions=True)
    dry = ["--dry-run"] if is_dry else []
    given = remote_line(host.command, host.state, "--lang", lang, "import", *dry, "-")
    pack = (book.pack.id, book.pack.version)
    with waiting_bundle(book.journal, pack=pack, selection=chosen) as (header, file):
        if not header.events:
            return Brought(0)
        with RunningProgram(_ssh(host, given, asks=asks), file) as line:
            answer, code = _answer(line)
            # A crashed program ends with the same code, but hasn't answered that it took anything in.
            needs_a_look = code == _FOUND and bool(answer or is_dry)
            if not needs_a_look:
                _require_success(line, host, code)
            return Brought(header.events, answer, tuple(line.complaints), needs_a_look)


def _ssh(host: Host, line: str, *, asks: bool) -> list[str]:
    return ssh_command(host.ssh, line, asks=asks, configured=configured(host.ssh))


def _answer(line: RunningProgram) -> tuple[str, int]:
    try:
        return line.rest(), line.wait()
    except TransportError as error:
        # The other side may have taken the bundle in although its answer broke off: the message has to say so.
        raise TransportError(_OF_AN_ANSWER.get(error.key, error.key), **error.fields) from error


def _require_success(line: RunningProgram, host: Host, code: int) -> None:
    if code:
        raise _failed(line, host, code)


def _failed(line: RunningProgram, host: Host, code: int) -> TransportError:
    why = line.last_words
    key = "transport.failed" if why else "transport.failed_silently"
    return TransportError(key, host=host.ssh, code=code, why=why)


def _meant(error: BundleError, line: RunningProgram, host: Host, first: bytes) -> IkuseiError:
    """The error for a refused bundle from another machine, in words that name that machine."""
    if error.key in _ENDED_EARLY:
        code = line.wait()
        return _failed(line, host, code) if code else error
    if error.key == "bundle.not_taken":
        return BundleError("transport.other_trainee", error.line, host=host.ssh, **_people(error, host))
    if error.key == "bundle.not_one":
        said = one_line(first.splitlines()[0].decode("utf-8", "replace"))[:LONGEST] if first else ""
        return TransportError("transport.chatter", host=host.ssh, said=said)
    return error


def _people(error: BundleError, host: Host) -> dict[str, object]:
    return {"trainee": host.trainee, "found": error.fields["trainee"]}
