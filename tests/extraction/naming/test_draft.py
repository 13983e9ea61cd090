"""What is made of proposals: who, with whom, where, about what; each entry with its claims, nobody and nothing invented."""

from pathlib import Path
from typing import Any

import pytest

from goodoffices.case.validate import from_plain
from goodoffices.case.write import entry_data
from goodoffices.documents import Plain
from goodoffices.extraction.naming import Drafted, draft
from goodoffices.synthesis import Index, build
from goodoffices.talks import Talks

from ..written_out import accounts

M1 = "meeting | M1 | parties | North; South\nmeeting | M1 | date | 2031-05-16\n"


def drafted(*texts: str) -> Drafted:
    return draft(accounts(*texts), "double 1")


def talks(*texts: str) -> dict[str, Any]:
    """The draft with all that its claims offer, as where a person takes every offer."""
    made = drafted(*texts)
    index = Index(made.talks, {claim.id: claim for claim in made.claims})
    build(index, made.claims)
    data: dict[str, Plain] = entry_data(from_plain(Talks, index.plain))
    return data


def test_a_draft_holds_who_met_when_where_and_who_led_and_the_rest_waits() -> None:
    text = (
        M1
        + "delegation | Ann Lee | heads | North\nposition | North | demands | a half\noutcome | M1 | agreed | a truce\n"
        "mediation | Lakeland | mediates | M1\nstatement | Ann Lee | said | no toll\nperson_post | Ann Lee | post | Mayor"
    )
    found = entry_data(drafted(text).talks)
    assert {*found} == {"format", "title", "draft", "parties", "third_parties", "people", "delegations", "meetings"}
    (meeting,) = drafted(text).talks.meetings.values()
    assert (meeting.roles, meeting.remarks, meeting.absent) == ((), (), ())
    assert (meeting.date.text, len(meeting.participants), len(meeting.delegations)) == ("2031-05-16", 2, 1)


class TestParties:
    @pytest.mark.parametrize(
        ("texts", "parties", "third"),
        [
            ((M1,), ["north", "south"], []),
            (("meeting | M1 | parties | The North; South",), ["north", "south"], []),
            ((M1 + "mediation | Lakeland | mediates | M1",), ["north", "south"], ["lakeland"]),
            # Who mediates is no party, even where a report lists it among those who met.
            (
                ("meeting | M1 | parties | North; South; Lakeland\nmediation | Lakeland | hosts | M1",),
                ["north", "south"],
                ["lakeland"],
            ),
            # No meeting says between whom: those whose delegations are told.
            (("delegation | Ann Lee | heads | North\ndelegation | Bo Moor | heads | South",), ["north", "south"], []),
            (("delegation | Ann Lee | heads | North\nmediation | Lakeland | hosts | M1",), ["north"], ["lakeland"]),
            # A sentence on another meeting was taken for one on this: what two reports say, or what the delegations say, wins.
            ((M1, M1 + "meeting | M1 | parties | East; West"), ["north", "south"], ["east", "west"]),
            (
                (
                    "meeting | M1 | parties | East; West\nmeeting | M1 | parties | North; South\n"
                    "delegation | Ann Lee | heads | North",
                ),
                ["north", "south"],
                ["east", "west"],
            ),
            # Two people met: the sides for which they speak.
            (
                (
                    "meeting | M1 | parties | Ann Lee; Bo Moor\nperson_post | Ann Lee | post | Mayor | for=North\n"
                    "person_post | Bo Moor | post | Mayor | for=South",
                ),
                ["north", "south"],
                [],
            ),
            (("position | North | demands | a half",), [], ["north"]),
            (("statement | both sides | said | nothing",), [], []),
            (("meeting | M1 | parties | North; South | modality=negated",), [], ["north", "south"]),
        ],
    )
    def test_the_sides_and_the_others(self, texts: tuple[str, ...], parties: list[str], third: list[str]) -> None:
        found = talks(*texts)
        assert (list(found["parties"]), list(found.get("third_parties", {}))) == (parties, third)

    @pytest.mark.parametrize(
        ("printed", "name", "spellings"),
        [
            (["United States", "US", "the United States"], "United States", ["US", "the United States"]),
            (["Türkiye", "Turkey"], "Türkiye", ["Turkey"]),
            (["Norland", "Norland's"], "Norland", ["Norland's"]),
        ],
    )
    def test_one_country_however_it_is_printed(self, printed: list[str], name: str, spellings: list[str]) -> None:
        lines = "\n".join(f"statement | Ann Lee | said | yes | for={one}" for one in printed)
        (party,) = talks(lines)["third_parties"].values()
        assert (party["name"], party.get("spellings", [])) == (name, spellings)

    def test_two_names_of_like_letters_are_two(self) -> None:
        found = talks("position | Niger | demands | a\nposition | Nigeria | demands | b\nposition | Iran | demands | c")
        assert list(found["third_parties"]) == ["niger", "nigeria", "iran"]

    def test_the_kind_is_told_where_it_is_known_only(self) -> None:
        found = talks(
            "position | France | demands | a\nposition | Dock Union | demands | a\nposition | Xanadu | demands | b"
        )
        assert [p["kind"] for p in found["third_parties"].values()] == ["state", "union", "not said"]


class TestPeople:
    def test_posts_once_with_all_claims(self) -> None:
        found = talks(
            "person_post | Ann Lee | post | Mayor | for=North",
            "person_post | Ann Lee | post | mayor\nperson_post | Ann Lee | post | Envoy | for=North",
        )
        assert found["people"] == {
            "lee": {
                "name": "Ann Lee",
                "posts": [
                    {"title": "Mayor", "of": "north", "claims": ["A01", "B01"]},
                    {"title": "Envoy", "of": "north", "claims": ["B02"]},
                ],
            }
        }

    @pytest.mark.parametrize(
        ("first", "second", "names"),
        [
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy", ["Volodymyr Zelensky"]),
            ("Rustem Umerov", "Umerov", ["Rustem Umerov"]),
            ("Rustem Umerov", "R. Umerov", ["Rustem Umerov"]),
            ("Ann Lee", "B. Lee", ["Ann Lee", "B. Lee"]),
            ("Ann Lee", "Bo Lee", ["Ann Lee", "Bo Lee"]),
        ],
    )
    def test_spellings_of_one_name(self, first: str, second: str, names: list[str]) -> None:
        post = "person_post | {} | post | Envoy"
        found = talks(post.format(first), post.format(second))
        assert [person["name"] for person in found["people"].values()] == names

    def test_a_last_name_that_two_people_have_is_joined_to_neither(self) -> None:
        lines = "\n".join(f"person_post | {name} | post | Envoy" for name in ("Ann Lee", "Bo Lee", "Lee"))
        assert [p["name"] for p in talks(lines)["people"].values()] == ["Ann Lee", "Bo Lee", "Lee"]

    def test_ids_are_used_once(self) -> None:
        found = talks("person_post | Ann North | post | Mayor | for=North\nperson_post | Bo North | post | Aide")
        assert [*found["third_parties"], *found["people"]] == ["north", "ann-north", "bo-north"]

    def test_a_name_in_another_script_has_an_id_too(self) -> None:
        found = talks("person_post | Рустем Умєров | post | міністр | for=Україна")
        assert (list(found["third_parties"]), list(found["people"])) == (["ukraina"], ["umierov"])

    def test_a_denied_post_is_none(self) -> None:
        assert talks("person_post | Ann Lee | post | Mayor | for=North | modality=negated")["people"] == {
            "lee": {"name": "Ann Lee"}
        }


class TestDelegations:
    def test_head_members_and_others(self) -> None:
        text = M1 + (
            "delegation | Ann Lee | heads | North\ndelegation | Bo Moor | member_of | North\n"
            "delegation | other officials | member_of | North\n"
        )
        found = talks(text)
        assert found["delegations"] == {
            "north-delegation": {
                "of": "north", "head": "lee", "members": ["moor"], "others": "other officials",
                "claims": ["A03", "A04", "A05"],
            }
        }  # fmt: skip
        assert found["meetings"]["north-south"]["delegations"] == ["north-delegation"]

    def test_to_represent_is_not_to_lead(self) -> None:
        team = talks(M1 + "delegation | Ann Lee | represents | North")["delegations"]["north-delegation"]
        assert (team.get("head"), team["members"]) == (None, ["lee"])

    def test_of_two_heads_none_is_taken_and_both_belong_to_it(self) -> None:
        ann, bo = "delegation | Ann Lee | heads | North\n", "delegation | Bo Moor | heads | North\n"
        team = talks(M1 + ann, M1 + bo, M1 + bo)["delegations"]["north-delegation"]
        assert (team.get("head"), team["members"], team["claims"]) == (None, ["lee", "moor"], ["A03", "B03", "C03"])

    def test_who_represents_a_third_party_has_a_part_and_no_delegation(self) -> None:
        found = talks(M1 + "delegation | Cy Vale | represents | Lakeland | at=M1")
        assert "delegations" not in found
        assert found["meetings"]["north-south"]["roles"] == [
            {"who": "vale", "role": "participant", "of": "lakeland", "claims": ["A03"]}
        ]

    def test_who_stayed_away_and_whom_he_sent(self) -> None:
        found = talks(
            M1 + "absence | Ann Lee | absent_from | M1\nperson_post | Bo Moor | post | Aide\n"
            "decision | Ann Lee | sent | his aide Bo Moor to lead"
        )
        assert found["meetings"]["north-south"]["absent"] == [{"who": "lee", "sent": "moor", "claims": ["A03", "A05"]}]


class TestMeetings:
    @pytest.mark.parametrize(
        ("one", "other", "meetings"),
        [
            (M1, M1, 1),
            (M1, M1.replace("North; South", "South; North"), 1),
            # The same day, and one report tells of one party more: perhaps one, which a person decides.
            (M1, M1.replace("North; South", "North; South; Lakeland"), 2),
            (M1, M1.replace("05-16", "05-17"), 2),
            (M1, M1.replace("North; South", "East; West"), 2),
            # One party in common is no meeting in common.
            (M1, M1.replace("North; South", "North; West"), 2),
            (M1, M1.replace("M1", "M2"), 1),
            # Of the day one report tells the month only: it may be the same.
            (M1, M1.replace("-16", ""), 2),
            (M1, "meeting | M1 | parties | North; South", 2),
            (M1, "meeting | M1 | date | 2031-05-16", 2),
        ],
    )
    def test_one_or_two(self, one: str, other: str, meetings: int) -> None:
        assert len(talks(one, other)["meetings"]) == meetings

    @pytest.mark.parametrize(
        ("other", "certainty"),
        [
            (M1.replace("-16", ""), "possible"),
            ("meeting | M1 | parties | North; South", "possible"),
            (M1.replace("North; South", "North; South; Lakeland"), "possible"),
            ("meeting | M1 | date | 2031-05-16", "possible"),
            (M1.replace("05-16", "05-17"), None),
            (M1.replace("North; South", "North; South; Lakeland").replace("05-16", "05-17"), None),
            ("meeting | M1 | parties | North; South\nmeeting | M1 | place | Elsewhere", None),
            ("meeting | M1 | parties | North; West", None),
        ],
    )
    def test_what_may_be_the_same_is_said(self, other: str, certainty: str | None) -> None:
        found = list(talks(M1 + "meeting | M1 | place | Millbridge", other)["meetings"].values())
        same = [meeting["same_as"] for meeting in found if "same_as" in meeting]
        assert [s["certainty"] for s in same] == ([certainty] if certainty else [])
        assert all(s["by"] == "double 1" for s in same)

    def test_two_meetings_of_one_report_stay_two(self) -> None:
        found = talks(M1 + M1.replace("M1", "M2"))["meetings"]
        assert len(found) == 2

    def test_all_fields(self) -> None:
        text = M1 + (
            "meeting | M1 | place | Millbridge\nmeeting | M1 | venue | Town Hall\nmeeting | M1 | format | bilateral\n"
            "meeting | M1 | precedence | first talks in years\nmeeting | M1 | aim | end it | modality=aim\n"
            "meeting | M2 | parties | Lakeland; North\nmeeting | M2 | before | M1\n"
            "attendance | Lakeland | attends | M1\n"
        )
        found = talks(text)["meetings"]
        assert found["millbridge-2031-05"] == {
            "format": "bilateral", "participants": ["north", "south"], "after": ["lakeland-north"], "date": "2031-05-16",
            "place": "Millbridge", "venue": "Town Hall",
            "roles": [{"who": "lakeland", "role": "participant", "claims": ["A10"]}],
            "remarks": [
                {"text": "Said to be: first talks in years", "claims": ["A06"]},
                {"text": "The aim: end it", "claims": ["A07"]},
            ],
            "claims": ["A01", "A02", "A03", "A04", "A05", "A09"],
        }  # fmt: skip
        assert found["lakeland-north"]["claims"] == ["A08"]

    def test_an_order_in_a_circle_is_not_taken_over(self) -> None:
        found = talks(M1 + "meeting | M2 | before | M1\nmeeting | M1 | before | M2\nmeeting | M2 | place | X\n")[
            "meetings"
        ]
        assert sum(len(meeting.get("after", [])) for meeting in found.values()) == 0

    def test_an_order_against_the_days_is_not_taken_over(self) -> None:
        text = M1 + "meeting | M2 | date | 2031-05-17\nmeeting | M2 | before | M1\n"
        assert not any("after" in meeting for meeting in talks(text)["meetings"].values())

    @pytest.mark.parametrize("modality", ["negated", "future", "conditional", "possible"])
    def test_what_need_not_have_happened_is_no_meeting(self, modality: str) -> None:
        found = drafted(f"meeting | M2 | parties | North; South | modality={modality}")
        assert not found.talks.meetings
        assert found.claims[0].subject == "a meeting (M2 of A)"


class TestPositions:
    @pytest.mark.parametrize(
        ("first", "second", "issues", "options"),
        [
            ("a 30-day ceasefire", "a full ceasefire", 1, 2),
            ("a 30-day ceasefire", "30-day ceasefire", 1, 1),
            ("a 30-day ceasefire", "a 60-day ceasefire", 1, 2),
            ("a full ceasefire", "no full ceasefire", 1, 2),
            ("half the water", "the return of prisoners", 2, 2),
            ("a toll | issue=water", "a fee | issue=water", 1, 2),
            ("a toll | issue=water", "a toll | issue=roads", 2, 2),
        ],
    )
    def test_issues_and_options(self, first: str, second: str, issues: int, options: int) -> None:
        found = talks(M1 + f"position | North | demands | {first}", M1 + f"position | South | demands | {second}")
        assert len(found["issues"]) == issues
        assert sum(len(issue["options"]) for issue in found["issues"].values()) == options

    @pytest.mark.parametrize(
        ("line", "told_by"),
        [
            ("position | North | demands | a half", None),
            ("position | North | demands | a half | by=North", None),
            ("position | North | demands | a half | by=Ann Lee", "lee"),
            ("position | South | demands | a half | by=Ann Lee?", "lee?"),
            ("position | Ann Lee | demands | a half | for=North", "lee"),
            ("position | North | demands | a half | by=the North delegation", None),
        ],
    )
    def test_who_tells_it(self, line: str, told_by: str | None) -> None:
        (position,) = talks(M1 + "person_post | Ann Lee | post | Mayor | for=North\n" + line)["positions"]
        assert position.get("told_by") == told_by

    def test_a_speaker_without_a_name_tells_no_position(self) -> None:
        # It would else stand as what the source itself tells.
        assert "positions" not in talks(M1 + "position | North | demands | a half | by=a senior official")

    @pytest.mark.parametrize(
        ("modality", "label"),
        [
            ("asserted", "a half"),
            ("conditional", "a half (on a condition)"),
            ("possible", "a half (possibly)"),
            ("hedged | hedge=reportedly", "a half (reportedly)"),
            ("negated", None),
            ("aim", None),
        ],
    )
    def test_a_reserve_is_shown(self, modality: str, label: str | None) -> None:
        found = talks(M1 + f"position | North | demands | a half | modality={modality}")
        labels = [text for issue in found.get("issues", {}).values() for text in issue["options"].values()]
        assert labels == ([label] if label else [])

    def test_what_third_parties_back(self) -> None:
        found = talks(M1 + "position | Lakeland | for | a truce\nposition | Lakeland | opposes | a toll")
        assert [one["by"] for one in found["support"]] == ["lakeland"]
        assert [(p["party"], p["stance"]) for p in found["positions"]] == [("lakeland", "opposes")]

    def test_the_name_of_somebody_is_no_issue(self) -> None:
        found = talks(M1 + "position | North | demands | a half of the water | issue=South")
        assert [issue["title"] for issue in found["issues"].values()] == ["Half of the water"]


class TestTheRest:
    def test_statements_conditions_judgements_and_background(self) -> None:
        found = talks(
            M1
            + "statement | Ann Lee | criticized | the toll\nstatement | Ann Lee | said | progress is only possible if they meet\n"
            "assessment | (unattributed) | sees | a hopeful sign | at=M1\nassessment | observers | expects | little\n"
            "context | the war | continues | into its fourth year",
            "statement | Ann Lee | criticized | the toll",
        )
        assert found["statements"] == [
            {"id": "s1", "by": "lee", "text": "criticized the toll", "claims": ["A03", "B01"]}
        ]
        assert found["conditions"] == [
            {"id": "c1", "by": "lee", "what": "progress is possible", "only_if": "they meet", "claims": ["A04"]}
        ]
        assert [(a["by"], a["text"]) for a in found["assessments"]] == [
            ("nobody named", "a hopeful sign"), ("Observers", "little"),
        ]  # fmt: skip
        assert found["background"] == [
            {"text": "the war continues into its fourth year", "about": "the war", "claims": ["A07"]}
        ]

    @pytest.mark.parametrize(
        ("line", "agreed", "not_agreed", "next_"),
        [
            ("outcome | M1 | agreed | a truce", ["a truce"], [], []),
            ("outcome | M1 | not_agreed | the toll", [], ["the toll"], []),
            ("outcome | M1 | result | no agreement", [], ["No agreement"], []),
            ("outcome | M1 | result | breakthrough | modality=negated", [], ["No breakthrough"], []),
            ("outcome | M1 | result | not result in any deal | modality=negated", [], ["No deal"], []),
            ("outcome | M1 | result | not reach a deal | modality=negated", [], ["No deal"], []),
            ("outcome | M1 | agreed | a truce | modality=negated", [], ["a truce"], []),
            ("outcome | M1 | agreed | a truce | modality=possible", [], [], []),
            ("outcome | both sides | agreed | to go on", ["to go on"], [], []),
            ("outcome | M1 | next | talks in June | modality=future | when=2031-06", [], [], ["talks in June"]),
        ],
    )
    def test_results(self, line: str, agreed: list[str], not_agreed: list[str], next_: list[str]) -> None:
        outcome = talks(M1 + line).get("outcome", {})
        found = [[one["text"] for one in outcome.get(key, [])] for key in ("agreed", "not_agreed", "next")]
        assert found == [agreed, not_agreed, next_]

    def test_the_day_of_a_next_step(self) -> None:
        (step,) = talks(M1 + "outcome | M1 | next | talks in June | modality=future | when=2031-06")["outcome"]["next"]
        assert step["date"] == "2031-06"

    def test_what_was_signed(self) -> None:
        found = talks(
            M1 + "person_post | Ann Lee | post | Mayor | for=North\nsignature | Ann Lee | signed | Lake Protocol\n"
            "signature | South | signed | Lake Protocol"
        )
        assert found["instruments"] == {
            "lake-protocol": {
                "title": "Lake Protocol", "kind": "protocol", "between": ["north", "south"],
                "signatures": [
                    {"who": "lee", "of": "north", "claims": ["A04"]}, {"who": "south", "claims": ["A05"]},
                ],
                "claims": ["A04", "A05"],
            }
        }  # fmt: skip

    def test_claims_keep_what_they_print(self) -> None:
        first, second = (
            "person_post | Volodymyr Zelensky | post | President",
            "statement | Volodymyr Zelenskyy | said | no",
        )
        claims = drafted(first, second).claims
        assert [(c.subject, c.as_printed) for c in claims] == [("zelensky", None), ("zelensky", "Volodymyr Zelenskyy")]

    def test_the_title_says_who_is_taken_to_talk(self) -> None:
        assert talks(M1 + "meeting | M1 | place | Millbridge")["title"] == ("Draft: North and South")
        assert talks("statement | Ann Lee | said | no")["title"] == "Draft"


def test_the_same_accounts_give_the_same_draft(tmp_path: Path) -> None:
    texts = (M1 + "position | North | demands | a half", M1.replace("M1", "M3") + "statement | Ann Lee | said | no")
    assert drafted(*texts) == drafted(*texts)
