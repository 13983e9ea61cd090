"""The review in the terminal: the same decisions, a key each; a pipe gives a line each."""

from pathlib import Path

import pytest
from rich.console import Console

from goodoffices.marking.review import Review

from .cases import RECORD, TALKS, make, open_store, sound, texts


class Script:
    """Answers written down beforehand; after the last one, none."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def key(self, asked: str) -> str:
        return self.answers.pop(0) if self.answers else ""

    def line(self, asked: str, default: str) -> str | None:
        return (self.answers.pop(0) or default) if self.answers else None


def review(folder: Path, *answers: str) -> tuple[str, Script]:
    script, console = Script(*answers), Console(record=True, width=100, force_terminal=False, soft_wrap=True)
    Review(open_store(folder), console, script).run()
    return console.export_text(), script


KEEP = [""] * 10
# The answers, and the status of each claim afterwards.
WALKS: dict[str, tuple[list[str], dict[str, str]]] = {
    "nothing": ([], {}),
    "stop at once": (["q", "a"], {}),
    "accept two": (["a", "a"], {"a1": "accepted", "a2": "accepted"}),
    "accept the second": (["n", "a"], {"a2": "accepted"}),
    "back and round": (["p", "a"], {"b1": "accepted"}),
    "a key that is none": (["z", "a"], {"a1": "accepted"}),
    "reject, yes": (["r", "y"], {"a1": "rejected"}),
    "reject, no": (["r", "x"], {}),
    "accept and undo": (["a", "u"], {}),
    "undo nothing": (["u", "a"], {"a1": "accepted"}),
    "edit": (["e", "", "", "", "lord mayor", *KEEP[4:], "x"], {"a1": "edited"}),
    "edit nothing is to accept": (["e", *KEEP], {"a1": "accepted"}),
    "edit, wrong": (["n", "n", "e", "", "", "", "yesterday", *KEEP[4:]], {}),
    "edit without an end": (["e", "", ""], {}),
    "all": (["a", "a", "a", "a", "x", "a", "a"], dict.fromkeys(["a1", "a2", "a3", "a4", "a5", "b1"], "accepted")),
}


@pytest.mark.parametrize("name", WALKS)
def test_a_key_is_a_decision(tmp_path: Path, name: str) -> None:
    answers, wanted = WALKS[name]
    told, _ = review(make(tmp_path), *answers)
    statuses = {c.id: c.status for c in sound(tmp_path).record.claims if c.id != "b2"}
    assert statuses == {**dict.fromkeys(["a1", "a2", "a3", "a4", "a5", "b1"], "proposed"), **wanted}
    left = sum(status == "proposed" for status in statuses.values())
    assert told.strip().endswith(f"{left} proposed claims are left." if left else "Nothing proposed is left.")


def test_the_words_are_shown_in_their_surroundings_and_steer_no_terminal(tmp_path: Path) -> None:
    told, _ = review(make(tmp_path), "n", "n", "n", "n")
    assert "Ann, mayor of North, led for North." in told
    assert "told by The Paper" in told
    assert "confidence 0.55" in told
    assert "\u202e" not in told
    assert "\x1b" not in told


def test_an_offer_is_written_after_a_yes_only(tmp_path: Path) -> None:
    told, _ = review(make(tmp_path), "n", "n", "n", "a", "x")
    assert "For talks.yaml: A new person: Bo Lind, miller" in told
    assert texts(tmp_path)["talks.yaml"] == TALKS
    review(make(tmp_path), "n", "n", "n", "a", "y")
    assert sound(tmp_path).talks.people["bo-lind"].name == "Bo Lind"


def test_a_key_that_is_no_answer_is_none(tmp_path: Path) -> None:
    told, script = review(make(tmp_path), "n", "n", "n", "a", "a", "e", "y")
    assert told.count("For talks.yaml: A new person: Bo Lind, miller") == 1
    assert told.count("no answer to this question") == 2
    assert (script.answers, sound(tmp_path).talks.people["bo-lind"].name) == ([], "Bo Lind")


@pytest.mark.parametrize("answers", [["a"], ["a", "q", "a"]])
def test_who_stops_at_a_question_says_neither_yes_nor_no(tmp_path: Path, answers: list[str]) -> None:
    review(make(tmp_path), "n", "n", "n", *answers)
    assert [offer.told for offer in open_store(tmp_path).offers("a4")] == ["A new person: Bo Lind, miller"]
    assert [c.id for c in sound(tmp_path).record.claims if c.status == "accepted"] == ["a4", "b2"]


def test_a_predicate_outside_the_table_is_refused_with_the_nearest(tmp_path: Path) -> None:
    told, _ = review(make(tmp_path), "e", "", "", "posts", *KEEP[3:], "q")
    assert "found 'posts', expected a predicate of the type person post: post, did you mean post?" in " ".join(
        told.split()
    )
    assert texts(tmp_path)["record.yaml"] == RECORD


def test_what_goes_with_a_rejection_is_told_before(tmp_path: Path) -> None:
    told, _ = review(make(tmp_path), "n", "n", "n", "n", "r", "y")
    assert "position p1 rests on nothing else and is taken out" in told
    assert [p.id for p in sound(tmp_path).talks.positions] == ["p2"]


def test_a_change_on_the_disk_is_told_and_the_decision_asked_for_again(tmp_path: Path) -> None:
    folder = make(tmp_path)

    class Meddling(Script):
        def key(self, asked: str) -> str:
            if len(self.answers) == 2:
                (folder / "record.yaml").write_bytes(RECORD.replace("# the end", "# theirs").encode())
            return super().key(asked)

    console = Console(record=True, width=400)
    Review(open_store(folder), console, Meddling("a", "a")).run()
    told = console.export_text()
    assert "a file changed since it was read" in told
    assert "decide again" in told
    assert "# theirs" in texts(folder)["record.yaml"]
    assert sound(folder).claims["a1"].status == "accepted"


BO = "For talks.yaml: A new person: Bo Lind, miller"


OTHERS = ["x", "x"]
"""No to the offers of b1, made when it is accepted, and of b2, which counted before."""


class TestOffersThatWereLeft:
    """An offer that nobody answered comes back; one that was refused does not, as long as the review lives."""

    @pytest.mark.parametrize("left", [["q"], ["n", "q"], []])
    def test_in_the_next_review_once_the_claims_are_done(self, tmp_path: Path, left: list[str]) -> None:
        told, _ = review(make(tmp_path), "n", "n", "n", "a", *left)
        assert "Offers for talks.yaml are left open, of a4: review asks for them again." in told
        told, script = review(tmp_path, "a", "a", "a", "a", "a", "x", "y", "x", "z")
        assert BO in told
        assert (sound(tmp_path).talks.people["bo-lind"].name, script.answers) == ("Bo Lind", ["z"])
        assert "left open" not in told
        assert told.strip().endswith("Nothing proposed is left.")

    def test_at_once_with_o(self, tmp_path: Path) -> None:
        review(make(tmp_path), "n", "n", "n", "a", "q")
        told, _ = review(tmp_path, "o", "y", "x", "a", "q")
        assert BO in told
        assert sound(tmp_path).talks.people["bo-lind"].name == "Bo Lind"
        assert sound(tmp_path).claims["a1"].status == "accepted"

    def test_o_where_none_is_open(self, tmp_path: Path) -> None:
        told, _ = review(make(tmp_path), "o", "x", "o", "q")
        assert "No offer is open." in told

    def test_what_was_left_open_is_asked_once_more_at_the_end_and_then_left(self, tmp_path: Path) -> None:
        told, script = review(make(tmp_path), "a", "a", "a", "a", "n", "a", "a", "x", "n", "x", "y")
        assert (told.count(BO), script.answers) == (2, ["y"])
        assert "bo-lind" not in sound(tmp_path).talks.people
        assert "left open, of a4:" in told

    def test_what_was_refused_is_not(self, tmp_path: Path) -> None:
        told, script = review(make(tmp_path), "a", "a", "a", "a", "x", "a", "a", *OTHERS, "y")
        assert (told.count(BO), script.answers) == (1, ["y"])

    def test_an_offer_that_somebody_took_meanwhile_is_none(self, tmp_path: Path) -> None:
        review(make(tmp_path), "n", "n", "n", "a", "q")
        store = open_store(tmp_path)
        store.take(store.offers("a4")[0])
        told, _ = review(tmp_path, "a", "a", "a", "a", "a", *OTHERS)
        assert BO not in told
        assert told.strip().endswith("Nothing proposed is left.")

    def test_where_nothing_is_proposed_any_more(self, tmp_path: Path) -> None:
        folder = make(tmp_path)
        review(folder, "a", "a", "a", "a", "q")
        review(folder, "a", "a", "q")
        told, script = review(folder, "y", "y", "y", "z")
        assert (told.count("For talks.yaml"), script.answers) == (3, ["z"])
        case = sound(folder)
        assert (case.talks.people["bo-lind"].name, case.talks.meetings["first"].place) == ("Bo Lind", "Ford")

    def test_a_thousand_keys_that_are_none(self, tmp_path: Path) -> None:
        _, script = review(make(tmp_path), "n", "n", "n", "a", *(["z"] * 3000), "y", "q")
        assert (sound(tmp_path).talks.people["bo-lind"].name, script.answers) == ("Bo Lind", [])


class TestUndoAtAnOffer:
    def test_the_claim_is_asked_for_again(self, tmp_path: Path) -> None:
        told, _ = review(make(tmp_path), "n", "n", "n", "a", "u", "r", "q")
        assert "Undone: a4 accepted" in told
        assert (sound(tmp_path).claims["a4"].status, texts(tmp_path)["talks.yaml"]) == ("rejected", TALKS)

    def test_an_offer_that_was_taken_is_asked_for_again(self, tmp_path: Path) -> None:
        folder = make(tmp_path)
        review(folder, "n", "n", "n", "a", "q")
        told, _ = review(folder, "o", "y", "u", "q")
        assert "Undone: talks.yaml: A new person: Bo Lind, miller" in told
        assert texts(tmp_path)["talks.yaml"] == TALKS

    def test_nothing_to_undo_is_said_and_the_offer_asked_for_again(self, tmp_path: Path) -> None:
        review(make(tmp_path), "n", "n", "n", "a", "q")
        told, _ = review(tmp_path, "o", "u", "y", "q")
        assert "found nothing to undo" in told
        assert told.count(BO) == 2
        assert sound(tmp_path).talks.people["bo-lind"].name == "Bo Lind"

    def test_a_change_on_the_disk_at_an_offer(self, tmp_path: Path) -> None:
        folder = make(tmp_path)
        review(folder, "n", "n", "n", "a", "q")

        class Meddling(Script):
            def key(self, asked: str) -> str:
                if asked.startswith("[y]es") and len(self.answers) == 2:
                    path = folder / "talks.yaml"
                    path.write_bytes(path.read_bytes() + b"# theirs\n")
                return super().key(asked)

        console = Console(record=True, width=400)
        Review(open_store(folder), console, Meddling("o", "y", "y")).run()
        told = console.export_text()
        assert "a file changed since it was read" in told
        assert sound(folder).talks.people["bo-lind"].name == "Bo Lind"
        assert "# theirs" in texts(folder)["talks.yaml"]
