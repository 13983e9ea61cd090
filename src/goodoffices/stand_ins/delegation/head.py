"""A head of delegation that concedes with time (Faratin, Sierra and Jennings 1998), within its mandate and its red lines."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from numpy.random import Generator

from goodoffices.proceedings import Act, SeatView, Withdraw

from .. import sentences
from ..concession import Tactic
from ..press import press_line
from ..program import Stages
from .answering import answer, withdrawal
from .messages import message
from .offering import heads, position, proposal, red_line
from .points import read_back
from .replies import reply
from .stance import Standing


@dataclass(frozen=True)
class Delegation(Stages):
    """Speaks for a party: by its own points, its mandate and what it heard."""

    source: ClassVar[str] = (
        "P. Faratin, C. Sierra, N. R. Jennings (1998): Negotiation decision functions for autonomous agents. "
        "Robotics and Autonomous Systems 24, 159-182: time-dependent tactics"
    )
    tactic: Tactic = field(default_factory=Tactic)

    def running(self, view: SeatView, rng: Generator, now: datetime) -> Act | None:
        """Answers come first, then what it was asked, then what it brings up itself."""
        here = Standing(view, self.tactic, now)
        return (
            read_back(here)
            or _withdraw(here)
            or answer(here)
            # Words that ask for no position came after those that did: what was asked last is answered first.
            or reply(here)
            or position(here)
            or red_line(here)
            or message(here, rng)
            or proposal(here, rng)
            or heads(here, rng)
        )

    def ended(self, view: SeatView) -> Act | None:
        """One line for the press."""
        return press_line(view)


def _withdraw(here: Standing) -> Act | None:
    id_ = withdrawal(here)
    if id_ is None:
        return None
    overtaken = here.view.outcome.kind == "whole"
    words = sentences.OVERTAKEN if overtaken else sentences.NOT_UPHELD
    return Withdraw(by=here.view.seat, proposal=id_, words=words)
