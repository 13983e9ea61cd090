"""Cases for the drawings, and the labels of a drawing as boxes, read from its SVG alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import combinations
from pathlib import Path

from hypothesis import strategies as st

from goodoffices.brief.context import Context
from goodoffices.brief.outline import Figure
from goodoffices.brief.pictures import meetings_figures, timeline_figures
from goodoffices.brief.pictures.measure import width_of
from goodoffices.case import Case, read_case
from goodoffices.documents import Plain
from goodoffices.record import Record
from goodoffices.talks import Day, Issue, Meeting, NextStep, Outcome, Party, Position, RoleHeld, Round, SameAs, Talks

from ..case.cases import yaml_of
from .cases import two_valleys

NAMES = (
    "اتحاد البلديات والقرى الواقعة على ضفاف النهر الكبير الشمالي", "Confederation of the Farmers and Fishers of the Lower Delta",
    "ועד היישובים והכפרים שלאורך נהר הצפון והעמק העליון", "北部河谷各村庄和城镇联合委员会暨渔民与农民代表大会常务理事会", "Orsk",
    "Союз прибрежных общин", "Verhandlungsführungsdelegation der Oberlandgemeinden", "Hollowmere", "Ένωση παραθαλάσσιων κοινοτήτων",
    "Office for Water", "კოლხეთის კავშირი", "The Elders of Tarn",
)  # fmt: skip
"""Twelve invented actors: up to sixty letters, six scripts, two of them from right to left."""
_SHAPES = re.compile(r'<(?:path|circle|text) class="([a-z]+)"')


def crowded(folder: Path) -> Case:
    """Twelve actors, thirty-three meetings, two long chains of positions, steps ahead and behind."""
    keys = [f"a{n}" for n in range(len(NAMES))]
    said: dict[str, Plain] = {"unsourced": "invented for a test"}
    roles: list[Plain] = [{"who": "a9", "role": "mediator", **said}, {"who": "a11", "role": "observer", **said}]
    meetings: dict[str, Plain] = {}
    for n in range(33):
        meeting: dict[str, Plain] = {
            "title": f"{NAMES[n % 12]}: session {n + 1}", "format": "plenary" if n % 3 else "proximity",
            "participants": [keys[n % 4], keys[(n + 5) % 12], keys[(n * 7 + 2) % 12]], **said,
        }  # fmt: skip
        if n < 28:
            meeting |= {
                "date": f"20{30 + n // 12}-{n % 12 + 1:02}-{n % 27 + 1:02}",
                "place": "قرية العليا" if n % 2 else "Orsk",
            }
            meeting |= {"round": f"r{n // 10}"}
        if n % 4 == 0:
            meeting["roles"] = roles
        if n % 9 == 5:
            meeting["same_as"] = {"meeting": f"m{n - 3}", "certainty": "probable", "by": "me", "why": "one day"}
        meetings[f"m{n}"] = meeting
    options: dict[str, Plain] = {f"o{n}": f"{NAMES[n]} has {n} tenths" for n in range(6)}
    positions: list[Plain] = [
        {"id": f"p{who}-{n}", "party": who, "issue": "water", "option": f"o{(n * step) % 6}", "stance": "demands",
         "said_on": f"20{30 + n // 4}-{n % 4 * 3 + 1:02}", "told_by": "a9",
         **({"supersedes": f"p{who}-{n - 1}"} if n else {}), **said}
        for who, step in (("a0", 1), ("a3", 5)) for n in range(8)
    ]  # fmt: skip
    talks: Plain = {
        "format": "talks/1", "title": "Talks of twelve",
        "parties": {key: {"name": NAMES[n], "kind": "town"} for n, key in enumerate(keys[:9])},
        "third_parties": {key: {"name": NAMES[n], "kind": "town"} for n, key in enumerate(keys) if n >= 9},
        "rounds": {f"r{n}": {"title": f"Round {n + 1}"} for n in range(3)}, "meetings": meetings,
        "issues": {"water": {"title": "How much of the water goes to the upper valley?", "ordered": True, "options": options}},
        "positions": positions,
        "outcome": {"next": [
            {"text": "All meet again in Orsk", "date": "2034-02-01", "place": "Orsk", "between": list[Plain](keys[:5]), **said},
            {"text": "They meet in the following week", "meeting": "m3", "between": list[Plain](keys[:2]), **said},
        ]},
    }  # fmt: skip
    record: Plain = {"format": "record/1", "sources": {}, "claims": []}
    (folder / "talks.yaml").write_bytes(yaml_of(talks).encode())
    (folder / "record.yaml").write_bytes(yaml_of(record).encode())
    return read_case(folder)


_WORD = st.one_of(
    st.text("abcdefWMÖ-/.'", min_size=1, max_size=24), st.text("абвшжЩ", min_size=1, max_size=12),
    st.text("ءابتثسشצקשתא", min_size=1, max_size=12), st.text("河谷各村庄，。和城", min_size=1, max_size=30),
    st.text(min_size=1, max_size=9),
    st.sampled_from(["<&>\"'", "\u202e\u2066x", "e\u0301\u0301\u0301", "👩‍👩‍👧‍👦🇺🇦", "﷽", "W" * 70]),
)  # fmt: skip
words = st.lists(_WORD, min_size=1, max_size=8).map(" ".join).map(lambda text: text[:120])
days = st.one_of(
    st.just(Day("not said")),
    st.builds(
        lambda year, month, about: Day.parse(f"{about}{year}-{month:02}"), st.integers(2030, 2033), st.integers(1, 12),
        st.sampled_from(["", "about "]),
    ),
    st.dates().filter(lambda day: day.year > 1000).map(lambda day: Day.parse(day.isoformat())),
    st.integers(1, 5).map(lambda day: Day.parse(f"2030-05-{day:02}")),
)  # fmt: skip


@st.composite
def random_cases(draw: st.DrawFn) -> Case:
    """Talks of two to sixteen actors with anything in their names, titles, days, roles and positions."""
    everybody = [f"k{n}" for n in range(draw(st.integers(2, 16)))]
    named = {key: Party(name=draw(words), kind="town") for key in everybody}
    split = draw(st.integers(1, len(everybody)))
    parties, third = dict(list(named.items())[:split]), dict(list(named.items())[split:])
    actor, some = st.sampled_from(everybody), st.lists(st.sampled_from(everybody), unique=True, max_size=9).map(tuple)
    keys = [f"m{n}" for n in range(draw(st.integers(1, 12)))]
    rounds = {f"r{n}": Round(title=draw(words)) for n in range(2)}
    roles = st.builds(RoleHeld, who=actor, role=st.sampled_from(["host", "mediator", "witness", "participant"]))
    same = st.builds(
        SameAs, meeting=st.sampled_from(keys), certainty=st.sampled_from(["certain", "probable", "possible"]), by=words, why=words,
    )  # fmt: skip
    meeting = st.builds(
        Meeting, title=st.none() | words, format=st.sampled_from(["bilateral", "proximity", "not said"]), participants=some,
        roles=st.lists(roles, max_size=2).map(tuple), date=days, place=st.none() | words,
        round=st.none() | st.sampled_from(list(rounds)),
        same_as=st.none() | same, unsourced=st.just("x"),
    )  # fmt: skip
    step = st.builds(
        NextStep, text=words, date=days, place=st.none() | words, meeting=st.none() | st.sampled_from(keys), between=some,
        unsourced=st.just("x"),
    )  # fmt: skip
    issue = Issue(
        title=draw(st.none() | words), ordered=draw(st.booleans()), options={f"o{n}": draw(words) for n in range(3)}
    )
    chains = []
    for number in range(draw(st.integers(0, 4))):
        party, last = draw(st.sampled_from(list(parties))), draw(st.integers(1, 5))
        for n in range(last):
            chains.append(Position(
                id=f"{number}-{n}", party=party, issue="i", option=draw(st.sampled_from(["o0", "o1", "o2"])), stance="demands",
                said_on=draw(days), told_by=draw(st.none() | actor), meeting=draw(st.none() | st.sampled_from(keys)),
                supersedes=f"{number}-{n - 1}" if n else None, unsourced="x",
            ))  # fmt: skip
    talks = Talks(
        format="talks/1", title="T", parties=parties, third_parties=third, rounds=rounds,
        meetings={key: draw(meeting) for key in keys}, issues={"i": issue}, positions=tuple(chains),
        outcome=Outcome(next=tuple(draw(st.lists(step, max_size=3)))),
    )  # fmt: skip
    return replace(two_valleys(), talks=talks, record=Record(format="record/1"), texts={}, anchors={}, preferences=None)


def figures(case: Case) -> list[Figure]:
    """All drawings of a case."""
    context = Context.of(case)
    return [*meetings_figures(context), *timeline_figures(context)]


@dataclass(frozen=True, slots=True)
class Box:
    """A line of a label: its words, and where it stands."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: "Box") -> bool:
        """Whether two of them share room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def boxes(svg: str) -> Iterator[Box]:
    """The lines of text in a drawing, each as high as a font's letters with their accents and tails."""
    for attributes, text in re.findall(r"<text ([^>]*)>([^<]*)<", svg):
        said = dict(re.findall(r'([a-z-]+)="([^"]*)"', attributes))
        size, words = float(said["font-size"]), unescape(text)
        # What runs from right to left ends on the left: in both cases the label goes on to the right.
        assert said.get("text-anchor", "start") == ("end" if said.get("direction") == "rtl" else "start")
        x, y = float(said["x"]), float(said["y"])
        wide = width_of(words, size, bold="font-weight" in said)
        yield Box(words, x, y - size, x + wide, y + 0.36 * size)


def size(svg: str) -> tuple[int, int]:
    """Width and height of the viewBox."""
    found = re.search(r'viewBox="0 0 (\d+) (\d+)" width="\1" height="\2"', svg)
    assert found is not None
    return int(found[1]), int(found[2])


def faults(svg: str) -> list[object]:
    """Labels that share room, and labels that leave the drawing."""
    width, height = size(svg)
    found = list(boxes(svg))
    beyond = [
        box for box in found if box.left < 0 or box.top < -1 or box.right > width + 0.5 or box.bottom > height + 1
    ]
    return [*beyond, *(pair for pair in combinations(found, 2) if pair[0].over(pair[1]))]


def kinds(svg: str) -> set[str]:
    """The classes of everything drawn."""
    return set(_SHAPES.findall(svg))
