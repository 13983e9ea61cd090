"""What a delegation may accept by itself, what it refers, and what its principal says to it.

1. An act beyond the mandate is never refused: it stands ad referendum, the head alone is warned, the principal sees it.
2. Beyond the mandate is an option that must be referred, and on an issue that the mandate names every option that it does
   not.
3. Where the exercise has no mandate for a party or an issue nothing needs referring.
4. What the principal confirmed needs no referring again; options by which it widened the mandate are in it from then on.
5. A delegation may refer a proposal that it saw, and tell its principal whatever it likes.
6. The principal confirms or refuses what lies before it, once; those who saw the proposal or point then see that, without
   its words.
7. Of a proposal that was changed meanwhile it confirms only what lay before it.
8. The trainer may answer for a principal.
"""

from collections.abc import Mapping

from .. import acts as a
from .. import events as e
from ..facts import ReferralFacts
from ..visibility import Around
from .turn import Refused, Turn

ANSWERED = "This has been answered."
EMPTY = "Something has to be referred: a proposal, or words."


def beyond(turn: Turn, party: str, package: Mapping[str, str]) -> tuple[e.Beyond, ...]:
    """The options of a package that the party's delegation may not accept by itself."""
    facts = turn.state.facts
    for one in facts.referrals.values():
        if one.answered == "confirm" and one.referred.party == party and dict(one.referred.package) == dict(package):
            return ()
    mandate = turn.setting.mandates.get(party, {})
    found = []
    for issue, option in package.items():
        on = mandate.get(issue)
        if on is None or option in facts.widened(party, issue):
            continue
        if option in on.must_refer:
            found.append(e.Beyond(issue=issue, option=option, why="must be referred"))
        elif option not in on.may_accept:
            found.append(e.Beyond(issue=issue, option=option, why="not in the mandate"))
    return tuple(found)


def stands_ad_referendum(
    turn: Turn, party: str, about: str, meeting: str, package: Mapping[str, str], found: tuple[e.Beyond, ...]
) -> tuple[e.Event, ...]:
    """The warning of the head and what lies before the principal, where an act went beyond the mandate."""
    if not found:
        return ()
    warned = e.Warned(by=turn.act.by, about=about, beyond=found)
    referred = e.Referred(
        referral=turn.id("referral"), by=turn.act.by, party=party, about=about, package=package, ad_referendum=True
    )
    around = turn.around(side=party, meeting=meeting)
    return (turn.event(warned, "a warning", around), turn.event(referred, "a referral", around))


def refer(turn: Turn, act: a.Refer) -> tuple[e.Event, ...]:
    """Something is laid before the principal."""
    party, id_ = turn.party, turn.id("referral")
    if act.proposal is None:
        if not act.words:
            raise Refused(EMPTY)
        words = e.Referred(referral=id_, by=act.by, party=party, words=act.words)
        return (turn.event(words, "a referral", turn.around(side=party)),)
    proposal = turn.proposal(act.proposal)
    if proposal.withdrawn:
        raise Refused
    answered = e.Answered(proposal=act.proposal, by=act.by, party=party, answer="refer")
    referred = e.Referred(
        referral=id_, by=act.by, party=party, about=act.proposal, package=proposal.whole, words=act.words
    )
    around = turn.around(side=party, meeting=proposal.made.meeting)
    # The words are for the principal; at the table it is heard that the party asks.
    return (turn.event(answered, "a proposal", around), turn.event(referred, "a referral", around))


def instruct(turn: Turn, act: a.Instruct) -> tuple[e.Event, ...]:
    """The principal answers, or widens the mandate."""
    return _widen(turn, act) if act.answer == "widen" else _answer(turn, act)


def _widen(turn: Turn, act: a.Instruct) -> tuple[e.Event, ...]:
    party = act.party if turn.by_trainer else turn.side
    issue = turn.public.issues.get(act.issue or "")
    if (
        party not in turn.public.parties
        or issue is None
        or not act.options
        or not set(act.options) <= set(issue.options)
    ):
        raise Refused
    what = e.Instructed(
        by=act.by, party=party or "", answer="widen", issue=act.issue, options=act.options, words=act.words
    )
    return (turn.event(what, "a wider mandate", turn.around(side=party)),)


def _answer(turn: Turn, act: a.Instruct) -> tuple[e.Event, ...]:
    lies = turn.mine.referrals.get(act.referral or "")
    if lies is None or (not turn.by_trainer and lies.referred.party != turn.side):
        raise Refused
    if lies.answered:
        raise Refused(ANSWERED)
    what = e.Instructed(by=act.by, party=lies.referred.party, answer=act.answer, referral=act.referral, words=act.words)
    return (turn.event(what, "an instruction", _who_referred(turn, lies)), *_settled(turn, act, lies))


def _who_referred(turn: Turn, lies: ReferralFacts) -> Around:
    was = lies.referred
    return turn.around(side=was.party, by=was.by, meeting=_meeting_of(turn, was.about))


def _meeting_of(turn: Turn, about: str | None) -> str | None:
    facts = turn.state.facts
    if proposal := facts.proposals.get(about or ""):
        return proposal.made.meeting
    point = facts.points.get(about or "")
    return point.meeting if point else None


def _settled(turn: Turn, act: a.Instruct, lies: ReferralFacts) -> tuple[e.Event, ...]:
    about, party = lies.referred.about, lies.referred.party
    if about is None or not _still(turn, lies):
        return ()
    what = e.Settled(about=about, party=party, confirmed=act.answer == "confirm")
    to = "a proposal" if about in turn.state.facts.proposals else "points"
    return (turn.event(what, to, turn.around(meeting=_meeting_of(turn, about))),)


def _still(turn: Turn, lies: ReferralFacts) -> bool:
    """Whether what lies before the principal is what still stands ad referendum."""
    about, party = lies.referred.about or "", lies.referred.party
    if proposal := turn.state.facts.proposals.get(about):
        given = proposal.answers.get(party)
        waits = given is not None and given.answer == "accept" and given.ad_referendum and not proposal.withdrawn
        return waits and proposal.whole == dict(lies.referred.package)
    point = turn.state.facts.points.get(about)
    return point is not None and point.confirmed.get(party) is True
