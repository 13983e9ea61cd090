"""Words that tell nothing of any source: those with which the program describes its own files."""

from functools import cache
from typing import Any

from ...case import FILES, schema
from ...case.template import template_files

_JOINTS = """
about above across after again against ahead almost alone along already also although always among another anybody anyone
anything around asked asks away back became because become been before began begin begins behind being below beside besides
between beyond both bring brings brought came cannot chiefly close come comes coming could course days dear deep does done down
during each early earlier either else ended ends enough even evening ever every everybody everyone everything except fact felt
fewer find finds first five following found four from full further gave gets give given gives goes going gone good have having
hear heard hence here herself himself hour hours however inside instead into itself just keep keeps kept knew know known knows
large last late later least leave leaves left less like likely little long longer look looked looks made mainly make makes
making many matter maybe mean means meant might mind minute minutes moment month months more morning most mostly much must
myself nearly need needed needs neither never nevertheless next night nine nobody none nothing nowhere often once ones only open
opened other others otherwise ought ours over part parts perhaps place please point points possible probably quite rather ready
really reason right said same saying says second seem seemed seems seen sees self sent seven several shall short should show
showed shown shows side sides similar simply since sometimes soon speak speaking speaks spoke spoken stand stands started still
stood such sure take taken takes taking talk talked talks tell telling tells than that their theirs them themselves then there
therefore these they thing things think third this those though thought three through thus time times today together told
tomorrow tonight took toward towards turn turned turns twelve twice under unless until upon used uses using usually very want
wanted wants week weeks well went were what whatever when whenever where whereas wherever whether which while whoever whole whom
whose will with within without word words work would write written wrote year years yesterday your yours
paid pay pays vote voted votes voting
"""
"""English words of which every report is made."""


@cache
def vocabulary() -> str:
    """The joints of sentences, and all words of the descriptions of a case's files and of the commented case that `new` makes."""
    described = [text for name in FILES for text in _texts(schema(name))]
    comments = [line for name, text in template_files().items() for line in _comments(name, text)]
    return "\n".join([_JOINTS, *described, *comments])


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for key, inner in value.items() for text in [key, *_texts(inner)]]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


def _comments(name: str, text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line] if name.endswith(".yaml") else []
