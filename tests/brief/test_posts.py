"""Who has a new post has changed it: two posts of different days are told one after the other, never as a difference."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.phrases import Phrases
from goodoffices.brief.posts import change_of_post, titles
from goodoffices.case import Case
from goodoffices.record import Relation
from goodoffices.talks import Day, Post

from ..case.cases import small_case
from .cases import black_sea, section, texts, whole

Account = tuple[str, str, dict[str, Any]]
"""The post that a source tells, the day on which it was printed, the qualifiers of the claim."""


def posts_of(folder: Path, *accounts: Account) -> Case:
    """The small case, in which each source tells a post of Ann."""
    case = small_case(folder)
    first = case.claims["a1"]
    kept = tuple(claim for claim in case.record.claims if claim.id not in ("a1", "b1"))
    claims, sources = [], dict(case.record.sources)
    posts: list[Post] = []
    for number, (title, printed, qualifiers) in enumerate(accounts):
        key = f"s{number}"
        sources[key] = replace(sources["press"], publisher=f"Paper {number}", printed=Day.parse(printed))
        claims.append(replace(first, id=f"x{number}", source=key, value=title, qualifiers=qualifiers))
        if title not in [post.title for post in posts]:
            posts.append(Post(title=title, of="north", claims=()))
        posts = [replace(p, claims=(*p.claims, f"x{number}")) if p.title == title else p for p in posts]
    ann = replace(case.talks.people["ann"], posts=tuple(posts))
    record = replace(case.record, sources=sources, claims=(*kept, *claims), findings=())
    return replace(case, record=record, talks=replace(case.talks, people={"ann": ann}))


MINISTER, DEPUTY, FOREIGN = "Minister of Ports", "Deputy Minister of Ports", "Minister of Roads"
CHANGED: Mapping[str, tuple[tuple[Account, ...], str]] = {
    "printed half a year apart": (
        ((DEPUTY, "2025-01-10", {}), (MINISTER, "2025-07-01", {})), f"{DEPUTY}, later {MINISTER}"),
    "two offices, printed a year apart": (
        ((FOREIGN, "2024-03-01", {}), (MINISTER, "2025-03-01", {})), f"{FOREIGN}, later {MINISTER}"),
    "the later told first": (
        ((MINISTER, "2025-03-01", {}), (FOREIGN, "2024-03-01", {})), f"{FOREIGN}, later {MINISTER}"),
    "a qualifier on one": (
        ((FOREIGN, "2025-03-01", {}), (MINISTER, "2025-03-09", {"when": "2025-03-09"})), f"{FOREIGN}, later {MINISTER}"),
    "qualifiers on both, in one week": (
        ((FOREIGN, "2025-03-05", {"until": "2025-03-01"}), (MINISTER, "2025-03-05", {"since": "2025-03-02"})),
        f"{FOREIGN}, later {MINISTER}"),
    "months, and a third who has the later one": (
        ((DEPUTY, "2025-01", {}), (MINISTER, "2025-04", {}), (MINISTER, "2025-06", {})), f"{DEPUTY}, later {MINISTER}"),
}  # fmt: skip
DIFFERENT: Mapping[str, tuple[Account, ...]] = {
    "one day": ((FOREIGN, "2025-03-01", {}), (MINISTER, "2025-03-01", {})),
    "one week": ((FOREIGN, "2025-03-01", {}), (MINISTER, "2025-03-06", {})),
    "one day by the qualifiers": (
        (FOREIGN, "2025-03-01", {"when": "2025-02-01"}),
        (MINISTER, "2025-09-01", {"when": "2025-02-01"}),
    ),
    "a month and a day in it": ((DEPUTY, "2025-03", {}), (MINISTER, "2025-03-30", {})),
    "a day that is not said": ((FOREIGN, "not said", {}), (MINISTER, "2025-03-01", {})),
    "back to the first": ((FOREIGN, "2024-03-01", {}), (MINISTER, "2025-03-01", {}), (FOREIGN, "2026-03-01", {})),
}


@pytest.mark.parametrize("kind", CHANGED)
def test_a_later_post_is_told_as_later_and_not_as_a_difference(tmp_path: Path, kind: str) -> None:
    accounts, told = CHANGED[kind]
    case = posts_of(tmp_path, *accounts)
    assert titles(case, case.talks.people["ann"]) == told
    assert change_of_post(case, "x0", "x1")
    assert change_of_post(case, "x1", "x0")
    outline = build_outline(case, with_annex=True)
    assert not any("post of Ann" in text for s in outline.sections for text in texts(s))
    assert not any(pair.relation is Relation.CONTRADICTS for pair in case.comparison.slots["post:ann"])
    assert f"Ann, {told}" in texts(section(outline, "table"))


@pytest.mark.parametrize("kind", DIFFERENT)
def test_posts_of_one_day_or_of_nobody_knows_which_still_differ(tmp_path: Path, kind: str) -> None:
    case = posts_of(tmp_path, *DIFFERENT[kind])
    assert not change_of_post(case, "x0", "x1")
    assert ", later " not in titles(case, case.talks.people["ann"])
    outline = build_outline(case, with_annex=True)
    (told,) = (
        text for text in texts(whole(outline, "differs")) if text.startswith("The accounts differ on the post of Ann: ")
    )
    assert all(title in told for title, _, _ in DIFFERENT[kind])


def test_days_in_the_talks_are_followed(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    posts = (
        Post(title=MINISTER, start=Day.parse("2025-02"), unsourced="known"),
        Post(title=DEPUTY, start=Day.parse("2024"), unsourced="known"),
    )
    assert titles(case, replace(case.talks.people["ann"], posts=posts)) == f"{DEPUTY}, later {MINISTER}"


def test_who_speaks_in_another_post_is_named_with_both_and_their_claims() -> None:
    case = black_sea()
    named = "Oleksandr Kubrakov (Infrastructure Minister, later Deputy Prime Minister for Restoration; Ukraine)"
    phrases = Phrases(case)
    assert phrases.titled("kubrakov") == named
    assert phrases.post_claims(named, "kubrakov") == ("B05", "G02", "U02")
    assert not any("Kubrakov:" in text for s in build_outline(case).sections if s.id == "differs" for text in texts(s))
