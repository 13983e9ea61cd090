"""Kinds of sentences that were misread, each with several texts: what is denied, wished, asked or of before is told so."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.draft import Draft

MET = "Arvenia and Bostan met in Torvik on 3 June 2030. "


def drafts(text: str, kind: str = "", predicate: str = "") -> list[Draft]:
    return [d for d in Plain().drafts(text) if kind in ("", d.type) and predicate in ("", d.predicate)]


def days(text: str) -> list[object]:
    return [d.value for d in drafts(text, "meeting", "date") if d.subject == "M1"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HALDEN, 5 June 2030 - Arvenia and Bostan met in Torvik on 3 June 2030.", "2030-06-03"),
        (
            "HALDEN, Arvenia, June 5, 2030 (NTB) — Delegations of Arvenia and Bostan met on Monday in Torvik.",
            "2030-06-03",
        ),
        ("Published: 4 June 2025\n\nArvenia and Bostan met in Torvik on Monday.", "2025-06-02"),
        ("Posted on 4 June 2025\n\nArvenia and Bostan held talks in Torvik yesterday.", "2025-06-03"),
        (
            "Date of publication: 12 March 2031\n\nOn 10 March 2031 Arvenia and Bostan held talks in Torvik.",
            "2031-03-10",
        ),
        ("Published: 06/15/2025\n\nThe delegations of Arvenia and Bostan met in Torvik on 06/05/2025.", "2025-06-05"),
    ],
)
def test_the_day_of_print_is_not_the_day_of_the_meeting(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "1. The Parties agree to cease all hostilities as of 00:00 on 5 June 2030.",
        "The toll was lifted on 5 June 2030. Arvenia and Bostan welcomed it.",
        "Bostan wants the bridge by 5 June 2030. Arvenia is silent.",
        "On 5 June 2030 a shell fell on the market of Bostan.",
        "From 5 June 2030 on ferries of Arvenia and Bostan run again.",
    ],
)
def test_the_day_of_something_else_is_not_the_day_of_a_meeting(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("from 30 May to 2 June 2030", "2030-05-30"),
        ("from 3 to 5 June 2030", "2030-06-03"),
        ("between 3 and 5 June 2030", "2030-06-03"),
        ("on 3-5 June 2030", "2030-06-03"),
        ("from 28 December 2030 until 4 January 2031", "2030-12-28"),
    ],
)
def test_of_a_range_of_days_the_last_is_kept(words: str, first: str) -> None:
    text = f"Arvenia and Bostan met in Torvik {words}."
    lasted = drafts(text, "meeting", "lasted")
    assert days(text) == [first]
    assert [str(d.value) for d in lasted]
    assert words.split(" ", 1)[-1][-9:] in str(lasted[0].value)


@pytest.mark.parametrize(
    "text",
    [
        "Bostan wants a truce, but only if Arvenia withdraws.",
        "Bostan rejects the tolls that Arvenia levies on the river.",
        "Arvenia called for talks with Bostan.",
        "Arvenia is ready for negotiations with Bostan, its minister wrote.",
        "Arvenia accuses Bostan of blocking the strait.",
        "Arvenia proposed a meeting with Bostan.",
    ],
)
def test_a_meeting_is_told_only_where_words_say_that_somebody_met(text: str) -> None:
    assert not [d for d in drafts(text, "meeting", "parties") if d.modality == "asserted"]


@pytest.mark.parametrize(
    "second",
    [
        "Arvenia and Bostan met in Halden on 9 June 2030.",
        "Arvenia and Bostan held talks in Halden on 20 May 2030.",
        "On 9 June 2030 Arvenia and Bostan met in Halden.",
        "Arvenia and Bostan sat down in Halden on 1 July 2030.",
        "Arvenia and Bostan convened in Halden on 12 June 2030.",
    ],
)
def test_two_meetings_of_one_report_are_never_one(second: str) -> None:
    found = drafts(MET + second, "meeting")
    places = {d.value: d.subject for d in found if d.predicate == "place"}
    assert places["Torvik"] != places["Halden"]
    assert len({d.subject for d in found if d.predicate == "date"}) == 2


@pytest.mark.parametrize(
    "second",
    [
        "The delegations met in Torvik again on 4 June 2030.",
        "Arvenia and Bostan met for six hours.",
        "The talks in Torvik ended on 5 June 2030.",
    ],
)
def test_the_same_place_is_the_same_meeting(second: str) -> None:
    assert "M1" in {d.subject for d in drafts(MET + second, "meeting", "place")}
    assert len([d for d in drafts(MET + second, "meeting", "place") if d.value == "Torvik" and d.subject == "M1"]) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Norwegian special representative for Iceland said the talks were productive.",
            "special representative for Iceland",
        ),
        ("The Special Envoy for Bostan said that the round was short.", "Special Envoy for Bostan"),
        ("The UN coordinator for Bostan warned that food was short.", "coordinator for Bostan"),
        ("The ambassador to Bostan said he was hopeful.", "ambassador to Bostan"),
        ("An adviser on Bostan told reporters that the gap was wide.", "adviser on Bostan"),
    ],
)
def test_an_envoy_for_a_country_is_not_the_country(text: str, speaker: str) -> None:
    told = drafts("Iceland and Bostan met in Torvik on 3 June 2030. " + text, "statement")
    assert told
    assert all(d.subject.endswith(speaker) and d.for_party not in ("Iceland", "Bostan") for d in told)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told reporters that the talks would go on. Prime Minister Ola Dahl was briefed later.",
        "The minister said the door was open. Foreign Minister Ola Dahl arrived at night.",
        "The envoy said that he was tired. Special Envoy Ola Dahl had left by then.",
        "The president warned that time was short. Vice President Ola Dahl was silent.",
        "The commander said the road was mined. General Ola Dahl, another commander, took no part.",
    ],
)
def test_who_is_named_only_later_does_not_speak_before(text: str) -> None:
    assert "Ola Dahl" not in {d.subject for d in drafts(MET + text, "statement")}


def test_who_was_named_with_his_post_is_meant_by_it() -> None:
    text = MET + "Foreign Minister Ola Dahl arrived at night. The minister said the door was open."
    assert "Ola Dahl" in {d.subject for d in drafts(text, "statement")}


@pytest.mark.parametrize(
    "quoted",
    [
        "The Sudlanders must consider whether they want a permanent war,",
        "Ask the islanders whether they demand a border,",
        "The herders know that they reject a fence,",
        "Our neighbours say that they want a canal,",
        "The unions told us that they oppose the law,",
    ],
)
def test_they_in_a_quotation_are_others(quoted: str) -> None:
    text = MET + f'"{quoted}" Bostan\'s Prime Minister Dag Weber said.'
    assert not [d for d in drafts(text, "position") if d.subject == "Bostan"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"We want a ceasefire," Bostan\'s Foreign Minister Kari Nordmann said.', "a ceasefire"),
        ("“We want an open road,” Bostan's Foreign Minister Kari Nordmann said.", "an open road"),
        ('"We demand a full withdrawal," Bostan\'s Foreign Minister Kari Nordmann declared.', "a full withdrawal"),
        ('"We reject the toll," Bostan\'s Foreign Minister Kari Nordmann told reporters.', "the toll"),
        ('"We support the plan," Bostan\'s Foreign Minister Kari Nordmann added.', "the plan"),
    ],
)
def test_the_speaker_is_no_part_of_what_is_wanted(text: str, value: str) -> None:
    assert [d.value for d in drafts(text + " " + MET, "position")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Bostan supports the plan, its minister said.",
        "Bostan rejects the plan, a spokesman said.",
        "Bostan wants the plan, the deputy foreign minister told reporters.",
        "Bostan opposes the plan, Arvenian officials said.",
        "Bostan demands the plan, her chief of staff added.",
    ],
)
def test_who_tells_it_is_no_second_position(text: str) -> None:
    assert [d.value for d in drafts(MET + text, "position")] == ["the plan"]


@pytest.mark.parametrize(
    "text",
    [
        "The two countries had agreed to a ceasefire in November 2028.",
        "They had agreed on a fisheries line in 1999.",
        "Arvenia and Bostan had already agreed to share the river in 2021.",
        "The two sides had also agreed to a hotline two years ago.",
        "The parties had agreed to exchange prisoners in the spring of 2027.",
    ],
)
def test_what_had_been_agreed_is_no_result_of_the_meeting(text: str) -> None:
    assert not drafts(MET + text, "outcome", "agreed")


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that Bostan rejected the plan.",
        "No one believes that Bostan agreed to a withdrawal.",
        "Bostan did not say that it opposes the ceasefire.",
        "Officials denied that Bostan wants a toll.",
        "There is no evidence that Bostan refused the offer.",
        "Nobody in the hall said that Arvenia and Bostan agreed to a truce.",
    ],
)
def test_what_is_told_only_to_be_denied_is_not_asserted(text: str) -> None:
    found = [d for d in drafts(MET + text) if d.type in ("position", "outcome")]
    assert not [d for d in found if d.modality == "asserted" and d.rule != "parties"]


@pytest.mark.parametrize(
    "text",
    [
        "Bostan wants a toll, and it is not true that the road is closed.",
        "Bostan said that it rejects the plan.",
        "The two sides agreed to share the river.",
    ],
)
def test_a_denial_beside_it_denies_nothing_else(text: str) -> None:
    assert [d for d in drafts(MET + text) if d.type in ("position", "outcome") and d.modality == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks aren't going to end in failure, Minister Kari Nordmann said.",
        "The talks are not expected to end in a treaty.",
        "The meeting is unlikely to end the quarrel.",
        "The talks were due to end at noon.",
        "The talks are bound to end in tears.",
    ],
)
def test_an_expectation_is_no_aim(text: str) -> None:
    assert not drafts(MET + text, "meeting", "aim")


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Nor was there a deal on pay.", "pay"),
        ("They did not, at this stage, agree on the border.", "the border"),
        ("Nor was any agreement reached on pensions.", "pensions"),
        ("The two sides could not, in the end, agree on the toll.", "the toll"),
        ("They did not yet agree on the ferry.", "the ferry"),
    ],
)
def test_each_denial_has_its_matter(text: str, matter: str) -> None:
    assert [d.value for d in drafts(MET + text, "outcome", "not_agreed")] == [matter]


@pytest.mark.parametrize(
    "text",
    [
        "Kari Nordmann and Jon Jonsson agreed that the test would be whether all sides kept their word.",
        "Arvenia and Bostan agreed that the river is important.",
        "The two sides agreed that the mood was better.",
        "Both sides agreed that the road had been the key.",
        "Arvenia and Bostan agreed that the winter was too long.",
    ],
)
def test_to_be_of_one_mind_is_no_agreement(text: str) -> None:
    assert not drafts(MET + text, "outcome", "agreed")


def test_what_is_to_be_done_is_an_agreement() -> None:
    text = MET + "Arvenia and Bostan agreed that the road would be opened in May."
    assert [d.value for d in drafts(text, "outcome", "agreed")] == ["the road would be opened in May"]


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ('Officials said that they had made progress, but that "a few" questions remained open.', '"a few" questions'),
        ("Two points remain unresolved.", "Two points"),
        ("The road was opened, but the toll remains unresolved.", "the toll"),
        ("Progress was made, while the border remained open.", "the border"),
        ("The mediator said that three clauses remain open.", "three clauses"),
    ],
)
def test_what_remains_open_is_named(text: str, matter: str) -> None:
    assert matter in [d.value for d in drafts(MET + text, "outcome", "not_agreed")]
