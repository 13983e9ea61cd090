# ruff: noqa: E501 (a case is read on one line)
"""Names and their tellers: particles, initials, two fields of an office, one office of two, groups, months, `its minister said`."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.draft import Draft
from goodoffices.extraction.plain.story import read

MET = "Arvenia and Bostan met in Torvik on 3 June 2030. "


def drafts(text: str, kind: str, predicate: str = "") -> list[Draft]:
    return [d for d in Plain().drafts(text) if d.type == kind and predicate in ("", d.predicate)]


@pytest.mark.parametrize(
    "name",
    [
        "Jan van der Holm", "Abdullah bin Rashid al-Qasr", "Ursula von der Lahn", "Maria de la Roca", "Omar ibn Talal", "Mohamed A. M. El Dabi",
        "J. K. van der Holm", "Inés del Valle", "Jean-Luc d'Arbois", "P. D. Osk",
    ],
)  # fmt: skip
def test_a_name_is_read_whole(name: str) -> None:
    found = drafts(MET + f"The delegation of Bostan was headed by Minister {name}.", "delegation", "heads")
    assert [d.subject for d in found] == [name]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Peace and Security Commissioner Kari Holm came.", {("Kari Holm", "Peace and Security Commissioner")}),
        ("The Foreign and Defence Minister Dag Osk came.", {("Dag Osk", "Foreign and Defence Minister")}),
        ("Deputy Foreign Ministers Sayed Arak and Majid Ravan came.", {("Sayed Arak", "Deputy Foreign Minister"), ("Majid Ravan", "Deputy Foreign Minister")}),
        ("Ambassadors Jon Holm and Kari Berg came.", {("Jon Holm", "Ambassador"), ("Kari Berg", "Ambassador")}),
        ("Presidents Dag Osk and Kari Holm came.", {("Dag Osk", "President"), ("Kari Holm", "President")}),
        ("Trade and Energy Minister Kari Holm of Bostan came.", {("Kari Holm", "Trade and Energy Minister")}),
        ("Minister Kari Holm and Jon Berg came.", {("Kari Holm", "Minister")}),
        ("Energy Envoys Jon Holm, Kari Berg and Dag Osk came.", {("Jon Holm", "Energy Envoy"), ("Kari Berg", "Energy Envoy"), ("Dag Osk", "Energy Envoy")}),
    ],
)  # fmt: skip
def test_an_office_is_told_of_each_who_bears_it(text: str, posts: set[tuple[str, str]]) -> None:
    text = MET + text
    found = drafts(text, "person_post")
    assert {(d.subject, str(d.value)) for d in found} == posts
    for one in found:  # whoever checks it finds the office and the name in its words
        words = text[one.start : one.end]
        assert one.subject in words
        assert str(one.value).split()[-1] in words


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Foreign Minister Kari Holm of Bostan wants a truce.", "Bostan"),
        ("President Dag Osk of the Northern Salvation Front wants a truce.", "Northern Salvation Front"),
        ("Prime Minister Jan van der Holm of Arvenia wants a truce.", "Arvenia"),
        ("Ambassador J. K. Berg of Bostan wants a truce.", "Bostan"),
        ('"We want a truce," said Foreign Minister Kari Holm of Bostan.', "Bostan"),
    ],
)
def test_a_minister_of_a_party_speaks_for_it(text: str, party: str) -> None:
    assert [(d.subject, d.value) for d in drafts(MET + text, "position")] == [(party, "a truce")]


@pytest.mark.parametrize(
    ("text", "subject", "teller"),
    [
        ("The G-77/CHINA called for adequate finance.", "G-77/China", None),
        ("The G-33/BOSTAN called for adequate finance.", "G-33/Bostan", None),
        ("Norway, for the Lake Alliance, supports adequate finance.", "Lake Alliance", "Norway"),
        ("Norway, speaking for the Lake Alliance, supports adequate finance.", "Lake Alliance", "Norway"),
        ("Norway, on behalf of the Lake Alliance, supports adequate finance.", "Lake Alliance", "Norway"),
        ("Norway supports adequate finance.", "Norway", None),
    ],
)
def test_who_speaks_for_a_group_tells_what_the_group_wants(text: str, subject: str, teller: str | None) -> None:
    (found,) = drafts(text, "position")
    assert (found.subject, found.value) == (subject, "adequate finance")
    assert found.attributed_to == (("narrator", teller) if teller else ("narrator",))


@pytest.mark.parametrize(
    "text",
    [
        "Kari Holm told reporters on Wednesday that the target is Aug. 1 and that talks should resume.",
        "Arvenia and Bostan met in Torvik in Sept. after a pause.",
        "The delegations met in Halden on Monday.",
        "They want an answer by Feb. 12 at the latest.",
        "Arvenia and Bostan meet in Torvik on Oct. 4.",
    ],
)
def test_a_month_or_a_day_of_the_week_is_no_place_and_no_part_of_one(text: str) -> None:
    names = {m.name for scene in read(text).scenes for m in scene.mentions if m.kind in "LVPC"}
    assert not any(word in name for name in names for word in ("Aug", "Sept", "Monday", "Feb", "Oct"))
    assert {str(d.value) for d in drafts(text, "meeting", "place")} <= {"Torvik", "Halden"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bostan demands a rise of 3.5 percent.", "a rise of 3.5 percent"),
        ("Bostan wants an answer by Aug. 1 from its neighbour.", "an answer by Aug. 1 from its neighbour"),
        ("Bostan supports the plan of Dr. Osk in full.", "the plan of Dr. Osk in full"),
        ("Bostan rejects the bridge at St. Olaf.", "the bridge at St. Olaf"),
        ("Bostan demands 1.2 million crowns.", "1.2 million crowns"),
    ],
)
def test_a_dot_within_a_number_or_a_short_form_ends_nothing(text: str, value: str) -> None:
    assert [d.value for d in drafts(MET + text, "position")] == [value]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Bostan supports the plan, its minister said.", "Bostan’s minister"),
        ("Bostan supports the plan, its foreign minister said.", "Bostan’s foreign minister"),
        ("Bostan supports the plan, its chief negotiator told reporters.", "Bostan’s chief negotiator"),
        ("Bostan supports the plan, its spokeswoman added.", "Bostan’s spokeswoman"),
        ("Bostan supports the plan, officials said.", None),
        ("Bostan supports the plan.", None),
    ],
)
def test_who_said_it_at_the_end_of_a_sentence_is_its_teller(text: str, teller: str | None) -> None:
    (found,) = drafts(MET + text, "position")
    assert (found.subject, found.value) == ("Bostan", "the plan")
    assert found.attributed_to == (("narrator", teller) if teller else ("narrator",))


@pytest.mark.parametrize(
    "said",
    ["said on Wednesday that", "said on 4 June 2030 that", "told reporters on June 4 that", "said yesterday that"],
)
def test_when_something_was_said_is_no_part_of_it(said: str) -> None:
    (found,) = drafts(MET + f"Minister Kari Holm {said} the talks were useful.", "statement")
    assert found.value == "the talks were useful"


@pytest.mark.parametrize(
    "office",
    [
        "Norwegian special representative for Iceland", "Norwegian envoy to Bostan", "Norway's special envoy for Iceland", "Norwegian adviser on Iceland",
        "Norway's ambassador to Bostan",
    ],
)  # fmt: skip
def test_a_representative_speaks_for_who_sent_him(office: str) -> None:
    text = "Iceland and Bostan met in Torvik on 3 June 2030. The " + office + " said that the talks were useful."
    (found,) = drafts(text, "statement")
    assert (found.subject, found.for_party) == (office, "Norway")
    assert office in text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "progress"),
    [
        ("They made progress on the border.", ["made progress on the border"]),
        ("Bostan and Arvenia have made good progress.", ["made good progress"]),
        ("Officials said that they had made some progress.", ["made some progress"]),
        ("The talks made progress towards a truce.", ["made progress towards a truce"]),
        ("They made no progress.", []),
        ("They have not made progress.", []),
    ],
)
def test_progress_is_a_result(text: str, progress: list[str]) -> None:
    found = [d.value for d in drafts(MET + text, "outcome", "result")]
    assert [value for value in found if str(value).startswith("made")] == progress


TERMS = "1. The Parties agree to cease fire.\n2. The Parties shall exchange all prisoners.\n"


@pytest.mark.parametrize(
    "signed",
    [
        "Done at Halden on 3 June 2030. Signed: For Norway, Kari Holm. For Iceland, Jon Berg.",
        "Done in Halden, 3 June 2030.\nFor Norway: Kari Holm\nFor Iceland: Jon Berg",
        "Signed at Halden on 3 June 2030.\nFor the Kingdom of Norway, Kari Holm.\nFor Iceland, Jon Berg.",
        "Done and signed at Halden on 3 June 2030. For Norway, Kari Holm. For Iceland, Jon Berg.",
        "Done at Halden this 3 June 2030. On behalf of Norway: Kari Holm. On behalf of Iceland: Jon Berg.",
    ],
)
def test_an_agreement_tells_its_terms_and_who_signed_where_and_when(signed: str) -> None:
    text = TERMS + signed
    assert [d.value for d in drafts(text, "outcome", "agreed")] == ["cease fire", "exchange all prisoners"]
    assert [d.value for d in drafts(text, "meeting", "place")] == ["Halden"]
    assert [d.value for d in drafts(text, "meeting", "date")] == ["2030-06-03"]
    assert {d.subject for d in drafts(text, "signature")} == {"Norway", "Kari Holm", "Iceland", "Jon Berg"}


def test_a_text_with_more_people_than_are_kept_is_read() -> None:
    names = [f"{a}{b}" for a in "abcdefghijklmnopqrstuvwxy" for b in "abcdefghijklmnopqrst"]
    text = MET + "\n".join(f"Minister X{n} Y{n}son spoke." for n in names) + "\nAmbassador Zed Zson spoke."
    assert drafts(text, "meeting", "place")


@pytest.mark.parametrize(
    ("text", "helpers"),
    [
        ("Arvenia held talks with Bostan mediated by Egypt in Torvik.", {"Egypt"}),
        ("Arvenia held talks with Norway hosted by Egypt in Torvik.", {"Egypt"}),
        ("Arvenia opened talks with Norway facilitated by Qatar.", {"Qatar"}),
        ("Arvenia met Norway at talks chaired by Qatar.", {"Qatar"}),
        ("Talks between Arvenia and Norway, brokered by Qatar, ended.", {"Qatar"}),
        ("Arvenia and Norway held talks. Qatar mediated.", {"Qatar"}),
        (
            "Talks of Norway and Iceland were mediated by a former Halden High Court judge, Tove Mori.",
            {"Halden High Court", "Tove Mori"},
        ),
    ],
)
def test_whose_talks_are_mediated_by_another_does_not_mediate(text: str, helpers: set[str]) -> None:
    assert {d.subject for d in drafts(text, "mediation")} == helpers


@pytest.mark.parametrize("last", ["Van der Holm", "Al-Qasr", "Von der Lahn", "De la Roca", "Bin Talal"])
def test_a_particle_at_the_head_of_a_sentence_begins_no_other_name(last: str) -> None:
    name = "Jan " + last[0].lower() + last[1:]
    text = MET + f"The delegation of Bostan was headed by Minister {name}. {last} denied it."
    assert set(read(text).cast.people) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Dag Osk and Minister Kari Holm met at the UN headquarters in Torvik.",
        "Minister Dag Osk met in Norway with a colleague.",
        "Minister Dag Osk met near Iceland's embassy.",
    ],
)
def test_where_somebody_met_is_not_whom(text: str) -> None:
    met = {name for d in drafts(text, "meeting", "parties") for name in d.value}  # type: ignore[union-attr]
    assert not met & {"UN", "Norway", "Iceland"}
