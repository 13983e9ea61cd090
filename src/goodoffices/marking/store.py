"""The case while it is being marked: decisions go in, and are on the disk before they are called saved.

Every write names the digest of the file that was read: what somebody else changed meanwhile is noticed and never overwritten.
Of two files that one decision touches, that one is written first which leaves a sound case if nothing follows.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ..case import Anchor, Case, read_case, unfit_beside
from ..case.entries import Node
from ..case.kinds import kind_at
from ..case.read import RECORD, TALKS
from ..case.references import Ids
from ..case.validate import validated
from ..documents import Plain, read_bytes, sha256_of, write_text
from ..errors import ChangedOnDisk, DataError, GoodOfficesError, Problem
from ..record import Claim, Record
from ..synthesis import (
    Consequence,
    Index,
    Joining,
    Offer,
    joined,
    moved,
    offers_of,
    stale_offers,
    withdrawal,
    written,
)
from ..talks import Day, Talks
from . import checks
from .decisions import Accept, Add, Decision, Edit, Judge, Reject, Signature, keys_to_set, new_claim, new_finding
from .journal import Journal
from .record_edits import alone, rewritten, with_item, with_keys
from .record_text import CLAIMS, Sheet, document_of, splice_between

_PAST = {Accept: "accepted", Reject: "rejected", Edit: "edited"}


class NeedsYesError(GoodOfficesError):
    """A decision takes something out of talks.yaml, which needs the person's yes; nothing was written."""

    def __init__(self, claim: str, told: Iterable[Consequence], question: str | None = None) -> None:
        self.claim, self.told = claim, tuple(told)
        self.question = question or f"Entries of talks.yaml rest on {claim}."
        super().__init__("; ".join(f"{one.entry} {one.told}" for one in self.told))


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, in words, and the claim concerned."""

    told: str
    claim: str | None = None


@dataclass
class _State:
    """Both files as they were read or last written, and the case that they make."""

    case: Case
    sheets: dict[str, Sheet]

    @cached_property
    def resting(self) -> dict[str, list[Node]]:
        return checks.resting_on(self.case.talks)

    @cached_property
    def index(self) -> Index:
        return Index(self.case.talks, self.case.claims)

    @cached_property
    def ids(self) -> Ids:
        return Ids(self.case.talks, self.case.record)

    @cached_property
    def by_source(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {key: [] for key in self.case.record.sources}
        for claim in self.case.record.claims:
            found.setdefault(claim.source, []).append(claim)
        return found

    @cached_property
    def offered(self) -> dict[str, tuple[Offer, ...]]:
        """What claims offer, as far as somebody has asked."""
        return {}

    @cached_property
    def numbers(self) -> dict[str, int]:
        return {claim.id: number for number, claim in enumerate(self.case.record.claims)}


@dataclass
class Store:
    """One case, one person, one process."""

    folder: Path
    by: str
    today: Callable[[], Day]
    journal: Journal = field(default_factory=Journal)
    _dismissed: set[tuple[str, str]] = field(default_factory=set)
    _retired: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._state = self._read()

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._state.case

    @property
    def shown_as(self) -> str:
        """Whose decisions these are, as the page says it."""
        return self.by

    def claims_of(self, source: str) -> list[Claim]:
        """The claims of one source, as they stand in the file."""
        return self._state.by_source.get(source, [])

    def decide(self, decision: Decision, *, yes: bool = False) -> Saved:
        """Write a decision; on return it is durable.

        Raises NeedsYesError where entries of talks.yaml rest on the claim, unless `yes`; DataError where a value is wrong or
        the files cannot be written; ChangedOnDisk where somebody else changed them. Nothing is written then.
        """
        self._require_unchanged()
        who = Signature(self.by, self.today())
        if isinstance(decision, Judge):
            return self._add_finding(new_finding(self.case, decision, who), decision.slot)
        if isinstance(decision, Add):
            return self._add_claim(new_claim(self.case, decision, who, self._retired))
        return self._change_claim(decision, keys_to_set(self.case, decision, who), yes=yes)

    def offers(self, claim: str) -> tuple[Offer, ...]:
        """What a claim would add to talks.yaml, less what the person said no to; of entries that list it only stale words."""
        offered = self._state.offered
        if claim not in offered:
            offered[claim] = tuple(self._offers(claim))
        return tuple(offer for offer in offered[claim] if (offer.claim, offer.told) not in self._dismissed)

    def open_offers(self, source: str) -> Iterator[Offer]:
        """What the claims of a source that count offer, and nobody took or said no to."""
        for claim in self.claims_of(source):
            if claim.counts:
                yield from self.offers(claim.id)

    def dismiss(self, offer: Offer) -> None:
        """Say no to an offer, for as long as this marking lives; in its words, for the ids in it may change meanwhile."""
        self._dismissed.add((offer.claim, offer.told))

    def _offers(self, claim: str) -> Iterator[Offer]:
        known = self.case.claims.get(claim)
        if known is None or not known.counts:
            return
        resting = self._state.resting.get(claim, [])
        listed = {kind.name for node in resting if (kind := kind_at(node.entry, node.steps)) is not None}
        yield from stale_offers(self._state.index, known, resting)
        yield from (one for one in offers_of(self._state.index, known) if one.choice or one.kind not in listed)

    def take(self, offer: Offer) -> Saved:
        """Write an offer to which the person said yes."""
        self._require_unchanged()
        sheet = self._state.sheets[TALKS]
        new = sheet.rewritten(written(sheet.document, offer.changes))
        checks.checked_talks(new.document, self.case.record)
        step = self.journal.begin(f"talks.yaml: {offer.told}", offer.claim)
        self._write(TALKS, new, step)
        return Saved(f"In talks.yaml: {offer.told}", offer.claim)

    def join(self, gone: str, kept: str, *, yes: bool = False) -> Saved:
        """Make two meetings, people or parties one; on return it is durable.

        Raises NeedsYesError with all that it does, unless `yes`; DataError where the two cannot be one, or a file beside them names
        the one that goes.
        """
        self._require_unchanged()
        joining = joined(self.case.talks, self.case.record, gone, kept)
        if problems := checks.named_beside(self.case, gone):
            raise DataError(problems)
        label = self.case.names.label
        return self._joined(joining, f"{gone} is {kept}", f"{label(gone)} is {label(kept)}", yes=yes)

    def move(self, key: str, *, yes: bool = False) -> Saved:
        """Make a party a third party, or a third party a party; raises as `join`."""
        self._require_unchanged()
        joining = moved(self.case.talks, key)
        other = "a third party" if key in self.case.talks.parties else "a party"
        return self._joined(joining, f"{key} is {other}", f"{self.case.names.label(key)} is {other}", yes=yes)

    def _joined(self, joining: Joining, told: str, question: str, *, yes: bool) -> Saved:
        talks, record = self._state.sheets[TALKS], self._state.sheets[RECORD]
        final = talks.rewritten(written(talks.document, joining.talks))
        new = rewritten(record, joining.record)
        read = _record(record, self.case.record, new) if joining.record else self.case.record
        checks.checked_together(final.document, new.document, read)
        if not yes:
            both = ": both files are changed." if joining.record else "."
            raise NeedsYesError("", joining.told, question + both)
        step = self.journal.begin(told)
        if joining.record:
            # Whatever comes last: between two writes no entry rests on a claim that names somebody else.
            self._write(TALKS, final.rewritten(written(final.document, joining.between)), step)
            self._write(RECORD, new, step)
        self._write(TALKS, final, step)
        return Saved(f"Saved: {told}")

    def undo(self) -> Saved:
        """Take back the last decision or offer that stands; DataError where that cannot be done any more."""
        self._require_unchanged()
        last = self.journal.last()
        if last is None:
            raise _refusal("nothing to undo", "a decision made since the case was opened")
        before = set(self.case.claims)
        try:
            for file, splice in self.journal.reverse(last.number):
                sheet = self._state.sheets[file].spliced(splice)
                if file == TALKS:
                    checks.checked_talks(sheet.document, self.case.record)
                self._write(file, sheet, last.number, undoes=True)
        except ValueError as error:
            raise _refusal(f"that cannot be undone: {error}", "a change by hand") from error
        self.journal.close(last.number)
        self._retired |= before - set(self.case.claims)
        return Saved(f"Undone: {last.told}", last.claim if last.claim in self.case.claims else None)

    def changed_on_disk(self) -> list[str]:
        """The files that somebody else changed since they were read or written here."""
        return [name for name, sheet in self._state.sheets.items() if _digest(sheet) != sheet.sha256]

    def reload(self) -> None:
        """Read the case again; DataError, and the case stays as it was, where it has mistakes by now."""
        before, after = self._state, self._read()
        if any(sheet.text != before.sheets[name].text for name, sheet in after.sheets.items()):
            self.journal.close_all()
            self._retired |= before.case.claims.keys() - after.case.claims.keys()
        self._state = after

    def _read(self) -> _State:
        # The files first: what changes while the case is read no longer fits these digests, and is not overwritten.
        sheets = {name: Sheet.read(self.folder / name) for name in (TALKS, RECORD) if (self.folder / name).exists()}
        return _State(read_case(self.folder), sheets)

    def _require_unchanged(self) -> None:
        changed = self.changed_on_disk()
        if changed:
            found, expected = (
                "a file changed since it was read",
                "a look at it: reload, then decide again; nothing was written",
            )
            raise ChangedOnDisk(Problem(str(self.folder / name), 0, 0, found, expected) for name in changed)

    def _change_claim(self, decision: Accept | Reject | Edit, keys: dict[str, Plain], *, yes: bool) -> Saved:
        key, past = decision.claim, _PAST[type(decision)]
        if not keys:
            return Saved(f"{key} was {self.case.claims[key].status} before; nothing changed", key)
        number, record = self._state.numbers[key], self._state.sheets[RECORD]
        new = record.edited(number, lambda document, index: with_keys(document, index, keys))
        claim = checks.checked_claim(alone(new, number), self.case, self._state.ids)
        if problems := unfit_beside(self.case, claim):
            # Nothing is taken out of these files: what a party is held to want is a judgement, and a person's to change.
            raise DataError(problems)
        talks = self._state.sheets[TALKS]
        entries = self._state.resting.get(key, [])
        unfit = checks.unfit_for(talks.document, self.case, claim, entries) if entries else []
        gone = withdrawal(self._state.index, self.case.claims[key], unfit)
        if unfit and not yes:
            raise NeedsYesError(key, reversed(gone))
        step = self.journal.begin(f"{key} {past}", key)
        if unfit:
            text = written(talks.document, [change for one in gone for change in one.changes])
            # talks.yaml first: between the two writes no entry rests on a claim that does not count.
            self._write(TALKS, talks.rewritten(text), step)
        offered = self._state.offered
        self._write(RECORD, new, step)
        if isinstance(decision, Accept):  # all accounts tell what they told: what the others offer is as it was
            offered.pop(key, None)
            self._state.__dict__["offered"] = offered
        return Saved(f"Saved: {key} {past}", key)

    def _add_claim(self, entry: dict[str, Plain]) -> Saved:
        sheet = self._state.sheets[RECORD]
        new = sheet.appended(entry, lambda document: with_item(document, CLAIMS, entry))
        claims: Any = new.value[CLAIMS]
        checks.checked_claim(alone(new, len(claims) - 1), self.case, self._state.ids)
        key = str(entry["id"])
        self._write(RECORD, new, self.journal.begin(f"{key} added", key))
        return Saved(f"Saved: {key} added", key)

    def _add_finding(self, entry: dict[str, Plain], slot: str) -> Saved:
        sheet = self._state.sheets[RECORD]
        new = sheet.rewritten(with_item(sheet.document, "findings", entry))
        _, problems = validated(document_of(sheet.path, {**checks.FORMAT, "findings": [entry]}), Record)
        if problems:
            raise DataError(Problem("verdict", 0, 0, p.found, p.expected, p.nearest) for p in problems)
        self._write(RECORD, new, self.journal.begin(f"finding on {slot}"))
        return Saved(f"Saved: a finding on {slot}")

    def _write(self, file: str, new: Sheet, step: int, *, undoes: bool = False) -> None:
        """Write a file, and only then let it count here."""
        old = self._state.sheets[file]
        state = self._state_with(file, new)
        splice = splice_between(old.text, new.text)
        write_text(new.path, new.data, replacing=old.sha256)
        self._state = state
        self.journal.note(file, splice, step, undoes=undoes)

    def _state_with(self, file: str, new: Sheet) -> _State:
        sheets, case = {**self._state.sheets, file: new}, self.case
        if file == TALKS:
            talks, problems = validated(new.document, Talks)
            if talks is None:
                raise DataError(problems)
            return _State(replace(case, talks=talks), sheets)
        record = _record(self._state.sheets[RECORD], case.record, new)
        anchors = dict(_anchors(case, record))
        state = _State(replace(case, record=record, anchors=anchors), sheets)
        state.__dict__["resting"] = self._state.resting  # the talks are the same, and walking them takes time
        return state


def _record(before: Sheet, record: Record, after: Sheet) -> Record:
    """The record of a new text: claims whose values are the very same objects are not read again."""
    old: Any = before.value.get(CLAIMS) or []
    new: Any = after.value.get(CLAIMS) or []
    known = {id(value): claim for value, claim in zip(old, record.claims, strict=True)}
    fresh = [value for value in new if id(value) not in known]
    if len(fresh) == len(new):
        document = after.document
    else:
        findings = {"findings": after.value["findings"]} if after.value.get("findings") else {}
        document = document_of(after.path, {**checks.FORMAT, CLAIMS: fresh, **findings})
    read, problems = validated(document, Record)
    if read is None:
        raise DataError(problems)
    added = iter(read.claims)
    claims = tuple(known[id(value)] if id(value) in known else next(added) for value in new)
    return replace(record, claims=claims, findings=read.findings)


def _anchors(case: Case, record: Record) -> Iterator[tuple[str, Anchor]]:
    """Where the words of each claim stand; a new claim always says it."""
    for claim in record.claims:
        if claim.id in case.anchors:
            yield claim.id, case.anchors[claim.id]
        elif claim.start is not None and claim.end is not None:
            yield claim.id, Anchor(claim.start, claim.end)


def _digest(sheet: Sheet) -> str:
    try:
        return sha256_of(read_bytes(sheet.path, below=sheet.path.parent))
    except DataError:
        return "no file that can be read"


def _refusal(found: str, expected: str) -> DataError:
    return DataError([Problem("undo", 0, 0, found, expected)])
