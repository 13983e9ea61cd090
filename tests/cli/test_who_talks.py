"""Who talks, as a person says it: options of `draft` and `add`, the question at a terminal, what is told where nobody is asked."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import inspect, read_case
from goodoffices.cli import app, who_talks
from goodoffices.errors import UsageError
from goodoffices.extraction.called import said_with
from goodoffices.extraction.roster import Said, Side, side_from
from goodoffices.synthesis.withdrawal import named_by

from ..case.cases import errors
from ..extraction.written_out import reports

MONDAY = """The Tarn Valley Council met Orsa Mining on 3 June 2030 in Lodd. Judge Ida Falk chaired.
The valley people want the road closed at night. Orsa Mining demanded two more years.
"""
FRIDAY = "Orsa Mining and the valley people signed an accord in Lodd on 7 June 2030, hosted by the Province of Lodd.\n"
LATER = "The folk up there met Orsa Mining in Lodd on 9 June 2030. The folk up there want a bridge.\n"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], input=given)


def parties(folder: str = "draft") -> list[str]:
    return [party.name for party in read_case(Path(folder)).talks.parties.values()]


class TestOptions:
    def test_names_and_other_names(self, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", MONDAY, FRIDAY)
        said = ("--party", "Tarn Valley Council=the valley people", "--party", "Orsa Mining", "--third", "Ida Falk")
        told = run("draft", *files, *said)
        assert told.exit_code == 0, told.stderr
        case = read_case(Path("draft"))
        assert parties() == ["Tarn Valley Council", "Orsa Mining"]
        assert case.talks.parties["tarn-valley-council"].spellings == ("the valley people",)
        wanted = {
            c.subject for c in case.record.claims if (c.type, c.value) == ("position", "the road closed at night")
        }
        assert wanted == {"tarn-valley-council"}
        assert errors(inspect(Path("draft"))[1]) == []

    @pytest.mark.slow
    def test_a_name_wins_over_what_is_read(self, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", FRIDAY)
        run("draft", *files, "--party", "Orsa Mining", "--party", "Province of Lodd")
        assert sorted(parties()) == ["Orsa Mining", "Province of Lodd"]

    @pytest.mark.slow
    def test_one_is_a_party_among_those_that_are_found(self, tmp_path: Path) -> None:
        run("draft", *reports(tmp_path / "in", FRIDAY), "--party", "Valley Council=the valley people")
        assert sorted(parties()) == ["Orsa Mining", "Valley Council"]

    def test_a_third_party_is_no_party(self, tmp_path: Path) -> None:
        text = "Arvia and Bost met in Lodd on 3 June 2030. Arvia, Bost and Tolm signed a protocol.\n"
        run("draft", *reports(tmp_path / "in", text), "--third", "Tolm")
        assert sorted(parties()) == ["Arvia", "Bost"]
        assert "Tolm" in {one.name for one in read_case(Path("draft")).talks.third_parties.values()}

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (("--party", " "), "--party: found ' ', expected a name, or NAME=other name"),
            (("--third", "=x"), "--third: found '=x', expected a name, or NAME=other name"),
            (
                ("--party", "A=B", "--third", "b"),
                "--third: found 'b', which --party names as well, expected one of both",
            ),
        ],
    )
    def test_wrong_usage(self, tmp_path: Path, options: tuple[str, ...], told: str) -> None:
        result = run("draft", *reports(tmp_path / "in", MONDAY), *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert told in result.stderr

    @pytest.mark.slow
    def test_an_unfinished_draft_of_other_parties(self, tmp_path: Path) -> None:
        from goodoffices.extraction.begin import PROGRESS
        from goodoffices.extraction.journal import Journal

        progress = tmp_path / "draft" / PROGRESS
        progress.mkdir(parents=True)
        Journal(progress / "journal", {"by": "x 1", "files": "f", "parties": "one"}).close()
        with pytest.raises(UsageError, match="found an unfinished draft of other parties"):
            Journal(progress / "journal", {"by": "x 1", "files": "f", "parties": "two"})

    def test_in_a_pipe_nothing_is_asked(self, tmp_path: Path) -> None:
        told = run("draft", *reports(tmp_path / "in", MONDAY), given="The Gazette\n\n")
        assert "Publisher" not in told.stdout
        assert read_case(Path("draft")).record.sources["A"].publisher == "Report A"

    @pytest.mark.parametrize("command", ["draft", "add"])
    def test_options_stand_in_groups(self, command: str) -> None:
        told = run(command, "--help").stdout
        assert (
            told.index("Who talks")
            < told.index("--party")
            < told.index("How they are read")
            < told.index("--extractor")
        )


class TestAssumed:
    @pytest.mark.slow
    def test_without_a_terminal_it_is_said(self, tmp_path: Path) -> None:
        lines = run("draft", *reports(tmp_path / "in", MONDAY)).stdout.splitlines()
        assert (
            "Assumed: These talk: Tarn Valley Council, Orsa Mining. Third parties: Ida Falk (chairs). "
            "--party and --third say otherwise." in lines
        )

    @pytest.mark.slow
    @pytest.mark.slow
    def test_where_all_was_said_nothing_is_assumed(self, tmp_path: Path) -> None:
        options = ("--party", "Tarn Valley Council", "--party", "Orsa Mining", "--third", "Ida Falk")
        assert "Assumed" not in run("draft", *reports(tmp_path / "in", MONDAY), *options).stdout

    def test_nobody(self, tmp_path: Path) -> None:
        told = run("draft", *reports(tmp_path / "in", "It rained in the valley.\n")).stdout
        assert "These talk: nobody that could be found. Third parties: none that could be found." in told

    @pytest.mark.slow
    def test_what_a_report_prints_steers_no_terminal(self, tmp_path: Path) -> None:
        told = run("draft", *reports(tmp_path / "in", "The \x1b[31mTarn\x1b[0m Council met Orsa Mining.\n")).stdout
        assert "\x1b[31m" not in told


class TestQuestion:
    @pytest.fixture(autouse=True)
    def somebody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("goodoffices.cli.draft.asks", lambda: True)

    def test_enter_says_yes(self, tmp_path: Path) -> None:
        told = run("draft", *reports(tmp_path / "in", MONDAY), given="\n\n\n")
        assert told.exit_code == 0, told.stderr
        lines = told.stdout.splitlines()
        assert lines[:2] == ["These talk: Tarn Valley Council, Orsa Mining.", "Third parties: Ida Falk (chairs)."]
        assert "Is that right?" in told.stdout
        assert "Assumed" not in told.stdout
        assert parties() == ["Tarn Valley Council", "Orsa Mining"]

    @pytest.mark.slow
    def test_corrections_until_yes(self, tmp_path: Path) -> None:
        given = "party Tarn Valley Council=the valley people\nwhat\nhosts Ida Falk\n\n\n\n"
        told = run("draft", *reports(tmp_path / "in", MONDAY), given=given)
        assert "found 'what', expected party NAME, third NAME or not NAME" in told.stdout + told.stderr
        assert told.stdout.count("These talk:") == 4
        assert "Third parties: Ida Falk (hosts)." in told.stdout
        case = read_case(Path("draft"))
        wanted = {
            c.subject for c in case.record.claims if (c.type, c.value) == ("position", "the road closed at night")
        }
        assert wanted == {"tarn-valley-council"}

    @pytest.mark.slow
    def test_from_all_reports_together(self, tmp_path: Path) -> None:
        told = run(
            "draft", *reports(tmp_path / "in", FRIDAY, MONDAY, MONDAY.replace("3 June", "4 June")), given="\n" * 7
        )
        assert told.stdout.startswith("These talk: Tarn Valley Council, Orsa Mining.")
        assert "Province of Lodd (hosts), Ida Falk (chairs)." in told.stdout

    def test_who_published_a_report_and_whose_it_is(self, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", MONDAY, FRIDAY)
        told = run("draft", *files, given="\nThe Lodd Gazette\norsa mining\n\n\n")
        assert told.exit_code == 0, told.stderr
        assert f"{files[0]}: " in told.stdout
        assert (told.stdout.count("Publisher:"), told.stdout.count("Side [press]:")) == (2, 2)
        sources = read_case(Path("draft")).record.sources
        assert [(one.publisher, one.side) for one in sources.values()] == [
            ("The Lodd Gazette", "orsa-mining"),
            ("Report B", "press"),
        ]
        assert "publisher not said" not in (sources["A"].note or "")
        assert errors(inspect(Path("draft"))[1]) == []

    @pytest.mark.slow
    def test_a_guess_is_what_enter_answers(self, tmp_path: Path) -> None:
        text = f"---\npublisher: Radio Weir\n---\n\n{MONDAY}"
        told = run("draft", *reports(tmp_path / "in", text), given="\n\n\n")
        assert "Publisher [Radio Weir]:" in told.stdout
        assert read_case(Path("draft")).record.sources["A"].publisher == "Radio Weir"

    def test_a_side_that_is_none_is_asked_again(self, tmp_path: Path) -> None:
        told = run("draft", *reports(tmp_path / "in", MONDAY), given="\n\nthe moon\nIda Falk\n")
        assert (
            "found 'the moon', expected one of press, mediator, team, Tarn Valley Council, Orsa Mining, Ida Falk"
            in (" ".join((told.stdout + told.stderr).split()))
        )
        source = read_case(Path("draft")).record.sources["A"]
        assert (source.side, "said to be of Ida Falk, whom talks.yaml does not have" in (source.note or "")) == (
            "press", True,
        )  # fmt: skip

    @pytest.mark.slow
    def test_a_side_under_another_name_that_was_just_given(self, tmp_path: Path) -> None:
        given = "party Tarn Valley Council=the valley people\n\n\nThe Valley People\n"
        run("draft", *reports(tmp_path / "in", MONDAY), given=given)
        assert read_case(Path("draft")).record.sources["A"].side == "tarn-valley-council"

    @pytest.mark.slow
    def test_the_same_text_twice_is_asked_of_once(self, tmp_path: Path) -> None:
        told = run("draft", *reports(tmp_path / "in", MONDAY, MONDAY), given="\nThe Gazette\n\n")
        assert told.exit_code == 0, told.stderr
        assert [one.publisher for one in read_case(Path("draft")).record.sources.values()] == ["The Gazette"]

    @pytest.mark.slow
    def test_of_many_reports_nobody_is_asked(self, tmp_path: Path) -> None:
        texts = [MONDAY.replace("3 June", f"{day} June") for day in range(1, 12)]
        told = run("draft", *reports(tmp_path / "in", *texts), given="\n")
        assert told.exit_code == 0, told.stderr
        assert "11 reports: who published them, and for which side, can be said in record.yaml." in told.stdout
        assert "Publisher" not in told.stdout

    def test_notes_of_the_team_are_not_sent(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for key, value in (("ADDRESS", "https://models.example/v1"), ("MODEL", "m"), ("KEY", "k")):
            monkeypatch.setenv(f"GOODOFFICES_LLM_{key}", value)
        told = run("draft", *reports(tmp_path / "in", MONDAY), "--extractor", "llm", given="\n\nteam\n")
        assert told.exit_code == 2
        assert "found reports for team, which would be sent to" in " ".join(told.stderr.split())
        assert not Path("draft").exists()

    def test_an_interrupt_makes_nothing(self, tmp_path: Path) -> None:
        assert run("draft", *reports(tmp_path / "in", MONDAY), given="").exit_code == 1
        assert not Path("draft").exists()


class TestAdd:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        run("draft", *reports(tmp_path / "in", MONDAY))
        return Path("draft")

    def test_the_case_knows_who_talks(self, folder: Path, tmp_path: Path) -> None:
        (report,) = reports(tmp_path / "more", "Orsa Mining demands a bridge, the Tarn Valley Council a road.\n")
        run("add", folder, report)
        subjects = {claim.subject for claim in read_case(folder).record.claims if claim.source == "B"}
        assert "orsa-mining" in subjects

    @pytest.mark.slow
    @pytest.mark.slow
    def test_another_name_for_these_reports(self, folder: Path, tmp_path: Path) -> None:
        (report,) = reports(tmp_path / "more", LATER)
        run("add", folder, report, "--party", "Tarn Valley Council=the folk up there")
        (claim,) = (c for c in read_case(folder).record.claims if c.value == "a bridge")
        assert claim.subject == "tarn-valley-council"

    def test_a_name_that_the_case_does_not_know_is_told(self, folder: Path, tmp_path: Path) -> None:
        (report,) = reports(tmp_path / "more", LATER)
        told = run("add", folder, report, "--third", "River Bank").stdout
        assert "River Bank: no party or third party of the case has this name" in told


def test_what_is_said_to_be_the_teams_own_is_not_sent_by_add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("draft", *reports(tmp_path / "in", MONDAY))
    monkeypatch.setattr("goodoffices.cli.add.asks", lambda: True)
    for key, value in (("ADDRESS", "https://models.example/v1"), ("MODEL", "m"), ("KEY", "k")):
        monkeypatch.setenv(f"GOODOFFICES_LLM_{key}", value)
    before = Path("draft/record.yaml").read_text()
    (report,) = reports(tmp_path / "more", "Orsa Mining demands a bridge.\n")
    told = run("add", "draft", report, "--extractor", "llm", given="\n\n\nteam\n\n")
    assert told.exit_code == 2, told.stdout
    assert "found reports for team, which would be sent to" in " ".join(told.stderr.split())
    assert Path("draft/record.yaml").read_text() == before


OLD_JUDGE = "The Old Judge said that the talks would go on. The gate-keepers demanded quiet.\n"
NAMED = (
    "--party", "Tarn Valley Council=the valley people", "--party", "Orsa Mining", "--third", "Ida Falk=the Old Judge",
    "--third", "Bridge House=the gate-keepers",
)  # fmt: skip


def told_by(folder: Path, source: str) -> set[tuple[str, str]]:
    """Who is told of by a source, and what."""
    return {(claim.subject, str(claim.value)) for claim in read_case(folder).record.claims if claim.source == source}


class TestNamesThatADraftWasGiven:
    """What a person said to `draft` is known to `add`."""

    @pytest.fixture
    def report(self, tmp_path: Path) -> Path:
        return reports(tmp_path / "more", OLD_JUDGE)[0]

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        run("draft", *reports(tmp_path / "in", MONDAY), *NAMED)
        return Path("draft")

    def test_of_third_parties_and_of_people_among_them(self, folder: Path, report: Path) -> None:
        run("add", folder, report)
        assert told_by(folder, "B") == {("falk", "the talks would go on"), ("bridge-house", "quiet")}

    @pytest.mark.slow
    def test_where_the_parties_were_not_said(self, tmp_path: Path, report: Path) -> None:
        run("draft", *reports(tmp_path / "in", MONDAY), "--third", "Ida Falk=the Old Judge")
        run("add", "draft", report)
        assert ("falk", "the talks would go on") in told_by(Path("draft"), "B")

    @pytest.mark.slow
    def test_a_guess_of_which_the_case_holds_nothing_is_none(self, folder: Path, report: Path) -> None:
        reading = folder / "reading.yaml"
        before = reading.read_text()
        reading.write_text(before.replace("  said: true\n", "").replace("Ida Falk, other", "Somebody, other"))
        run("add", folder, report)
        assert "falk" not in {who for who, _ in told_by(folder, "B")}

    @pytest.mark.slow
    def test_what_stands_in_talks_goes_before(self, folder: Path) -> None:
        talks = folder / "talks.yaml"
        line = next(line for line in talks.read_text().splitlines() if line.startswith("  bridge-house:"))
        moved = talks.read_text().replace(f"{line}\n", "").replace("parties:\n", f"parties:\n{line}\n", 1)
        talks.write_text(moved.replace("third_parties:\n\n", ""))
        said = said_with(read_case(folder), Said())
        assert "Bridge House" in {side.name for side in said.parties}
        assert "Bridge House" not in {side.name for side in said.third}

    @pytest.mark.slow
    def test_what_a_third_party_does_is_known_too(self, folder: Path) -> None:
        said = said_with(read_case(folder), Said())
        assert {side.name: side.role for side in said.third} == {"Bridge House": "", "Ida Falk": "chairs"}

    @pytest.mark.slow
    def test_who_speaks_for_a_party_is_no_third_party(self, folder: Path) -> None:
        talks = folder / "talks.yaml"
        talks.write_text(talks.read_text().replace("{name: Ida Falk,", "{name: Ida Falk, of: orsa-mining,"))
        reading = folder / "reading.yaml"
        reading.write_text(reading.read_text().replace("  said: true\n", ""))
        assert {side.name for side in said_with(read_case(folder), Said()).third} == {"Bridge House"}

    def test_names_given_to_add_are_known_the_next_time(self, folder: Path, tmp_path: Path) -> None:
        first, second = reports(tmp_path / "more", "It rained.\n", "The ferry folk demanded quiet.\n")
        run("add", folder, first, "--third", "Bridge House=the ferry folk")
        run("add", folder, second)
        assert told_by(folder, "C") == {("bridge-house", "quiet")}
        assert errors(inspect(folder)[1]) == []

    @pytest.mark.slow
    def test_who_changed_sides_stands_on_one_of_them(self, folder: Path, tmp_path: Path) -> None:
        run("add", folder, *reports(tmp_path / "more", "It rained.\n"), "--party", "Bridge House")
        reading = read_case(folder).reading
        assert reading is not None
        assert "Bridge House" in {one.name for one in reading.roster.parties}
        assert "Bridge House" not in {one.name for one in reading.roster.third_parties}

    @pytest.mark.slow
    def test_without_the_file_the_case_goes_by_talks(self, folder: Path, report: Path) -> None:
        (folder / "reading.yaml").unlink()
        assert run("add", folder, report).exit_code == 0
        assert "falk" not in {who for who, _ in told_by(folder, "B")}


@pytest.mark.parametrize(
    ("answer", "parties", "third"),
    [
        ("party Hill Front=the gang", "North; Hill Front", "Vess; board"),
        ("party Vess", "North; the gang; Vess", "board"),
        ("third the gang", "North", "Vess; board; the gang"),
        ("not north", "the gang", "Vess; board"),
        ("mediates board", "North; the gang", "Vess; board"),
        ("THIRD Lake", "North; the gang", "Vess; board; Lake"),
        ("party East=North=the gang", "East", "Vess; board"),
    ],
)
def test_corrections(answer: str, parties: str, third: str) -> None:
    said = Said((Side("North"), Side("the gang")), (Side("Vess", (), "mediates"), Side("board", (), "hosts")))
    after = who_talks.told(answer, said)
    assert "; ".join(side.name for side in after.parties) == parties
    assert "; ".join(side.name for side in after.third) == third


def test_what_an_opponent_calls_it_is_kept_for_finding_it() -> None:
    after = who_talks.told("party Hill Front=the gang", Said((Side("North"), Side("the gang", ("the bandits",)))))
    assert after.parties[1] == Side("Hill Front", ("the gang", "the bandits"))


def test_who_was_taken_out_may_come_back() -> None:
    said = who_talks.told("not North", Said((Side("North"), Side("South"))))
    assert said.nobody == ("North",)
    assert who_talks.told("party North", said).nobody == ()


def test_names_as_they_are_typed() -> None:
    assert side_from(" A Front = AF=the rebels ") == Side("A Front", ("AF", "the rebels"))


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("mediates Bishop Anselm Okoro=bishop", ["Bishop Anselm Okoro"]),
        ("chairs Dr Anselm Okoro", ["Dr Anselm Okoro"]),
        ("not Bishop Anselm Okoro", []),
        ("third The Right Reverend Anselm Okoro", ["The Right Reverend Anselm Okoro"]),
        ("mediates Okoro", ["Anselm Okoro", "Okoro"]),
        ("mediates Bishop Ida Falk", ["Anselm Okoro", "Bishop Ida Falk"]),
    ],
)
def test_a_person_is_the_same_with_his_title(answer: str, left: list[str]) -> None:
    said = Said(third=(Side("Anselm Okoro", (), "mediates", True),))
    assert [side.name for side in who_talks.told(answer, said).third] == left


def test_a_body_is_not_the_same_as_one_whose_name_ends_like_its_own() -> None:
    after = who_talks.told("third North Lenn Council", Said(third=(Side("Lenn Council", (), "hosts"),)))
    assert [side.name for side in after.third] == ["Lenn Council", "North Lenn Council"]


ASKED = (
    "Orsa Mining met the Tarn Valley Council in Lodd. The Lake Union, which had been asked to mediate, was silent.\n"
)


class TestWhoHelpsByTheRosterAlone:
    """Of whom no claim tells, he stands in reading.yaml and not among the entries, which everybody may read then."""

    @pytest.mark.parametrize(
        "text",
        [
            ASKED,
            "Orsa Mining met the Council in Lodd. The Conciliation Office, which had been asked to facilitate, was shut.\n",
            "Orsa Mining met the Council in Lodd. The Lodd Mediation Office, which had hoped to chair, waited.\n",
            "Brun and Ada met in Lodd on 3 June 2030. The Water Board, which had been expected to mediate, was not asked.\n",
            "The Ridge Front met the city of Brun. Lodd Abbey, which has been asked to guarantee the truce, is closed.\n",
            MONDAY,
        ],
    )
    def test_each_entry_is_named_by_a_claim_and_the_draft_is_for_everybody(self, tmp_path: Path, text: str) -> None:
        told = run("draft", *reports(tmp_path / "in", text))
        case = read_case(Path("draft"))
        named = {name for claim in case.record.claims for name in named_by(claim)}
        assert {*case.talks.third_parties} <= named
        assert "For the team only" not in told.stdout
        assert errors(inspect(Path("draft"))[1]) == []

    def test_whom_a_person_named_is_an_entry(self, tmp_path: Path) -> None:
        run("draft", *reports(tmp_path / "in", ASKED), "--third", "Saint Orm")
        assert "Saint Orm" in [one.name for one in read_case(Path("draft")).talks.third_parties.values()]
