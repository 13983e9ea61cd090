"""Who talks: parties and third parties, people and their posts, delegations and their mandates."""

from dataclasses import field
from typing import Literal

from .day import UNSAID, Day
from .entry import ActorId, PartyId, PersonId, Readers, Sourced, entry

MandateLevel = Literal["full powers", "ad referendum", "limited", "talks only", "none", "unknown"]


@entry
class Named:
    """Anything with a name that sources print in more than one way."""

    name: str
    """The name as the brief prints it."""
    names: dict[str, str] = field(default_factory=dict)
    """Names in other languages, by language code: `uk: Україна`."""
    spellings: tuple[str, ...] = ()
    """Other names and spellings under which it is recognised; they are never printed."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; without it whoever may read what names it."""


@entry
class Party(Named):
    """A side of the dispute, or anyone else who is concerned with it (a third party)."""

    kind: str
    """Open: state, armed group, company, union, city, international organisation, group of states, ..."""
    code: str | None = None
    """A short code, such as the two letters of ISO 3166 for a state."""
    adjective: str | None = None
    """How one speaks of its delegation: `Ukrainian`. Without it the name is used."""
    members: tuple[PartyId, ...] = ()
    """Other parties of which this one consists."""


@entry
class Post(Sourced):
    """An office held by a person, as a source names it."""

    title: str
    """The post: `Defense Minister`."""
    of: PartyId | None = None
    """The party or third party in which it is held."""
    start: Day = UNSAID
    """First day in the post, where it is said."""
    end: Day = UNSAID
    """Last day in the post, where it is said."""


@entry
class Person(Named):
    """A person who takes part, is absent, or is quoted."""

    posts: tuple[Post, ...] = ()
    """Posts, in the order in which the brief should prefer them."""
    of: PartyId | None = None
    """The party the person belongs to, where no post says it."""


@entry
class Dispute(Sourced):
    """Somebody denies that a delegation may decide."""

    by: ActorId
    """Who denies it."""
    text: str | None = None
    """In a few words, what is denied."""


@entry
class Mandate:
    """What a delegation may accept, as far as sources tell."""

    level: MandateLevel = "unknown"
    """full powers, ad referendum, limited, talks only, none, or unknown."""
    text: str | None = None
    """The mandate in a few words."""
    disputed: tuple[Dispute, ...] = ()
    """Who disputes it, with the claims."""


@entry
class Delegation(Sourced):
    """Who speaks for a party in given meetings."""

    of: PartyId
    """The party that it speaks for."""
    head: PersonId | None = None
    """Who leads it."""
    members: tuple[PersonId, ...] = ()
    """Named members besides the head."""
    others: str | None = None
    """Members whom the sources do not name: `other officials`."""
    principal: PersonId | None = None
    """Who instructs it."""
    mandate: Mandate = Mandate()
    """What it may accept."""
