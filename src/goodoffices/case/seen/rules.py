"""The rules by which a reader sees a case, in the order in which they are kept. Each is a function of its own, and needed.

readers          everything that somebody said who may read it: sources, claims, passages, entries, findings
names            who may not be named, and what would name him
what is left     entries that nothing seen makes go; those that are made in part are told in part; what nothing names goes
"""

from collections.abc import Callable
from dataclasses import replace

from ...record import Record
from ...talks import Talks
from ..model import Case
from ..rights import allows
from . import apart, attribution, entries, evidence, files, named, restated
from .view import View

Rule = Callable[[View, Case], Case]


def whole_case(view: View, case: Case) -> Case:
    """Of a case that is not for him he sees nothing."""
    if allows(view.full.talks.readers, view.reader):
        return case
    himself = {key: party for key, party in case.talks.parties.items() if key in view.who}
    talks = Talks(format="talks/1", title="Not shown", exercise=case.talks.exercise, parties=himself)
    record = Record(format="record/1")
    return replace(case, talks=talks, record=record, texts={}, anchors={}, originals={}, preferences=None, conflict=None,
                   reading=None)  # fmt: skip


RULES: dict[str, Rule] = {
    "the case": whole_case,
    "sources": evidence.sources,
    "claims": evidence.claims,
    "passages": evidence.passages,
    "entries kept back": entries.own_readers,
    "claims that name what is kept back": evidence.without_hidden_things,
    "claims that tell of who is not named": attribution.without_what_tells_of_speakers,
    "answers that repeat what is kept back": evidence.answers,
    "findings": evidence.findings,
    "preferences": files.preferences,
    "conflict": files.conflict,
    "speakers": attribution.speakers,
    "names of sources": attribution.source_names,
    "what is the team's own": entries.unsourced,
    "what one person said, apart": apart.apart,
    "what nothing seen makes": entries.made,
    "what is made in part": entries.mixed,
    "what is the same, together": apart.alike,
    "seats in meetings": entries.seats,
    "for whom somebody had a part": entries.sides,
    "links": named.links,
    "what nothing seen names": named.things,
    "the status quo": files.status_quo,
    "answers that nothing names": named.options,
    "words of questions": named.labels,
    "words around a name": restated.restated,
    "who was taken to talk": files.reading,
}
"""All rules but the last: that all is numbered anew."""


THE_TEAM_S_OWN: tuple[Rule, ...] = (files.preferences, files.conflict, entries.unsourced, named.things)
"""Those that take what rests on no claim from a case of which nothing else is kept from anybody.

Answers that nobody gave are left out: they are words of a question, and tell of nobody.
"""


def shown(view: View, known: Case | None = None) -> Case:
    """The case as its reader sees it, under the ids of the whole; `known`: as far as it could be known on a day.

    What is kept back is so by the whole case, also by what was said later: the team's words on an entry may have come of it.
    """
    # The commands on them have rules of their own.
    case = replace(view.full if known is None else known, minutes=None, papers=None, exercise=None)
    for keep in RULES.values():
        case = keep(view, case)
    return case
