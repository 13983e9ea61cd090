"""The words by which collective bodies, their people, talks and helpers are known: `lexicon.txt`, read once."""

from collections.abc import Iterator
from importlib.resources import files


def _lists() -> Iterator[tuple[str, list[str]]]:
    name, words = "", list[str]()
    for line in files(__package__).joinpath("lexicon.txt").read_text("utf-8").splitlines():
        if line.startswith((" ", "\t")):
            words += line.split()
        elif line and not line.startswith("#"):
            yield name, words
            name, words = line.strip().removesuffix(":"), []
    yield name, words


_LISTS = {name: words for name, words in _lists() if name}


def _set(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name])


def _by_word(group: str) -> dict[str, str]:
    """Words with the list of a group in which they stand; of several the first."""
    named = {name.removeprefix(group): words for name, words in _LISTS.items() if name.startswith(group)}
    return {form: kind for kind, words in reversed(named.items()) for word in words for form in (several(word), word)}


def several(word: str) -> str:
    """The plural of a word: `parties`, `unions`; one that ends in -s is taken for a plural."""
    return (
        word if word.endswith("s") else word[:-1] + "ies" if word[-1] == "y" and word[-2] not in "aeo" else word + "s"
    )


KINDS = _by_word("kind ")
"""The kind of party that a head noun names."""
CALLED = _by_word("called ")
"""What a body is called for short, with the kind of body that it then is."""
PLURAL_ENDINGS = tuple(
    "workers owners holders farmers growers fishers herders makers keepers seekers drivers masters dwellers".split()
)
ANY_NAME = _set("any name")
AGENTS = _set("agents")
AGENT_MODIFIERS = _set("agent modifiers")
MEDIATORS = _set("mediators")
THIRD_HEADS = _set("third heads") | MEDIATORS
NOT_WHO = _set("not who")
BYSTANDERS = _set("bystanders")
FOLLOWERS = _set("followers")
MATTERS = _set("matters")
PRESS = _set("press")
PLACES = _set("places")
FIRM_WORDS = _set("firm words")
FIRM_TAILS = _set("firm tails")
NUMBERED = _set("numbered")
TITLES = _set("titles")
LOADED = _set("loaded")
TELLERS = _set("tellers")
GROUNDS = _set("grounds")
SECTORS = _set("sectors")
STRIPPED = _set("stripped")
VERBS = _set("verbs")
DETERMINERS = _set("determiners")
PARTICLES = _set("particles")
FOES = _set("foes")
OUR_PEOPLE = _set("our people")
OF_ALL = _set("of all")
RULERS = _set("rulers")
TIMES = _set("times")
SMALL = _set("small")
ANYBODY = _set("anybody")
HOUSES = _set("houses")
HEADS_OF_PLACES = _set("heads of places")
DIRECTIONS = _set("directions")
OF_HEADS = _set("of heads")
OFFICES_OF_A_MATTER = _set("offices of a matter")
NEUTRAL_OFFICES = _set("neutral offices")
LOCAL_OFFICES = _set("local offices")
COLLECTIVE = _set("collective")
NO_PEOPLE = _set("no people")
LANDSCAPE = _set("landscape")
NO_SIDES = _set("no sides")
SEATS = _set("seats")
ROOMS = _set("rooms")
NEUTRAL_BODIES = _set("neutral bodies")
TALK = (
    r"(?:talks?|negotiat\w+|meetings?|sessions?|rounds?|dialogue|consultations?|discussions?|conference|summit|table|mediation"
    r"|conciliation|arbitration|hearing|agreement|accord|deal|truce|ceasefire|cease-fire|armistice|treaty|pact|protocol|memorandum"
    r"|declaration|settlement|compromise|dispute|standoff|stand-off|row|conflict|bargaining|contacts?|encounter|understanding|strike"
    r"|lockout|walkout|stoppage|proposals?|draft texts?|offer|war|hostilities|feud|quarrel|stalemate|deadlock|peace|contract"
    r"|disagreement|gathering|roundtable|loggerheads|exchange)"
)
"""Nouns of talking, of what comes of it, and of what it is about."""


def _common() -> frozenset[str]:
    lines = files(__package__).joinpath("common.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


COMMON = _common()
"""Words that are no names: where one opens a sentence, its capital is the sentence's."""
_SHAPES = (
    "tion",
    "tions",
    "ness",
    "ments",
    "less",
    "ously",
    "ably",
    "ibly",
    "ically",
    "ingly",
    "edly",
    "fully",
    "antly",
    "ently",
)
"""Endings of common words."""


def common(low: str) -> bool:
    """Whether a word is a common one."""
    return low in COMMON or (len(low) > 6 and low.endswith(_SHAPES))


def people(low: str) -> bool:
    """Whether a word names many people by what they do: `fishermen`, `smallholders`."""
    if KINDS.get(low) == "people" or low.endswith(PLURAL_ENDINGS):
        return True
    if low.endswith(("ers", "ists", "ors", "ees", "landers", "eros", "istas")) and len(low) > 5:
        return low not in NO_PEOPLE
    return (
        low.endswith(("men", "women")) and len(low) > 5 and low not in ("spokesmen", "gentlemen", "regimen", "specimen")
    )


def plural(low: str) -> bool:
    """Whether a head names several."""
    return low.endswith("s") or low in ("crew", "people", "clergy", "women", "fishermen", "police")


def singular(low: str) -> str:
    """One of several."""
    return low[:-3] + "y" if low.endswith("ies") else low[:-1] if low.endswith("s") else low
