"""Two sentences, and how they differ: of each kind several in other words, and beside them what is no difference."""

import pytest

from goodoffices.accounts import side_by_side

DIFFER = {
    "day": [
        ("The talks began on 3 May 2031.", "The talks began on 4 May 2031."),
        ("They met on Thursday in the mill.", "They met on Wednesday in the mill."),
        ("The council met on the ninth of June.", "The council met on the 14th of June."),
        ("Water will be released from 15 April.", "Water will be released from the twenty-second of April."),
        ("The session opened at half past eight.", "The session opened at ten o'clock."),
        ("The session started at 9.15 a.m.", "The session started at 11.15 a.m."),
        ("They meet again on 3 December.", "The next meeting will be held on 10 December."),
        ("Зустріч почали о десятій ранку.", "Зустріч почали о дванадцятій годині."),
        ("Встреча началась в девять утра.", "Встреча началась в одиннадцать утра."),
        ("Toplantı saat dokuzda başladı.", "Toplantı saat on birde başladı."),
    ],
    "number": [
        ("Forty lorries a week may cross the pass.", "Sixty lorries a week may cross the pass."),
        ("The levy is 12 per cent.", "The levy is 15 per cent."),
        ("Підприємство замінить чотири кілометри труб.", "Підприємство замінить шість кілометрів труб."),
        ("Артель ставит не больше тридцати сетей.", "Артель ставит пятьдесят сетей."),
        ("İşçiler yüzde yirmi beş zam alacak.", "İşçiler yüzde on sekiz zam alacak."),
        ("Some 200 families left the town.", "About 500 families left the town."),
    ],
    "place": [
        ("The talks were held in the village school.", "The talks were held in the chapel hall."),
        ("The relief store will be set up at the quarry on the hill.", "The relief store will be set up in the ravine."),
        ("They sat under the big tamarind.", "The dialogue took place at the mission school."),
        ("The envoys met at the customs post.", "The envoys met in the old abbey."),
        ("The talks were held in Lenn.", "The talks were held in Torvik."),
        ("Venue: Town Hall", "We met in the library, among the books."),
        ("We spent the day aboard the ship Clemency, where they met.", "The two sides sat in the lighthouse."),
        ("Розмова відбулася у старому млині.", "Розмова відбулася в сільській школі."),
        ("Встреча прошла в здании таможни.", "Встреча прошла в клубе моряков."),
        ("Görüşmeler köy okulunda yapıldı.", "Görüşmeler ilçe kütüphanesinde yapıldı."),
    ],
    "who": [
        ("Ivo Maren signed the paper for the herders.", "The paper was signed for the herders by Dag Osk."),
        ("The Reverend Alice Tolland chaired the meeting.", "Dr Simon Garth was in the chair."),
        ("The Union's Jan Peters mediated.", "Ambassador Ingrid Sol acted as mediator."),
        ("The mayor, Ann Hay, opened the bridge.", "The mayor, Bo Lund, opened the bridge."),
        ("Defence minister Lena Horvat spoke first.", "Foreign minister Lena Horvat spoke first."),
        ("Colonel Adem Kural read the list out.", "General Adem Kural read the list out."),
        ("От дирекции выступал инженер Пётр Шубин.", "От дирекции выступал инженер Олег Дымов."),
        ("Протокол підписала Лідія Савчук.", "Протокол підписав Ігор Мельник."),
    ],
    "agent": [
        ("The League's gunners shelled the Ostreli post.", "The Ostreli post shelled the League's gunners."),
        ("A guard struck our steward at the gate.", "A steward hit one of the guards at the gate."),
        ("The Council begged the government for escorts.", "The government asked the Council for escorts."),
        ("The Company will pay the co-operative.", "The co-operative is to pay the Company."),
        ("A foreman shoved a picket off the road.", "A picket pushed the foreman off the road."),
        ("The clerk was locked in by the engineers.", "The clerk locked the engineers in."),
        ("Охоронці побили селян біля станції.", "Селяни побили охоронців біля станції."),
        ("Охранник ударил бригадира у ворот.", "Бригадир ударил охранника у ворот."),
        ("Köylüler bekçilere saldırdı.", "Bekçiler köylülere saldırdı."),
    ],
    "polarity": [
        ("The union has withdrawn its complaint.", "The union has not withdrawn its complaint."),
        ("Brun agreed to hand over the mortars.", "Brun did not promise to hand over a single mortar."),
        ("The firm has dropped its plan to close the depot.", "The plan to close the depot remains in force, the firm says."),
        ("The ferry to the island reopened in spring.", "The ferry to the island stayed closed in spring."),
        ("Two parties backed the fee on nets.", "Two parties opposed the fee on nets."),
        ("Управління погодилося закрити школу.", "Управління відмовилося закрити школу."),
        ("Дирекция согласилась вернуть сварщиков.", "Дирекция отказалась вернуть сварщиков."),
        ("Şirket kuyu açmayı kabul etti.", "Şirket kuyu açmayı kabul etmedi."),
    ],
    "degree": [
        ("They agreed on a full withdrawal of guns.", "They agreed on a partial withdrawal of guns."),
        ("The whole of the track will be tarred.", "Parts of the track will be tarred."),
        ("The Red Cross has visited the prison at Kasht.", "The Red Cross will visit the prison at Kasht."),
        ("The sides agreed on a joint expert for the shafts.", "The sides discussed a joint expert for the shafts."),
        ("Every gate on the path is unlocked by day.", "Two of the gates on the path are unlocked by day."),
        ("Усі борги за воду спишуть.", "Частину боргів за воду спишуть."),
        ("Плату за причал отменили полностью.", "Плату за причал отменили наполовину."),
        ("Gece vardiyaları tümüyle kaldırıldı.", "Gece vardiyalarının bir bölümü kaldırıldı."),
    ],
    "certainty": [
        ("The pension fund is short of nine million.", "The pension fund is allegedly short of nine million."),
        ("The ministry covers half of the deficit.", "Perhaps the ministry covers half of the deficit."),
        ("A second group has joined them at the dam.", "It is rumoured that a second group has joined them at the dam."),
        ("The hotline to the navy works again.", "The hotline to the navy could be working again, technicians say."),
        ("Two thousand have returned to the villages.", "Two thousand are said to have returned to the villages."),
        ("Вода в нижніх криницях забруднена.", "Вода в нижніх криницях, імовірно, забруднена."),
        ("Осенью на остров придёт рыбнадзор.", "Поговаривают, что осенью на остров придёт рыбнадзор."),
        ("Dere suyu bu yıl kirli.", "Dere suyu bu yıl muhtemelen kirli."),
    ],
}  # fmt: skip
ALIKE = [
    ("They met on 12 June in Lenn.", "On the 12th of June they came together in Lenn."),
    ("The session opened at 9.15 a.m.", "The session started at a quarter past nine."),
    ("Ann Hay of Norway demanded 40,000 tonnes.", "Bo Lund of Iceland demanded 60,000 tonnes."),
    ("They meet again in the second half of June.", "They meet again at the port in June."),
    ("They talked until about four.", "They talked until nearly four o'clock."),
    ("The next meeting will be on 26 June.", "On the 26th we meet again."),
    ("The fee is a thousand crowns.", "The fee is 1,000 crowns."),
    ("Abdi Gurey led the herders.", "The herders were led by Abdi Gure."),
    ("Margriet Dewael mediated.", "Margriet de Wael was the mediator."),
    ("Former president Ada Nor mediated.", "Ex-President Ada Nor mediated."),
    ("Vice-minister Oskar Lem spoke.", "Deputy minister Oskar Lem spoke."),
    ("The League's gunners shelled the post.", "The post was shelled by the League's gunners."),
    ("The Company paid the farmers.", "The farmers were paid by the Company."),
    ("Ada and Brun met in Lenn.", "Brun and Ada met in Lenn."),
    ("The union has not withdrawn its complaint.", "The union refuses to withdraw its complaint."),
    ("The well is open.", "The well stays open."),
    ("The farmers have not yet signed.", "The farmers have signed."),
    ("All prisoners go home.", "Every prisoner goes home."),
    ("The bridge will reopen in May.", "The bridge is to be reopened in May."),
    ("Чотири села підписали угоду.", "Угоду підписали 4 села."),
    ("Артель ставит тридцать сетей.", "Артель ставит 30 сетей."),
    ("Şirket kuyu açmayı reddetti.", "Şirket kuyu açmayı kabul etmedi."),
]  # fmt: skip


def kinds(a: str, b: str) -> set[str]:
    found = side_by_side({"a": a, "b": b}, {"a": language(a), "b": language(a)})
    return {d.kind for pair in found.pairs for d in pair.differences}


def language(text: str) -> str:
    """What a sentence of these tables is in: they are too short for a guess."""
    if any(c in "іїєґ" for c in text.lower()):
        return "uk"
    if any("а" <= c <= "я" for c in text.lower()):
        return "uk" if "о дес" in text else "ru"
    return "tr" if any(c in "ıışğ" for c in text) or "Toplantı" in text else "en"


@pytest.mark.parametrize(("kind", "a", "b"), [(kind, a, b) for kind, rows in DIFFER.items() for a, b in rows])
def test_a_difference_is_told_under_its_kind(kind: str, a: str, b: str) -> None:
    assert kind in kinds(a, b)


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_what_is_told_alike_in_other_words_is_no_difference(a: str, b: str) -> None:
    assert kinds(a, b) == set()
