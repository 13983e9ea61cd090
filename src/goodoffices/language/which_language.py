"""In which language a text is written, by `py3langid` (Lui and Baldwin 2012, langid.py, with their model of 97 languages).

Measured on single sentences of reports in English, Ukrainian, Russian and Turkish: see tests/language/test_which_language.py.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH = 2_000
"""Letters of a text that are looked at."""


@lru_cache(maxsize=1024)
def language_of(text: str, among: tuple[str, ...] = ()) -> str | None:
    """The ISO 639-1 code of a text's language; None where it has no letters. `among`: the codes in question, if not all.

    >>> language_of("Делегації зустрілися в Осло."), language_of("Heyetler Oslo'da bir araya geldi.", ("en", "tr"))
    ('uk', 'tr')
    """
    head = text[:ENOUGH]
    if not any(map(str.isalpha, head)):
        return None
    code, _ = _identifier(among).classify(head)
    return str(code)


@lru_cache(maxsize=8)
def _identifier(among: tuple[str, ...]) -> "LanguageIdentifier":
    # Only where a language is asked for: its model takes half a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    if among:
        identifier.set_languages(list(among))
    return identifier
