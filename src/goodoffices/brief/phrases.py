"""Names, days and roles as sentences print them. Labels come from the case; only the connecting words are ours."""

import re
from collections.abc import Iterable
from functools import cached_property

from ..case import Case
from ..case.seen import names_nobody
from ..record import Claim, family_of, polarity
from ..record.peel import peel
from ..talks import Day, Meeting, Position, without_doubt
from .articles import article, of_publisher
from .english import day, listed, on, possessive
from .english.wording import inside
from .posts import moved_on, titles
from .predicate_words import VERBS, moment, verb
from .proper import proper_words
from .speakers import speaker

# Only predicates whose own word does not read well in a sentence.
_PREDICATES = {
    "date": "day", "parties": "between", "precedence": "said to be", "attends": "took part in", "absent_from": "was absent from",
    "heads": "heads the delegation of", "member_of": "is a member of the delegation of", "term": "runs for",
}  # fmt: skip
_SHORT_TITLE = 3
"""Words of a post that may stand before a name."""
_SHORT_SIDE = 2
"""Words of a party's name, without its article, that may stand as a possessive before a post and a name."""
_ONE = frozenset({"state", "company", "city", "town", "international organisation", "union", "region", "bank"})
_COLON = frozenset(
    "date place venue format parties precedence aim post result agreed not_agreed next lasted size".split()
)


def clean(text: str) -> str:
    """A text as a sentence part: no full stop at its end."""
    return text.strip().removesuffix(".")


def _before_name(post: str) -> bool:
    """Whether a post may stand before a name: `Secretary of State`, but not `Chief Engineer of the weir`."""
    return len(post.split()) <= _SHORT_TITLE and not re.search(r" of [^A-Z]", post)


def _talks(subject: str) -> bool:
    """Whether a meeting's title takes the verb of many: `the direct talks of Norland and Sudland`."""
    return re.split(r" (?:of|for|in|between|on|with) ", subject)[0].endswith(("talks", "negotiations", "consultations"))


def denies(claim: Claim) -> bool:
    """Whether a claim's denial must be said, since its value does not say it: `no agreement` does."""
    if claim.modality != "negated" or claim.predicate == "not_agreed":
        return False
    return not (str(claim.value).lower().startswith(("no ", "not ", "without ")) or _words_deny(claim))


def value_tells(claim: Claim) -> bool:
    """Whether a claim's value alone, without its predicate, lets nobody take a denial for what it denies."""
    return not denies(claim) and (polarity(claim).asserts or _words_deny(claim))


def _words_deny(claim: Claim) -> bool:
    """Whether the words of a result deny it themselves: `ended without reunification`."""
    return claim.type == "outcome" and isinstance(claim.value, str) and peel(claim.value, True).denied


def _qualifier(key: str, value: object) -> str:
    """What narrows a value, behind it: ` (country: Turkey)`; a day in words, and without saying that it is when."""
    try:
        told = day(Day.parse(str(value)))
    except ValueError:
        told = str(value)
    return f" ({told})" if key == "when" else f" ({key}: {told})"


class Phrases:
    """Turns entries of one case into words."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.talks = case.talks
        self._in_sentences: dict[str, str] = {}
        self._publishers: dict[str, str] = {}

    def name(self, key: str) -> str:
        """The name that the case prints for an id; other words stay as they are."""
        return self.case.names.label(key)

    def role(self, name: str, party: str) -> str:
        """The name of a seat without its party, beside that: of `Head of delegation, Upper Tavnis` the head of delegation."""
        return name.removesuffix(f", {self.name(party)}")

    def names(self, keys: Iterable[str]) -> str:
        """Some names as a list."""
        return listed(self.name(key) for key in keys)

    def the(self, key: str) -> str:
        """The name as it stands in a sentence: `the United States`, `Ukraine`."""
        if key not in self._in_sentences:
            party = self.talks.parties.get(key) or self.talks.third_parties.get(key)
            self._in_sentences[key] = (article(party, self.case.texts) if party else "") + self.name(key)
        return self._in_sentences[key]

    def the_names(self, keys: Iterable[str]) -> str:
        """Some names as a list within a sentence."""
        return listed(self.the(key) for key in keys)

    def titled(self, key: str) -> str:
        """A person at first sight: `Russia's President Vladimir Putin`, `Edda Rusk (President of the council, Upper Tavnis)`."""
        person, side = self.talks.people.get(key), self.side_of(key)
        if person is None or (side and not person.posts and self._tells(key, side)):
            return self.the(key)
        post = person.posts[0] if person.posts else None
        if moved_on(self.case, person):
            return f"{person.name} ({titles(self.case, person)}{f'; {self.name(side)}' if side else ''})"
        if (
            post is not None
            and post.of
            and _before_name(post.title)
            and self._short(post.of)
            and " of " not in post.title
        ):
            return f"{self.whose(post.of)} {post.title} {person.name}"
        about = ", ".join(x for x in (post.title if post else "", self.name(side) if side else "") if x)
        return f"{person.name} ({about})" if about else person.name

    def _short(self, party: str) -> bool:
        """Whether a party's name is short enough to stand before a post and a name."""
        return len(self.name(party).removeprefix("the ").removeprefix("The ").split()) <= _SHORT_SIDE

    def with_post(self, key: str) -> str:
        """A person with his post, his side being told beside it: `Secretary of State Marco Rubio`, `Joren Tash, Chief Engineer`."""
        person = self.talks.people.get(key)
        if person is None or not person.posts:
            return self.name(key)
        post = person.posts[0].title
        if moved_on(self.case, person) or not _before_name(post):
            return f"{person.name}, {titles(self.case, person) if moved_on(self.case, person) else post}"
        return f"{post} {person.name}"

    def introduced(self, key: str) -> str:
        """Who tells a thing, where he is first named: with a short post before the name, else with his side behind it."""
        person, side = self.talks.people.get(key), self.side_of(key)
        named = self.titled(key)
        party = self.talks.parties.get(side or "") or self.talks.third_parties.get(side or "")
        if person is None or party is None or (party.kind == "state" and named.endswith(f" {person.name}")):
            return named
        if not person.posts and self._tells(key, side or ""):
            return named
        return f"{person.name} of {self.the(side or '')}"

    def themselves(self, key: str) -> str:
        """`Russia itself`, `the Dockers themselves`."""
        return f"{self.the(key)} {'themselves' if self.plural(key) else 'itself'}"

    def post_claims(self, named: str, key: str) -> tuple[str, ...]:
        """The claims of the posts with which a person is named, where he is."""
        person = self.talks.people.get(key)
        posts = person.posts if person and moved_on(self.case, person) else person.posts[:1] if person else ()
        return tuple(claim for post in posts if post.title in named for claim in post.claims)

    def whose(self, key: str) -> str:
        """`Ukraine's`, `the United States'`."""
        return possessive(self.the(key), plural=self.plural(key))

    def plural(self, key: str) -> bool:
        """Whether a name takes the verb of many: `European countries`, `the Dockers`; a state, a company or a union never does."""
        party = self.talks.parties.get(key) or self.talks.third_parties.get(key)
        if party is None or (party.kind in _ONE and not party.name.lower().startswith("the ")):
            return False
        head = re.split(r" (?:of|for|in|from) | \(", party.name)[0].split()[-1]
        return (
            head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in ("Nations", "States", "Works")
        )

    def code(self, key: str) -> str:
        """A short label of a party: its code, else its name."""
        party = self.talks.parties.get(key) or self.talks.third_parties.get(key)
        return (party.code or party.name) if party else key

    def person(self, key: str) -> str:
        """A name with the post that the case prefers: `Rustem Umerov, Defense Minister`."""
        person = self.talks.people.get(key)
        return f"{person.name}, {person.posts[0].title}" if person and person.posts else self.name(key)

    def participants(self, meeting: Meeting) -> list[str]:
        """The parties and third parties that took part, those of the delegations included, each once."""
        own = [self.talks.delegations[d].of for d in meeting.delegations]
        return list(dict.fromkeys([*meeting.participants, *own]))

    def meeting(self, key: str) -> str:
        """A meeting's title, else its format and participants."""
        meeting = self.talks.meetings.get(key)
        if meeting is None:
            return self.name(key)
        if meeting.title:
            return meeting.title
        kind = {"not said": "meeting", "separate meeting": "separate meeting", "consultation": "consultation"}.get(
            meeting.format, f"{meeting.format} meeting"
        )
        if who := self.participants(meeting):
            return f"{kind} of {self.the_names(who)}"
        where = f" in {meeting.place}" if meeting.place else ""
        return f"{kind}{where}{f' {on(meeting.date)}' if meeting.date.said else ''}"

    def the_meeting(self, key: str) -> str:
        """A meeting as it stands in a sentence: `the session of the two valleys`."""
        return self._with_article(self.meeting(key))

    def the_thing(self, key: str) -> str:
        """Anything that has an id, as it stands in a sentence."""
        if key in self.talks.meetings:
            return self.the_meeting(key)
        return self._with_article(self.name(key)) if key in self.talks.instruments else self.the(key)

    def _with_article(self, title: str) -> str:
        words = inside(title, self.proper)
        return words if words[:1].isupper() or words.split(" ")[0] in ("the", "a", "an") else f"the {words}"

    def about(self, issue: str) -> str:
        """An issue as it stands in a sentence."""
        return inside(self.issue(issue).rstrip("?"), self.proper)

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words that begin with a capital wherever they stand."""
        return proper_words(self.talks, self.case.texts)

    def where(self, meeting: Meeting) -> str:
        """Place and venue, as far as they are said."""
        return ", ".join(x for x in (meeting.venue, meeting.place) if x)

    def issue(self, key: str) -> str:
        """An issue's title, else its id."""
        return self.talks.issues[key].title or key if key in self.talks.issues else key

    def option(self, issue: str, option: str) -> str:
        """An option's label."""
        return clean(self.talks.issues[issue].options.get(option, option)) if issue in self.talks.issues else option

    def stance(self, position: Position) -> str:
        """`demands: a full ceasefire`."""
        return f"{position.stance.replace('_', ' ')}: {self.option(position.issue, position.option)}"

    def told_by(self, position: Position) -> str:
        """Who tells a position, and in the same breath that it is not the party's own word where another tells it."""
        if position.told_by is None or position.told_by == position.party:
            return ""
        if self.side_of(without_doubt(position.told_by)) != position.party:
            return self._foreign(position.party, position.told_by)
        doubt = ", or by the source itself" if position.told_by.endswith("?") else ""
        return f"told by {self.name(without_doubt(position.told_by))}{doubt}"

    def foreign(self, claim: Claim) -> str:
        """That a claimed position is not the party's own word: the source quotes another for it, or is another side's paper."""
        says = speaker(self.case, claim)
        if claim.type != "position" or not says or without_doubt(says) == claim.subject:
            return ""
        of = self.side_of(claim.subject) or claim.subject
        return "" if self.side_of(without_doubt(says)) == of else self._foreign(claim.subject, says)

    def _foreign(self, party: str, told_by: str) -> str:
        teller = without_doubt(told_by)
        side = self.side_of(teller)
        who = self.name(teller) + (
            f" ({self.name(side)})" if side and side != teller and not self._tells(teller, side) else ""
        )
        doubt = ", or by the source itself" if told_by.endswith("?") else ""
        other = "the other side, " if side in self.talks.parties else ""
        # Of one who is not named nobody can tell whose word it is.
        own = "" if names_nobody(who) else f"; not {self.whose(party)} own word"
        return f"as told by {other}{who}{doubt}{own}"

    def _tells(self, key: str, side: str) -> bool:
        """Whether a name tells the side itself: `a representative of Lower Tavnis`."""
        return self.name(key).endswith(f" of {self.name(side)}")

    def side_of(self, key: str) -> str | None:
        """The party or third party for which somebody speaks."""
        if key in self.talks.delegations:
            return self.talks.delegations[key].of
        return key if key in self.talks.parties or key in self.talks.third_parties else self.case.names.party_of(key)

    def says(self, claim: Claim) -> str:
        """A typed claim in a few words."""
        if claim.predicate in VERBS:
            return self._sentence(claim)
        subject = self.meeting(claim.subject) if claim.subject in self.talks.meetings else self.name(claim.subject)
        word = _PREDICATES.get(claim.predicate, claim.predicate.replace("_", " "))
        if claim.type == "position" and self.plural(self.case.names.id(claim.subject)):
            word = re.sub(r"^(\w+)s\b", r"\1", word)
        colon = ":" if claim.predicate in _COLON or claim.type in ("position", "statement") else ""
        text = f"{subject}{',' if claim.predicate in _COLON else ''} {word}{colon} {self.value(claim)}"
        if claim.predicate == "not_agreed" and (none := polarity(claim)).general:
            text = f"{subject}, result: no {none.value}"
        if claim.predicate == "post" and claim.for_party:
            text += f" ({self.name(claim.for_party)})"
        if foreign := self.foreign(claim):
            text += f" ({foreign})"
        return f"denied: {text}" if denies(claim) else text

    def _sentence(self, claim: Claim) -> str:
        """A claim whose predicate takes a sentence of its own: `Sudland was not invited to the session`."""
        subject = (
            self.whose(claim.subject) + " delegation" if claim.predicate == "numbers" else self.the_thing(claim.subject)
        )
        issue = self.about(claim.issue) if claim.issue else None
        plural = claim.predicate != "numbers" and (self.plural(claim.subject) or _talks(subject))
        foreign = f" ({told})" if (told := self.foreign(claim)) else ""
        words = f"{subject} {verb(claim, denies(claim), plural, issue)} {self._after_verb(claim)}{foreign}"
        return words[0].upper() + words[1:]

    def _after_verb(self, claim: Claim) -> str:
        """A value as it stands behind a verb: free words stay as they are, also where they are the name of something."""
        value = clean(str(claim.value))
        if claim.predicate in ("begins", "ends"):
            value = moment(value)
        elif family_of(claim.type, claim.predicate).kind != "text":
            value = self.the_thing(value)
        return value + "".join(_qualifier(key, narrowed) for key, narrowed in claim.qualifiers.items())

    def value(self, claim: Claim) -> str:
        """A claim's value with its qualifiers."""
        values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
        told = listed(self._one_value(claim, v) for v in values)
        return told + "".join(_qualifier(key, value) for key, value in claim.qualifiers.items() if key != "next_step")

    def _one_value(self, claim: Claim, value: object) -> str:
        if family_of(claim.type, claim.predicate).kind == "day" and isinstance(value, str):
            return day(Day.parse(value))
        key = str(value)
        return self.meeting(key) if key in self.talks.meetings else self.name(key)

    def publisher(self, source: str) -> str:
        """The publisher of a source; of several sources of one publisher with its day, else its title, else its number."""
        if source not in self._publishers:
            self._publishers[source] = self._publisher(source)
        return self._publishers[source]

    def the_publisher(self, source: str) -> str:
        """The publisher as it stands in a sentence: `the Hask Evening Ledger`."""
        return of_publisher(self.publisher(source))

    def paper(self, source: str) -> str:
        """The same, and of a party's own paper, whose name does not say so, that it is that: `The Ladle (the union's paper)`."""
        name, side = self.the_publisher(source), self.case.record.sources[source].side
        own = side in self.talks.parties and self.name(side).removeprefix("the ") not in name
        return f"{name} ({self.whose(side)} paper)" if own else name

    def _publisher(self, source: str) -> str:
        publisher = self.case.record.sources[source].publisher
        alike = [key for key, other in self.case.record.sources.items() if other.publisher == publisher]
        return f"{publisher}, {self._told_apart(source, alike)}" if len(alike) > 1 else publisher

    def _told_apart(self, source: str, alike: list[str]) -> str:
        sources = self.case.record.sources
        days = [sources[key].printed for key in alike]
        if days.count(sources[source].printed) == 1 and sources[source].printed.said:
            return day(sources[source].printed)
        titles = [sources[key].title for key in alike]
        title = sources[source].title
        return title if title and titles.count(title) == 1 else f"no. {alike.index(source) + 1}"

    def speakers(self, claim: Claim) -> tuple[str, ...]:
        """Who speaks: the source, then those whom it quotes."""
        quoted = [s for s in claim.attributed_to if s != "narrator"]
        return (self.publisher(claim.source), *(self._speaker(s) for s in quoted))

    def _speaker(self, key: str) -> str:
        return self.name(without_doubt(key)) + (" (or the source itself)" if key.endswith("?") else "")
