"""From what a person types to the typed values of a claim: names become ids, days are read, nothing is guessed."""

import re
from collections.abc import Iterable, Mapping
from typing import get_args

from ..case import Case
from ..documents import Plain, excerpt
from ..language.folding import fold
from ..record import NARRATOR, Claim, family_of
from ..record.claim import ClaimType, Modality
from ..record.predicates import PREDICATES
from ..talks import Day
from .decisions import plain, refused, require_predicate

TYPES: tuple[str, ...] = get_args(ClaimType)
MODALITIES: tuple[str, ...] = get_args(Modality)
OFFERED: tuple[str, ...] = tuple(dict.fromkeys(predicate for row in PREDICATES.values() for predicate in row))
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_IN_BRACKETS = re.compile(r".*\(([^()]+)\)")
TEXT_FIELDS = ("hedge", "as_printed", "note")


def typed(case: Case, form: Mapping[str, str], claim: Claim | None = None) -> dict[str, Plain]:
    """The values that a form gives; of a claim that is edited, what the form shows unchanged stays as it was.

    Raises DataError with the field where something is none.
    """
    read = _Reader(case, form, claim)
    values: dict[str, Plain] = {
        "type": read.one_of("type", TYPES), "subject": read.thing("subject"),
    }  # fmt: skip
    values["predicate"] = read.predicate(str(values["type"]))
    values["value"] = read.value(str(values["type"]), str(values["predicate"]))
    values["meeting"] = read.reference("meeting", ("meetings",))
    values["for_party"] = read.reference("for_party", ("parties", "third_parties"))
    values["issue"] = read.reference("issue", ("issues",))
    values["option"] = read.option(values["issue"])
    values["qualifiers"] = read.qualifiers()
    values["attributed_to"] = read.speakers()
    values["modality"] = read.one_of("modality", MODALITIES, "asserted")
    values["direct"] = form.get("direct") == "yes"
    values |= {key: form.get(key, "").strip() or None for key in TEXT_FIELDS}
    return {key: value for key, value in values.items() if key in form or key in ("type", "direct") or claim is None}


def shown(case: Case, claim: Claim) -> dict[str, str]:
    """A claim as the form shows it: names where there are ids."""
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    label = case.names.label
    return {
        "type": claim.type, "subject": label(claim.subject), "predicate": claim.predicate,
        "value": ", ".join(label(v) if isinstance(v, str) else _number(v) for v in values),
        "meeting": label(claim.meeting or ""), "for_party": label(claim.for_party or ""), "issue": label(claim.issue or ""),
        "option": claim.option or "", "modality": claim.modality, "direct": "yes" if claim.direct else "",
        "attributed_to": ", ".join(_speaker(case, s) for s in claim.attributed_to if s != NARRATOR),
        "qualifiers": "; ".join(f"{key}: {_number(value)}" for key, value in claim.qualifiers.items()),
        "hedge": claim.hedge or "", "as_printed": claim.as_printed or "", "note": claim.note or "",
    }  # fmt: skip


def _number(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _speaker(case: Case, key: str) -> str:
    return case.names.label(key.removesuffix("?")) + ("?" if key.endswith("?") else "")


def id_or_words(case: Case, text: str) -> str:
    """The id that a name means; words that the case does not know stay words."""
    bracketed = _IN_BRACKETS.fullmatch(text)
    if bracketed and bracketed[1] in case.names:
        return bracketed[1]
    key = case.names.id(text)
    return key if key in case.names else text


def reference_to(case: Case, field: str, text: str, kinds: tuple[str, ...]) -> str:
    """The id of one of these kinds that a name means; DataError with the field where it means none."""
    known = [key for kind in kinds for key in getattr(case.talks, kind)]
    # Of this kind first: a person and a party may bear one name.
    named = next((key for key in known if fold(case.names.label(key)) == fold(text)), None)
    found = text if text in known else named or id_or_words(case, text)
    if found not in known:
        wanted = " or ".join(kind.replace("_", " ") for kind in kinds)
        raise refused(field, excerpt(text) if text else "nothing", f"one of the {wanted} of talks.yaml")
    return found


class _Reader:
    """Reads one form, field by field."""

    def __init__(self, case: Case, form: Mapping[str, str], claim: Claim | None) -> None:
        self.case, self.form, self.claim = case, form, claim
        self.before = shown(case, claim) if claim else {}

    def text(self, key: str) -> str:
        return " ".join(self.form.get(key, "").split())

    def unchanged(self, key: str) -> bool:
        """Whether the form gives back what it showed: then the value stays, even one that the form shows poorly."""
        return key in self.before and self.text(key) == " ".join(self.before[key].split())

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> Plain:
        found = self.text(key) or default or ""
        if found not in known:
            raise refused(key, excerpt(found) if found else "nothing", f"one of {', '.join(known)}")
        return found

    def predicate(self, type_: str) -> str:
        """A predicate that goes with the type; one that the claim has already stays, whatever it is."""
        found = self.text("predicate")
        if self.claim is not None and self.claim.type == type_ and self.unchanged("predicate"):
            return found
        if not _WORD.fullmatch(found):
            raise refused("predicate", excerpt(found) if found else "nothing", "a word in small letters, such as heads")
        require_predicate(type_, found)
        return found

    def thing(self, key: str) -> Plain:
        if self.claim is not None and self.unchanged(key):
            return plain(self.claim, key)
        if not self.text(key):
            raise refused(key, "nothing", "a name that the case knows, or words")
        return self.id_or_words(self.text(key))

    def id_or_words(self, text: str) -> str:
        return id_or_words(self.case, text)

    def value(self, type_: str, predicate: str) -> Plain:
        if self.claim is not None and self.unchanged("value") and self.claim.predicate == predicate:
            return plain(self.claim, "value")
        text, kind = self.text("value"), family_of(type_, predicate).kind
        if not text:
            raise refused("value", "nothing", "what is said of the subject")
        if kind == "day":
            try:
                return str(Day.parse(text))
            except ValueError as error:
                raise refused("value", excerpt(text), str(error)) from None
        if kind == "actors":
            return [self.id_or_words(part.strip()) for part in text.split(",") if part.strip()]
        return self.id_or_words(text) if kind in ("role", "sequence", "name") else text

    def reference(self, key: str, kinds: tuple[str, ...]) -> Plain:
        if self.claim is not None and self.unchanged(key):
            return plain(self.claim, key)
        text = self.text(key)
        if not text:
            return None
        return reference_to(self.case, key, text, kinds)

    def option(self, issue: Plain) -> Plain:
        text = self.text("option")
        if not text:
            return None
        if not isinstance(issue, str):
            raise refused("option", excerpt(text), "an issue beside it")
        options = self.case.talks.issues[issue].options
        found = next((key for key, label in options.items() if text in (key, label)), None)
        if found is None:
            raise refused("option", excerpt(text), f"an option of {issue}: {', '.join(options)}")
        return found

    def speakers(self) -> Plain:
        if self.claim is not None and self.unchanged("attributed_to"):
            return plain(self.claim, "attributed_to")
        chain: list[Plain] = [NARRATOR]
        for part in filter(None, map(str.strip, self.form.get("attributed_to", "").split(","))):
            doubt = "?" if part.endswith("?") else ""
            key = self.id_or_words(part.removesuffix("?").strip())
            if key != NARRATOR:
                chain.append(key + doubt)
        return chain

    def qualifiers(self) -> Plain:
        if self.claim is not None and self.unchanged("qualifiers"):
            return plain(self.claim, "qualifiers")
        found: dict[str, Plain] = {}
        for part in filter(None, map(str.strip, self.form.get("qualifiers", "").split(";"))):
            key, colon, value = part.partition(":")
            if not colon or not key.strip() or not value.strip():
                raise refused("qualifiers", excerpt(part), "a name and a value, such as duration: 30 days")
            found[key.strip()] = value.strip()
        return found
