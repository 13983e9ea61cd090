"""Differences that only the meaning of words shows: other words on both sides, opposites, sides exchanged, in four languages."""

from pathlib import Path

import pytest

from goodoffices.accounts import side_by_side
from goodoffices.accounts.words import CONTRASTS, DEEDS, meanings
from goodoffices.accounts.words.meanings import LANGUAGES, meaning_of

LIST = Path(meanings.__file__).with_suffix(".txt")

DIFFER = {
    "polarity": [
        ("en", "The council permitted the grain barges to pass the weir.", "The council barred the grain barges from the weir."),
        ("en", "The smelter has shut its gates to the pickers.", "The smelter has reopened its gates to the pickers."),
        ("en", "The ministry admitted the leak at the depot.", "The ministry denied the leak at the depot."),
        ("uk", "Громада дозволила вирубку дубів над ставком.", "Громада заборонила вирубку дубів над ставком."),
        ("uk", "Ніхто не підтримав будівництво дамби біля Лисок.", "Рада підтримала будівництво дамби біля Лисок."),
        ("ru", "Дирекция разрешила ночные смены на элеваторе.", "Дирекция запретила ночные смены на элеваторе."),
        ("ru", "Староста признал порчу колодца в Выселках.", "Староста опроверг порчу колодца в Выселках."),
        ("tr", "Komisyonda zeytinliklerin satışı hiç konuşulmadı.", "Komisyonda zeytinliklerin satışı konuşuldu."),
    ],
    "degree": [
        ("en", "The herders get the upper meadow permanently.", "The herders get the upper meadow for two years."),
        ("en", "All seven wells on the ridge will be repaired.", "Three of the seven wells on the ridge will be repaired."),
        ("en", "The entire fleet will leave the lagoon.", "Only the trawlers of the fleet will leave the lagoon."),
        ("en", "The levy on salt has been abolished.", "The levy on salt has been suspended."),
        ("uk", "Пасовище передали громаді назавжди.", "Пасовище передали громаді на два роки."),
        ("uk", "Відремонтують усі шість криниць на хуторі.", "Відремонтують дві з шести криниць на хуторі."),
        ("ru", "Сбор за соль отменён полностью.", "Сбор за соль отменён частично."),
        ("ru", "Склад сгорел дотла: уничтожены все мешки зерна.", "Склад горел: уничтожены некоторые мешки зерна."),
        ("tr", "Köydeki bütün kuyular onarılacak.", "Köydeki bazı kuyular onarılacak."),
        ("tr", "Mera köylülere kalıcı olarak verildi.", "Mera köylülere geçici olarak verildi."),
    ],
    "certainty": [
        ("en", "Salt has got into the well at Dorrin.", "It could not be verified that salt has got into the well at Dorrin."),
        ("en", "The smelter will be sold to a bank.", "There are rumours that the smelter will be sold to a bank."),
        ("uk", "Завод купує фірма з Лисок.", "Подейкують, що завод купує фірма з Лисок."),
        ("ru", "Мост подожгли рыбаки.", "Якобы мост подожгли рыбаки."),
        ("tr", "Ambarın kilidi kırıldı.", "Ambarın kilidinin kırıldığı iddia ediliyor."),
    ],
    "agent": [
        ("en", "At dawn the Dorrin guards fired on the Vask ferry.", "At dawn the Dorrin guards were fired on by the Vask ferry."),
        ("en", "The Vaskians closed the sluice to the Dorrinians.", "It was Dorrin that closed the sluice to Vask."),
        ("en", "The union sued the company over the strike in May.", "The company took the union to court over the strike in May."),
        ("uk", "Лисківці перекрили шлюз Дубровам.", "Дубровці перекрили шлюз Лискам."),
        ("ru", "Выселковские вырубили лес Дубков.", "Дубковские вырубили лес Выселок."),
        ("tr", "Karaova çobanları Denizköy'ün ahırını yaktı.", "Gece Denizköylüler Karaova'nın ahırını yaktı."),
    ],
    "place": [
        ("en", "The hostages will be handed over at the railway station.", "The hostages will be handed over on the old bridge."),
        ("uk", "Полонених передадуть на залізничному вокзалі.", "Полонених передадуть на старому мосту."),
        ("uk", "Вугілля роздаватимуть біля школи.", "Вугілля роздаватимуть на пристані."),
        ("ru", "Пленных передадут у Каменного брода.", "Пленных передадут на вокзале."),
        ("tr", "Rehineler tren istasyonunda teslim edilecek.", "Rehineler eski köprüde teslim edilecek."),
    ],
    "who": [
        ("en", "The dairy was represented by Anna Falk.", "The dairy was represented by her brother, Jon Falk."),
        ("en", "The finance director, Ole Brun, spoke for the yard.", "The managing director, Ole Brun, spoke for the yard."),
        ("uk", "Безпеку колони гарантував полковник Ігор Вех.", "Безпеку колони гарантував генерал Тарас Мох."),
        ("ru", "Заявление зачитал секретарь Пётр Ухов.", "Заявление зачитал казначей Олег Дымов."),
        ("tr", "Programı müdür Ferit Akın yürütecek.", "Programı avukat Ceyda Ersoy yürütecek."),
    ],
    "number": [
        ("en", "Vask will hand over 40 sheep.", "Vask will hand over 60 sheep."),
        ("ru", "Войска отойдут на двенадцать километров.", "Войска отойдут на 20 км."),
        ("uk", "Війська відійдуть на дванадцять кілометрів.", "Війська відійдуть на 20 км."),
        ("tr", "Meraya beş yüz koyun çıkacak.", "Meraya 750 koyun çıkacak."),
        ("tr", "Meraya üç yüz koyun çıkacak.", "Meraya 103 koyun çıkacak."),
    ],
}  # fmt: skip
ALIKE = [
    ("en", "The council permitted the barges to pass.", "The council allowed the barges to pass."),
    ("en", "In May the Vaskians closed the sluice to Dorrin.", "In May Vask shut the sluice to Dorrin."),
    ("en", "The levy was abolished.", "The levy was scrapped."),
    ("en", "Whether the well is poisoned is not known.", "It is unclear whether the well is poisoned."),
    ("en", "Anna Falk spoke for the dairy.", "A. Falk spoke for the dairy."),
    ("uk", "Ніхто не підтримав дамбу.", "Дамбу не підтримали."),
    ("uk", "Громада дозволила вирубку.", "Громада дала дозвіл на вирубку."),
    ("ru", "Никто никогда не видел карты.", "Карты не видел никто."),
    ("ru", "Дубковские перекрыли шлюз.", "Дубки закрыли шлюз."),
    ("tr", "Zeytinlikler hiç konuşulmadı.", "Zeytinlikler konuşulmadı."),
    ("tr", "Meraya beş yüz koyun çıkacak.", "Meraya 500 koyun çıkacak."),
]  # fmt: skip


def kinds(language: str, a: str, b: str) -> set[str]:
    found = side_by_side({"a": a, "b": b}, {"a": language, "b": language})
    return {d.kind for pair in found.pairs for d in pair.differences}


@pytest.mark.parametrize(
    ("kind", "language", "a", "b"), [(kind, *row) for kind, rows in DIFFER.items() for row in rows]
)
def test_a_difference_in_other_words_is_told_under_its_kind(kind: str, language: str, a: str, b: str) -> None:
    assert kind in kinds(language, a, b)


@pytest.mark.parametrize(("language", "a", "b"), ALIKE)
def test_one_meaning_in_other_words_is_no_difference(language: str, a: str, b: str) -> None:
    assert kinds(language, a, b) == set()


@pytest.mark.parametrize(
    ("language", "word", "after", "name"),
    [
        ("en", "reopening", "", "~open"),
        ("en", "walked", "out", "~leave"),
        ("uk", "заборонили", "", "~forbid"),
        ("ru", "запретила", "", "~forbid"),
        ("tr", "yasaklandi", "", "~forbid"),
        ("en", "marmalade", "", None),
        ("de", "verboten", "", None),
    ],
)
def test_a_word_is_found_in_its_forms(language: str, word: str, after: str, name: str | None) -> None:
    assert meaning_of(word, after, language) == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_nothing(language: str) -> None:
    assert meaning_of("", "", language) is None


@pytest.mark.parametrize(
    "text", ["Vask " * 3 + "vask" * 20_000, "if not " * 3_000 + "Vask signs.", "of " * 5_000 + "all five"]
)
def test_a_hostile_text_is_read_like_any_other(text: str) -> None:
    side_by_side({"a": text, "b": text + " No."}, {"a": "en", "b": "en"})


def test_every_opposite_is_a_meaning_of_the_list() -> None:
    listed = {f"~{line.split(' |')[0].replace(' ', '_')}" for line in LIST.read_text(encoding="utf-8").splitlines()}
    named = {name for pairs in CONTRASTS.values() for name in pairs.replace("/", " ").replace(",", " ").split()}
    assert {f"~{name}" for name in named} | DEEDS <= listed
