"""When little time is left: what nobody has offered better is taken, as long as it is worth more than no deal.

T. Baarslag, K. Hindriks, C. Jonker: Effective acceptance conditions in real-time automated negotiation. Decision Support Systems 60
(2014), pages 68 to 77, the combined conditions: until late an offer is taken when it is worth what one asks for oneself (the rule
of Faratin, Sierra and Jennings), and late also when it is at least as good as the best that the others have offered. Here late is
the last third of the talks, in which principals widen their mandates, too.

1. Only a package that with what is settled answers every issue is taken so: of a part nobody knows what comes of the rest.
2. It is worth no deal at least, and crosses no red line, mandate or tie.
"""

from fractions import Fraction

from goodoffices.proceedings import Package, SeatView

from ..worth import Worth

LATE = 2 / 3
"""The share of the time for talking from which on that is so."""


def nothing_better_offered(view: SeatView, worth: Worth, package: Package, proposal: str) -> bool:
    """Whether a package is worth no deal, and as much as the best that another side has offered or accepted."""
    if not _complete(view, package) or worth.crosses(package) or worth.value(package) < worth.party.no_deal:
        return False
    return worth.value(package) >= max(_offered(view, worth, proposal), default=worth.party.no_deal)


def _complete(view: SeatView, package: Package) -> bool:
    return package.keys() >= view.known.public.issues.keys()


def _offered(view: SeatView, worth: Worth, proposal: str) -> list[Fraction]:
    settled = view.outcome.settled
    wholes = (
        {**settled, **one.whole}
        for id_, one in view.facts.proposals.items()
        if id_ != proposal
        and not one.withdrawn
        and any(party != view.party and given.answer == "accept" for party, given in one.answers.items())
    )
    return [worth.value(whole) for whole in wholes if _complete(view, whole) and not worth.crosses(whole)]
