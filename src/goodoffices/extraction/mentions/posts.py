"""Posts: the office that is printed before a name, after it, or in brackets."""

import re

from .names import Cast
from .words import MODIFIERS, OFFICES, RANKS

_DETERMINER = r"(?:the|a|an|its|his|her|their|our|my|Your|The|A|An|Its|His|Her|Their|Our|My)"
# Up to nine small words before a name, after a determiner, a possessive or an adjective with a capital.
_BEFORE = re.compile(
    rf"(?:(?P<whose>(?:[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*){{0,4}})['’]s?|{_DETERMINER}|[^\W\d_a-z][\w.-]+) )?"
    r"(?P<title>[a-z][\w’'-]*(?: (?:[a-z][\w’'-]*|of|for|and)){0,7})(?P<comma>,)? $"
)
_AFTER = re.compile(
    rf", (?P<whose>{_DETERMINER} |[^\W\d_][\w.-]*(?: [^\W\d_][\w.&-]*){{0,4}}['’]s? )?(?P<title>[^,;:.()“”\"—–]{{3,110}})(?=[,;:.)—–]|$)"
)
_BRACKET = re.compile(r" \((?P<title>[^()]{3,90})\)")
_CUT = re.compile(r"\b(?:who|which|that|said|says|told|will|was|is|were|are|has|had|and the|and (?=[A-Z]))\b")
_OFFICE_WORD = re.compile(r"[^\W\d_][\w-]*")


def clean(title: str, cast: Cast) -> tuple[str, str | None]:
    """A title without the party before or after it, and that party: `Interior Minister of Kandara` is Interior Minister, Kandara.

    Inside a body's name (`Security Service of Ukraine`) the party stays.
    """
    party = None
    owner = re.match(r"(?:the |The )?([^\W\d_][\w .&-]{0,50}?)['’]s (?=\w)", title)
    if owner and not is_title(owner[1]):
        party, title = cast.party(owner[1]), title[owner.end() :]
    words = title.split()
    while words and (
        words[0].lower() in ("the", "a", "an", "its", "his", "her", "their", "our")
        or (words[0][:1].isupper() and cast.party(" ".join(words[:1])))
    ):
        party = cast.party(words[0]) or party
        words = words[1:]
        if not words:
            return title, party
    text = " ".join(words)
    for size in (3, 2):
        if cast.party(" ".join(words[:size])) and len(words) > size:
            party, text = cast.party(" ".join(words[:size])), " ".join(words[size:])
    for known in dict.fromkeys(cast.parties.values()):
        if known not in text:
            continue
        found = re.search(
            rf"\bof (?:the )?(?:Republic of |Kingdom of |State of )?(?:the )?{re.escape(known)}(?:$|(?= for ))", text
        )
        if found:
            party = party or known
            if not re.search(
                r"\b(?:Service|Council|Ministry|Bank|Parliament|Staff|Forces)\b(?: \w+)? $", text[: found.start()]
            ):
                text = " ".join((text[: found.start()] + text[found.end() :]).split())
    inner = next((cast.party(w) for w in text.split() if w[:1].isupper() and cast.is_adjective(w)), None)
    return text, party or inner


def is_title(words: str) -> bool:
    """Whether words name an office: the last one before `of`, `for` or `to` is an office."""
    head = re.split(r"\b(?:of|for|to|on|in|at|who|and)\b", words, maxsplit=1)[0].replace("-", " ").split()
    if not head:
        return False
    return any(w.lower().strip(".,") in OFFICES for w in head[-2:]) or any(_joined(w) for w in words.split()[:4])


def _joined(word: str) -> bool:
    low = word.lower()
    return "-" in low and low in OFFICES


def before(text: str, start: int, floor: int, cast: Cast) -> tuple[int, str, str | None, str | None] | None:
    """A post in small letters before a name: where it starts, the title, its party, and the word of whom it is."""
    window = text[max(floor, start - 110) : start]
    found = _BEFORE.search(window[-110:])
    if found is None:
        return None
    words = found["title"].split()
    # The title starts at the last stretch of words that are an office with what qualifies it.
    for at in range(len(words)):
        part = words[at:]
        if (
            part[0] not in _OWN
            and is_title(" ".join(part))
            and _opens(part)
            and not (set(part) & _NEVER)
            and part[-1] not in ("of", "for", "and", "to", "on", "with", "against")
        ):
            whose = found["whose"] if at == 0 else None
            if whose and whose.lower() in MODIFIERS | OFFICES:
                # `Chief negotiator` at the head of a sentence.
                title, party = clean(" ".join([whose.lower(), *part]), cast)
                return start - len(window[-110:]) + found.start("whose"), title, party, None
            if found["comma"] and not (whose or (at and words[at - 1] in _OWN)):
                return None
            owner = whose or (words[at - 1] if at and words[at - 1] in _OWN else None)
            begin = start - len(window[-110:]) + found.start("title") + sum(len(w) + 1 for w in words[:at])
            title, party = clean(" ".join(part), cast)
            if owner and owner.lower() not in _OWN:
                stem = re.sub(r"['’]s?$", "", owner)
                party = party or cast.party(stem) or cast.party(stem.split()[-1])
                begin = start - len(window[-110:]) + found.start("whose")
            return begin, title, party, owner
    return None


_OWN = frozenset("the a an its his her their our my".split())
_NEVER = frozenset(
    "said says told whom who which by with from between was is were are in at under including includes and sent met".split()
)


def _opens(part: list[str]) -> bool:
    first = part[0].lower()
    return (
        first in OFFICES
        or first in MODIFIERS
        or first in RANKS
        or first.split("-")[-1] in OFFICES
        or (part[-1].lower() in OFFICES and len(part) <= 3 and not part[0].endswith("ly"))
    )


def after(
    text: str, end: int, ceiling: int, cast: Cast, named: frozenset[int]
) -> tuple[int, str, str | None, str | None] | None:
    """A post after a name, between commas or in brackets: where it ends, the title, its party, and the word of whom it is."""
    bracket = _BRACKET.match(text, end, ceiling)
    if bracket and is_title(bracket["title"].split(",")[0]):
        title, party = clean(bracket["title"].split(",")[0], cast)
        more = bracket["title"].split(",")[1:]
        return bracket.end(), title, party or (cast.party(more[0].strip()) if more else None), None
    found = _AFTER.match(text, end, ceiling)
    if found is None or any(found.start("title") < place < found.end("title") for place in named):
        return None
    whose, words = found["whose"], found["title"]
    cut = _CUT.search(words)
    words = words[: cut.start()].rstrip() if cut else words
    first = words.split()[0].lower() if words.split() else ""
    if not is_title(words):
        return None
    if not whose and not (
        first in OFFICES or first in MODIFIERS or first.split("-")[-1] in OFFICES or cast.party(first)
    ):
        return None
    title, party = clean(words, cast)
    owner = whose.strip() if whose else None
    if owner and owner.lower() not in _OWN:
        stem = re.sub(r"['’]s?$", "", owner)
        party = party or cast.party(stem.removeprefix("the ").removeprefix("The ")) or cast.party(stem.split()[-1])
    stop = found.start("title") + len(words)
    return stop, title, party, owner
