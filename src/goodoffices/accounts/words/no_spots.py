"""Words after a preposition of place that are no place: of times, of talks, of what is in writing."""

import re
from collections.abc import Mapping

_ENGLISH = (
    "half halves quarter morning afternoon evening night noon day days week weekend month year years spring summer autumn winter hour hours minute minutes end beginning start "
    "time moment presence spirit framework context round session sitting meeting meetings talks dialogue negotiations conference language name behalf "
    "question questions issue issues matter matters subject request invitation initiative terms way ways hand hands table agenda chair chairmanship "
    "principle detail private public person front role side sides opinion view force place order response return reply addition fact case event events "
    "course hope auspices mediation leadership direction supervision command circumstances pressure heading title rules law agreement protocol accord text "
    "document paper draft heels wake light face hope basis eve same future past first second third fourth last next whole rest dark rain snow cold open "
    "middle midst air record phone radio television news press newspaper other two three four grounds occasion sidelines fringes margins anniversary status "
    "dispute conflict war fee price cost ceasefire truce withdrawal exchange release mandate level majority part run way mood atmosphere silence peace "
)
NO_SPOT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(rf"(?:{'|'.join(_ENGLISH.split())})$", re.I),
    "uk": re.compile(
        r"^(?:ніч|ночі|рук\w*|перек\w*|минул\w*|наступн\w*|час\w*|рамк\w*|присутн\w*|ход\w*|разі|зв.язку|результат\w*|відповід\w*|понеділ\w*|вівтор\w*|серед\w*|четвер\w*|п.ятниц\w*|субот\w*|неділ\w*|цьому|своє\w*|тому|як\w*|перш\w*|друг\w*|трет\w*"
        r"|січн\w*|лют\w*|берез\w*|квітн\w*|травн\w*|червн\w*|липн\w*|серпн\w*|верес\w*|жовт\w*|листопад\w*|грудн\w*|день|ранці|вечорі|основ\w*|питан\w*|умов\w*|чолі|тл[іо]|кінц\w*|початк\w*|засідан\w*|зустріч\w*|переговор\w*|форматі|раунд\w*|тиж\w*|ро[кц]\w*|годин\w*|суд\w* спр\w*)$",
        re.I,
    ),
    "ru": re.compile(
        r"^(?:ноч\w*|рук\w*|прошл\w*|следующ\w*|нынешн\w*|врем\w*|рамк\w*|присутств\w*|ход\w*|случа\w*|связи|результат\w*|ответ\w*|понедельник\w*|вторник\w*|сред[уы]|четверг\w*|пятниц\w*|суббот\w*|воскресень\w*|этом|сво\w*|том|котор\w*|перв\w*|втор\w*|трет\w*"
        r"|январ\w*|феврал\w*|март\w*|апрел\w*|ма[ея]|июн\w*|июл\w*|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*|день|утр\w*|вечер\w*|основ\w*|вопрос\w*|услови\w*|главе|фоне|конц\w*|начал\w*|заседани\w*|встреч\w*|переговор\w*|формате|раунд\w*|недел\w*|год\w*|час\w*)$",
        re.I,
    ),
    "tr": re.compile(
        r"^(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|tarih|gün|saat|yıl|ay|hafta|konu|hakk|sıra|süre|sonu|baş|çerçeve|tur|toplantı|görüşme|oturum|müzakere|önce|sonra|üzer|altı|ara|karşı|aşama|akşam|sabah|gece|bura|ora|şura|hem|ya|de|da)\w{0,6}(?:d[ae]|t[ae])$",
        re.I,
    ),
}
