"""What has come of the events so far: meetings, proposals with their answers, messages, referrals, points, news.

The same fold makes the whole state of all events, and what one seat knows of those that it saw. So it is never at a loss where
an event tells of something that was not seen: that stays away.
"""

from .clock import Clock
from .fold import after
from .model import (
    AnswerFacts,
    Facts,
    InjectionFacts,
    MeetingFacts,
    MessageFacts,
    PointFacts,
    ProposalFacts,
    ReferralFacts,
    Status,
)
from .outcome import Outcome, outcome

__all__ = [
    "AnswerFacts", "Clock", "Facts", "InjectionFacts", "MeetingFacts", "MessageFacts", "Outcome", "PointFacts", "ProposalFacts",
    "ReferralFacts", "Status", "after", "outcome",
]  # fmt: skip
