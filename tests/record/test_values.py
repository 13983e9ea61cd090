"""Two values of one kind: days, names of places, lists of actors, posts, texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.record import Relation
from goodoffices.record.values import actors, days, elsewhere, names, posts, texts

AGREE, SPELLING, WORDING = Relation.AGREE, Relation.VARIANT_SPELLING, Relation.VARIANT_WORDING
REFINES, QUALIFIER, CONTRADICTS = Relation.REFINES, Relation.DIFFERS_QUALIFIER, Relation.CONTRADICTS

DAYS = [
    ("2025-05-16", "2025-05-16", AGREE),
    ("2025-05-16", "2025-05-17", CONTRADICTS),
    ("2025-05-16", "2025-05", REFINES),
    ("2025-05", "2025", REFINES),
    ("2025-05", "2025-06", CONTRADICTS),
    ("2025-05-31", "2025-06", CONTRADICTS),
    ("about 2025-05-16", "2025-05-19", REFINES),
    ("about 2025-05-16", "2025-05-20", CONTRADICTS),
    ("about 2025-05-16", "about 2025-05-22", REFINES),
    ("about 2025-05-16", "about 2025-05-23", CONTRADICTS),
    ("2025-05-16T09:00+03:00", "2025-05-16", AGREE),
    ("2024-02-29", "2024-02", REFINES),
    ("2024-02-29", "2024-03", CONTRADICTS),
    ("not said", "not said", AGREE),
    ("not said", "2025-05-16", REFINES),
]


@pytest.mark.parametrize(("a", "b", "relation"), DAYS)
def test_days_are_compared_as_stretches_of_time(a: str, b: str, relation: Relation) -> None:
    assert days(a, b) is days(b, a) is relation


def test_a_word_that_is_no_day_is_not_compared_as_one() -> None:
    with pytest.raises(ValueError, match="a day as"):
        days("mid-March", "2025-03")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ({"x", "y"}, {"y", "x"}, AGREE),
        ({"x", "y"}, {"x", "y", "z"}, REFINES),
        ({"x", "y"}, {"x", "z"}, CONTRADICTS),
        ({"x"}, {"y"}, CONTRADICTS),
        (set(), {"x"}, REFINES),
    ],
)
def test_lists_of_actors(a: set[str], b: set[str], relation: Relation) -> None:
    assert actors(frozenset(a), frozenset(b)) is actors(frozenset(b), frozenset(a)) is relation


NAMES = [
    ("Istanbul", "Istanbul", AGREE),
    ("Istanbul", "istanbul", AGREE),
    ("Istanbul", "İstanbul", SPELLING),
    ("Dolmabahçe Palace", "Dolmabahce Palace", SPELLING),
    ("Istanbul", "Istambul", SPELLING),
    ("Istanbul", "Istanbul, Turkey", REFINES),
    ("Hilton", "Hilton Hotel", REFINES),
    ("Geneva", "Vienna", CONTRADICTS),
    ("Grand Hotel", "Palace Hotel", CONTRADICTS),
    ("Istanbul", "a town by the sea", WORDING),
    ("Dolmabahçe Palace", "the old palace", WORDING),
    ("東京", "東京", AGREE),
    ("東京", "大阪", CONTRADICTS),
    ("القاهرة", "عمان", CONTRADICTS),
    ("القدس", "الْقُدْس", SPELLING),
    ("Москва", "Минск", CONTRADICTS),
    ("МОСКВА", "Москва", AGREE),
    ("Room 12", "Room 13", CONTRADICTS),
    ("New York", "New Delhi", CONTRADICTS),
    ("Grand Istanbul", "Istambul", WORDING),
]


@pytest.mark.parametrize(("a", "b", "relation"), NAMES)
def test_names_of_places(a: str, b: str, relation: Relation) -> None:
    assert names(a, b) is names(b, a) is relation


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("talks in Geneva", "talks in Vienna", True),
        ("talks in Geneva", "a meeting in the city of Geneva", False),
        ("talks in Istanbul", "talks in Istambul", False),
        ("talks in March", "talks in Vienna", False),
        ("talks in March", "talks in April", False),
        ("talks", "talks in Vienna", False),
        ("talks in Geneva or in Vienna", "talks in Vienna", False),
    ],
)
def test_two_towns_of_an_announcement(a: str, b: str, expected: bool) -> None:
    assert elsewhere(a, b) is elsewhere(b, a) is expected


POSTS = [
    ("Foreign Minister", "foreign minister", AGREE),
    ("Foreign Minister", "Minister for Foreign Affairs", REFINES),
    ("Foreign Minister", "Deputy Foreign Minister", QUALIFIER),
    ("President", "Acting President", QUALIFIER),
    ("Foreign Minister", "Foreign Minister of Norland", REFINES),
    ("Foreign Minister", "top diplomat", WORDING),
    ("Presidential Aide", "adviser (longtime) to Putin", WORDING),
    ("Defense Minister", "Defence Minister", SPELLING),
]


@pytest.mark.parametrize(("a", "b", "relation"), POSTS)
def test_posts_of_one_person(a: str, b: str, relation: Relation) -> None:
    assert posts(a, b) is posts(b, a) is relation


TEXTS = [
    ("exchange of prisoners", "exchange of prisoners", AGREE),
    ("exchange of prisoners", "Exchange of Prisoners", AGREE),
    ("exchange of prisoners", "prisoner exchange", AGREE),
    ("exchange of 1,000 prisoners", "exchange of a thousand prisoners", AGREE),
    ("exchange of 1,000 prisoners", "exchange of 1,200 prisoners", CONTRADICTS),
    ("exchange of 1,000 prisoners", "exchange of about 1,000 prisoners", REFINES),
    ("exchange of 1,000 prisoners", "exchange of prisoners", REFINES),
    ("exchange of prisoners", "exchange of prisoners and bodies", REFINES),
    ("exchange of prisoners", "return of children", WORDING),
    ("full ceasefire", "30-day ceasefire", WORDING),
    ("truce of 14 February", "truce of 15 February", CONTRADICTS),
    ("2025-02-14", "2025-02-15", CONTRADICTS),
    ("2025-02-14", "2025-02", REFINES),
    ("did not open the border", "opened the border", CONTRADICTS),
    ("never opened the border", "did not open the border", AGREE),
    ("did not open the border", "reopened the school", WORDING),
    ("", "", AGREE),
]


@pytest.mark.parametrize(("a", "b", "relation"), TEXTS)
def test_short_texts(a: str, b: str, relation: Relation) -> None:
    negative = (a.startswith(("did not", "never")), b.startswith(("did not", "never")))
    assert texts(a, b, negative=negative) is texts(b, a, negative=negative[::-1]) is relation


def test_a_narrow_question_makes_two_answers_speak_of_the_same_thing() -> None:
    assert texts("two hours", "three hours", negative=(False, False), related=True) is CONTRADICTS
    assert texts("an afternoon", "short", negative=(False, True), related=True) is CONTRADICTS


def test_like_words_alone_are_never_a_contradiction() -> None:
    for a, b in (("open the border", "close the border"), ("release of the prisoners", "return of the prisoners")):
        assert texts(a, b, negative=(False, False)) is not CONTRADICTS


WORDS = (
    "talks truce no not refused border in Geneva Vienna Istanbul Istambul 30-day full 1,000 prisoners 14 15 February about "
    "Hotel Palace"
).split()
words = st.sampled_from(WORDS)
phrases = st.lists(words, min_size=1, max_size=5).map(" ".join)


@given(phrases, phrases, st.booleans(), st.booleans(), st.booleans())
def test_the_relation_of_two_texts_has_no_direction(a: str, b: str, first: bool, second: bool, related: bool) -> None:
    there = texts(a, b, negative=(first, second), related=related)
    assert there is texts(b, a, negative=(second, first), related=related)


@given(phrases, phrases)
def test_the_relation_of_two_names_or_posts_has_no_direction(a: str, b: str) -> None:
    assert names(a, b) is names(b, a)
    assert posts(a, b) is posts(b, a)
    assert elsewhere(a, b) is elsewhere(b, a)


@given(phrases, st.booleans())
def test_a_value_agrees_with_itself(a: str, negative: bool) -> None:
    assert texts(a, a, negative=(negative, negative)) is names(a, a) is posts(a, a) is AGREE
    assert not elsewhere(a, a)
