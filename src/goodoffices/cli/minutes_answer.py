"""What `goodoffices minutes --answer` does: an answer becomes a source of that side, with a claim for each point."""

from ..brief.context import Context
from ..brief.english import counted
from ..case import Case
from ..case.enter_source import NO_FILE, OwnText, enter_source
from ..case.minutes import sides_of
from ..case.minutes_answers import BARE, Answer, Asked, Said
from ..case.write_minutes import add_answer
from ..documents import sha256_of
from ..errors import UsageError
from ..record import Claim, Source
from ..talks import Day, MinutesAnswer, Reply
from .deciding import login
from .failures import say


def enter_answer(case: Case, asked: Asked, answer: Answer, by: str | None, day: Day, *, accept: bool) -> None:
    """Enter the text and its claims, then the answer; a text that the minutes hold already is not entered again."""
    name = login(by)
    key, claims = _held(case, asked, answer) or _entered(case, asked, answer, (name, day), accept=accept)
    said = zip(answer.said, claims, strict=True)
    replies = tuple(Reply(point=one.point, says=one.says, claim=claim) for one, claim in said)
    entry = MinutesAnswer(party=asked.party, source=key, on=day, replies=replies)
    add_answer(case.folder, asked.meeting, asked.version.version - 1, entry)
    say(
        f"Entered as the source {key}, with {counted(len(claims), 'claim')} {'accepted' if accept else 'proposed'}.",
    )


def _held(case: Case, asked: Asked, answer: Answer) -> tuple[str, list[str]] | None:
    """The source that a crash left without its entry in the minutes; UsageError where the minutes have the text."""
    digest = sha256_of(answer.text.encode())
    for key, source in case.record.sources.items():
        if source.text.sha256 == digest and source.side == asked.party:
            if any(one.source == key for one in asked.version.answers):
                raise UsageError(f"this answer is in the case already, as the source {key}")
            claims = [claim.id for claim in case.record.claims if claim.source == key]
            if len(claims) == len(answer.said):
                return key, claims
    return None


def _entered(case: Case, asked: Asked, answer: Answer, who: tuple[str, Day], *, accept: bool) -> tuple[str, list[str]]:
    name, today = who
    phrases = Context.of(case).phrases
    about = f"{phrases.meeting(asked.meeting)}, version {asked.version.version}"
    source = Source(
        publisher=f"{phrases.name(asked.party)} on the minutes", title=f"Answer to the minutes: {about}",
        side=asked.party, written="after", text=NO_FILE, entered_on=today,
        # Minutes are one text for all who sat there: they read each other's answers, and nobody else does.
        readers=sides_of(case.talks, asked.meeting),
    )  # fmt: skip
    claims = tuple(_claim(asked, said, name, today, accept=accept) for said in answer.said)
    entered = enter_source(case.folder, f"answer-{asked.party}", OwnText(source, answer.text, claims))
    return entered.key, [claim.id for claim in entered.claims]


def _claim(asked: Asked, said: Said, name: str, today: Day, *, accept: bool) -> Claim:
    point = asked.words[said.point - 1]
    bare = said.words.casefold() in BARE
    return Claim(
        id="", source="", type="statement", subject=asked.party, predicate="confirmed" if said.says == "confirms" else "objected",
        value=point.text if bare else " ".join(said.words.split()), meeting=asked.meeting,
        qualifiers={"point": said.point, "version": asked.version.version}, words=said.words, start=said.start, end=said.end,
        entered_by=name, entered_on=today, status="accepted" if accept else "proposed",
    )  # fmt: skip
