"""What stands in a text and cannot be seen, or steers how the rest is shown: displayed as what it is, never obeyed.

Three kinds of characters make a text read otherwise than it is stored: those that turn the direction of what follows
("Trojan Source", Boucher and Anderson 2021), controls of terminals and files, and those that are not displayed at all and so
can carry words that only a program reads. Letters of every script stay, and with them what their writing needs: joiners in
Arabic, in the scripts of India and between emoji; variation selectors; direction marks in lines with right-to-left letters.
"""

import json
import re
from typing import Any

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
# Scripts in which a joiner chooses between forms of the letter before it (RFC 5892, appendix A; Unicode, chapters 9 to 17).
_JOINING = (
    "\u0600-\u061b\u061d-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u18aa\u1a20-\u1aad\u1b00-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_SYMBOLS = "\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_STEERING = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff"
# Unicode's property Default_Ignorable_Code_Point, less what steers; soft hyphens and the byte order mark are of them.
_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_MARKS = "\u061c\u200e\u200f"
"""Direction marks: in a line without right-to-left letters they only turn numbers around."""
# Each stands right behind what it belongs to, so that one is needed and none can be hidden behind another.
_IN_PLACE = "|".join(
    (
        f"(?<=[{_JOINING}])[\u200c\u200d]",
        f"(?<=[{_SYMBOLS}])\u200d(?=[{_SYMBOLS}])",
        f"(?<=[{_SYMBOLS}]\ufe0f)\u200d(?=[{_SYMBOLS}])",
        f"(?<=[{_SYMBOLS}])[\ufe0e\ufe0f]",
        "(?<=[0-9#*])\ufe0f(?=\u20e3)",
        f"(?<=[{_IDEOGRAPHS}])[\ufe00-\ufe0f\U000e0100-\U000e01ef]",
        "(?<=[\u1820-\u18aa])[\u180b-\u180f]",
        "(?<=[\u1000-\u109f\uaa60-\uaa7f\u2200-\u22ff])\ufe00",
    )
)
_UNSEEN = re.compile(f"(?P<place>{_IN_PLACE})|[{_IGNORABLE}]")
_ODD = re.compile(
    f"(?P<place>{_IN_PLACE})|(?P<mark>[{_MARKS}])|(?P<many>[{_IGNORABLE}]{{4,}})|[{_STEERING}{_IGNORABLE}]"
)
_ANY = re.compile(f"[{_STEERING}{_IGNORABLE}]")
_IN_JSON = re.compile(f"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff{_IGNORABLE}]")


def harmless(text: str) -> str:
    """The text as it may be shown anywhere: what steers or is not displayed stands as `[U+202E]`; line ends and tabs stay."""
    if _ANY.search(text) is None:
        return text
    return "\n".join(map(_line, re.split("\r\n|[\r\n]", text)))


def one_for_one(text: str) -> str:
    """As `harmless`, but each such character as one U+FFFD: for a page that counts characters."""
    return "\n".join(_replaced(line) for line in text.split("\n")) if _ANY.search(text) else text


def visible(text: str) -> str:
    """The text on one line of a terminal: as `harmless`, and whatever else a terminal may not know is U+FFFD."""
    if text.isprintable() and _ANY.search(text) is None:
        return text
    return "".join(map(_printable, harmless(text)))


def without_unseen(text: str) -> tuple[str, int]:
    """The text without the characters that are not displayed and that no script needs there; and how many they were."""
    if _ANY.search(text) is None:
        return text, 0
    lines = [_seen(line) for line in text.split("\n")]
    found = "\n".join(lines)
    return found, len(text) - len(found)


def json_text(data: Any, indent: int | None = 1) -> str:
    """Data as JSON for people and programs: letters as they are, what steers or is not displayed as JSON's own escapes."""
    return _IN_JSON.sub(lambda match: json.dumps(match[0])[1:-1], json.dumps(data, ensure_ascii=False, indent=indent))


def _line(line: str) -> str:
    turned = _RIGHT_TO_LEFT.search(line) is not None

    def told(match: re.Match[str]) -> str:
        if match["place"] or (turned and match["mark"]):
            return match[0]
        if match["many"]:
            return f"[{len(match[0])} characters that are not displayed]"
        # Half of a character that takes two (a file's name may hold one) cannot even be written.
        return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else f"[U+{ord(match[0]):04X}]"

    return _ODD.sub(told, line)


def _replaced(line: str) -> str:
    turned = _RIGHT_TO_LEFT.search(line) is not None

    def told(match: re.Match[str]) -> str:
        return match[0] if match["place"] or (turned and match["mark"]) else "\ufffd" * len(match[0])

    return _ODD.sub(told, line)


def _seen(line: str) -> str:
    turned = _RIGHT_TO_LEFT.search(line) is not None
    return _UNSEEN.sub(lambda match: match[0] if match["place"] or (turned and match[0] in _MARKS) else "", line)


def _printable(character: str) -> str:
    if character.isprintable() or _UNSEEN.fullmatch(character):  # of the unseen only those in their place are left
        return character
    return " " if character.isspace() else "\ufffd"
