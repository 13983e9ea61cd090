"""A small case of two invented valleys that is an exercise."""

from pathlib import Path

TALKS = """\
format: talks/1
exercise: true
title: Talks of the two valleys
parties:
  upper: {name: Upper Tavnis, kind: region}
  lower: {name: Lower Tavnis, kind: region}
third_parties:
  saltmoor: {name: Saltmoor Office, kind: mediation office}
  lake-union: {name: Lake Union, kind: union of regions}
issues:
  mill:
    title: Mill at Hask
    options: {closed: a closed mill, leased: a lease to the lower valley, sold: a sale to the lower valley}
  water:
    title: Summer water
    options: {half: an even split of the summer water, two-thirds: two thirds for the upper valley}
meetings:
  session: {title: Session of the two valleys, participants: [saltmoor, upper, lower], unsourced: of the exercise}
"""
RECORD = "format: record/1\nsources: {}\nclaims: []\n"
EXERCISE = """\
format: exercise/1
title: Two valleys
briefing: A river, two valleys, a dry summer.
seats:
  chair: {role: "Chair, Saltmoor Office", part: chair, of: saltmoor}
  upper-head: {role: "Head of delegation, Upper Tavnis", part: head, of: upper, who: You lead., wants: [Water.], knows: [A secret.]}
  upper-adviser: {role: "Adviser, Upper Tavnis", part: adviser, of: upper}
  upper-council: {role: "Council, Upper Tavnis", part: principal, of: upper}
  lower-head: {role: "Head of delegation, Lower Tavnis", part: head, of: lower}
  lower-council: {role: "Council, Lower Tavnis", part: principal, of: lower}
  envoy: {role: "Envoy, Lake Union", part: supporter, of: lake-union}
  reporter: {role: Reporter, part: press}
  watcher: {role: Watcher, part: observer}
meetings:
  session: {seats: [chair, upper-head, upper-adviser, lower-head, watcher]}
phases:
  talks: {kind: meeting, minutes: 60, meetings: [session]}
  last: {kind: deadline, minutes: 10}
mandates:
  upper: {mill: {may_accept: [closed], must_refer: [leased]}}
injections:
  flood: {text: The weir is under water., source: The weather office, at: {phase: talks, minute: 0}}
points:
  upper: {points: {mill: {closed: 0, leased: 10, sold: 12}, water: {half: 0, two-thirds: 20}}, no_deal: 5}
  lower: {points: {mill: {closed: 0, leased: 12, sold: 20}, water: {half: 20, two-thirds: 5}}, no_deal: 5}
debriefing: [What would you do otherwise?]
"""


def make(folder: Path) -> Path:
    """The case in a new folder."""
    folder.mkdir(parents=True)
    for name, text in (("talks.yaml", TALKS), ("record.yaml", RECORD), ("exercise.yaml", EXERCISE)):
        (folder / name).write_text(text, "utf-8")
    return folder
