"""Names in a sentence: runs of capitals, with what stands before them, and whether they are somebody's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance.Levenshtein import normalized_similarity as ratio

from ...language.folding import Span, fold
from ...language.transliteration import spelling
from ..words import BODIES, GROUNDS, POSTS, VENUES, VENUES_OF, class_of, pattern
from .once import once
from .passages import Account, Passage, Token

_JOINING = frozenset(
    "al el ag de da del della di dos du van von der den bin ibn la le st ben walet ould ap af y e".split()
)
NOT_A_NAME = frozenset(
    "the a an in on at of for from by with and or as this that these those it its he she they we our his her their i january february march april "
    "may june july august september october november december monday tuesday wednesday thursday friday saturday sunday under after before both "
    "all no not two three four five six seven eight nine ten but while when who what only also present venue there here to then nobody neither "
    "each asked according earlier yesterday today talks meeting session round another some most several where if host one members easter christmas lent sunday candlemas ramadan prof dr".split()
)
_PLACED = re.compile(
    r"\b(?:in|at|near|outside|from|to|around|town of|city of|village of|port of|у|в|на|біля|около|близ)\s$", re.I
)
_FOR = re.compile(
    r"\b(?:for|(?<!signature )(?<!signatures )(?<!that )(?<!name )(?<!hand )(?<!leadership )(?<!chairmanship )(?<!mediation )(?<!facilitation )(?<!person )of|on behalf of|in the name of|від|за|від імені|от|от имени|для|ihre|with|against)\s(?:the\s)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its place, its key (that of its last word), and what is known of it from the words around."""

    span: Span
    key: str
    keys: frozenset[str]
    whole: str
    """All its words without a space: `Dewael`, `de Wael`."""
    post: bool
    """A title or post stands before it."""
    placed: bool
    """A word of place stands before it."""
    behalf: bool
    """It is told for whom, of whom."""
    body: bool
    """One of its words is that of a body or a building."""
    ground: bool
    """Its last word is one of land or water."""
    single: bool
    article: bool
    before: tuple[str, ...]
    """The words before it within its phrase, folded."""


@once
def names_in(p: Passage) -> tuple[Name, ...]:
    """The names of a sentence in its order."""
    posts = class_of(POSTS, p.language)
    return tuple(_name(p, run) for run in _runs(p) if not all(posts.fullmatch(t.folded) for t in run))


def same(a: Name, b: Name) -> bool:
    """Whether two names may be one person's: one has the other's last name, or both are the same but for a letter or two."""
    if a.key == b.key and not a.single and not b.single and a.whole[:1] != b.whole[:1]:
        return False  # of one family
    if a.key == b.key or len(a.keys & b.keys) > 1:
        return True
    if (a.key in b.keys or b.key in a.keys) and (len(a.keys) == 1 or len(b.keys) == 1):
        return True
    # `Gurey` beside `Gure`, where the first name is one; `Dewael` beside `de Wael`.
    if a.whole == b.whole:
        return True
    if min(map(len, (a.key, b.key))) <= _SHORT or a.single != b.single:
        return False
    likeness = max(ratio(a.key[1:], b.key[1:]), ratio(a.whole, b.whole))
    return likeness >= (_SLIP if a.keys & b.keys else _ALIKE)


_SHORT = 4
"""Letters of a last name that is too short to be spelt in two ways."""
_SLIP, _ALIKE = 0.6, 0.8
"""From which likeness on two last names may be spellings of one: beside a first name in common, and alone."""


def _runs(p: Passage) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in p.tokens:
        gap = p.text[run[-1].end - p.start : token.start - p.start] if run else ""
        joined = bool(run) and gap in (" ", "-", "\u00a0", "'", "’", ". ") and not _owned(p, run[-1], token)
        named = token.capital and token.folded not in NOT_A_NAME and not (run == [] and token.sense)
        if run and not (joined and (named or token.folded in _JOINING)):
            yield from _trimmed(run)
            run = []
        if (named and (token.key or token.folded)) or (run and joined and token.folded in _JOINING):
            run.append(token)
    yield from _trimmed(run)


def _owned(p: Passage, owner: Token, token: Token) -> bool:
    """`the Union's Ann Hay`: two names; `the Seamen's Mission`: one."""
    owns = (
        p.language == "en"
        and re.search(r"['’]s$|s['’]$", p.text[owner.start - p.start : token.start - p.start].rstrip()) is not None
    )
    return owns and token.folded not in frozenset(f"{BODIES} {VENUES}".split())


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].folded in _JOINING:
        run.pop()
    if run:
        yield run


def _name(p: Passage, run: list[Token]) -> Name:
    posts = class_of(POSTS, p.language)
    last = max((i for i, t in enumerate(run) if posts.fullmatch(t.folded)), default=-1)
    # What stands before a title is no part of the name: `Yesterday Minister Ann Hay`.
    proper, titles = (run[last + 1 :], run[: last + 1]) if last + 1 < len(run) else (run[:last], run[last:])
    start, end = proper[0].start, proper[-1].end
    before = p.text[: start - p.start]
    words = tuple(re.findall(r"[^\W\d_][\w'-]*|[,;:]", fold(before[-60:])))[-5:]
    post = bool(titles) or bool(words and _is_post(words, posts))
    bodies = frozenset(BODIES.split()) | frozenset(VENUES.split())
    return Name(
        Span(start, end),
        _key(p, proper[-1]),
        frozenset(_key(p, t) for t in proper if len(t.folded) > 2),
        "".join((_key(p, t) or spelling(t.folded)).removeprefix("=") for t in proper),
        post,
        bool(_PLACED.search(before)) and not titles,
        bool(_FOR.search(before)),
        any(t.folded in bodies for t in run)
        or (
            p.language in VENUES_OF
            and pattern(VENUES_OF[p.language]).fullmatch(p.text, run[-1].start - p.start, run[-1].end - p.start)
            is not None
        )
        or (len(proper) == 1 and p.text[start - p.start : end - p.start].isupper()),
        len(proper) > 1 and proper[-1].folded in GROUNDS.split(),
        len(proper) == 1,
        bool(re.search(r"\bthe\s$", before, re.I)),
        words,
    )


def _key(p: Passage, t: Token) -> str:
    return t.key if t.key.startswith("=") or p.language != "en" else "=" + spelling(t.folded.split("'")[0])


def _is_post(words: tuple[str, ...], posts: re.Pattern[str]) -> bool:
    """`mediator Ann Hay`, `its leader, Ann Hay`, `the minister of health, Ann Hay`."""
    return bool(posts.fullmatch(words[-1])) or (words[-1] == "," and any(map(posts.fullmatch, words[:-1])))


@once
def people(account: Account) -> frozenset[str]:
    """The keys of those that a report shows to be persons: by a title or a post, or by a first name before the last one."""
    told: set[str] = set()
    others: set[str] = set()
    for p in account.passages:
        for name in names_in(p):
            if name.body or name.article or name.ground or ((name.placed or name.behalf) and not name.post):
                others.add(name.key)
            elif name.post or not name.single:
                told.add(name.key)
    return frozenset(told - others) | frozenset(
        n.key for p in account.passages for n in names_in(p) if n.post and not n.body and not n.ground
    )
