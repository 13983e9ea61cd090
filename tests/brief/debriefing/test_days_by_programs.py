"""Whole days by programs alone: each has its pages, and each seat's day is a sound case."""

from pathlib import Path

from goodoffices.brief.debriefing import HeldTable, debriefing_data, debriefing_outline
from goodoffices.brief.forms import outline_bytes
from goodoffices.case import inspect, make_case
from goodoffices.proceedings import Setting, seat_view
from goodoffices.stand_ins import hold_day
from goodoffices.synthesis.export import Sides, export
from goodoffices.talks import TRAINER, Party

from ...amount import Cases
from ...stand_ins.exercises import drawn


def sides(setting: Setting) -> Sides:
    """The sides of an exercise that was drawn."""
    public = setting.public
    of = (
        {key: Party(name=name, kind="region") for key, name in one.items()}
        for one in (public.parties, public.third_parties)
    )
    return Sides(*of)


def test_each_day_has_its_pages_and_each_seat_its_case(tmp_path: Path, cases: Cases) -> None:
    for seed in range(cases(2, 20)):
        setting = drawn(seed)
        day = hold_day(setting, seed=seed, steps_in=True)
        outline = debriefing_outline([HeldTable(1, setting, sides(setting), day.events)])
        assert outline_bytes(".md", outline)
        assert [one["id"] for one in debriefing_data(outline)["sections"]][-1] == "packages"
        for seat in (TRAINER, *setting.public.seats):
            made = tmp_path / f"{seed}-{seat}"
            make_case(made, export(seat_view(setting, day.events, seat), sides(setting)))
            assert [str(one) for one in inspect(made)[1] if one.level == "error"] == []
