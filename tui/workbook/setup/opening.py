"""Opening the workbook of a state file: its journal, the pack, the policy, and whose word counts."""

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
    """The default ``tell``: nobody is told how far reading has come."""


def open_workbook(
    settings: Settings, *, write: bool, create: bool = False, tell: Callable[[int], None] = _quietly
) -> Workbook:
    """The workbook of the state file's owner; a file that can't be written is opened for reading.

    Args:
        settings: where everything lies.
        write: whether the caller wants to write.
        create: whether to make the state file where there is none.
        tell: is called now and then with the number of rows read from somebody else's file.

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
    """The journal of the call: the user's own file, or a private copy of the events of somebody else's.

    Raises:
        UsageError: *write* is set and the file is somebody else's: nobody writes in another person's name.
        JournalError: the file can't be opened.
    """
    if settings.state == settings.own or not is_foreign(settings):
        return Journal.open(settings.state, write=write, create=create, marks=settings.marks)
    if write:
        require_own(settings)
        return Journal.open(settings.state, write=True, create=create, marks=settings.marks)
    from tui.journal.looking import look_at  # the user's own file doesn't need it

    return look_at(settings.state, settings.cache, tell)


def require_own(settings: Settings) -> None:
    """Refuse somebody else's file, for what only the owner of a file may do.

    Raises:
        UsageError: the state file of the call is somebody else's.
        JournalError: the reader's own state file can't be read.
    """
    if settings.state != settings.own and not may_write(settings):
        key = "workbook.not_own_file" if is_of_this_account(settings.state) else "workbook.others_file"
        raise UsageError(key, path=settings.state)


def open_pack(settings: Settings) -> Pack:
    """The pack with the organisation's overlay.

    Raises:
        ContentFaults: the pack isn't there, or the pack or the overlay has a fault.
    """
    return Pack.open(settings.content, settings.overlay)


def authority_of(settings: Settings, journal: Journal, policy: Policy) -> Authority:
    """Whose word counts: by roster, keys and policy; where there are none of these, anybody's.

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
    """Whether the reader has pinned a lead; True also where only their own file, which is opened later, could tell."""
    if is_own(settings, journal):
        return bool(journal.local_get(PINNED))
    return settings.own.exists()


def policy_of(settings: Settings, pack: Pack, *, is_checked: bool = False) -> Policy:
    """The organisation's numbers, from the overlay and from ``policy.toml`` beside the state file.

    Args:
        settings: where everything lies.
        pack: the pack, with the overlay.
        is_checked: whether to check that the pack knows every key; this reads all its roles.

    Raises:
        ContentFaults: a file has a fault, or the two files give one key different values.
    """
    against = pack if is_checked else None
    own = load_policy(settings.policy, against)
    if pack.overlay is None:
        return own
    return joined(own, settings.policy, load_policy(pack.overlay.policy, against))


def person_of(journal: Journal) -> str:
    """Id of the owner of *journal*: who said so (``ikusei me``), else the trainee of the file, else empty."""
    return journal.local_get(PERSON) or trainee_of(journal)


def trainee_of(journal: Journal) -> str:
    """Id of the trainee of *journal*: who began in it, else the only trainee in it, else empty."""
    chosen = journal.local_get(TRAINEE)
    if chosen:
        return chosen
    trainees = journal.trainees()
    return trainees[0] if len(trainees) == 1 else ""


def is_somebody_elses(book: Workbook) -> bool:
    """Whether the only trainee in a file is another person than its owner.

    This is so for a lead or a mentor who has taken in one trainee's records: they read these, and write nothing in the
    trainee's name.
    """
    person = book.journal.local_get(PERSON)
    return bool(person) and not book.journal.local_get(TRAINEE) and book.trainee not in {"", person}
