"""From runs of capitals to mentions: first who can be told from the words alone, then the short forms of those."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ...language.days.reading import Dated
from ...language.folding import fold
from ...language.sentences import Sentence
from . import posts
from .aliases import short_forms, short_names, stands_for
from .homes import of_somewhere, shared, singular
from .lists import adjective_of, cities, countries, demonym
from .names import (
    Cast,
    Mention,
    Person,
    bare_name,
    is_body,
    is_house,
    place_like,
    title_split,
)
from .parties import gather_parties, state_of
from .runs import PARTICLES, Run, Token, runs, tokens
from .words import BODIES, HONORIFICS, MODIFIERS, RANKS

Table = dict[int, list[Mention]]


def cast_of(
    text: str,
    parts: Sequence[Sentence],
    dated: Mapping[int, Sequence[Dated]],
    sides: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Cast, Table]:
    """The cast of a text, and the mentions by the number of their sentence; `sides`: parties that are known, by all their names."""
    cast = Cast()
    for name, bearer in sides.items():
        cast.parties[_key(name)] = bearer
    found = _runs(parts, dated)
    flat = [part for group in found.values() for run in group for part in of_somewhere(run, cast)]
    gather_parties(text, flat, cast)
    short_forms(text, cast)
    named = [(run, *title_split(run, cast)) for run in flat]
    starts = frozenset(run.tokens[at].start for run, at, titled in named if at < len(run.tokens) and titled)
    titles = {run.end: run for run, at, _ in named if at == len(run.tokens)}
    table: Table = {}
    later: list[Run] = []
    people: list[tuple[Run, int, bool]] = []
    for run, at, titled in named:
        if _is_person(run, at, titled, text, parts, cast):
            people.append((run, at, titled))
        else:
            later.append(run)
    for run, at, _ in sorted(people, key=lambda p: -(len(p[0].tokens) - p[1])):
        _enter(run, at, cast)
    for run, at, _ in people:
        mention = _person(run, at, text, parts[run.sentence], cast, starts, titles)
        table.setdefault(run.sentence, []).append(mention)
    for some in table.values():
        some[:] = shared(text, some, cast)
    for run in later:
        if parts[run.sentence].heading and not cast.party(bare_name(run)):
            continue
        for mention in _others(run, text, cast):
            table.setdefault(run.sentence, []).append(mention)
    short_names(parts, cast, table)
    return cast, table


def _runs(parts: Sequence[Sentence], dated: Mapping[int, Sequence[Dated]]) -> dict[int, list[Run]]:
    found: dict[int, list[Run]] = {}
    for part in parts:
        words = tokens(part)
        closed = [(d.start, d.end) for d in dated.get(part.number, ())]
        found[part.number] = runs(part, words, closed)
    return found


def _is_person(
    run: Run,
    at: int,
    titled: bool,
    text: str,
    parts: Sequence[Sentence],
    cast: Cast,
) -> bool:
    names = run.tokens[at:]
    if not names or len(names) > 5 or is_house(run) or (is_body(run) and not titled):
        return False
    full = " ".join(t.text for t in names)
    if fold(full) in cities() and not titled and len(names) > 1:
        return False
    near = text[max(0, run.start - 8) : run.start]
    if fold(full) in cities() and not titled and re.search(r"\b(?:in|over|at|near|to|from) $", near):
        return False
    if len(names) == 1 and cast.is_adjective(full):
        return False
    if fold(full) in countries() or cast.parties.get(fold(full)) or (demonym(full) and len(names) == 1):
        return False
    if all(t.text.isupper() and len(t.text) > 1 for t in names) and not titled:
        return False
    if titled:
        return True
    if len(names) == 1 and re.search(r"\b(?:in|at|near) $", text[max(0, run.start - 6) : run.start]):
        return False
    part = parts[run.sentence]
    if posts.before(text, names[0].start, part.start, cast) or (
        len(names) > 1 and posts.after(text, names[-1].end, part.end, cast, frozenset())
    ):
        return at == 0 or bool(cast.party(run.tokens[0].text))
    before = text[max(part.start, run.start - 24) : run.start]
    # Two to four words that no list knows, without an article, not after `in` or `at`: the common form of a person's name.
    return (
        2 <= len(names) <= 4 and at == 0 and not part.heading and not place_like(full, before)
        and not re.search(r"\b(?:the|The|of|a|an) (?:\w+ )?$", before) and not re.match(r" (?:island|river|valley|road|dam|border)", text[run.end :])
        and not any(t.text.isupper() and len(t.text) > 2 for t in names)
    )  # fmt: skip


def _enter(run: Run, at: int, cast: Cast) -> None:
    name = bare_name(Run(run.sentence, 0, run.tokens[at:]))
    # `Van der Holm` at the head of a sentence is whoever was named in full.
    if (len(run.tokens) - at == 1 or run.tokens[at].low in PARTICLES) and cast.person(name):
        return
    cast.add_person(name)


def _person(
    run: Run, at: int, text: str, part: Sentence, cast: Cast, starts: frozenset[int], titles: Mapping[int, Run]
) -> Mention:
    name = bare_name(Run(run.sentence, 0, run.tokens[at:]))
    person = cast.person(name) or Person(name)
    core = (run.tokens[at].start, run.end)
    start, end = run.start, run.end
    found: list[tuple[str, str | None, str | None]] = []
    title = " ".join(t.text for t in run.tokens[:at] if t.low.rstrip(".") not in HONORIFICS)
    if at:
        title = text[run.start : run.tokens[at - 1].end]
        title = re.sub(
            r"^(?:(?:H\.E|Hon|Rev|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Father|Sister|Brother|Comrade)\b\.? ?)+", "", title
        )
    if title:
        field = _FIELD.search(text, max(part.start, run.start - 60), run.start) if " " in title else None
        if field and _is_field(field[1]):
            title, start = field[0] + title, field.start()
        words, party = posts.clean(singular(title), cast)
        if cast.party(title):
            person.party = person.party or cast.party(title)
        elif words:
            # A rank alone is a form of address, not a post.
            rank = all(w.lower().rstrip(".") in RANKS for w in words.split())
            if not rank:
                found.append((words, party, None))
            person.party = person.party or party
    if not (title and found) or text[max(0, run.start - 2) : run.start] == ", ":
        earlier = posts.before(text, run.start, part.start, cast)
        if earlier:
            start = earlier[0]
            found.append((earlier[1], earlier[2], earlier[3]))
    gap = next((g for g in (", ", ", the ") if text[max(0, run.start - len(g)) : run.start] == g), None)
    office = titles.get(run.start - len(gap)) if gap else None
    if office is not None and posts.is_title(bare_name(office)):
        words, party = posts.clean(text[office.start : office.end], cast)
        found.append((words, party, None))
        start = office.start
    if (run.start > 1 and text[run.start - 2 : run.start] == "’s") or text[max(0, run.start - 3) : run.start] in (
        "’s ",
        "'s ",
    ):
        holder = re.search(
            r"([^\W\d_][\w.-]*(?: [^\W\d_a-z][\w.-]*){0,4})['’]s $", text[max(part.start, run.start - 60) : run.start]
        )
        party = cast.party(holder[1]) if holder else None
        party = party or (cast.party(holder[1].split()[-1]) if holder else None)
        if party and holder:
            person.party = person.party or party
            start = run.start - (len(holder[0]))
    later = posts.after(text, end, part.end, cast, starts)
    if later:
        end = later[0]
        found.append((later[1], later[2], later[3]))
    owner = next(
        (o.lower() for _, _, o in found if o and o.lower() in ("its", "their", "our", "the", "his", "her")), None
    )
    return Mention(
        "P",
        start,
        end,
        person.name,
        _note(person, found),
        person.party or next((p for _, p, _ in found if p), None),
        core,
        owner,
    )


_FIELD = re.compile(r"\b((?:[A-ZÀ-Þ][\w-]+, )*[A-ZÀ-Þ][\w-]+),? (?:and|&) $")
"""`Peace and Security Commissioner`: the first of two fields of an office."""


def _is_field(words: str) -> bool:
    return all(word.lower() in BODIES | MODIFIERS for word in words.split(", "))


def _note(person: Person, found: Sequence[tuple[str, str | None, str | None]]) -> str | None:
    for title, party, _ in found:
        person.party = person.party or party
        if title not in person.posts:
            person.posts.append(title)
    return " | ".join(title for title, _, _ in found) or None


def _others(run: Run, text: str, cast: Cast) -> list[Mention]:
    """What is no person: a house, a party, an adjective, a place; a run of several is taken apart."""
    name = bare_name(run)
    state = state_of(run)
    if state:
        return [Mention("C", run.start, run.end, cast.party(state) or state, core=(run.start, run.end))]
    before = text[max(0, run.start - 60) : run.start]
    many = re.match(r" (?:countries|nations|states|powers|allies|governments|capitals)\b", text[run.end : run.end + 14])
    if many and len(run.tokens) == 1:
        return [Mention("C", run.start, run.end + many.end(), text[run.start : run.end + many.end()])]
    if (
        is_house(run)
        and re.search(r"\b(?:(?:at|in|inside|of|to) (?:the |a )?(?:[\w-]+ )?|(?:Venue|Place|Location): )$", before)
        and not _is_institution(run)
    ):
        return [Mention("V", run.start, run.end, name)]
    if (
        not _LOWER_HOUSE.match(text, run.end)
        and _HELD_AT.search(before)
        and fold(name) not in countries()
        and fold(name) not in cities()
        and len(run.tokens) > 1
    ):
        return [Mention("V", run.start, run.end, name)]
    if cast.parties.get(_key(name)) or (cast.party(name) and len(run.tokens) == 1 and _key(name) not in cast.short):
        kind = "C" if cast.parties.get(_key(name)) or not (demonym(name) or _adjective(name, cast)) else "A"
        return [Mention(kind, run.start, run.end, cast.party(name) or name, core=(run.start, run.end))]
    if len(run.tokens) == 1 and name.lower() in cast.short and re.search(r"\b[Tt]he $", before):
        return [Mention("C", run.start, run.end, cast.short[name.lower()], core=(run.start, run.end))]
    country = stands_for(name, cast)
    if (
        country
        and not re.search(r"(?:\b(?:in|at|from|to|into|near|of|for|outside|via)(?: the)?|:|^|\n) $|^$|\n$", before)
        and not re.match(r", (?:on )?\d", text[run.end : run.end + 8])
    ):
        return [Mention("C", run.start, run.end, country, core=(run.start, run.end))]
    short = cast.person(name) if len(run.tokens) <= 3 else None
    if short:
        return [Mention("P", run.start, run.end, short.name, None, short.party, (-1, -1))]
    if len(run.tokens) > 1 and fold(name) in cities() and re.search(r"\b(?:in|at|near|to|from|over) $", before):
        return [Mention("L", run.start, run.end, name)]
    pieces = _pieces(run, cast)
    if pieces:
        return pieces
    if place_like(name, before) and not any(t.low in HONORIFICS for t in run.tokens):
        land = re.match(r" (?:island|islands|province|district|camp)\b", text[run.end : run.end + 12])
        end = run.end + (land.end() if land else 0)
        return [Mention("L", run.start, end, text[run.start : end])]
    return []


_LOWER_HOUSE = re.compile(
    r" (?:[a-z]+ ){0,2}?(?:hall|house|centre|center|hotel|church|school|club|palace|offices?|room|library|building)\b"
)
_HELD_AT = re.compile(
    r"\b(?:held|met|meet|meeting|talks|place|gathered|session|sat down|round|convened)\b[^.;,]{0,30} at (?:the )?$"
)


def _is_institution(run: Run) -> bool:
    return run.tokens[-1].low in ("parliament", "court", "academy") and len(run.tokens) > 3


def _adjective(name: str, cast: Cast) -> bool:
    return any(adjective_of(name, p) for p in cast.parties.values())


def _key(name: str) -> str:
    from .lists import same_country

    return same_country(name)


def _pieces(run: Run, cast: Cast) -> list[Mention]:
    """The parties and people inside a longer run (`Russian Galuzin`, `President Putin`)."""
    found = []
    words = run.tokens
    at = 0
    while at < len(words):
        step = _piece(words, at, cast)
        if step:
            found.append(step[0])
            at += step[1]
        else:
            at += 1
    return found


def _piece(words: Sequence[Token], at: int, cast: Cast) -> tuple[Mention, int] | None:
    for size in range(min(6, len(words) - at), 0, -1):
        part = words[at : at + size]
        name = bare_name(Run(0, 0, tuple(part)))
        start, end = part[0].start, part[-1].end
        if cast.parties.get(_key(name)):
            return Mention("C", start, end, cast.parties[_key(name)], core=(start, end)), size
        if size == 1 and (demonym(name) or _adjective(name, cast)):
            return Mention("A", start, end, cast.party(name) or name), 1
    return None
