"""What each part does in the talks, in sentences for whoever takes it."""

from ...talks import Part

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

DUTIES: dict[Part, tuple[str, ...]] = {
    "chair": (
        "You open and close each meeting, say who speaks, and keep to the clock on the wall. You decide nothing of "
        "the substance.",
        "Anybody may ask you for a meeting apart: one side alone, the heads alone, you with one side. Say yes or no "
        "at once, and for how long.",
        "What is handed to you on a slip you pass on as the slip says: word for word; in substance, and the words are "
        "yours; as your own idea; or not at all. When you do it you decide. Nobody but the mediation team reads slips "
        "before the debriefing.",
        "Before the time is up you read back what you understood. It is agreed only as far as the head of every side "
        "confirms it.",
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
        "To reach your principal, write it on a referral slip and hand it to the trainer. The answer comes back on "
        "the same paper. Give a reason: your principal has to give one, too.",
        "When points are read back, confirm each, or object in your own words.",
    ),
    "adviser": (
        "You advise the head of your delegation: whisper, write, ask for a pause. You speak in meetings when the head "
        "gives you the word.",
        "What you know and the head does not is yours to bring in, at the moment that you choose.",
        "When your side may go apart, you may be the one who talks to the other side's adviser.",
    ),
    "note-taker": (
        "You write down what is proposed, by whom, in which words, and what is answered: the record below is yours.",
        "You fill in the forms of your side: proposals, messages, referrals, the press line. The head reads them "
        "before they go.",
        "When points are read back, you compare them with your record, and tell the head where they differ.",
    ),
    "principal": (
        "You are not in the talks. You hear what is referred to you, what your delegation accepted beyond its mandate, "
        "what hangs on the wall, and news that is brought to you.",
        "Answer on the slip, within five minutes: yes; no; or yes, if. You may also widen the mandate, or take "
        "something out of it that you had given.",
        "Who gives you a reason that you can give at home gets a yes to one thing more than you meant to say yes to. "
        "Who gives none gets what stands below, and no more.",
        "Until something is referred to you: write down for which price you would say yes to what, and what you would "
        "say at home. You may send your delegation an instruction, and ask it on that slip how it stands.",
        "Your delegation sees your answer and not your reasons, unless you write them down.",
    ),
    "supporter": (
        "You are no party and you do not chair. You may ask anybody for a word, also while somebody waits for a meeting.",
        "You bind nobody. What you can offer is written below, and under which condition.",
        "A word of yours to the chair goes on a message slip, as anybody's does.",
    ),
    "press": (
        "You are not in the meetings. You go about the corridors all day: you may speak to whoever waits or comes out, "
        "and knock once at the door of each principal. Nobody must answer.",
        "At the end of each phase you put two lines on the wall that everybody can read; at the end of the day ten.",
        "Say who told you. What one side tells of the other is not the other's word.",
    ),
    "observer": (
        "You sit in the meetings of your programme, and in any other to which you are asked. You say nothing and help "
        "nobody.",
        "You write down what you saw, not what you think of it: who asked, who answered, who was not asked, when it turned.",
        "In the debriefing you speak after everybody has filled in the sheet, and before the first discussion.",
    ),
}  # fmt: skip
"""What stands on the role sheet."""

STEPS: tuple[tuple[str, str], ...] = (
    ("Open", "Welcome both sides by their names, in the alphabetical order of these. Say what the meeting is for, how "
        "long it lasts, and "
             "that nothing is agreed before it was read back and confirmed."),
    ("Ask", "Ask each side for its position on each issue, and then what it needs it for. Say back what you heard "
        "until that side says: yes, "
            "so it is."),
    ("Sort", "Which issues are open, which touch each other, on which does nobody disagree? Put all of them on the wall."),
    ("Go apart", "Ask each side alone: what can you not go home without? What would you give for it? What would it "
        "mean to have nothing?"),
    ("Carry", "Pass on what you were given as the slip says. Write on your own slip in which words you did; it is shown "
        "in the debriefing."),
    ("Put together", "Ask for packages, not for single concessions: this from you together with that from you. Write "
        "the links down."),
    ("Draft", "One list, one text, on the wall. Both sides change words in it, not the other's paper."),
    ("Read back", "Point by point: agreed, not agreed, open, next. Each head confirms or objects in words; you write "
        "the words down."),
    ("Close", "If there is no agreement: what was nearly agreed, what is next, on which day. Say what each side may "
        "tell the press."),
)  # fmt: skip
"""The chair's sheet: how a day is led."""

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
