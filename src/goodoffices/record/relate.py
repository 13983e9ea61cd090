"""The relation of two answers: their family says how values compare, the moment of writing has the last word."""

from collections.abc import Callable

from ..language.folding import fold
from ..language.transliteration import same_letters
from ..language.wording import overlap
from . import opposed, values
from .calling_off import CALLED_OFF, calls_off
from .claim import Claim
from .names import Names
from .opposed import denied
from .predicates import FAMILIES, HOLDERS, NEXT, OUTCOME, POSITION, SAID, SIGNED, Family, entails, excludes
from .relation import Relation
from .slots import Answer, Slot
from .source import Source
from .tenure import one_after_the_other

# What these claims say need not have come true, so what came out otherwise does not contradict them.
_UNREAL = frozenset({"future", "conditional", "possible", "aim"})
# Questions so narrow that two answers always speak of the same thing.
_NARROW = frozenset(f for f in FAMILIES if f.name in {"lasted", "size", "begins", "ends", "numbers", "term"})
# Families in which `as_printed` spells the value; elsewhere it spells the subject.
_PRINTS_VALUE = frozenset({"place", "venue", "format"})


class Relater:
    """Computes relations; knows the case's names and when each source was written."""

    def __init__(self, names: Names, sources: dict[str, Source]) -> None:
        self._names = names
        self._sources = sources
        self._by_kind: dict[str, Callable[[Family, Answer, Answer], Relation]] = {
            "day": lambda _, a, b: values.days(str(a.claim.value), str(b.claim.value)),
            "name": lambda _, a, b: values.names(str(a.claim.value), str(b.claim.value)),
            "actors": lambda _, a, b: values.actors(self._actors(a.claim), self._actors(b.claim)),
            "sequence": lambda _, a, b: Relation.AGREE if _order(a) == _order(b) else Relation.CONTRADICTS,
            "post": lambda _, a, b: values.posts(str(a.claim.value), str(b.claim.value)),
            "held": lambda _, a, b: _held(a.claim, b.claim),
            "role": self._roles,
            "text": self._texts,
        }

    def relation(self, slot: Slot, a: Answer, b: Answer) -> Relation:
        """The relation of two answers of two sources in one slot."""
        family = slot.family
        found = self._by_polarity(family, a, b) or self._by_kind[family.kind](family, a, b)
        if found is Relation.AGREE:
            found = _by_qualifiers(a.claim, b.claim) or self._by_print(family, a, b) or found
        if found is Relation.CONTRADICTS:
            other = self._other_moment(family, a.claim, b.claim)
            return Relation.DIFFERS_QUALIFIER if other else self._by_time(family, a.claim, b.claim)
        return found

    def _other_moment(self, family: Family, a: Claim, b: Claim) -> bool:
        """Whether two claims are told of different moments; of a meeting called off `when` is the day on which that was done."""
        return family.kind != "held" and (_other_moment(a, b) or self._other_post(family, a, b))

    def _other_post(self, family: Family, a: Claim, b: Claim) -> bool:
        """Whether two posts of one person are told of different days, so that he can have held both."""
        return family.kind == "post" and one_after_the_other(a, b, self._sources)

    def _by_polarity(self, family: Family, a: Answer, b: Answer) -> Relation | None:
        """Texts weigh a denial themselves; elsewhere one denying the other's very value contradicts it."""
        if family.kind in ("text", "role", "held") or a.said.denies == b.said.denies:
            return None
        same = self._by_kind[family.kind](family, a, b)
        return Relation.CONTRADICTS if same in (Relation.AGREE, Relation.VARIANT_SPELLING) else Relation.VARIANT_WORDING

    def _roles(self, family: Family, a: Answer, b: Answer) -> Relation:
        if family in HOLDERS or family is SIGNED:
            return self._holders(family, a, b)
        if a.said.denies or b.said.denies:
            return self._away(family, a, b)
        if a.said.predicate == b.said.predicate:
            return self._sides(a, b)
        return self._parts(family, a, b)

    def _away(self, family: Family, a: Answer, b: Answer) -> Relation:
        """Who did not attend had no part at all; who did not mediate may have attended: the stronger is denied with the weaker."""
        no, other = (a, b) if a.said.denies else (b, a)
        weaker, stronger = no.said.predicate, other.said.predicate
        if {weaker, stronger} <= _FOR_A_PARTY and no.target != other.target:
            return Relation.VARIANT_WORDING
        implied = entails(family, weaker, stronger)
        if not other.said.denies:
            return Relation.CONTRADICTS if weaker == stronger or implied else Relation.VARIANT_WORDING
        if weaker == stronger:
            return self._sides(a, b)
        return Relation.REFINES if implied or entails(family, stronger, weaker) else Relation.VARIANT_WORDING

    def _parts(self, family: Family, a: Answer, b: Answer) -> Relation:
        """Two different parts of one actor: who is neutral in a meeting cannot speak for one of its parties there."""
        first, second = a.said.predicate, b.said.predicate
        if excludes(family, first, second) and not _same_side(a, b):
            return Relation.CONTRADICTS
        if entails(family, first, second) or entails(family, second, first):
            return Relation.REFINES
        return Relation.VARIANT_WORDING

    def _sides(self, a: Answer, b: Answer) -> Relation:
        """The same part: of the same party, where both say of which. Nobody accompanies one person only."""
        if a.said.predicate == "accompanies":
            return Relation.AGREE if a.target == b.target else Relation.VARIANT_WORDING
        sides = [self._side(x) for x in (a, b)]
        if None not in sides and sides[0] != sides[1]:
            return Relation.CONTRADICTS
        return Relation.AGREE

    def _side(self, answer: Answer) -> str | None:
        if answer.claim.predicate in _FOR_A_PARTY:
            return answer.target
        return answer.for_party

    def _holders(self, family: Family, a: Answer, b: Answer) -> Relation:
        """Two holders of one role: the same agree, one acting for the other refines, two strangers contradict."""
        if a.subject == b.subject:
            return Relation.CONTRADICTS if a.said.denies != b.said.denies else Relation.AGREE
        if a.said.denies or b.said.denies:
            return Relation.VARIANT_WORDING
        if a.subject in self._stands_for(b) or b.subject in self._stands_for(a):
            return Relation.REFINES
        return Relation.CONTRADICTS

    def _stands_for(self, answer: Answer) -> set[str]:
        return {x for x in (answer.for_party, self._names.party_of(answer.subject)) if x}

    def _texts(self, family: Family, a: Answer, b: Answer) -> Relation:
        negative = (denied(a), denied(b))
        if "open" in (a.said.sign, b.said.sign):
            return opposed.left_open(a, b)
        if family is OUTCOME and (a.said.denies or b.said.denies):
            return opposed.results(a, b)
        if a.claim.option is not None and b.claim.option is not None:
            return _firmer(family, a, b, _options(a.claim, b.claim, negative))
        first, second = str(a.said.value), str(b.said.value)
        found = values.texts(first, second, negative=negative, related=family in _NARROW)
        if family is NEXT and found is not Relation.CONTRADICTS and values.elsewhere(first, second):
            return Relation.CONTRADICTS
        if found is Relation.VARIANT_WORDING and family is POSITION and _share(a.claim, b.claim):
            return Relation.DIFFERS_QUALIFIER
        if found in (Relation.REFINES, Relation.AGREE) and family is SAID and a.claim.predicate != b.claim.predicate:
            return Relation.VARIANT_WORDING
        return _firmer(family, a, b, found)

    def _actors(self, claim: Claim) -> frozenset[str]:
        value = claim.value if isinstance(claim.value, tuple) else tuple(str(claim.value).split(";"))
        return frozenset(self._names.id(v.strip()) for v in value)

    def _by_print(self, family: Family, a: Answer, b: Answer) -> Relation | None:
        """The same value in other letters or words, where a source's own print is noted."""
        if family.kind in ("day", "text", "sequence", "actors") or not (a.claim.as_printed or b.claim.as_printed):
            return None
        first, second = (self._printed(family, x) for x in (a, b))
        if fold(first) == fold(second):
            return None if first.casefold() == second.casefold() else Relation.VARIANT_SPELLING
        return Relation.VARIANT_SPELLING if same_letters(first, second) else Relation.VARIANT_WORDING

    def _printed(self, family: Family, answer: Answer) -> str:
        value = str(answer.claim.value) if family.name in _PRINTS_VALUE else self._names.label(answer.subject)
        return answer.claim.as_printed or value

    def _by_time(self, family: Family, a: Claim, b: Claim) -> Relation:
        """A contradiction is none where one speaks of what was still to come, or was written before it was known."""
        early, late = (self._sources[x.source].written in ("before", "during") for x in (a, b))
        if early != late and (family is OUTCOME or (a if early else b).modality in _UNREAL):
            return Relation.LATER_REPORT
        # What was agreed or is wanted lies ahead, whichever tense a source puts it in.
        unreal = _UNREAL - {"future"} if family in (OUTCOME, NEXT, POSITION) else _UNREAL
        # Two announcements can contradict each other; an announcement and a fact cannot.
        if (a.modality in unreal) != (b.modality in unreal):
            return Relation.VARIANT_WORDING
        return Relation.CONTRADICTS


_FOR_A_PARTY = frozenset({"heads", "represents", "member_of"})


def _held(a: Claim, b: Claim) -> Relation:
    if calls_off(a) != calls_off(b):
        return Relation.CONTRADICTS
    off = {CALLED_OFF.get(claim.predicate) for claim in (a, b)}
    return Relation.AGREE if len(off) == 1 else Relation.VARIANT_WORDING


def _same_side(a: Answer, b: Answer) -> bool:
    """A mediator's own delegate may represent the mediator: the party spoken for is the one on whose behalf the other is told."""
    speaks = [x for x in (a, b) if x.claim.predicate in _FOR_A_PARTY]
    return len(speaks) == 1 and speaks[0].target == (b if speaks[0] is a else a).for_party


def _order(answer: Answer) -> tuple[str, ...]:
    """How two meetings lie to each other: the earlier and the later, or the part and the whole."""
    pair = (answer.subject, answer.target)
    if answer.claim.predicate == "part_of":
        return ("part of", *pair)
    return pair if answer.claim.predicate == "before" else (pair[1], pair[0])


def _firmer(family: Family, a: Answer, b: Answer, found: Relation) -> Relation:
    """Of one thing wanted, to demand it says more than to call for it."""
    one, other = a.said.predicate, b.said.predicate
    firmer = a.said.asserts and b.said.asserts and (entails(family, one, other) or entails(family, other, one))
    return Relation.REFINES if found is Relation.AGREE and firmer else found


def _options(a: Claim, b: Claim, negative: tuple[bool, bool]) -> Relation:
    """Positions on options: for and against one option contradict; two options of one issue can both be wanted."""
    if a.option == b.option:
        if negative[0] != negative[1]:
            return Relation.CONTRADICTS
        return values.texts(str(a.value), str(b.value), negative=negative)
    if (
        negative == (False, False)
        and values.texts(str(a.value), str(b.value), negative=negative) is Relation.CONTRADICTS
    ):
        return Relation.CONTRADICTS
    return Relation.DIFFERS_QUALIFIER


def _share(a: Claim, b: Claim) -> bool:
    return overlap(str(a.value), str(b.value)) > 0


# Qualifiers that tie a claim to a moment: what holds at one need not hold at another.
_MOMENTS = ("as_of", "until", "since", "when", "session", "phase")


def _other_moment(a: Claim, b: Claim) -> bool:
    return any(str(a.qualifiers.get(key, "")) != str(b.qualifiers.get(key, "")) for key in _MOMENTS)


def _by_qualifiers(a: Claim, b: Claim) -> Relation | None:
    """Equal values: a qualifier more refines, another value of one qualifier differs."""
    common = a.qualifiers.keys() & b.qualifiers.keys()
    if any(fold(str(a.qualifiers[k])) != fold(str(b.qualifiers[k])) for k in common):
        return Relation.DIFFERS_QUALIFIER
    more, less = a.qualifiers.keys() - common, b.qualifiers.keys() - common
    if more and less:
        return Relation.DIFFERS_QUALIFIER
    return Relation.REFINES if more or less else None
