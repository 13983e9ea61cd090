"""Scenarios in the formats of other programs, and in our own.

read.py           read_scenario: a folder, or a domain file and its profiles; Genius XML, GeniusWeb JSON, NegMAS, NegoLog
form.py           what every format offers; a new one is one object of it
case_folder.py    a case whose preferences are points, as a scenario
write_*.py        a scenario as the files of a case, or of Genius
"""

from .case_folder import renamed, scenario_of_case, titled
from .read import read_scenario
from .write_case import case_files
from .write_genius import Written, genius_files

__all__ = ["Written", "case_files", "genius_files", "read_scenario", "renamed", "scenario_of_case", "titled"]
