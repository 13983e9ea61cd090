"""What every format that is read must do: subclass `Contract`, say how files are written, and the suite is complete."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from goodoffices.bargaining import Scenario
from goodoffices.bargaining.formats import read_scenario
from goodoffices.errors import DataError

Issues = dict[str, list[str]]
Rows = dict[str, dict[str, Any]]
"""Value of each option of each issue."""

ISSUES: Issues = {"Müll & Co": ["a lot", "no", "1"], "when": ["2025", "2026"]}
NORTH: Rows = {"Müll & Co": {"a lot": 0.125, "no": 1, "1": 0.5}, "when": {"2025": 0, "2026": 1}}
SOUTH: Rows = {"Müll & Co": {"a lot": 1, "no": "0.3", "1": 1e-05}, "when": {"2025": 1, "2026": 0.75}}
WEIGHTS = {"Müll & Co": 0.7, "when": 0.1}


def problems(*paths: Path) -> list[str]:
    """The mistakes that reading tells, file names alone."""
    with pytest.raises(DataError) as caught:
        read_scenario(paths)
    return [str(p).replace(f"{p.file}:", f"{Path(p.file).name}:", 1) for p in caught.value.problems]


class Contract:
    """The suite of one format; its largest value of each issue is 1, so that every format says the same."""

    ending: str

    def domain(self, issues: Issues) -> str:
        """A domain file."""
        raise NotImplementedError

    def profile(self, issues: Issues, rows: Rows, weights: dict[str, Any], no_deal: Any = None) -> str:
        """A profile; `no_deal` is a number as it is written."""
        raise NotImplementedError

    def write(self, folder: Path, north: Rows = NORTH, weights: dict[str, Any] = WEIGHTS) -> list[Path]:
        """A domain and two profiles."""
        texts = {
            "zz": self.domain(ISSUES),
            "b": self.profile(ISSUES, north, weights, self.no_deal()),
            "a": self.profile(ISSUES, SOUTH, WEIGHTS),
        }
        for name, text in texts.items():
            (folder / f"{name}.{self.ending}").write_text(text, "utf-8")
        return [folder / f"{name}.{self.ending}" for name in texts]

    def no_deal(self) -> Any:
        """Written so that it is worth 0.0875 = 0.7 x 0.125."""
        return "0.0875"

    def test_preferences_are_read_exactly(self, tmp_path: Path) -> None:
        scenario = read_scenario(self.write(tmp_path))
        expected = Scenario.of(
            ISSUES, {"b": {"Müll & Co": [0.0875, 0.7, 0.35], "when": [0, 0.1]},
                     "a": {"Müll & Co": [0.7, 0.21, 0.000007], "when": [0.1, 0.075]}}, {"b": 0.0875},
        )  # fmt: skip
        assert scenario.issues == expected.issues
        assert scenario.parties == ("b", "a")
        for party, utility in scenario.utilities.items():
            other = expected.utilities[party]
            assert utility.no_deal == other.no_deal
            assert all(
                utility.worth(i, o) == other.worth(i, o) for i, options in scenario.issues.items() for o in options
            )
        assert scenario.notes == ()

    def test_a_folder_is_its_files_by_name(self, tmp_path: Path) -> None:
        named = read_scenario(self.write(tmp_path))
        (tmp_path / "notes.txt").write_text("no scenario file", "utf-8")
        found = read_scenario([tmp_path])
        assert found.parties == ("a", "b")
        assert found.utilities == named.utilities
        assert found.name == tmp_path.name

    def test_profiles_keep_the_order_in_which_they_are_named(self, tmp_path: Path) -> None:
        domain, b, a = self.write(tmp_path)
        assert read_scenario([domain, a, b]).parties == ("a", "b")

    @pytest.mark.parametrize(
        ("value", "told"),
        [("nan", "'nan' as "), ("inf", "'inf' as "), ("-Infinity", "'-Infinity' as "), ("1,5", "'1,5' as "),
         ("many", "'many' as "), ("1/0", "'1/0' as ")],
    )  # fmt: skip
    def test_what_is_no_number_is_refused(self, tmp_path: Path, value: str, told: str) -> None:
        rows = {**NORTH, "when": {"2025": value, "2026": 1}}
        found = problems(*self.write(tmp_path, rows))
        assert len(found) == 1
        assert found[0].startswith(f"b.{self.ending}:")
        assert told in found[0]
        assert "2025 of when" in found[0]

    def test_a_weight_is_a_number_that_is_not_negative(self, tmp_path: Path) -> None:
        found = problems(*self.write(tmp_path, weights={"Müll & Co": -0.5, "when": "nan"}))
        assert [("-0.5 as the weight of Müll & Co" in f, "'nan' as the weight of when" in f) for f in found] in (
            [(True, False), (False, True)], [(False, True), (True, False)],
        )  # fmt: skip

    def test_an_option_without_a_value_is_refused(self, tmp_path: Path) -> None:
        rows = {"Müll & Co": {"a lot": 1}, "when": NORTH["when"]}
        (found,) = problems(*self.write(tmp_path, rows))
        assert "of Müll & Co: no, 1" in found

    def test_an_option_that_the_domain_has_not_is_refused_with_the_one_that_was_meant(self, tmp_path: Path) -> None:
        rows = {**NORTH, "Müll & Co": {"alot": 1, "no": 0, "1": 0}}
        assert any(
            "alot of Müll & Co" in f and f.endswith("did you mean a lot?")
            for f in problems(*self.write(tmp_path, rows))
        )

    def test_an_issue_that_the_profile_lacks_is_refused(self, tmp_path: Path) -> None:
        domain, b, a = self.write(tmp_path)
        b.write_text(self.profile({"when": ISSUES["when"]}, NORTH, {"when": 1}), "utf-8")
        assert problems(domain, b, a)

    def test_an_issue_without_options_is_refused(self, tmp_path: Path) -> None:
        domain, b, a = self.write(tmp_path)
        domain.write_text(self.domain({"Müll & Co": [], "when": ["2025"]}), "utf-8")
        (found,) = problems(domain, b, a)
        assert found.startswith(f"{domain.name}:")
        assert "the issue Müll & Co without options" in found

    def test_a_domain_without_issues_is_refused(self, tmp_path: Path) -> None:
        domain, b, a = self.write(tmp_path)
        domain.write_text(self.domain({}), "utf-8")
        assert any("no issue" in f for f in problems(domain, b, a))

    def test_all_mistakes_of_all_profiles_are_told_at_once(self, tmp_path: Path) -> None:
        rows = {"Müll & Co": {"a lot": "x", "no": "y", "1": 1}, "when": NORTH["when"]}
        domain, b, a = self.write(tmp_path, rows)
        a.write_text(self.profile(ISSUES, rows, WEIGHTS), "utf-8")
        assert [f.partition(".")[0] for f in problems(domain, b, a)] == ["a", "a", "b", "b"]

    @pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
    def test_an_empty_file_is_refused(self, tmp_path: Path, text: str) -> None:
        domain, b, a = self.write(tmp_path)
        b.write_text(text, "utf-8")
        (found,) = problems(domain, b, a)
        assert "an empty file" in found

    def test_a_file_cut_short_is_refused(self, tmp_path: Path) -> None:
        domain, b, a = self.write(tmp_path)
        whole = b.read_text("utf-8")
        b.write_text(whole[: len(whole) // 2], "utf-8")
        assert problems(domain, b, a)

    def test_every_prefix_of_a_file_is_read_or_refused_and_nothing_else(self, tmp_path: Path) -> None:
        domain, b, a = self.write(tmp_path)
        whole = b.read_bytes()
        for end in range(0, len(whole), 7):
            b.write_bytes(whole[:end])
            with suppress(DataError):
                read_scenario([domain, b, a])

    def test_two_domains_in_a_folder_are_refused(self, tmp_path: Path) -> None:
        domain, *_ = self.write(tmp_path)
        (tmp_path / f"other.{self.ending}").write_text(domain.read_text("utf-8"), "utf-8")
        (found,) = problems(tmp_path)
        assert "2 domains" in found

    def test_a_domain_among_the_profiles_is_refused(self, tmp_path: Path) -> None:
        domain, b, _ = self.write(tmp_path)
        (found,) = problems(domain, b, domain)
        assert "found a domain, expected a profile" in found

    def test_a_domain_alone_is_refused(self, tmp_path: Path) -> None:
        (found,) = problems(self.write(tmp_path)[0])
        assert "a domain and no profiles" in found
