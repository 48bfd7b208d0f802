"""Opening the workbook of the person whose state file it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy, joined, load_policy
from tui.errors import UsageError
from tui.journal.journal import Journal
from tui.workbook.setup.ownership import PERSON, TRAINEE, is_foreign, is_of_this_account, is_own, may_write
from tui.workbook.setup.settings import Settings
from tui.workbook.standings.authority import ANYBODY, PINNED, Authority
from tui.workbook.standings.workbook import Workbook


def _quietly(_count: int) -> None:
    """Nobody waits for it."""


def open_workbook(
    settings: Settings, *, write: bool, create: bool = False, tell: Callable[[int], None] = _quietly
) -> Workbook:
    """The workbook of the person whose state file it is; a file that can't be written is opened for looking.

    Args:
        settings: where everything lies.
        write: whether something may be written.
        create: make the state file where there is none.
        tell: is told how many rows of somebody else's file were read, now and then.

    Raises:
        JournalError: the state file can't be opened.
        ContentFaults: the pack or the policy has a fault.
    """
    pack = open_pack(settings)
    with ExitStack() as stack:
        journal = open_journal(settings, write=write, create=create, tell=tell)
        stack.enter_context(journal)
        policy = policy_of(settings, pack)
        authority = authority_of(settings, journal, policy)
        journal.joined = lambda: authority.joined
        book = Workbook(journal, pack, policy, trainee_of(journal), settings.today, authority=authority)
        stack.pop_all()
    return book


def open_journal(
    settings: Settings, *, write: bool, create: bool = False, tell: Callable[[int], None] = _quietly
) -> Journal:
    """The journal of the call: one's own file, or what the events of somebody else's say.

    Raises:
        UsageError: something is to be written, and it is somebody else's: nobody writes in another's name.
        JournalError: it can't be opened.
    """
    if settings.state == settings.own or not is_foreign(settings):
        return Journal.open(settings.state, write=write, create=create, marks=settings.marks)
    if write:
        require_own(settings)
        return Journal.open(settings.state, write=True, create=create, marks=settings.marks)
    from tui.journal.looking import look_at  # one's own file needs none of it

    return look_at(settings.state, settings.cache, tell)


def require_own(settings: Settings) -> None:
    """Refuse somebody else's file, where something is to be done that only its owner does.

    Raises:
        UsageError: it is somebody else's.
        JournalError: the reader's own state file can't be read.
    """
    if settings.state != settings.own and not may_write(settings):
        key = "workbook.not_own_file" if is_of_this_account(settings.state) else "workbook.others_file"
        raise UsageError(key, path=settings.state)


def open_pack(settings: Settings) -> Pack:
    """The pack with the organisation's overlay.

    Raises:
        ContentFaults: it isn't there, or has a fault.
    """
    return Pack.open(settings.content, settings.overlay)


def authority_of(settings: Settings, journal: Journal, policy: Policy) -> Authority:
    """Whose word counts: what roster, keys and policy say; anybody's where there are none.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    asks = policy.require_signature or policy.final_evaluator
    if not asks and not settings.trust.is_dir() and not _has_pinned(settings, journal):
        return ANYBODY
    from tui.workbook.setup.roster_authority import RosterAuthority, trust_folder  # most have no trust folder
    from tui.workbook.setup.signature_cache import Verdicts

    verdicts = Verdicts(settings.cache)
    journal.at_close(verdicts.close)
    return RosterAuthority(lambda: trust_folder(settings, journal), journal, policy, verdicts)


def _has_pinned(settings: Settings, journal: Journal) -> bool:
    """Whether the reader has pinned a lead; of a file that isn't their own, ``trusted`` has to ask."""
    if is_own(settings, journal):
        return bool(journal.local_get(PINNED))
    return settings.own.exists()


def policy_of(settings: Settings, pack: Pack, *, is_checked: bool = False) -> Policy:
    """The organisation's numbers: those of the overlay, and those of ``policy.toml`` beside the state file.

    Args:
        settings: where everything lies.
        pack: the pack that asks for them.
        is_checked: hold every key against what the pack asks for, which reads every role of it.

    Raises:
        ContentFaults: a file has a fault, or the two give one key two values.
    """
    against = pack if is_checked else None
    own = load_policy(settings.policy, against)
    if pack.overlay is None:
        return own
    return joined(own, settings.policy, load_policy(pack.overlay.policy, against))


def person_of(journal: Journal) -> str:
    """The person whose own state file it is: who said so (``ikusei me``), else the trainee of the file, else empty."""
    return journal.local_get(PERSON) or trainee_of(journal)


def trainee_of(journal: Journal) -> str:
    """The person whose state file it is: who began it, else the only trainee in it, else empty."""
    chosen = journal.local_get(TRAINEE)
    if chosen:
        return chosen
    trainees = journal.trainees()
    return trainees[0] if len(trainees) == 1 else ""


def is_somebody_elses(book: Workbook) -> bool:
    """Whether the only trainee in a file is somebody else than the person who said that it is theirs.

    A lead or a mentor who has taken in one trainee's records reads them, and writes nothing in the trainee's name.
    """
    person = book.journal.local_get(PERSON)
    return bool(person) and not book.journal.local_get(TRAINEE) and book.trainee not in {"", person}
