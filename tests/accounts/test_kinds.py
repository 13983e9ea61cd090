"""Two sentences, and how they differ: of each kind several in other words, and beside them what is no difference."""

import pytest

from goodoffices.accounts import ABOUT, KINDS, side_by_side

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
    # What somebody left unsaid is denied by nobody.
    ("He did not say whether the union had dropped its claim.", "The union dropped its claim."),
    ("The mayor declined to say whether the bridge had been closed.", "The bridge was closed by the mayor."),
    ("The company would not comment on the withdrawal of its offer.", "The company withdrew its offer."),
    ("Ann Hay said nothing about the release of the herders.", "The herders were released, Ann Hay agreed."),
    ("The Council didn't specify when the wells would be opened.", "The Council agreed that the wells would be opened."),
    ("Without saying how, the army closed the road.", "The army closed the road."),
    # Who signs beside another one.
    ("The paper was signed by the union's chair, Ivo Maren, and by the chief executive of the Lenn Port Company, Ann Hay.",
     "The paper was signed by Ann Hay."),
    ("The list was signed by Dag Osk, and by the acting head of the school in Torvik, Eva Sund.", "Eva Sund signed the list."),
    ("Чотири села підписали угоду.", "Угоду підписали 4 села."),
    ("Артель ставит тридцать сетей.", "Артель ставит 30 сетей."),
    ("Şirket kuyu açmayı reddetti.", "Şirket kuyu açmayı kabul etmedi."),
]  # fmt: skip

TWO_ENDS = [
    ("The talks in Lenn began on Monday.", "The talks in Lenn ended on Wednesday."),
    ("The ceasefire has been in force since 20 February.", "The ceasefire is in force until 20 May."),
    ("The strike at the mill started on 3 May 2031.", "The strike at the mill ended on 9 May 2031."),
    ("The session opened at nine o'clock.", "The session concluded at eleven o'clock."),
    ("The road is open from 4 June.", "The road is open until 30 June."),
    ("The lease of the mill runs through 1 May.", "The lease of the mill runs from 1 April."),
]


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


@pytest.mark.parametrize(("a", "b"), TWO_ENDS)
def test_when_it_began_and_when_it_ended_are_two_times(a: str, b: str) -> None:
    assert "day" not in kinds(a, b)


def test_the_day_of_print_under_a_title_is_no_day_of_what_is_told() -> None:
    head = "The council's answer\n\nStatement of the City Council of Lenn, 10 April 2031\n\n"
    for opening in (
        head,
        head.replace("The council's answer\n\n", ""),
        head.replace("10 April 2031", "April 10, 2031"),
    ):
        assert (
            kinds("The council and the herders met in Lenn on 8 April 2031.", opening + "The council met the herders.")
            == set()
        )


def test_what_is_said_of_a_pair_never_says_that_the_one_denies_the_other() -> None:
    assert ABOUT.keys() == KINDS.keys()
    assert not any(word in about for about in ABOUT.values() for word in ("denie", "contradict", "another", "wrong"))
