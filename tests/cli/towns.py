"""A small case with points, its answers worked out by hand, and the commands that read it."""

from pathlib import Path

from typer.testing import CliRunner, Result

from goodoffices.cli import app

# Four packages. North and South: none/free 1, 10; none/fee 3, 6; half/free 5, 4; half/fee 7, 0. No deal: 1 and 3.
TALKS = """format: talks/1
title: Two towns
parties: {north: {name: North <b>, kind: town}, south: {name: South, kind: town}}
issues:
  water: {title: "Water & wells", options: {none: none of it, half: a half}}
  tolls: {options: {free: no toll, fee: a toll}}
"""
PREFERENCES = """format: preferences/1
parties:
  north: {points: {water: {none: 0, half: 4}, tolls: {free: 1, fee: 3}}, no_deal: {value: 1}}
  south: {points: {water: {none: 6, half: 0}, tolls: {free: 4, fee: 0}}, no_deal: {value: 3}}
"""
NONE_POSSIBLE = PREFERENCES.replace("value: 1", "value: 4.5").replace("value: 3", "value: 7.5")


def towns(folder: Path, preferences: str = PREFERENCES, talks: str = TALKS) -> Path:
    """The case, written into a folder of the name `towns`."""
    case = folder / "towns"
    case.mkdir()
    (case / "talks.yaml").write_text(talks, "utf-8")
    (case / "record.yaml").write_text("format: record/1\n", "utf-8")
    (case / "preferences.yaml").write_text(preferences, "utf-8")
    return case


def run(*words: object) -> Result:
    """A command, its output as a pipe gets it."""
    return CliRunner().invoke(app, [str(word) for word in words])
