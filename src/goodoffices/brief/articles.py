"""Which names take an article: `the United States`, `the Lake Union`, but `Ukraine`."""

import re
from collections.abc import Mapping

from ..talks import Named, Party

_STATES = re.compile(r"^United |\b(?:Netherlands|Philippines|Maldives|Bahamas|Gambia|Seychelles|Comoros|Holy See)$")
_BODIES = frozenset(
    "Union Nations States Kingdom Emirates Republic Federation Confederation Council Committee Commission Board Office Ministry "
    "Organisation Organization Agency Authority Alliance Coalition League Front Army Forces Movement Government Parliament "
    "Assembly Group Bank Fund Church Society Congress Association Chamber Court Brigade Brigades Party Tribunal Secretariat "
    "Institute Province Region District Town City Village Port".split()
)


def article(named: Named, texts: Mapping[str, str]) -> str:
    """`the ` or nothing, as the reports write the name; of a state, and where they do not tell, as the name is built."""
    name = named.name
    if name.startswith(("The ", "the ")):
        return ""
    if any(spelling == f"the {name}" for spelling in named.spellings):
        return "the "
    if isinstance(named, Party) and named.kind == "state":
        return "the " if _STATES.search(name) else ""
    plain = name.split(" (")[0]
    told, without = _told(plain, texts)
    if told or without:
        return "the " if told >= without else ""
    head = plain.split(" of ")[0].split(" for ")[0].split()[-1:]
    return "the " if (head and head[0].capitalize() in _BODIES) or _STATES.search(name) else ""


def _told(name: str, texts: Mapping[str, str]) -> tuple[int, int]:
    """How often the texts print a name behind `the`, and how often without; what begins a sentence tells nothing."""
    found = re.compile(rf"(?<=[\w,;:] )(the )?(?<!\w){re.escape(name)}(?!\w)")
    hits = [hit[1] for text in texts.values() for hit in found.finditer(text)]
    return sum(hit is not None for hit in hits), sum(hit is None for hit in hits)
