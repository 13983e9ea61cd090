"""Enters what a reader may not read into a copy of a case."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from goodoffices.case import Case
from goodoffices.case.own_words import capital, one_line, option_label, short_title
from goodoffices.documents import sha256_of
from goodoffices.record import (
    Assumed,
    AssumedRoster,
    Claim,
    Finding,
    Passage,
    ReadDifference,
    Reading,
    ReadPassage,
    ReadTogether,
)
from goodoffices.talks import (
    Assessment,
    Background,
    Based,
    Conflict,
    Issue,
    Judgement,
    Link,
    Order,
    Party,
    PartyPreferences,
    Person,
    Position,
    Preferences,
    RedLine,
    Remark,
    Round,
    Statement,
    Talks,
)

from .drafts import Draft, built, skeleton, source
from .said import ALONE, MAKERS, SECRET, Told

HIDDEN = (("team",), ("south",), ("board", "south"), ("team", "south"))


OWN_WORDS = " for the valley"
"""What the team adds to the words of an answer, and a hidden claim says of another answer."""


def own_label(talks: Talks) -> Talks:
    """The first answer to each question in words of the team's own."""
    issues = {}
    for key, issue in talks.issues.items():
        first, *rest = issue.options.items()
        issues[key] = replace(issue, options=dict([(first[0], f"{first[1]}{OWN_WORDS}"), *rest]))
    return replace(talks, issues=issues)


class Hidden:
    """Enters what the reader may not read into a copy of a case."""

    def __init__(self, random: Random, draft: Draft, base: Case) -> None:
        self.random = random
        self.base = base
        self.draft = Draft(dict(draft.sources), {key: [*one] for key, one in draft.sentences.items()}, [*draft.claims])
        self.passages: list[Passage] = [*draft.passages]
        self.new: list[Claim] = []
        self.number = 1000

    def case(self) -> Case:
        if self.random.random() < 0.3:
            self._of_another_answer()
        self._side_of_a_speaker()
        for enter in (self._sources, self._claims, self._passages):
            for _ in range(self.random.choice([0, 1, 1, 2, 3])):
                enter()
        base = self.base.talks
        talks = self._with_issues(base)
        talks = built(talks, self.draft.claims, self.new)
        talks = self._entries(self._own_words(talks))
        self._shuffle()
        full = self.draft.case(
            talks, passages=tuple(self.passages), findings=self._findings(), preferences=self._preferences(),
            conflict=self._conflict(), reading=self._reading(), minutes=self.base.minutes,
        )  # fmt: skip
        return self._placed(full)

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _told(self) -> Told:
        return self.random.choice(MAKERS)(self.random, f" {SECRET}{self.number}")

    def _enter(self, key: str, told: Told, **more: Any) -> None:
        self.new.append(self.draft.enter(self._next(), key, told, **more))

    def _readers(self) -> tuple[str, ...]:
        return self.random.choice(HIDDEN)

    def _sources(self) -> None:
        key = f"s{self._next()}"
        mine = self.random.random() < 0.4
        more: dict[str, Any] = {"side": "team"} if mine else {"readers": self._readers()}
        if self.random.random() < 0.2 and self.base.record.sources:
            more["derived_from"] = self.random.choice([*self.base.record.sources])
        elif self.random.random() < 0.3:
            # A report that he reads is taken from this one, and says so.
            of = self.random.choice([*self.base.record.sources])
            if self.draft.sources[of].derived_from is None:
                told: Any = {"derived_from": key, "note": f"seems to be taken from {SECRET}"}
                self.draft.sources[of] = replace(self.draft.sources[of], **told)
        made = source(self.random, key, publisher=f"{SECRET} notes", title=SECRET, **more)
        items = [*self.draft.sources.items()]
        items.insert(self.random.randint(0, len(items)), (key, made))
        self.draft.sources = dict(items)
        for _ in range(self.random.randint(1, 5)):
            self._enter(key, self._told())

    def _claims(self) -> None:
        """A claim of its own readers, on a sentence that everybody reads."""
        key = self.random.choice([*self.base.record.sources])
        self._enter(key, self._told(), words=self.draft.sentences[key][0], readers=self._readers())

    def _of_another_answer(self) -> None:
        """A claim on an answer, in words that stand in another answer to the same question."""
        for key, issue in self.base.talks.issues.items():
            for option in [*issue.options][1:]:
                source = self.random.choice([*self.base.record.sources])
                more = {"issue": key, "option": option}
                told = Told("position", "south", "demands", f"{option}{OWN_WORDS}", more)
                self._enter(source, told, words=self.draft.sentences[source][0], readers=self._readers())

    def _side_of_a_speaker(self) -> None:
        """For whom somebody speaks whose side nobody else tells: he is "a representative of" it for those who may know it."""
        for claim in [one for one in self.draft.claims if ALONE in one.attributed_to]:
            draw = Random(f"{claim.words}{len(self.draft.claims)}")
            told = draw.choice(
                [
                    Told(
                        "person_post", ALONE, "post", f"{SECRET} envoy", {"for_party": draw.choice(["south", "board"])}
                    ),
                    Told("delegation", ALONE, "member_of", "south", {"meeting": "first"}),
                ]
            )
            key = draw.choice([*self.base.record.sources])
            self._enter(key, told, words=self.draft.sentences[key][0], readers=draw.choice(HIDDEN))

    def _passages(self) -> None:
        """A sentence in a text that he reads, with claims on it."""
        key = self.random.choice([*self.base.record.sources])
        told, readers = self._told(), self._readers()
        self._enter(key, told)
        sentences = self.draft.sentences[key]
        words = sentences.pop()
        sentences.insert(self.random.randint(0, len(sentences)), words)
        # As a person selects them: mostly without the blank behind.
        self.passages.append(Passage(source=key, words=words.rstrip() if self.number % 3 else words, readers=readers))

    def _with_issues(self, talks: Talks) -> Talks:
        """Questions, and answers, of which only hidden claims tell; the team's words for those of which they also tell."""
        issues = dict(talks.issues)
        for claim in self.new:
            if claim.issue is not None and claim.option is not None:
                issue = issues.get(claim.issue, Issue(options={}, title=f"{SECRET} {claim.issue}"))
                known = issue.options.get(claim.option)
                own = known is not None and known.endswith(OWN_WORDS)
                label = option_label(claim) if known is None or (not own and self.random.random() < 0.5) else known
                title = capital(short_title(one_line(claim.value))) if self.random.random() < 0.5 else issue.title
                issues[claim.issue] = replace(issue, title=title, options={**issue.options, claim.option: label})
        named = {c.meeting for c in self.new} | {str(c.value) for c in self.new} | {c.subject for c in self.new}
        skeleton_of = skeleton(self.draft.claims).meetings
        meetings = {
            **talks.meetings,
            **{k: m for k, m in skeleton_of.items() if k in named and k not in talks.meetings},
        }
        return replace(talks, issues=issues, meetings=meetings)

    def _own_words(self, talks: Talks) -> Talks:
        """The team's words on what rests also on hidden claims."""
        new = {claim.id for claim in self.new}

        def mixed(entry: Any) -> bool:
            return bool(new & {*entry.claims})

        meetings = {}
        for key, one in talks.meetings.items():
            if mixed(one) and self.random.random() < 0.7:
                one = replace(
                    one, title=f"{SECRET} talks", venue=f"{SECRET} house", participants=(*one.participants, "board")
                )
            meetings[key] = one
        for key, team in talks.delegations.items():
            if mixed(team) and meetings and self.random.random() < 0.7:
                where = self.random.choice([*meetings])
                seats = dict.fromkeys((*meetings[where].delegations, key))
                meetings[where] = replace(meetings[where], delegations=tuple(seats))
        # What a hidden claim tells of somebody stands with his part, which lists only the claim on that.
        told = {"ann": "south", "cai": "south", "bo": "board"}
        for key, one in meetings.items():
            roles = tuple(
                replace(role, of=told[role.who])
                if role.of is None and role.who in told and self.random.random() < 0.5
                else role
                for role in one.roles
            )
            meetings[key] = replace(one, roles=roles)
        statements = tuple(replace(s, text=f"{SECRET} as we see it") if mixed(s) else s for s in talks.statements)
        return replace(talks, meetings=meetings, statements=statements)

    def _entries(self, talks: Talks) -> Talks:
        """Entries that are kept from him, or rest on nothing."""
        things = (self._office, self._named_by_nobody, self._kept_position, self._guess)
        for enter in (*things, self._unsourced, self._remark, self._link):
            if self.random.random() < 0.5:
                talks = enter(talks)
        return talks

    def _office(self, talks: Talks) -> Talks:
        """Somebody who is kept from him, and a claim that names him on words that he reads."""
        office = Party(name=f"{SECRET} Office", kind="office", readers=self._readers())
        key = self.random.choice([*self.base.record.sources])
        if talks.meetings:
            told = Told("mediation", "office", "mediates", self.random.choice([*talks.meetings]))
            self.new.append(self.draft.enter(self._next(), key, told, words=self.draft.sentences[key][0]))
        return replace(talks, third_parties={**talks.third_parties, "office": office})

    def _named_by_nobody(self, talks: Talks) -> Talks:
        people = {**talks.people, "zarkov": Person(name=SECRET, of="south")}
        return replace(talks, people=people, rounds={**talks.rounds, "spring": Round(title=f"{SECRET} spring")})

    def _kept_position(self, talks: Talks) -> Talks:
        """On a claim that he reads."""
        seen = [c for c in self.base.record.claims if c.type == "position" and c.issue and c.option]
        if not seen:
            return talks
        kept = Position(
            id="hidden-p", party="south", issue=str(seen[0].issue), option=str(seen[0].option), stance="demands",
            claims=(seen[0].id,), readers=self._readers(),
        )  # fmt: skip
        return replace(talks, positions=(*talks.positions, kept))

    def _guess(self, talks: Talks) -> Talks:
        if "water" not in talks.issues:
            return talks
        water = talks.issues["water"]
        issues = {**talks.issues, "water": replace(water, options={**water.options, "guess": SECRET})}
        guess = Position(
            id="guess", party="south", issue="water", option="guess", stance="demands", unsourced="a guess"
        )
        return replace(talks, issues=issues, positions=(*talks.positions, guess))

    def _unsourced(self, talks: Talks) -> Talks:
        return replace(
            talks, background=(*talks.background, Background(text=f"{SECRET} was there", unsourced="we know")),
            statements=(*talks.statements, Statement(id="hidden-s", by="south", text=SECRET, unsourced="we heard")),
            assessments=(*talks.assessments, Assessment(by=SECRET, text="it went badly", unsourced="we think")),
        )  # fmt: skip

    def _remark(self, talks: Talks) -> Talks:
        if not talks.meetings:
            return talks
        key = self.random.choice([*talks.meetings])
        remark = Remark(text=f"{SECRET} spoke", unsourced="we saw it")
        meeting = replace(talks.meetings[key], remarks=(*talks.meetings[key].remarks, remark))
        return replace(talks, meetings={**talks.meetings, key: meeting})

    def _link(self, talks: Talks) -> Talks:
        if len(talks.issues) < 2:
            return talks
        one, other = [*talks.issues][:2]
        link = Link(if_={one: (next(iter(talks.issues[one].options)),)}, then={other: ("nobody-knows",)}, why=SECRET)
        options = {**talks.issues[other].options, "nobody-knows": SECRET}
        issues = {**talks.issues, other: replace(talks.issues[other], options=options)}
        return replace(talks, issues=issues, links=(link,))

    def _shuffle(self) -> None:
        """Hidden claims stand anywhere between the others; these keep their order."""
        new = {claim.id for claim in self.draft.claims} - {claim.id for claim in self.base.record.claims}
        old = [claim for claim in self.draft.claims if claim.id not in new]
        for claim in [claim for claim in self.draft.claims if claim.id in new]:
            old.insert(self.random.randint(0, len(old)), claim)
        self.draft.claims = old

    def _findings(self) -> tuple[Finding, ...]:
        new = [claim.id for claim in self.new if claim in self.draft.claims]
        old = [claim.id for claim in self.base.record.claims]
        found = []
        if new and self.random.random() < 0.6:
            found.append(
                Finding(slot="date:first", verdict="preferred", claims=(new[0], old[0]), by=SECRET, reason=SECRET)
            )
        if self.random.random() < 0.6:
            found.append(
                Finding(
                    slot="date:first", verdict="disputed", claims=(old[0],), by="me", reason=SECRET, readers=("team",)
                )
            )
        return tuple(found)

    def _preferences(self) -> Preferences | None:
        known = self.base.preferences
        if self.random.random() < 0.4:
            return known
        wants = known.parties if known is not None else {}
        south = wants.get("south", PartyPreferences())
        guess: dict[str, Any] = {"assumed": Judgement(by="me", why=SECRET)}
        lines = (RedLine(issue="water", option="most", **guess),)
        new = tuple(claim.id for claim in self.new if claim.type == "position")[:1]
        orders = (Order(issue="mill", best_first=("sold", "shut"), told=new),) if new else ()
        kept = tuple(replace(order, readers=()) for order in south.orders)
        changed = replace(south, red_lines=lines, orders=(*orders, *kept))
        if known is None:
            return Preferences(format="preferences/1", status_quo={"water": "half"}, parties={"south": changed})
        return replace(known, status_quo={**known.status_quo, "mill": "shut"} if "mill" not in self.base.talks.issues else (
            known.status_quo
        ), parties={**wants, "south": changed})  # fmt: skip

    def _conflict(self) -> Conflict | None:
        if self.random.random() < 0.5:
            return None
        return Conflict(decision_makers={"north": "North", "south": SECRET}, basis={"north": Based()})

    def _reading(self) -> Reading | None:
        known = self.base.reading
        if known is None:
            return None
        texts = {key: "".join(sentences) for key, sentences in self.draft.sentences.items()}
        passages = []
        for one in known.passages:
            words = f"From {one.source}. "
            start = texts[one.source].index(words)
            passages.append(replace(one, start=start, end=start + len(words)))
        for passage in self.passages:
            start = texts[passage.source].index(passage.words or "")
            passages.append(ReadPassage(source=passage.source, start=start, end=start + len(passage.words or ""), heading="met",
                                        confidence=Decimal("0.9")))  # fmt: skip
        together = [self._together(two, texts) for two in known.together]
        for key in self.draft.sources.keys() - self.base.record.sources.keys():
            other = next(iter(self.base.record.sources))
            apart = ReadDifference(kind="who", a=(0, 4), b=(0, 4))
            together.append(ReadTogether(a=other, b=key, by="a model", texts=("", ""), differences=(apart,)))
        roster = AssumedRoster(
            parties=(Assumed(name=f"{SECRET} Town"), *known.roster.parties), third_parties=(Assumed(name=SECRET),)
        )
        return replace(known, roster=roster, passages=tuple(passages), together=tuple(together))

    def _together(self, two: ReadTogether, texts: Mapping[str, str]) -> ReadTogether:
        """What a model holds the two to tell differently, where it stands now, and among it what only the hidden words tell."""
        a, b = (
            (texts[key].index(f"From {key}."), texts[key].index(f"From {key}.") + len(f"From {key}."))
            for key in (two.a, two.b)
        )
        found = [replace(two.differences[0], a=a, b=b)]
        for passage in self.passages:
            start = texts[passage.source].index(passage.words or "")
            hidden = (start, start + len(passage.words or ""))
            if passage.source == two.a:
                found.append(ReadDifference(kind="number", a=hidden, b=b))
            if passage.source == two.b:
                found.insert(0, ReadDifference(kind="place", a=a, b=hidden))
        sums = [sha256_of(texts[key].encode()) for key in (two.a, two.b)]
        return replace(two, texts=(sums[0], sums[1]), differences=tuple(found))

    def _placed(self, full: Case) -> Case:
        """New entries stand anywhere between the others; these keep their order."""
        changes: dict[str, Any] = {}
        for kind in ("people", "third_parties", "meetings", "issues", "delegations", "instruments"):
            old, new = getattr(self.base.talks, kind), getattr(full.talks, kind)
            keys = [key for key in old if key in new]
            for key in new:
                if key not in old:
                    keys.insert(self.random.randint(0, len(keys)), key)
            changes[kind] = {key: new[key] for key in keys}
        return replace(full, talks=replace(full.talks, **changes))
