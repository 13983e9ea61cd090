"""The house or spot in which a report has them meet: what stands after `in`, `at`, `under` beside the word for meeting."""

import re
from collections.abc import Iterator, Sequence

from ...language.folding import Span
from ...language.stems import meaning
from ..align import Aligned
from ..model import Kind
from ..reading.once import once
from ..reading.passages import Account, Passage
from .places import rooms
from .values import Value, Verdict, meeting_at

_SPOT = re.compile(
    r"\b(?P<at>in|at|aboard|on board|inside|on(?= (?:the|a|an) (?:barge|raft|tug|yacht|vessel|deck|lawn|terrace|steps|bridge|pier|quay|island|border|roof|green|beach|ferry|train|ship|boat))|under|beneath|beside|outside|behind|near|opposite)\s(?:the|a|an|its|their|our|his|her|one of the|[A-Z][\w-]+['’]s)\s"
    r"(?P<what>(?:(?!(?:and|with|which|who|that|to|from|by|after|before|for|where|while|until|between|over|about|since|during|when|as|but|or)\b)[\w'’.&-]+\s?){1,7})",
    re.I,
)
_LABEL = re.compile(
    r"^(?:\W*\d*\W*)?(?:Venue|Place|Location|Where|Held at)\s?[:–-]\s?(?:the\s)?(?P<what>[^.,;\n]{3,60})", re.I | re.M
)
_TAIL = re.compile(r"\s(?:of|in|on|at|outside|above|near|below|off|by)\s.*$|\s$")
_LOOKING = re.compile(r"\b(?:look|aim|point|laugh|shout|direct|stare)\w*\s$", re.I)
_ABSTRACT = re.compile(
    r"(?:(?<!stat)(?<!miss)(?<!pavil)(?<!legat)(?<!mans)(?<!delegat)ion|ness|ment|ship|ing|ance|ence)s?$(?<!building)(?<!ship)"
)
_NO_SPOT = frozenset(
    "morning afternoon evening night noon day days week weekend month year years spring summer autumn winter hour hours minute minutes end beginning start time moment "
    "presence spirit framework context round session sitting meeting meetings talks dialogue negotiations conference language name behalf question questions issue issues matter "
    "matters subject request invitation initiative terms way ways hand hands table agenda chair chairmanship principle detail private public person front role side sides opinion "
    "view force place order response return reply addition fact case event events course hope auspices mediation leadership direction supervision command circumstances pressure "
    "heading title rules law agreement protocol accord text document paper draft heels wake light face hope basis eve same future past first second third fourth last next "
    "whole rest dark rain snow cold open middle midst air record phone radio television news press newspaper other two three four grounds occasion sidelines fringes margins "
    "anniversary status dispute conflict war fee price cost ceasefire truce withdrawal exchange release mandate level majority part run way mood atmosphere silence peace".split()
)


_SEATS = frozenset(map(meaning, "ministry headquarters embassy court parliament".split()))
"""Houses that stand for who works there: `number two at the ministry`."""


class Venues:
    """Another house, room or spot for the meeting of which both tell."""

    kind: Kind = "place"

    def values(self, account: Account) -> Sequence[Value]:
        """Where a report has them meet: the first place that it gives."""
        return _venue(account)

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both places have a word in common."""
        if v.said & w.said:
            return Verdict(True, 0.5)
        if v.said & _names(aligned.b) or w.said & _names(aligned.a):
            return None
        return Verdict(False, 0.1)


def _names(account: Account) -> frozenset[str]:
    """The words of all rooms of a report: where it knows the other's room, it is no other one."""
    return frozenset(k for v in _all_rooms(account) for k in v.said[1] if k.startswith("="))


@once
def _all_rooms(account: Account) -> Sequence[Value]:
    return tuple(v for p in account.passages for v in rooms(p))


@once
def _venue(account: Account) -> Sequence[Value]:
    told = [v for p in account.passages for v in _of(p)]
    if not told:
        told = [
            Value(v.passage, v.span, v.said[1] | v.said[4], "venue")
            for v in _all_rooms(account)
            if not v.said[3] and not v.passage.heading and not _denied(v.passage, v.span) and not v.said[4] & _SEATS
        ]
    return tuple(told[:1])


def _of(p: Passage) -> Iterator[Value]:
    if p.language != "en":
        yield from () if p.heading else _elsewhere(p)
        return
    if label := _LABEL.search(p.text):
        yield _value(p, label)
    if p.heading:
        return
    for m in _SPOT.finditer(p.text):
        start = p.start + m.start()
        if meeting_at(p, Span(start, start)) == "met" and _is_spot(p, m) and not _denied(p, Span(start, start)):
            yield _value(p, m)


# `у сільській школі`, `в здании таможни`: up to four words after the preposition, none of them a name alone or a day.
_SLAVIC = re.compile(
    r"(?<!\w)(?:у(?=\s[^,.]*[іїє])|в|на|під|під час|біля|під|у приміщенні|под|возле|около|близ)\s(?P<what>(?:[^\W\d][\w'’ʼ«»\"-]*\s?){1,4})",
    re.I,
)
_TURKISH = re.compile(
    r"(?<![\w'’])(?P<what>(?:[^\W\d]\w*\s){0,3}[^\W\d]\w*(?:n?d[ae]|n?t[ae]))(?=\s(?:\w+\s)?(?:bir araya|otur|konuş|görüş|topla|buluş|müzakere|yap|gerçekleş|düzenle))"
)
_NO_SPOT_OF = {
    "uk": re.compile(
        r"^(?:минул\w*|наступн\w*|час\w*|рамк\w*|присутн\w*|ход\w*|разі|зв.язку|результат\w*|відповід\w*|понеділ\w*|вівтор\w*|серед\w*|четвер\w*|п.ятниц\w*|субот\w*|неділ\w*|цьому|своє\w*|тому|як\w*|перш\w*|друг\w*|трет\w*"
        r"|січн\w*|лют\w*|берез\w*|квітн\w*|травн\w*|червн\w*|липн\w*|серпн\w*|верес\w*|жовт\w*|листопад\w*|грудн\w*|день|ранці|вечорі|основ\w*|питан\w*|умов\w*|чолі|тл[іо]|кінц\w*|початк\w*|засідан\w*|зустріч\w*|переговор\w*|форматі|раунд\w*|тиж\w*|ро[кц]\w*|годин\w*|суд\w* спр\w*)$",
        re.I,
    ),
    "ru": re.compile(
        r"^(?:прошл\w*|следующ\w*|нынешн\w*|врем\w*|рамк\w*|присутств\w*|ход\w*|случа\w*|связи|результат\w*|ответ\w*|понедельник\w*|вторник\w*|сред[уы]|четверг\w*|пятниц\w*|суббот\w*|воскресень\w*|этом|сво\w*|том|котор\w*|перв\w*|втор\w*|трет\w*"
        r"|январ\w*|феврал\w*|март\w*|апрел\w*|ма[ея]|июн\w*|июл\w*|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*|день|утр\w*|вечер\w*|основ\w*|вопрос\w*|услови\w*|главе|фоне|конц\w*|начал\w*|заседани\w*|встреч\w*|переговор\w*|формате|раунд\w*|недел\w*|год\w*|час\w*)$",
        re.I,
    ),
    "tr": re.compile(
        r"(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|tarih|gün|saat|yıl|ay|hafta|konu|hakk|sıra|süre|sonu|baş|çerçeve|tur|toplantı|görüşme|oturum|müzakere|önce|sonra|üzer|altı|ara|karşı|aşama|akşam|sabah|gece|bura|ora|şura|hem|ya|de|da)\w{0,6}(?:d[ae]|t[ae])$",
        re.I,
    ),
}


def _elsewhere(p: Passage) -> Iterator[Value]:
    """In Ukrainian, Russian and Turkish: what a preposition or the ending of place makes the place of the meeting."""
    pattern = {"uk": _SLAVIC, "ru": _SLAVIC, "tr": _TURKISH}.get(p.language)
    for m in pattern.finditer(p.text) if pattern else ():
        what = m["what"].split()
        span = Span(p.start + m.start("what"), p.start + m.start("what") + len(m["what"].rstrip()))
        heads = what[-1:] if p.language == "tr" else what
        if meeting_at(p, span) != "met" or any(map(_NO_SPOT_OF[p.language].search, heads)) or heads[0][:1].isupper():
            continue
        keys = frozenset(k for k in p.keys_in(span) if not k.startswith("@"))
        if keys and not any(d.start < span.end and span.start < d.end for d in p.days) and not _not_there(p, span):
            yield Value(p, span, keys, "venue")


def _not_there(p: Passage, span: Span) -> bool:
    return any(0 <= span.start - d.end <= 12 for d in p.denials)


def _is_spot(p: Passage, m: re.Match[str]) -> bool:
    start, end = p.start + m.start(), p.start + m.end()
    words = _TAIL.sub("", m["what"]).lower().split()
    if _LOOKING.search(p.text, 0, m.start()) or (words and _ABSTRACT.search(words[-1])):
        return False
    if not words or words[-1] in _NO_SPOT or words[0] in _NO_SPOT or any(w[:1].isdigit() for w in words):
        return False
    return not any(d.start < end and start < d.end for d in p.days)


def _value(p: Passage, m: re.Match[str]) -> Value:
    what = _TAIL.sub("", m["what"])
    span = Span(p.start + m.start(), p.start + m.start("what") + len(what.rstrip()))
    keys = p.keys_in(Span(p.start + m.start("what"), span.end))
    return Value(p, span, frozenset(k for k in keys if not k.startswith("@")) or frozenset({meaning(what)}), "venue")


def _denied(p: Passage, span: Span) -> bool:
    """`not in the Customs House`, `instead of the Customs House`."""
    clause = p.clause_at(span.start)
    before = p.text[max(clause.start, span.start - 30) - p.start : span.start - p.start]
    return re.search(r"\b(?:not|instead of|rather than|never)\b", before, re.I) is not None
