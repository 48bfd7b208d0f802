"""Whose word counts by the trust folder, checked against the lead's key that the reader has pinned."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Final

from tui.curriculum.policy import Policy
from tui.errors import IkuseiError, JournalError, UsageError
from tui.journal.deciding import said_of
from tui.journal.event import Event
from tui.journal.journal import Journal
from tui.journal.review import Signature, Signoff
from tui.moment import recorded_at
from tui.progress.review import Refusal
from tui.signing.keygen import find_keygen, keygen_stamp
from tui.trust.folder import TrustFolder
from tui.trust.newest import counting, forget, newest_seen, place_of
from tui.trust.permission import may_decide
from tui.trust.signature_check import check_signature
from tui.trust.signature_state import UNSIGNED, SignatureKind, SignatureState
from tui.trust.statement import statement
from tui.workbook.setup.ownership import own_journal
from tui.workbook.setup.settings import Settings
from tui.workbook.setup.signature_cache import Verdicts, key_of
from tui.workbook.standings.authority import PINNED, MentorWord, signature_state
from tui.workbook.standings.workbook import Workbook

_FORM: Final = "2"
"""Part of the key of a kept verdict; raised when a change of our code makes kept verdicts wrong."""


def trust_folder(settings: Settings, journal: Journal | None) -> TrustFolder:
    """The trust folder, checked against the lead's key that the reader has pinned, if they have pinned one.

    If it can't be used, or is older than one seen before, the newest valid one that this reader has seen is used.

    Args:
        settings: where everything lies.
        journal: an open journal; the pinned key is read from it if it is the reader's own, else from their own file.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    lead = pinned(settings, journal)
    present = TrustFolder.open(settings.trust, lead)
    # The seen folders are kept beside the reader's own state file; without one, none are kept.
    return counting(present, place_of(settings.own, settings.trust, lead)) if settings.own.exists() else present


def newest_of(settings: Settings, journal: Journal | None) -> TrustFolder | None:
    """The newest valid trust folder that the reader has seen with the lead's key that they have pinned, or None.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    lead = pinned(settings, journal)
    return newest_seen(place_of(settings.own, settings.trust, lead), lead) if lead else None


def folder_of(settings: Settings, book: Workbook) -> TrustFolder:
    """The trust folder by which *book* decides what counts.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    return book.authority.folder or trust_folder(settings, book.journal)


def pinned(settings: Settings, journal: Journal | None) -> str:
    """Fingerprint of the lead's key that the reader has pinned, or empty.

    It is read only from the reader's own state file: into another one its owner could write any key.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    with own_journal(settings, journal) as own:
        return "" if own is None else own.local_get(PINNED) or ""


def pin(settings: Settings, journal: Journal, fingerprint: str) -> None:
    """Pin the lead's key with *fingerprint*; an empty one unpins it.

    With another key, the trust folders seen before are forgotten, because another lead counts versions anew.

    Raises:
        JournalError: the state file can't be written.
        TrustError: the kept trust folders can't be removed.
    """
    before = journal.local_get(PINNED) or ""
    done = journal.local_set(PINNED, fingerprint) if fingerprint else journal.local_delete(PINNED)
    if not done and journal.read_only_reason is not None:
        raise JournalError(journal.read_only_reason.key, **journal.read_only_reason.fields)
    if fingerprint != before:
        for lead in (before, fingerprint):
            forget(place_of(settings.own, settings.trust, lead))


class RosterAuthority:
    """The authority of roster, keys and policy.

    A decision counts if the roster names its author as mentor of that trainee, in that role, at that time. A decision
    with an INVALID signature counts for nothing; so does an unsigned one if policy or roster require signatures.

    Args:
        folder: opens the trust folder; called at the first question. One that was tampered with names nobody.
        journal: the journal with the signatures.
        policy: the organisation's policy.
        verdicts: kept results of checking signatures.
    """

    asks_a_folder = True

    def __init__(self, folder: Callable[[], TrustFolder], journal: Journal, policy: Policy, verdicts: Verdicts) -> None:
        self._open = folder
        self._journal = journal
        self._policy = policy
        self._verdicts = verdicts

    @cached_property
    def folder(self) -> TrustFolder:
        """The trust folder as it was at the first question."""
        return self._open()

    @property
    def opened(self) -> TrustFolder | None:
        """The trust folder if it was opened already; None: no answer has needed it so far."""
        found = self.__dict__.get("folder")
        return found if isinstance(found, TrustFolder) else None

    @cached_property
    def key(self) -> str:
        """Digest of everything besides the journal that the answers depend on."""
        folder = self.folder
        about = (folder.fingerprint, folder.state.kind, folder.lead, str(self.requires_signature))
        # Another ssh-keygen may be able to check a signature that this one can't, so its stamp is part of the key.
        return key_of(*about, str(self._policy.final_evaluator), keygen_stamp(find_keygen()))

    @cached_property
    def requires_signature(self) -> bool:
        """Whether unsigned decisions count for nothing: the policy says so, or the roster, which the lead signs."""
        roster = self.folder.roster
        return self._policy.require_signature or (roster is not None and roster.require_signature)

    @cached_property
    def utc_offset(self) -> int | None:
        """Minutes that the organisation's clocks are ahead of UTC; None: the roster doesn't say, or none counts."""
        roster = self.folder.roster
        return None if roster is None else roster.offset

    @cached_property
    def names(self) -> Mapping[str, str]:
        """By id, the names that the roster gives; empty if the folder doesn't count."""
        roster = self.folder.roster
        return {} if roster is None else {one: each.name for each in roster.people for one in (each.id, *each.also)}

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """By each further id of a person, their main id in the roster."""
        roster = self.folder.roster
        return {} if roster is None else {further: each.id for each in roster.people for further in each.also}

    def why_not(self, said: MentorWord) -> Refusal | None:
        """Why a decision, waiver, sign-off or reopening counts for nothing; None if it counts."""
        is_final = self._policy.final_evaluator and isinstance(said, Signoff)
        role, at = said.item.partition(".")[0], recorded_at(said.recorded)
        found = may_decide(self.folder.roster, said.author, said.trainee, role, at, as_evaluator=is_final)
        if not found.is_allowed:
            return Refusal(f"screens.review.why.{found.answer}")
        if is_final and isinstance(said, Signoff) and said.author in self._journal.deciders(said.decisions):
            return Refusal("screens.review.why.same-person")
        if not self._is_as_written(said):
            return Refusal("screens.review.why.not-as-written")
        return self._unsigned(signature_state(self, self._journal, said.id))

    def _unsigned(self, state: SignatureState) -> Refusal | None:
        """Why something with a signature of this *state* counts for nothing; None if it counts."""
        because = Refusal(state.reason, state.fields)
        if state.kind is SignatureKind.INVALID:
            return Refusal("screens.review.why.invalid", because=because)
        # An unchecked signature may be forged, so it doesn't count until a machine has checked it. Without a list of
        # keys no machine can, and it is treated as if there were no signature.
        if state.kind is SignatureKind.UNCHECKED and self.folder.signers is not None:
            return Refusal("screens.review.why.not-checked", because=because)
        if self.requires_signature and state.kind is not SignatureKind.SIGNED:
            return Refusal("screens.review.why.not-signed", because=because)
        return None

    def _is_as_written(self, said: MentorWord) -> bool:
        """Whether the event itself says the same as the row read from a derived table, which the owner could edit."""
        bare = replace(said, reopened=()) if isinstance(said, Signoff) else said
        try:
            return said_of(self._journal.event(said.id)) == bare
        except (IkuseiError, ValueError):
            return False

    def require(self, author: str, trainee: str, role: str, deciders: Collection[str] | None = None) -> None:
        """Refuse to write what wouldn't count; the arguments are those of ``Authority.require``.

        Raises:
            UsageError: *author* may not decide this now, or the trust folder can't be used.
        """
        state = self.folder.state
        if not state.is_usable:
            raise UsageError(state.reason, **state.fields)
        is_final = self._policy.final_evaluator and deciders is not None
        found = may_decide(self.folder.roster, author, trainee, role, datetime.now(UTC), as_evaluator=is_final)
        if not found.is_allowed:
            raise UsageError(found.reason, **found.fields)
        if is_final and author in (deciders or ()):
            raise UsageError("workbook.same_evaluator")

    def judge(self, event: Event, signatures: Sequence[Signature]) -> SignatureState:
        """What the signatures over an event are worth. One good one is enough: an added bad one must not spoil it."""
        states = [self._judged(event, each) for each in signatures if each.author == event.author]
        best = (SignatureKind.SIGNED, SignatureKind.UNCHECKED, SignatureKind.INVALID)
        return next((state for kind in best for state in states if state.kind is kind), UNSIGNED)

    def _judged(self, event: Event, signature: Signature) -> SignatureState:
        folder = self.folder
        if not folder.state.is_usable or folder.roster is None:
            return check_signature(event, signature.text, signature.signature, folder)
        try:
            key = key_of(_FORM, folder.fingerprint, statement(event), signature.text, signature.signature)
        except ValueError:
            return check_signature(event, signature.text, signature.signature, folder)
        known = self._verdicts.get(key)
        if known is not None:
            return known
        state = check_signature(event, signature.text, signature.signature, folder)
        if state.is_lasting:
            self._verdicts.put(key, state)
        return state
