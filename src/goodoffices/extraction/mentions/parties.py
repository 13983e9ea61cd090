"""Which names of a text are parties and other bodies: by the list of countries, by the kind of body, by how they are spoken of."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...language.folding import fold
from .lists import adjective_of, capitals, countries, demonym, same_country
from .names import Cast, bare, bare_name, is_body, is_office
from .runs import Run
from .words import BODIES, BODY_HEADS, HONORIFICS, MODIFIERS

_BEFORE_PARTY = re.compile(
    r"(?:(?:delegates?|envoys?|delegations?|representatives?|officials|team|negotiators|envoys|government|leaders?|leadership|behalf|management|side|people|delegates|"
    r"Republic|Kingdom|State|Government|Delegations?|Representatives?|Officials|Officials|Negotiators|Emirate|Sultanate) (?:of|from)"
    r"|[A-ZÀ-Þ]\. (?:[a-z]{2,4} )*[A-ZÀ-Þ][\w’'-]+,? for"
    r"|[Bb]etween|Present for|^For|against|hosted by|mediated by|(?:[Aa]nybody|[Nn]obody|[Aa]nyone|[Nn]o one|[Ss]omeone|[Ss]omebody) from)"
    r"(?: both)?(?: the)?(?: \w+)? $"
)
_AFTER_PARTY = re.compile(
    r"(?:['’]s)?,? (?:(?:state|chief|main|lead|rebel|military|new|own|national|union|top|deputy) ){0,2}"
    r"(?:government|delegation|side|team|negotiators?|representatives|officials|authorities|delegates?|envoys?|foreign minister|"
    r"president|prime minister|leader|leaders|spokes\w+|minister|chief|founder)\b"
    r"|, (?:the|an?) (?:[\w-]+ ){0,3}(?:developer|company|firm|contractor|operator|movement|group|coalition|alliance|union|association|front|militia|party"
    r"|federation|consortium|tribe|clan|community|airline|employer|owner|organi[sz]ation|subsidiary|guerrillas|rebels)\b"
)
_SPEAKS = re.compile(
    r" (?:has |have |had |also )*(?:expressed support|insists on|insisted on|demands|supports|backs|rejects|proposes|calls for|called for|opposes|refuses) "
)
_AND_SO_ON = re.compile(r",? and (?:the )?(?:\w+ )?$|, (?:the )?$| / $|/$")


def gather_parties(text: str, found: Iterable[Run], cast: Cast) -> None:
    """Enter the parties of a text: listed countries, bodies, and whatever is spoken of as a party is."""
    all_runs = list(found)
    lower = Counter(t.text for r in all_runs for t in r.tokens if len(r.tokens) == 1)
    parts_of_longer = {t.text for r in all_runs if len(r.tokens) > 1 for t in (r.tokens[0], r.tokens[-1])}
    adjectives: dict[str, list[str]] = {}
    for word in _words_of(all_runs):
        adjectives.setdefault(fold(word)[:3], []).append(word)
    chained = -1
    surnames = {
        r.tokens[-1].text
        for r in all_runs
        if len(r.tokens) > 1 and not is_body(r) and r.tokens[-2].low not in ("of", "the", "and", "&", "for")
    }
    paired: set[int] = set()
    for one, two in pairwise(all_runs):
        if (
            one.sentence == two.sentence
            and _in_pair(one, two, text)
            and max(len(one.tokens), len(two.tokens))
            < 2 + sum(is_body(r) or r.tokens[-1].low in _FIRM for r in (one, two))
        ):
            paired |= {one.start, two.start}
    for run in all_runs:
        name = _print(bare_name(run))
        spoken = _BEFORE_PARTY.search(text[max(0, run.start - 60) : run.start]) or _AFTER_PARTY.match(text, run.end)
        if not spoken and _SPEAKS.match(text, run.end) and len(run.tokens) <= 2:
            spoken = None if name in parts_of_longer else _SPEAKS.match(text, run.end)
        if (
            spoken
            and len(run.tokens) == 1
            and name in surnames
            and re.match(r"['’]s (?:side|team|camp|delegation)", text[run.end : run.end + 14])
        ):
            spoken = None
        listed = chained >= 0 and _AND_SO_ON.fullmatch(text[chained : run.start]) is not None
        listed_for = text[run.end : run.end + 2] == ": " and text[max(0, run.start - 4) : run.start].lower() == "for "
        spoken = spoken or (re.match(":", text[run.end : run.end + 1]) if listed_for else None)
        state = state_of(run)
        for country in _inside(run):
            cast.add_party(country)
        if state:
            cast.parties[same_country(state)] = state
        elif (
            fold(name) in countries()
            or same_country(name) in map(same_country, _pairs(name))
            or (is_body(run) and not any(is_office(t) for t in run.tokens))
            or (
                (spoken or listed or run.start in paired or (len(run.tokens) > 1 and run.tokens[-1].low in _FIRM))
                and _plain(run, text)
                and not demonym(name)
            )
            or (
                _plain(run, text)
                and any(adjective_of(w, name) and w != name for w in adjectives.get(fold(name)[:3], ()))
                and lower[name]
            )
        ):
            cast.add_party(name)
        chained = run.end if spoken or (listed and cast.party(name)) else -1
    _drop_adjectives(cast)
    _firms(cast)


def _print(name: str) -> str:
    """A name that is printed in capitals throughout, as names are printed; short ones are abbreviations."""
    if not name.isupper() or (len(name) < 6 and " " not in name):
        return name
    return re.sub(r"['’]S\b", lambda m: m[0].lower(), name.title().replace(" Of ", " of ").replace(" The ", " the "))


def _pairs(name: str) -> tuple[str, ...]:
    return ("us",) if name in ("US", "U.S.") else ()


def _words_of(all_runs: Sequence[Run]) -> list[str]:
    return list(
        dict.fromkeys(
            r.tokens[0].text for r in all_runs if r.tokens[0].text.endswith(("n", "se", "sh", "i", "er", "c"))
        )
    )


def _inside(run: Run) -> list[str]:
    """The listed countries inside a longer run (`Special Envoy of Norway`)."""
    words = [t.text for t in run.tokens]
    if len(words) < 2:
        return []
    for at in range(1, len(words) - 2):
        if words[at] in _STATES and words[at + 1] == "of":
            return [" ".join(words[at + 2 :]).removeprefix("the ")]
    # After `of`, or before an office: a person's name can be Jordan.
    places = [at for at in range(1, len(words)) if words[at - 1].lower() in ("of", "for", "the")]
    if any(is_office(t) or bare(t) in MODIFIERS for t in run.tokens[1:4]):
        places.append(0)
    parts = (" ".join(words[at : at + size]) for size in (3, 2, 1) for at in places if at + size <= len(words))
    return [part for part in parts if part != " ".join(words) and fold(part) in countries()]


_STATES = ("Republic", "Kingdom", "State", "Government", "Emirate", "Sultanate", "Principality")


def state_of(run: Run) -> str | None:
    """`Republic of Arzenia`: Arzenia."""
    words = [t.text for t in run.tokens]
    if (
        len(words) > 2
        and words[0] in ("Republic", "Kingdom", "State", "Government", "Emirate", "Sultanate")
        and words[1] == "of"
    ):
        rest = words[3:] if words[2] == "the" else words[2:]
        return " ".join(rest) or None
    return None


def _plain(run: Run, text: str) -> bool:
    # `Minister Xavier` is no party, nor is a month or a heading in capitals.
    initial = re.fullmatch(r"[A-ZÀ-Þ]\.", run.tokens[0].text)
    return not initial and not any(is_office(t) or bare(t) in HONORIFICS for t in run.tokens) and len(run.tokens) <= 6


_PAIR = re.compile(
    r",? (?:have |has |had |will |on \w+ )?(?:resumed?|opened|hold|held|began|begun|ended|concluded|broke off|suspended|signed|adjourned|agreed|reached|failed)\b"
)


def _in_pair(first: Run, second: Run, text: str) -> bool:
    """`Ardenia and Vestmark resumed talks`: both are parties."""
    between = text[first.end : second.start]
    return re.fullmatch(r",? and (?:the )?", between) is not None and _PAIR.match(text, second.end) is not None


_FIRM = frozenset("as ltd inc plc gmbh sa ag llc".split())


def _firms(cast: Cast) -> None:
    """`Brightwater Shipyards Ltd` and `Brightwater` are one: the shorter name is printed throughout."""
    for key, name in list(cast.parties.items()):
        words = name.lower().split()
        if words[-1] in _FIRM:
            short = next((p for k, p in cast.parties.items() if k != key and name.startswith(p + " ")), None)
            if short:
                cast.parties[key] = short


_RULING = frozenset("government council administration authority".split())


def _drop_adjectives(cast: Cast) -> None:
    for key, name in list(cast.parties.items()):
        longer = [p for p in cast.parties.values() if name != p and name in p.split()]
        # `the National delegation` where one party is the National Government: no party of its own.
        if (
            len(longer) == 1
            and key not in countries()
            and (
                name.lower() in MODIFIERS | BODIES
                or longer[0].split()[-1].lower() in _RULING
                or "Government of" in longer[0]
            )
        ):
            del cast.parties[key]
    for key in list(cast.parties):
        country = capitals().get(key)
        if country and same_country(country) != key and same_country(country) in cast.parties:
            del cast.parties[key]  # `Belgrade` is short for Serbia
    for key, name in list(cast.parties.items()):
        low = name.lower()
        if low in BODY_HEADS and (
            low == "government" or any(low in p.lower().split() for p in cast.parties.values() if p != name)
        ):
            del cast.parties[key]
    last = {fold(name.split()[-1]) for name in cast.parties.values() if " " in name}
    for key, name in list(cast.parties.items()):
        if fold(name) in last:
            del cast.parties[key]
            continue
        others = [p for k, p in cast.parties.items() if k != key]
        if " " not in name and any(adjective_of(name, other) for other in others):
            del cast.parties[key]
