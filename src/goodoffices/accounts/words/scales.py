"""Meanings and their opposites: UPPER,UPPER/LOWER,LOWER by the names of the lines in `meanings.txt`."""

import re
from collections.abc import Mapping

from ..model import Kind

CONTRASTS: Mapping[Kind, str] = {
    "polarity": "open/close allow/forbid,refuse accept,support,swear,agree/refuse,oppose go_on,begin,resume/stop raise/lower "
    "release/hold come/absent,leave confirm/deny success/failure win/lose alive/kill find/missing public/secret rehire/expel "
    "hurry/delay pay/owe withdraw/advance armed/unarmed thank/accuse build/destroy",
    "degree": "all/some,only full/partial permanent/temporary immediate/gradual unanimous/majority unconditional/conditional "
    "final/draft,voluntary agree,sign,accept/discuss sign,agree/draft stop/suspend,delay,lower forbid/ban_partly destroy/damage "
    "kill/wound free_of_charge/discount apologise/regret swear,agree/discuss full/some all/partial",
}
"""By the kind of difference that they make."""
PARTS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|half|most|many|several|few) (?:out )?of\b"
        r"|\b(?:not|almost|nearly) all\b|\b(?:a|the) (?:share|number|handful|fraction|third|quarter|half) of\b",
        re.I,
    ),
    "uk": re.compile(r"\b\w+ (?:із|зі|з) (?:\d+|дв|тр|чот|п['’ʼ]?ят|шес|сем|віс|дев|дес)\w*|\bне всі\w*", re.I),
    "ru": re.compile(r"\b\w+ из (?:\d+|дв|тр|чет|пят|шес|сем|вос|дев|дес)\w*|\bне все\w*", re.I),
    "tr": re.compile(
        r"\b\w+(?:['’]?[ıiuü]n|[sd][ıiuü]nden|[dt][ae]n)\s(?:bir|iki|üç|dört|beş|altı(?!n)|yedi|\d+)\w*|\byar[ıi]s\w*",
        re.I,
    ),
}
"""Words of a part of a number: `two of the five`."""
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|a|an)"
TERMS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(rf"\b(?:for|of) (?:an? |another )?{_NUMBER}[ -](?:day|week|month|year|hour)s?\b", re.I),
    "uk": re.compile(r"\bна (?:\w+ )?(?:дн[іия]\w*|день|тиж\w+|місяц\w+|рік|рок\w+|годин\w*)\b|\bстроком на\b", re.I),
    "ru": re.compile(r"\bна (?:\w+ )?(?:дн[яейи]\w*|день|недел\w+|месяц\w*|год|года|лет|час\w*)\b|\bсроком на\b", re.I),
    "tr": re.compile(r"\b\w+ (?:gün|hafta|ay|yıl|saat)(?:l[ıiuü][kğ]\w*| süreyle| boyunca| için)", re.I),
}
"""Words of a time that ends: `for sixty days`, which is not for good."""
