"""What turns or weakens a sentence: words of denial, of hedging, of condition, of what is only to come or only possible.

`marks` finds them, each with its place, in English, Ukrainian, Russian and Turkish; a mark says that the word stands there, not
what it denies. The patterns of single kinds (`NEGATION`, `HEDGE` and the like) are for rules that look at an English clause.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

MarkKind = Literal["denial", "hedge", "condition", "possible", "future"]

CONDITION = re.compile(
    r"\b(?:if|unless|provided that|provided (?:the|it|they)|on condition that|only if|as long as|once (?:the|all|they|it|both)"
    r"|as soon as|in case)\b",
    re.I,
)
"""Words that make what is said depend on something."""
HEDGE = re.compile(
    r"\b(reportedly|allegedly|apparently|supposedly|purportedly|probably|presumably|by most accounts|it is understood"
    r"|rumoured|rumored)\b",
    re.I,
)
"""Words by which a narrator does not vouch for what he tells."""
NEGATION = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor|without|cannot|failed to|fails to)\b|n['’]t\b", re.I)
"""Words that deny the clause in which they stand."""
FUTURE = re.compile(
    r"\b(?:will|shall|is to|are to|is due|are due|is expected|are expected|is scheduled|are scheduled|is set to|are set to"
    r"|has been pencilled in|is planned|are planned|to be held|will be|plans to|next)\b",
    re.I,
)
"""Words of what is still to come."""
POSSIBLE = re.compile(r"\b(?:may|might|could|possible|possibly|perhaps|potential|potentially|can)\b", re.I)
"""Words of what may or may not be."""
AIM = re.compile(
    r"\b(?:aimed at|in order to|with the aim of|aiming to|aiming at|intended to|meant to|so as to|in an effort to|in a bid to)\b",
    re.I,
)
"""Words of what something is for."""


# English denials as a narrator tells them, verbs among them; `no more than four` denies nothing.
_ENGLISH = re.compile(
    r"\b(?:(?:not|no)(?! (?:only|(?:more|less|fewer|later|longer) than)\b)|never|nobody|no one|nothing|none|neither|nor|without|cannot"
    r"|fail(?:s|ed|ing)? to|refus(?:e[sd]?|ing|al)|reject(?:s|ed|ing|ion)?|declin(?:e[sd]?|ing)|den(?:y|ies|ied|ying|ial)"
    r"|rul(?:e[sd]?|ing) out|yet to|unable|unwilling)\b|\b\w+n['’]t\b",
    re.I,
)
# Of each language and kind: patterns, or words and (with a star) beginnings of words in the letters of that language.
_MARKS: Mapping[str, Mapping[MarkKind, Sequence[re.Pattern[str] | str]]] = {
    "en": {"denial": (_ENGLISH,), "hedge": (HEDGE,), "condition": (CONDITION,), "possible": (POSSIBLE,), "future": (FUTURE,)},
    "uk": {
        "denial": ("не ні ані жод* без немає нема ніхто нікол* ніщо нічого відмов* відхил* запереч* спростув* відкин* зірва* провал*",),
        "hedge": ("нібито начебто ймовірно мабуть очевидно за_повідомленням* за_словами за_даними як_стверджу* за_чутками",),
        "condition": ("якщо якби за_умови лише_якщо доки",),
        "possible": ("може можуть можлив* міг могла могли ймовірн*",),
        "future": ("буде будуть має_відбутися мають_відбутися планує* очікується відбудеться відбудуться наступн*",),
    },
    "ru": {
        "denial": ("не ни нет без никто никогда ничто ничего никак* отказ* отверг* отклон* опроверг* отриц* сорва* провал*",),
        "hedge": ("якобы вероятно видимо по-видимому предположительно по_сообщениям по_словам по_данным как_утвержда* по_слухам",),
        "condition": ("если при_условии только_если пока_не",),
        "possible": ("может могут возможн* мог могла могли вероятн*",),
        "future": ("будет будут должн*_состояться планиру* ожидается состоится состоятся следующ*",),
    },
    "tr": {
        # Turkish denies within the verb: anlaşmadı, varılamadı, yapılmayacak, kabul etmiyor, imzalamaz.
        "denial": (
            "değil* hayır yok yoktu yoksa hiç* asla ne_de olmadan reddet* reddedil* geri_çevir* yalanla*",
            re.compile(r"\b(?!namaz)\w{2,}(?:m[ae]d[ıi](?:lar|ler|k|m|n|ğ\w*)?|m[ae]y[ae]ca[kğ]\w*|m[ae]z(?:lar|ler|dı|di)?|m[ıiuü]yor\w*|m[ae]m[ıi]ş\w*)\b", re.I),
        ),
        "hedge": ("iddia* sözde güya muhtemelen galiba söylent* öne_sürül*",),
        "condition": ("eğer şart* koşul* takdirde sürece",),
        "possible": ("belki mümkün olabilir* olası",),
        "future": ("gelecek planlan* bekleniyor yapılacak olacak önümüzdeki",),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that turns or weakens what stands around it."""

    kind: MarkKind
    start: int
    end: int


def marks(text: str, language: str = "en") -> tuple[Mark, ...]:
    """The marks of a text in its order; of a language that is not known here none.

    >>> [(m.kind, m.start, m.end) for m in marks("They reportedly did not agree.")]
    [('hedge', 5, 15), ('denial', 20, 23)]
    >>> [m.kind for m in marks("Taraflar anlaşmadı.", "tr")]
    ['denial']
    """
    found = (Mark(kind, *match.span()) for kind, pattern in _patterns(language) for match in pattern.finditer(text))
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


@lru_cache(maxsize=8)
def _patterns(language: str) -> Sequence[tuple[MarkKind, re.Pattern[str]]]:
    listed = ((kind, one) for kind, several in _MARKS.get(language, {}).items() for one in several)
    return [(kind, any_of(one) if isinstance(one, str) else one) for kind, one in listed]


def any_of(words: str) -> re.Pattern[str]:
    """What finds any of some words: `*` for any ending of a word, `_` for a space; whole words, whatever their case."""
    patterns = (re.escape(w).replace("_", " ").replace(r"\*", r"\w*").replace("'", "['’\u02bc]") for w in words.split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?!\w)", re.I)
