"""Marking by oneself: each reader's decisions go into a file of their own, and nobody else's decision is shown.

1. Whatever anybody decided on a claim of the record, the reader sees it as proposed; findings are not shown.
2. A decision goes into decisions/NAME.yaml and nowhere else: neither the record nor the talks change.
3. What is no decision on a claim (findings, who is who, entries of the talks) waits for a marking that is not blind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..case import Anchor, Case
from ..case.decisions import FOLDER, decisions_file, read_decisions_file
from ..case.validate import from_plain
from ..case.write import document_text, entry_data
from ..documents import Plain, excerpt, make_folder, read_bytes, sha256_of, write_text
from ..errors import DataError, Problem
from ..record import Claim
from ..record.decisions import Decisions, OneDecision
from ..synthesis import Offer
from ..talks import UNSAID
from . import checks
from .decisions import Add, Decision, Judge, Signature, keys_to_set, new_claim
from .record_text import CLAIMS, Splice, document_of
from .store import Saved, Store, _State

_SIGNED = frozenset({"status", "decided_by", "decided_on", "entered_by", "entered_on"})
_COMMENT = """\
What {} decided on the claims of record.yaml, by himself.
Written by `goodoffices mark --blind` and `review --blind`; `agreement` compares."""
_NOTHING = Splice(0, "", "")


@dataclass
class Blind(Store):
    """One case, one reader who sees nobody else's decisions."""

    _mine: Decisions = field(default=Decisions(format="decisions/1", by=""), init=False)
    _digest: str | None = field(default=None, init=False)
    _before: list[Decisions] = field(default_factory=list, init=False)

    @property
    def path(self) -> Path:
        """The file of the reader's decisions."""
        return decisions_file(self.folder, self.by)

    @property
    def shown_as(self) -> str:
        """Whose decisions these are, and that nobody else's are shown."""
        return f"{self.by}, by yourself: nobody else's decisions are shown"

    def decide(self, decision: Decision, *, yes: bool = False) -> Saved:
        """Write a decision into the reader's own file; on return it is durable. Raises as `Store.decide`."""
        self._require_unchanged()
        who = Signature(self.by, self.today())
        if isinstance(decision, Judge):
            raise _waits("a finding")
        if isinstance(decision, Add):
            return self._add(new_claim(self.case, decision, who, self._retired))
        keys = keys_to_set(self.case, decision, who)
        key = decision.claim
        if not keys:
            return Saved(f"{key} was {self.case.claims[key].status} before; nothing changed", key)
        if any(claim.id == key for claim in self._mine.added):
            raise _waits("another decision on a claim that you recorded; undo it instead")
        return self._decide(key, keys, who)

    def _decide(self, key: str, keys: Mapping[str, Plain], who: Signature) -> Saved:
        before = self._mine.decisions.get(key)
        values: dict[str, Any] = dict(before.values) if before and keys["status"] == "edited" else {}
        values |= {name: value for name, value in keys.items() if name not in _SIGNED}
        claim = {**entry_data(self.case.claims[key]), **keys}
        checks.checked_claim(document_of(self.path, {CLAIMS: [claim]}), self.case, self._state.ids)
        status = str(keys["status"])
        one = from_plain(OneDecision, {"status": status, "on": str(who.on), "values": values})
        decided = {**self._mine.decisions, key: one}
        return self._save(replace(self._mine, decisions=decided), f"{key} {status}", key)

    def _add(self, entry: dict[str, Plain]) -> Saved:
        checks.checked_claim(document_of(self.path, {CLAIMS: [entry]}), self.case, self._state.ids)
        claim = from_plain(Claim, entry)
        return self._save(replace(self._mine, added=(*self._mine.added, claim)), f"{claim.id} added", claim.id)

    def _save(self, mine: Decisions, told: str, claim: str) -> Saved:
        before = self._mine
        self._write_mine(mine)
        self._before.append(before)
        self.journal.note(FOLDER, _NOTHING, self.journal.begin(told, claim))
        return Saved(f"Saved: {told}", claim)

    def _write_mine(self, mine: Decisions) -> None:
        make_folder(self.path.parent, self.folder)
        text = document_text(_COMMENT.format(self.by), entry_data(mine))
        write_text(self.path, text, replacing=self._digest, below=self.folder)
        self._mine, self._digest = mine, sha256_of(text.encode())
        self._state = _State(self._shown(self._whole), self._state.sheets)

    def undo(self) -> Saved:
        """Take back the last decision that stands; DataError where there is none."""
        self._require_unchanged()
        last = self.journal.last()
        if last is None:
            raise DataError([Problem("undo", 0, 0, "nothing to undo", "a decision made since the case was opened")])
        gone = {claim.id for claim in self._mine.added}
        self._write_mine(self._before.pop())
        self.journal.close(last.number)
        self._retired |= gone - {claim.id for claim in self._mine.added}
        return Saved(f"Undone: {last.told}", last.claim if last.claim in self.case.claims else None)

    def offers(self, claim: str) -> tuple[Offer, ...]:
        """None: the talks do not change."""
        return ()

    def open_offers(self, source: str) -> Iterator[Offer]:
        """None: the talks do not change."""
        yield from ()

    def take(self, offer: Offer) -> Saved:
        """Refused: the talks do not change."""
        raise _waits("an entry of talks.yaml")

    def join(self, gone: str, kept: str, *, yes: bool = False) -> Saved:
        """Refused: the talks do not change."""
        raise _waits("two that are made one")

    def move(self, key: str, *, yes: bool = False) -> Saved:
        """Refused: the talks do not change."""
        raise _waits("who is a party")

    def changed_on_disk(self) -> list[str]:
        """The files that somebody else changed since they were read or written here."""
        mine = [] if self._on_disk() == self._digest else [self.path.relative_to(self.folder).as_posix()]
        return [*super().changed_on_disk(), *mine]

    def reload(self) -> None:
        """Read the case and the decisions again; what was decided before can be undone no more."""
        self._state = self._read()
        self.journal.close_all()
        self._before.clear()

    def _on_disk(self) -> str | None:
        try:
            return sha256_of(read_bytes(self.path, below=self.folder))
        except DataError:
            return None

    def _read(self) -> _State:
        state = super()._read()
        self._whole = state.case
        self._mine, self._digest = Decisions(format="decisions/1", by=self.by), None
        if self.path.exists() or self.path.is_symlink():
            self._mine, self._digest = read_decisions_file(self.path, self.folder, state.case.record)
        if self._mine.by != self.by:
            found = f"the decisions of {excerpt(self._mine.by)}"
            raise DataError([Problem(str(self.path), 0, 0, found, f"those of {excerpt(self.by)}: take another name")])
        return _State(self._shown(state.case), state.sheets)

    def _shown(self, case: Case) -> Case:
        """The case as the reader sees it: everything proposed, but for what he decided himself."""
        claims = tuple(_as_decided(claim, self._mine.decisions.get(claim.id), self.by) for claim in case.record.claims)
        record = replace(case.record, claims=(*claims, *self._mine.added), findings=())
        anchors = dict(case.anchors)
        for one in self._mine.added:
            if one.start is not None and one.end is not None:
                anchors[one.id] = Anchor(one.start, one.end)
        return replace(case, record=record, anchors=anchors)


def _as_decided(claim: Claim, decision: OneDecision | None, by: str) -> Claim:
    bare = replace(claim, status="proposed", decided_by=None, decided_on=UNSAID)
    if decision is None:
        return bare
    values: dict[str, Any] = {k: list(v) if isinstance(v, tuple) else v for k, v in decision.values.items()}
    data = {**entry_data(bare), **values, "status": decision.status, "decided_by": by, "decided_on": str(decision.on)}
    return from_plain(Claim, data)


def _waits(what: str) -> DataError:
    return DataError(
        [Problem("blind marking", 0, 0, what, "decisions on claims only: the rest is for `mark` without --blind")]
    )
