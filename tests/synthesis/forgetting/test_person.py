"""A person taken out: the name is blacked out at its length wherever it stands, in whichever form, and everything else holds."""

import unicodedata
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.documents import sha256_of
from goodoffices.errors import DataError
from goodoffices.synthesis.forgetting import carry_out, plan_person, search
from goodoffices.synthesis.forgetting.person_terms import PersonTerms
from goodoffices.synthesis.forgetting.tokens import BLOCK, blacked
from goodoffices.talks import Day

from .world import COURIER, POST, TALKS, litter, make, record, require_sound, traces

TODAY = Day.parse("2031-04-01")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def forget(folder: Path, person: str = "korvinova") -> None:
    plan = plan_person(folder, person, TODAY)
    carry_out(plan)
    assert not search(folder, plan.find).found


def test_the_name_is_nowhere_and_the_case_is_sound(case: Path) -> None:
    forget(case)
    assert traces(case, "korvinova", "Ilka") == []
    require_sound(case)


def test_texts_keep_their_length_and_say_that_they_are_redacted(case: Path) -> None:
    before = read_case(case)
    forget(case)
    after = read_case(case)
    for key, text in after.texts.items():
        assert len(text) == len(before.texts[key])
        assert all(a in (b, BLOCK) for a, b in zip(text, before.texts[key], strict=True))
        source = after.record.sources[key]
        assert source.text.sha256 == sha256_of(text.encode())
        assert (source.redacted, str(source.redacted_on)) == (True, "2031-04-01")


def test_claims_stay_where_they_are_with_the_words_of_the_new_text(case: Path) -> None:
    before = read_case(case)
    forget(case)
    after = read_case(case)
    assert [claim.id for claim in after.record.claims] == [claim.id for claim in before.record.claims]
    assert after.anchors == before.anchors
    assert after.claims["post-01"].words == f"Envoy {BLOCK * 4} {BLOCK * 9} of the Marsh"
    assert after.claims["post-01"].subject == f"{BLOCK * 4} {BLOCK * 9}"


def test_what_was_said_for_a_party_the_party_says(case: Path) -> None:
    forget(case)
    after = read_case(case)
    assert after.claims["post-06"].attributed_to == ("narrator", "marsh")
    assert {position.id: position.told_by for position in after.talks.positions} == {
        "p1": None,
        "p2": "marsh",
        "p3": "marsh",
    }
    assert after.talks.delegations["marsh-team"].head is None


def test_litter_goes(case: Path) -> None:
    litter(case, "Korvínová")
    forget(case)
    assert traces(case, "korvinova", "Ilka") == []
    assert (case / "notes.md").read_text() == "# Notes\n\nand the ferry\n"


def test_a_shared_last_name_stays_the_others(tmp_path: Path) -> None:
    talks = TALKS.replace("Aldous Fenn", "Aldous Korvínová")
    post, courier = (text.replace("Aldous Fenn", "Aldous Korvínová") for text in (POST, COURIER))
    text = record(post, courier).replace("Aldous Fenn", "Aldous Korvínová")
    folder = make(tmp_path / "case", talks, text, post, courier)
    forget(folder)
    after = read_case(folder)
    assert after.talks.people["fenn"].name == "Aldous Korvínová"
    assert f"Envoy {BLOCK * 4} {BLOCK * 9} of the Marsh" in after.texts["post"]
    assert "Aldous Korvínová of the Hill led" in after.texts["post"]
    assert traces(folder, "Ilka") == []


def test_ids_and_file_names_that_have_the_name_change(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    text = (
        record()
        .replace("drumlin.txt", "korvinova.txt")
        .replace("post-0", "korvinova-0")
        .replace("source: post", "source: korvinova-post")
    )
    text = text.replace("\n  post:\n", "\n  korvinova-post:\n")
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "korvinova.txt").write_text(POST)
    (folder / "sources" / "courier.txt").write_text(COURIER)
    (folder / "talks.yaml").write_text(TALKS.replace("post-0", "korvinova-0"))
    (folder / "record.yaml").write_text(text)
    require_sound(folder)
    forget(folder)
    assert traces(folder, "korvinova") == []
    require_sound(folder)
    assert len(read_case(folder).record.claims) == 11


def test_the_hash_of_an_original_by_which_a_name_could_be_guessed_goes(tmp_path: Path) -> None:
    text = record().replace(
        "sha256: " + sha256_of(POST.encode()) + "}",
        "sha256: " + sha256_of(POST.encode()) + "}\n    original: {sha256: " + "ab" * 32 + "}",
    )
    text = text.replace(
        "words: Envoy Ilka Korvínová of the Marsh, entered_by: analyst",
        "words: Envoy Ilka Korvínová of the Marsh, entered_by: analyst,\n     original: {start: 1, end: 9, sha256: "
        + "cd" * 32
        + "}",
    )
    folder = make(tmp_path / "case", record_=text)
    forget(folder)
    assert traces(folder, "abab", "cdcd") == []


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    data = b"\xef\xbb\xbf" + POST.encode()
    make(folder)
    (folder / "sources" / "drumlin.txt").write_bytes(data)
    path = folder / "record.yaml"
    path.write_text(path.read_text().replace(sha256_of(POST.encode()), sha256_of(data)))
    require_sound(folder)
    forget(folder)
    assert (folder / "sources" / "drumlin.txt").read_bytes().startswith(b"\xef\xbb\xbfDrumlin")
    require_sound(folder)


def test_twice_is_once_and_a_person_who_is_not_there_is_told(case: Path) -> None:
    forget(case)
    with pytest.raises(DataError, match=r"a person of talks\.yaml: fenn"):
        plan_person(case, "korvinova", TODAY)


NAMES = ("Rustem Umerov", "Рустем Умєров")
FORMS = [
    ("Rustem Umerov said", "██████ ██████ said"),
    ("RUSTEM UMEROV", "██████ ██████"),
    ("Umerov's plan, Umerov’s plan", "██████'s plan, ██████’s plan"),
    ("the Umerovs", "the ███████"),
    ("Mr. R. Umerov", "Mr. █. ██████"),
    ("Umerova przyjęto z Umerovem", "███████ przyjęto z ████████"),
    ("Umerov'un sözleri", "██████'un sözleri"),
    ("Умєров і Рустема Умєрова, Умєровим", "██████ і ███████ ███████, ████████"),
    ("Умеров, Умерову", "██████, ███████"),
    ("Umer\u00adov and U\u200bmerov", "███████ and ███████"),
    ("Ume-\nrov came", "███-\n███ came"),
    ("U M E R O V", "███████████"),
    (unicodedata.normalize("NFD", "Ümerov"), "███████"),
    ("Umérov", "██████"),
    ("ｕｍｅｒｏｖ", "██████"),
    ("write to rustem.umerov@mod.example or @umerov_office", "write to ██████.██████@mod.example or @██████_office"),
    ("https://x.example/umerov-interview", "https://x.example/██████-interview"),
    ("Umerow stays (another name?)", "██████ stays (another name?)"),
    ("a numerovka, no name", "a █████████, no name"),
    ("Rus, Umer, merov", "Rus, Umer, merov"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[form[0] for form in FORMS])
def test_forms_of_a_name(text: str, expected: str) -> None:
    assert blacked(text, PersonTerms("p7", NAMES).find(text)) == expected


COMMON = [
    ("Will they agree? Will Stone said", "Will they agree? ████ █████ said"),
    ("will they throw a stone", "will they throw a stone"),
    ("Stone left", "█████ left"),
    ("the Stones", "the ██████"),
    ("Stonehenge", "Stonehenge"),
]


@pytest.mark.parametrize(("text", "expected"), COMMON, ids=[form[0] for form in COMMON])
def test_a_name_that_is_a_common_word(text: str, expected: str) -> None:
    terms = PersonTerms("stone", ("Will Stone",), common=frozenset({"will", "stone"}), id_is_a_word=True)
    assert blacked(text, terms.find(text)) == expected
