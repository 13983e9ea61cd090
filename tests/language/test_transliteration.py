"""Names across alphabets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.transliteration import latin, same_letters, script

SAME = """
Зеленський/Zelensky Зеленский/Zelenskyy Умєров/Umerov Умеров/Umerov Мединський/Medinsky Мединский/Medinskiy
Ердоган/Erdoğan Эрдоган/Erdogan Фідан/Fidan Фидан/Fidan Лавров/Lavrov Кислиця/Kyslytsya Щербаков/Shcherbakov
Μητσοτάκης/Mitsotakis Харків/Kharkiv Дмитро/Dmytro Єрмак/Yermak Сибіга/Sybiha Андрій/Andrii Сергій/Serhii
Юрій/Yurii Шойгу/Shoigu Жириновский/Zhirinovsky محمد/Muhammad Москва/Moskva Анкара/Ankara Чавушоглу/Çavuşoğlu
Шимшек/Şimşek Ющенко/Yushchenko Хакан/Hakan Київ/Kyiv Киев/Kiev Песков/Peskov Калин/Kalın Гутерреш/Guterres
Τσίπρας/Tsipras حماس/Hamas Ґонґадзе/Gongadze Рубіо/Rubio Виткофф/Witkoff
""".split()
OTHERS = """Иран/Iraq Путин/Rutin Мали/Malawi Австрия/Australia Иванов/Ivanova Петров/Petrovsky 東京/Tokyo Осло/Ossola Минск/Pinsk
Нигер/Nigeria Ахмед/Ahmet Боснія/Estonia Лена/Elena 王/Wang Умеров/Umarov 김/Kim Зал2/Zal3 علي/Ali""".split()


@pytest.mark.parametrize("pair", SAME)
def test_one_name_in_two_alphabets(pair: str) -> None:
    a, b = pair.split("/")
    assert same_letters(a, b)
    assert same_letters(b, a)


@pytest.mark.parametrize("pair", OTHERS)
def test_two_names_in_two_alphabets(pair: str) -> None:
    a, b = pair.split("/")
    assert not same_letters(a, b)
    assert not same_letters(b, a)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сергій Кислиця", "sergii kislitsya"), ("Çavuşoğlu", "cavusoglu"), ("Iğdır", "igdir"), ("東京", "東京"), ("", ""),
        ("Мединский", "medinskii"), ("Αθήνα", "athina"), ("Łódź", "lodz"), ("Oslo", "oslo"),
    ],
)  # fmt: skip
def test_latin_letters(text: str, expected: str) -> None:
    assert latin(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Oslo", "latin"), ("Київ", "cyrillic"), ("Αθήνα", "greek"), ("القدس", "abjad"), ("ירושלים", "abjad"), ("東京", "other"),
     ("", "latin"), ("3 – 5", "latin")],
)  # fmt: skip
def test_scripts(text: str, expected: str) -> None:
    assert script(text) == expected


@given(st.text(max_size=12), st.text(max_size=12))
def test_it_does_not_matter_which_name_comes_first(a: str, b: str) -> None:
    assert same_letters(a, b) is same_letters(b, a)


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэё ", max_size=20))
def test_cyrillic_becomes_latin_letters_and_is_the_same_name(text: str) -> None:
    assert latin(text).isascii()
    assert latin(latin(text)) == latin(text)
