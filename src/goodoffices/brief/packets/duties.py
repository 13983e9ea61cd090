"""What each part does in the talks, in sentences for whoever takes it."""

from collections.abc import Iterator

from ...case.seating import NOBODY
from ...talks import Part
from .held import Held

SHORT: dict[Part, str] = {
    "chair": "leads the meetings, carries messages, reads back",
    "mediator": "helps the chair, keeps the list of what was proposed",
    "head": "speaks for the side; proposes, accepts, refuses, refers",
    "adviser": "advises the head, speaks when asked to",
    "note-taker": "keeps the side's record, fills in its forms",
    "principal": "stays outside; answers what is referred, on paper",
    "supporter": "no party; may help where it is asked",
    "press": "is in no meeting; asks everybody, writes what all may read",
    "observer": "watches and says nothing until the debriefing",
}
"""In a few words, as everybody reads it."""

_OUTSIDE = (
    "You are not in the talks. You hear what is referred to you, what your delegation accepted beyond its mandate, what hangs on "
    "the wall, and news that is brought to you."
)
_ANSWER = (
    "Answer on the slip, within five minutes: yes; no; or yes, if. A yes is to the package as it was put to you and to nothing "
    "else, unless you tick that from now on your delegation may accept an answer by itself."
)
_REASON = (
    "Who gives you a reason that you can give at home gets a yes to one answer more than you meant to say yes to, of those that "
    "your delegation must ask you for{floor}. Who gives none gets what stands below, and no more."
)
_MEANWHILE = (
    "While nothing is referred: send your delegation an instruction or a question on an instruction slip, at least one before the "
    "first referral; it answers on the same slip. The trainer brings you what hangs on the wall."
)
_UNSEEN = "Your delegation sees your answer and not your reasons, unless you write them down."
DUTIES: dict[Part, tuple[str, ...]] = {
    "chair": (
        "You open and close each meeting, say who speaks, and keep to the clock on the wall. You decide nothing of "
        "the substance.",
        "Anybody may ask you for a meeting apart: one side alone, the heads alone, you with one side. Say yes or no "
        "at once, and for how long.",
        "What is handed to you on a slip you pass on as the slip says: word for word; in substance, and the words are "
        "yours; as your own idea; or not at all. When you do it you decide. Nobody but the mediation team reads slips "
        "before the debriefing.",
        "Before the time is up you read back what you understood, point by point, then the whole. It is agreed only as far as the "
        "head of every side confirms it; what stands only together with a point that falls, falls with it.",
    ),
    "mediator": (
        "You help the chair: you listen while the chair speaks, and you see who has not spoken.",
        "You keep the list of what was proposed, by whom, and what each side answered.",
        "You write the points that are read back, in words that neither side would call the other's.",
    ),
    "head": (
        "You alone speak for your side, unless you give the word to somebody who sits beside you.",
        "You may propose, accept, refuse, answer with another proposal, or refer to your principal. Nobody stops you "
        "from going beyond "
        "your mandate: what you accept then stands only if your principal confirms it (ad referendum), and you say so.",
        "To reach your principal, write it on a referral slip, pin the proposal form to it, and hand both to the trainer. The "
        "answer comes back on the same paper. Give a reason: your principal has to give one, too.",
        "When points are read back, confirm each, or object in your own words; and say with which others it stands or falls. Until "
        "you have confirmed the whole, at the end, you may take back what you confirmed.",
    ),
    "adviser": (
        "You advise the head of your delegation: whisper, write, ask for a pause. You speak in meetings when the head "
        "gives you the word.",
        "What you know and the head does not is yours: decide what of it to tell, to whom, and when. Once told, it is told.",
        "When your side may go apart, you may be the one who talks to the other side's adviser.",
    ),
    "note-taker": (
        "You write down what is proposed, by whom, in which words, and what is answered: the record below is yours.",
        "What you know and the head does not is yours: decide what of it to tell, and when. In meetings you speak when the head "
        "gives you the word.",
        "You fill in the forms of your side: proposals, messages, referrals, the press line. The head reads them "
        "before they go.",
        "When points are read back, you compare them with your record, and tell the head where they differ.",
    ),
    "principal": (_OUTSIDE, _ANSWER, _REASON, _MEANWHILE, _UNSEEN),
    "supporter": (
        "You are no party and you do not chair. You may ask anybody for a word, also while somebody waits for a meeting.",
        "You bind nobody. What you can offer is written below, and under which condition.",
        "A word of yours to the chair goes on a message slip, as anybody's does.",
    ),
    "press": (
        "You are not in the meetings. You go about the corridors all day: you may speak to whoever waits or comes out, "
        "and knock once at the door of each principal. Nobody must answer.",
        "At the end of each phase you put two lines on the wall that everybody can read. When points are read back you come in and "
        "write the day in ten lines; they hang before the debriefing begins.",
        "Say who told you. What one side tells of the other is not the other's word.",
    ),
    "observer": (
        "You sit in the meetings of your programme, and in any other to which you are asked. You say nothing and help "
        "nobody.",
        "You write down what you saw, not what you think of it: who asked, who answered, who was not asked, when it turned.",
        "In the debriefing you speak when everybody has filled in the sheet and stepped out of the role, before the first "
        "discussion.",
    ),
}  # fmt: skip
"""What stands on the role sheet."""

WATCH: tuple[str, ...] = (
    "A question that was asked in order to know, and what it brought",
    "Something that one side said and the other did not hear",
    "Who was interrupted, and by whom; who never spoke",
    "A demand that became a reason, and the words with which it did",
    "Something that was brought from the other side: in which words, and what it did",
    "A referral: what the room did while it waited",
    "The moment at which the day turned",
    "What the chair did that moved something; what held it up",
)
"""The observer's sheet."""


ONE_CELL = (
    "If you sit for several principals: answer each delegation from the sheet of its own principal alone, as if you had not read "
    "the other, and let neither see the other's paper."
)


def duties(held: Held, key: str) -> Iterator[str]:
    """What stands on the sheet of a seat."""
    seat = held.exercise.seats[key]
    points = held.exercise.points.get(held.side(key) or "")
    floor = f", never to a whole of less than {points.no_deal} points" if points is not None else ""
    does = (_ANSWER, _REASON, _UNSEEN) if seat.people == NOBODY else DUTIES[seat.part]
    yield from (text.replace("{floor}", floor) for text in does)
    several = sum(other.part == "principal" for other in held.exercise.seats.values()) > 1
    if seat.part == "principal" and several and (held.control or held.come is None):
        yield ONE_CELL
