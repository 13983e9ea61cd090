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


_PAPERS = frozenset(
    "Courier Post Ledger Times Herald Gazette Tribune Journal Chronicle Telegraph Mail Star Observer Guardian Mirror Express "
    "Standard Review Register Independent Echo Bulletin Dispatch Messenger Sun Inquirer Argus Advertiser Delegation office "
    "Office Ministry Newspaper".split()
)
"""Last words of the names of newspapers and offices, which take an article: `the Kelmarsk Courier`, `the Press office of ...`."""


def of_publisher(name: str) -> str:
    """A publisher's name as it stands in a sentence: `the Kelmarsk Courier`; `The Ladle`, `TASS`, `open4business.com.ua`."""
    if name.startswith(("The ", "the ")):
        return name
    plain = re.split(r", | \(", name)[0]
    head = re.split(r" (?:of|for) ", plain)[0].split()[-1:]
    several = len(plain.split()) > 1  # `Mirror`, alone, may be a name of another language
    takes = several and bool(head) and (head[0] in _PAPERS or head[0].capitalize() in _BODIES)
    if not takes and not _STATES.search(plain):
        return name
    words = name.split(" ")
    common = len(words) > 1 and words[1].islower() and words[1] not in ("of", "for")
    return f"the {name[0].lower()}{name[1:]}" if common else f"the {name}"  # `the press office of ...`


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
    """How often the texts print a name behind `the`, and how often without; the bare name that begins a sentence tells nothing."""
    found = re.compile(rf"(?:(?<=[\w,;:] )(?<!\bThe )(the )?|\b(The ))(?<!\w){re.escape(name)}(?!\w)")
    hits = [hit[1] or hit[2] for text in texts.values() for hit in found.finditer(text)]
    return sum(hit is not None for hit in hits), sum(hit is None for hit in hits)
