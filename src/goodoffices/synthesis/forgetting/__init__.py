"""Taking a source or a person out of a case's folder, so that no byte of it is left there. Read `source_plan.py` first.

plan = plan_source(folder, "B")                what would go: shown before anything is done
plan = plan_person(folder, "korvin", today)    the name blacked out in the texts that stay
carry_out(plan)                                done, so that a stop at any moment loses nothing
finish(folder)                                 what an earlier stop left is finished
search(folder, plan.find)                      every byte of the folder is looked into
"""

from ...case.unfinished import is_unfinished
from .carrying_out import carry_out, finish
from .person_plan import plan_person
from .planned import Group, Plan, Search, search
from .source_plan import plan_source

__all__ = ["Group", "Plan", "Search", "carry_out", "finish", "is_unfinished", "plan_person", "plan_source", "search"]
