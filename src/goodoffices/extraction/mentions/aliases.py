"""Short forms of a party: `the Front`, `the employers`, `the Lowland delegation`, `Belgrade`; each only where one party fits."""

import re
from collections import Counter
from collections.abc import Sequence

from ...language.folding import fold
from ...language.sentences import Sentence
from .lists import capitals, same_country
from .names import Cast, Mention
from .words import KINDS_OF_PARTY, OFFICES

Table = dict[int, list[Mention]]

_TEAM = "(?:delegation|side|team|negotiators?|representatives|officials|leader|leadership|camp|contingent|spokes\\w+)"
_PARTIAL = re.compile(rf"\b([A-ZÀ-Þ][\w-]+)(?:['’]s?)? (?:{_TEAM}|(?:{'|'.join(sorted(KINDS_OF_PARTY))})s?)\b")


_APPOSED = re.compile(r", (?:the|an?) ([a-z][a-z -]{2,60})")
_SPOKEN_FOR = re.compile(
    r"\b[Tt]he ([a-z]{4,20})['’]s? (?:spokes\w+|chief executive|lawyers?|delegation|negotiators?|negotiating team|representatives?|chief negotiator|general manager)\b"
)
"""`the airport's spokesman`: the airport is a party, though it has no name."""
_FIRMS = re.compile(
    r"\b(?:AS|Ltd|Inc|plc|GmbH|SA|AG|LLC|Company|Corporation|Shipyards|Airlines|Railways|Mines|Industries|Holdings|Motors|Steel|Foods)$"
)
_UNIONS = re.compile(r"\b(?:Union|Federation|Workers|Handlers|Brotherhood|Syndicate)\b")


def stands_for(name: str, cast: Cast) -> str | None:
    """The party of the text whose capital this is, if the text names that party."""
    country = capitals().get(fold(name)) if not name.isupper() else None
    return cast.parties.get(same_country(country)) if country else None


def short_names(parts: Sequence[Sentence], cast: Cast, table: Table) -> None:
    """The places of the short forms of bodies."""
    if not cast.short:
        return
    forms = "|".join(sorted(map(re.escape, cast.short), key=len, reverse=True))
    pattern = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]his|[Oo]ur) ({forms})\b(?! of\b)", re.I)
    for part in parts:
        if part.heading:
            continue
        taken = table.setdefault(part.number, [])
        for match in pattern.finditer(part.text):
            word = match[1]
            if not word[0].isupper() and word.lower() not in _COMMON and word.lower() not in cast.common:
                continue
            if word[0].isupper() and re.match(r" (?:and |of )?[A-ZÀ-Þ]", part.text[match.end() : match.end() + 6]):
                continue
            start, end = part.start + match.start(1), part.start + match.end(1)
            if not any(m.start < end and start < m.end for m in taken):
                taken.append(Mention("C", start, end, cast.short[word.lower()], core=(start, end)))


_COMMON = frozenset(
    "government management rebels union company federation council movement front association state rebels committee".split()
)


def short_forms(text: str, cast: Cast) -> None:
    """`the Front`, `the Council`, `the government`: the last word of the one body that has it."""
    heads: Counter[str] = Counter()
    full: dict[str, str] = {}
    for name in dict.fromkeys(cast.parties.values()):
        words = name.split()
        if len(words) > 1:
            for word in {words[-1], words[0] if words[1:2] == ["of"] else words[-1]}:
                heads[word.lower()] += 1
                full[word.lower()] = name
    for match in re.finditer(
        r"\b[Tt]he ([A-Z]?[a-z]{1,30}) (?:state )?government\b|\b[Gg]overnment of (?:the )?((?:[A-ZÀ-Þ][\w-]+ ?){1,4})",
        text,
    ):
        party = cast.party((match[1] or match[2] or "").strip())
        if party:
            for word in ("government", "state") if "state government" in match[0] else ("government",):
                heads[word] += full.get(word) != party
                full[word] = party
    for match in re.finditer(
        r"\b(?:[Mm]anagement of (?:the )?|)\b([A-ZÀ-Þ][\w&.-]{0,30}(?: [\w&.-]{1,30}){0,3}?)(?= (?:AS|Ltd|Inc|plc|GmbH|SA|AG|LLC)\b)|\b[Mm]anagement of ((?:[A-ZÀ-Þ][\w&.-]{0,30}|del|de)(?: (?:[A-ZÀ-Þ][\w&.-]{0,30}|del|de)){0,3})",
        text,
    ):
        party = cast.party((match[1] or match[2]).strip())
        if party:
            heads["company"] += full.get("company") != party
            full["company"] = party
    _kinds(text, cast)
    spoken = sorted(set(_SPOKEN_FOR.findall(text)) - OFFICES - set(cast.short))
    cast.common.update(spoken)
    for word in (*spoken, "government", "company", "management", "rebels", "union"):
        if (
            word not in full
            and word not in cast.short
            and text.count(f"he {word} ") + text.count(f"he {word}’s ") + text.count(f"he {word}'s ") >= 2
        ):
            cast.parties[word] = f"the {word}"
            heads[word], full[word] = 1, f"the {word}"
    cast.short.update({word: full[word] for word, count in heads.items() if count == 1})
    _partial(text, cast)
    _members(text, cast)


def _one(cast: Cast, word: str) -> str | None:
    """The one party in whose name a word stands."""
    with_word = {name for name in cast.parties.values() if word in name.split()}
    return with_word.pop() if len(with_word) == 1 else None


def _partial(text: str, cast: Cast) -> None:
    """`the Lowland delegation` where one party is the Lowland Provincial Government."""
    for match in _PARTIAL.finditer(text):
        word = match[1]
        party = _one(cast, word) if cast.party(word) is None else None
        if party and word.lower() not in OFFICES:
            cast.short[word.lower()] = party


def _kinds(text: str, cast: Cast) -> None:
    """What a party is said to be: `the Eastern Front, the guerrilla group`: the guerrillas, the guerrilla delegation."""
    found: dict[str, set[str]] = {}
    names_ = tuple(dict.fromkeys(cast.parties.values()))
    for match in _APPOSED.finditer(text):
        kinds = [word.rstrip("s") for word in match[1].split()[:4] if word.rstrip("s") in KINDS_OF_PARTY]
        before = text[max(0, match.start() - 80) : match.start()]
        for name in names_ if kinds else ():
            if before.endswith(name):
                for word in kinds:
                    found.setdefault(word, set()).add(name)
    for word, mark in (("company", _FIRMS), ("union", _UNIONS), ("employer", _FIRMS), ("firm", _FIRMS)):
        fitting = {name for name in cast.parties.values() if mark.search(name)}
        if word not in found and len(fitting) == 1:
            found[word] = fitting
    for word, names in found.items():
        for form in (word, word + "s"):
            if len(names) == 1 and form not in cast.short:
                cast.short[form] = next(iter(names))
                cast.common.add(form)


def _members(text: str, cast: Cast) -> None:
    """`the employers` of the Employers' Association, `the traders` of the Traders' Association."""
    found: dict[str, set[str]] = {}
    for name in dict.fromkeys(cast.parties.values()):
        for match in re.finditer(
            r"\b([A-Z][a-z]+s)(?=['’]|$| (?:Union|Association|Federation|Council|Committee))", name
        ):
            found.setdefault(match[1].lower(), set()).add(name)
    for word, names in found.items():
        if len(names) == 1 and word not in cast.short and re.search(rf"\b[Tt]he {word}\b|\b{word.title()}['’] ", text):
            cast.short[word] = next(iter(names))
            cast.common.add(word)
