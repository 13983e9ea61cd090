"""Cases drafted from proposals that are likely enough to make entries, beside ones that fit nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from goodoffices.case import inspect
from goodoffices.extraction.batches import Inline
from goodoffices.extraction.begin import begin
from goodoffices.marking import Store
from goodoffices.record import Claim
from goodoffices.talks import Day

from ..extraction.naming.test_any_proposals import TEXT, MakeSays, Says
from ..extraction.naming.test_any_proposals import claims as anything

_SIDES = ("North", "South", "Lakeland", "the U.S. delegation")
_PEOPLE = ("Ann Lee", "Bo Moor", "Lee", "O'Brien")
_ACTORS = _SIDES + _PEOPLE
_MET = ("M1", "M2", "M3")
_TEXTS = ("a truce", "a 30-day truce", "no truce", "2031-06-01", "a truce only if Bo Moor comes")
# A type, its predicates, its subjects, its values.
_ROWS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[object, ...]], ...] = (
    ("meeting", ("date",), _MET, ("2031-05-16", "2031-05", "2031-05-17")),
    ("meeting", ("place", "venue"), _MET, ("Millbridge", "Ford")),
    ("meeting", ("format",), _MET, ("bilateral", "plenary")),
    ("meeting", ("parties",), _MET, (("North", "South"), ("South", "Lakeland"), ("Ann Lee", "South"))),
    ("meeting", ("before", "after"), _MET, _MET),
    ("meeting", ("aim", "lasted", "precedence", "size"), _MET, ("two days", "peace")),
    ("mediation", ("mediates", "hosts", "chairs", "observes"), _ACTORS, _MET),
    ("attendance", ("attends", "hosts"), _ACTORS, _MET),
    ("absence", ("absent_from",), _ACTORS, _MET),
    ("person_post", ("post",), _PEOPLE, ("minister", "envoy")),
    ("delegation", ("heads", "member_of", "represents"), (*_PEOPLE, "other officials"), _SIDES),
    ("decision", ("sent", "decided"), _ACTORS, ("Ann Lee", "Bo Moor instead", "to leave")),
    ("signature", ("signed",), _ACTORS, ("The Bridge Accord", "a memorandum")),
    ("statement", ("said", "denied"), _ACTORS, _TEXTS),
    ("position", ("demands", "supports", "opposes", "accepts", "refuses", "proposes"), _ACTORS, _TEXTS),
    ("outcome", ("agreed", "not_agreed", "result", "next"), (*_MET, "North", "North; South"), _TEXTS),
    ("assessment", ("assessed", "sees"), (*_ACTORS, *_MET), ("a good start",)),
    ("context", ("told",), (*_ACTORS, "the war"), ("it is old",)),
)
_MODALITIES = (*["asserted"] * 5, "negated", "future", "possible", "hedged", "aim")


@st.composite
def likely(draw: st.DrawFn) -> Claim:
    type_, predicates, subjects, values = draw(st.sampled_from(_ROWS))
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, len(TEXT)))
    return Claim(
        id="P1", source="", type=type_, subject=draw(st.sampled_from(subjects)),  # type: ignore[arg-type]
        predicate=draw(st.sampled_from(predicates)), value=draw(st.sampled_from(values)),  # type: ignore[arg-type]
        meeting=draw(st.none() | st.sampled_from(_MET)), for_party=draw(st.none() | st.sampled_from(_SIDES)),
        issue=draw(st.none() | st.sampled_from(("truce", "toll"))),
        attributed_to=("narrator", *draw(st.lists(st.sampled_from((*_ACTORS, "?")), max_size=1))),
        modality=draw(st.sampled_from(_MODALITIES)), words=TEXT[start:end], start=start, end=end, entered_by="x",
    )  # fmt: skip


reports = st.lists(
    st.lists(st.one_of(likely(), likely(), likely(), likely(), anything()), min_size=1, max_size=12),
    min_size=1, max_size=3,
)  # fmt: skip


@contextmanager
def drafted(proposals: list[list[Claim]]) -> Iterator[Path]:
    """A draft of these proposals, a report each."""
    with TemporaryDirectory() as place:
        files = [Path(place) / f"{number}.txt" for number in range(len(proposals))]
        for number, file in enumerate(files):
            file.write_text(f"r{number} {TEXT}", encoding="utf-8")
        make = MakeSays(Says({f"r{number}": its for number, its in enumerate(proposals)}))
        folder = Path(place) / "case"
        begin(folder, files, make, Inline(), Day.parse("2031-06-01"))
        assert errors(folder) == []
        yield folder


def errors(folder: Path) -> list[str]:
    """What `check` finds wrong."""
    return [str(problem) for problem in inspect(folder)[1] if problem.level == "error"]


def marking(folder: Path) -> Store:
    return Store(folder, "bea", lambda: Day.parse("2031-06-02"))
