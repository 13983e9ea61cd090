"""Invented talks of any size, for measuring: the same numbers and the same seed give the same case, byte for byte.

    python -m benchmarks.generate DIR [--sources N] [--claims N] [--meetings N] [--seed N]

A round has twenty meetings, a day apart. Each meeting raises questions (a `Fact` is one with its true answer), and
about five sources that were near in time answer some of them: most as it was, some in other words, some wrongly.
What the team takes to be so (talks.yaml) then rests on the claims that tell a fact as it was.
"""

import argparse
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

CONTRADICTS, VARIES = 0.03, 0.16
"""Shares of the claims that tell a fact wrongly, or in other words."""
PEOPLE, PARTIES, THIRD, ISSUES, PER_ROUND = 200, ("north", "south"), 8, 20, 20
START = date(2019, 1, 7)
OPTIONS = ("none", "partial", "full")
UNSOURCED = "known to the team"

_FIRST = (
    "Adan", "Bero", "Calis", "Dorin", "Edda", "Farid", "Galen", "Hesta", "Ilmar", "Jorun",
    "Kamil", "Lenka", "Miro", "Nadia", "Orsin", "Pavla", "Quint", "Rosta", "Selim", "Tamar",
)  # fmt: skip
_LAST = ("Amsel", "Brovik", "Cerda", "Dunmore", "Eskola", "Farrant", "Gorst", "Halim", "Iversen", "Jalal")
_TOWNS = ("Valmóra", "Kestrin", "Ólberg", "Tarnagh", "Süderau", "Mirenk", "Pallas Bay", "Dvorna")
_HOUSES = ("Linden Palace", "Hotel Meridian", "Old Customs Hall", "University of the Lake", "Harbour Museum")
_TITLES = (
    "Foreign Minister",
    "Deputy Foreign Minister",
    "Presidential Aide",
    "Secretary of the Council",
    "Governor of the Valley",
)
_VERBS = (
    ("demands", "insists on"),
    ("promises", "gives an assurance of"),
    ("expects", "looks forward to"),
    ("questions", "raises doubts about"),
)
_MATTERS = (
    ("a ceasefire along the river", "a truce by the river"),
    ("the exchange of prisoners", "a swap of detainees"),
    ("the reopening of the northern road", "a new start for the northern highway"),
    ("the return of displaced families", "repatriation of the families who fled"),
    ("the monitoring of the border", "verification at the frontier"),
    ("the flow of water to the valley", "the discharge of water into the valley"),
    ("the withdrawal of troops from the ridge", "a pullback of soldiers off the ridge"),
    ("the release of detained fishermen", "freeing the fishermen in custody"),
    ("the repair of the power line", "mending the electricity line"),
    ("the opening of the port to grain ships", "grain vessels entering the harbour"),
)  # fmt: skip
# The questions in the order in which meetings raise them; all thirteen types of claims are in any twenty of a row.
KINDS = (
    "date", "position", "person_post", "attends", "statement", "agreed", "mediates", "heads", "decision", "absent_from",
    "signed", "position", "assessment", "context", "place", "statement", "parties", "not_agreed", "hosts", "position",
    "size", "statement", "venue", "next",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A question that a meeting raises, and what was so; `variant` and `wrong` are what other accounts make of it."""

    kind: str
    meeting: int
    claim: dict[str, Any]
    variant: dict[str, Any]
    wrong: dict[str, Any] = field(default_factory=lambda: {"modality": "negated"})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that one source makes of a fact, and whether an entry of the talks may rest on it."""

    id: str
    source: int
    fact: Fact
    claim: dict[str, Any]
    supports: bool
    wrong: bool


def generate(folder: Path, sources: int = 200, claims: int = 20000, meetings: int = 2000, seed: int = 1) -> None:
    """Write a case of these numbers into a folder, which is made where there is none."""
    if min(sources, claims, meetings) < 1:
        raise ValueError("a case has at least one source, one claim and one meeting")
    random = Random(seed)
    told = _accounts(random, sources, claims, meetings)
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    texts, anchored = _texts(random, sources, told)
    for key, text in texts.items():
        (folder / "sources" / f"{key}.txt").write_bytes(text.encode())
    record = {"sources": _sources(texts, told, meetings), "claims": anchored, "findings": _findings(told)}
    (folder / "record.yaml").write_bytes(_yaml("record/1", record))
    (folder / "talks.yaml").write_bytes(_yaml("talks/1", _talks(random, meetings, told)))


def _accounts(random: Random, sources: int, claims: int, meetings: int) -> list[Told]:
    """Which source makes which claim: it answers some questions of each meeting that it tells of."""
    near = [_near(random, m, sources, meetings) for m in range(meetings)]
    pairs = [(m, turn, source) for m, around in enumerate(near) for turn, source in enumerate(around)]
    # Twice as many questions as one source answers: accounts overlap in about half of what they tell.
    questions = 2 * max(1, round(claims / len(pairs)))
    facts = [[_fact(random, m, m * questions + q) for q in range(questions)] for m in range(meetings)]
    told: list[Told] = []
    for number, (meeting, turn, source) in enumerate(pairs):
        # So many that all pairs together make exactly the number asked.
        for offset in range((number + 1) * claims // len(pairs) - number * claims // len(pairs)):
            told.append(_tell(random, f"c{len(told) + 1:06}", source, facts[meeting][(turn + offset) % questions]))
    return told


def _near(random: Random, meeting: int, sources: int, meetings: int) -> list[int]:
    """The sources that tell of a meeting: about five of the eight that were printed around its day."""
    first = max(0, min(meeting * sources // meetings - 4, sources - 8))
    window = range(first, min(first + 8, sources))
    return sorted(random.sample(window, min(random.choice((4, 5, 5, 6)), len(window))))


def _tell(random: Random, key: str, source: int, fact: Fact) -> Told:
    chance = random.random()
    wrong, varies = chance < CONTRADICTS, CONTRADICTS <= chance < CONTRADICTS + VARIES
    status = random.choices(("accepted", "edited", "proposed", "rejected"), (92, 5, 2, 1))[0]
    claim = fact.claim | (fact.wrong if wrong else fact.variant if varies else {}) | {"status": status}
    return Told(key, source, fact, claim, not wrong and status in ("accepted", "edited"), wrong)


def _fact(random: Random, m: int, number: int) -> Fact:
    """What was so: here of the meeting itself."""
    kind, matter, days = KINDS[number % len(KINDS)], random.choice(_MATTERS), random.choice((10, 14, 30, 45, 60, 90))
    plain, other = ({"value": f"{wording} within {days} days"} for wording in matter)
    meeting = {"type": "meeting", "subject": f"m{m + 1:05}", "predicate": kind}
    match kind:
        case "date":
            return Fact(kind, m, meeting | {"value": _day(m)}, {"value": _day(m)[:7]}, {"value": _day(m + 3)})
        case "place" | "venue":
            here, there = random.sample(_TOWNS if kind == "place" else _HOUSES, 2)
            return Fact(kind, m, meeting | {"value": here}, {"value": _misspelt(here)}, {"value": there})
        case "parties":
            variant, wrong = {"value": [*PARTIES, "third1"]}, {"value": [PARTIES[0], "third1"]}
            return Fact(kind, m, meeting | {"value": list(PARTIES)}, variant, wrong)
        case "size":
            size = random.randrange(10, 60)
            told = [{"value": f"{count} delegates"} for count in (size, f"about {size}", 2 * size)]
            return Fact(kind, m, meeting | told[0], told[1], told[2])
        case "agreed" | "not_agreed" | "next":
            return Fact(kind, m, meeting | {"type": "outcome"} | plain, other)
        case "assessment":
            mood = {
                "type": kind,
                "predicate": "atmosphere",
                "value": random.choice(("tense but civil", "open and frank")),
            }
            return Fact(kind, m, meeting | mood, {"value": "civil, though tense"})
        case "context":
            # It is of no meeting: so it names no days, which would contradict those that another year's account names.
            people = f"the People of {random.choice(_TOWNS)}, ward {random.randrange(1, 51)}"
            await_ = {"type": kind, "subject": people, "predicate": "await", "value": matter[0]}
            return Fact(kind, m, await_, {"value": matter[1]})
        case "position" | "statement" | "decision":
            return _word(random, kind, m, matter, days)
    return _part(random, kind, m)


def _word(random: Random, kind: str, m: int, matter: Sequence[str], days: int) -> Fact:
    """What a side wants, what its people say and decide."""
    side = random.randrange(2)
    head, *_ = members = _members(m // PER_ROUND, side)
    claim: dict[str, Any] = {"type": kind, "meeting": f"m{m + 1:05}"}
    if kind == "position":
        option, issue = random.choice(OPTIONS), f"issue{random.randrange(1, ISSUES + 1):02}"
        claim |= {"subject": PARTIES[side], "predicate": random.choice(("demands", "proposes", "supports", "accepts"))}
        claim |= {"issue": issue, "option": option, "attributed_to": ["narrator", head]}
        return Fact(kind, m, claim | {"value": f"{option} {matter[0]}"}, {"value": f"{option} {matter[1]}"})
    plain, other = (
        {"value": f"{v} {x} within {days} days"} for v, x in zip(random.choice(_VERBS), matter, strict=True)
    )
    claim |= {"subject": random.choice(members), "predicate": "decided"}
    if kind == "statement":
        claim |= {
            "predicate": random.choice(("said", "warned", "suggested")),
            "attributed_to": ["narrator", claim["subject"]],
        }
    return Fact(kind, m, claim | plain, other)


def _part(random: Random, kind: str, m: int) -> Fact:
    """Which part somebody had in the meeting. Nobody is told to be both there and away, unless wrongly."""
    side, meeting = random.randrange(2), f"m{m + 1:05}"
    head, rival, *others, away = _members(m // PER_ROUND, side)
    member = away if kind == "absent_from" else random.choice(others)
    claim = {"subject": member, "predicate": kind, "value": meeting}
    printed = {"as_printed": _misspelt(_name(member))}
    match kind:
        case "mediates" | "hosts":
            claim |= {"type": "mediation", "subject": f"third{random.randrange(1, THIRD + 1)}"}
            return Fact(kind, m, claim, {"predicate": "facilitates"} if kind == "mediates" else {})
        case "heads":
            claim |= {"type": "delegation", "subject": head, "value": PARTIES[side], "meeting": meeting}
            return Fact(kind, m, claim, {"predicate": "represents"}, {"subject": rival})
        case "person_post":
            title = _TITLES[int(member[1:]) % len(_TITLES)]
            claim |= {"type": kind, "predicate": "post", "value": title, "for_party": PARTIES[side]}
            return Fact(kind, m, claim, {"value": f"Acting {title}"})
        case "signed":
            claim |= {
                "type": "signature",
                "subject": head,
                "value": f"text{m // PER_ROUND + 1:03}",
                "for_party": PARTIES[side],
            }
            return Fact(kind, m, claim, {"as_printed": _misspelt(_name(head))})
    return Fact(kind, m, claim | {"type": "attendance" if kind == "attends" else "absence"}, printed)


def _texts(random: Random, sources: int, told: list[Told]) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The text of each source, and the claims with their words, half of them found by start and end."""
    parts = {s: ["An account of the talks between Northland and Southland.\n\n"] for s in range(sources)}
    lengths = {s: len(lines[0]) for s, lines in parts.items()}
    anchored = []
    for number, one in enumerate(told):
        lines, words = parts[one.source], _sentence(one)
        mark = f"Point {len(lines)}: "
        start = lengths[one.source] + len(mark)
        place = {"start": start, "end": start + len(words)} if number % 2 else {}
        filler = random.choice(("", "", "Observers in the town had waited for it since the morning."))
        lines.append(f"{mark}{words}. {filler}\n")
        lengths[one.source] += len(lines[-1])
        entered = {"entered_by": "analyst", "entered_on": _day(one.fact.meeting + 30)}
        head = {"id": one.id, "source": f"s{one.source + 1:04}"}
        anchored.append(head | one.claim | {"words": words if place else mark + words} | place | entered)
    return {f"s{s + 1:04}": "".join(lines) for s, lines in parts.items()}, anchored


def _sentence(one: Told) -> str:
    claim = one.claim
    value = " and ".join(claim["value"]) if isinstance(claim["value"], list) else claim["value"]
    denial = "it is not so that " if claim.get("modality") == "negated" else ""
    told = f"{claim.get('as_printed') or _name(claim['subject'])} {claim['predicate'].replace('_', ' ')} {value}"
    return f"of the meeting of {_day(one.fact.meeting)} we hear: {denial}{told}"


def _sources(texts: dict[str, str], told: list[Told], meetings: int) -> dict[str, Any]:
    latest: dict[int, int] = defaultdict(lambda: meetings)
    latest |= {one.source: one.fact.meeting for one in told}  # in the order of meetings: the last one stays
    entries: dict[str, Any] = {}
    for n, (key, text) in enumerate(texts.items()):
        digest = hashlib.sha256(text.encode()).hexdigest()
        entries[key] = {
            "publisher": f"Courier {n % 40 + 1}",
            "printed": "not said" if n % 11 == 5 else _day(latest[n] + 2),
            "written": "during" if n % 10 == 7 else "after",
            "language": "en",
            "side": ("press", "press", "press", "mediator", *PARTIES)[n % 6],
            "derived_from": _origin(n),
            "entered_on": _day(latest[n] + 5),
            "text": {"kind": "original", "file": f"sources/{key}.txt", "sha256": digest},
        }
    return entries


def _origin(source: int) -> str | None:
    """A few sources have their account from the one before them: both are one witness."""
    return f"s{source:04}" if source % 20 == 3 else None


def _findings(told: list[Told]) -> list[dict[str, Any]]:
    """Judgements on some questions that two witnesses answer: first on those on which they differ."""
    slots: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.fact.kind in ("date", "place", "venue", "parties") and one.claim["status"] in ("accepted", "edited"):
            slots[f"{one.fact.kind}:{one.claim['subject']}"].append(one)
    judged = {slot: ones for slot, ones in slots.items() if len({o.source for o in ones if not _origin(o.source)}) > 1}
    order = sorted(judged, key=lambda slot: len({o.wrong for o in judged[slot]}) < 2)
    findings: list[dict[str, Any]] = []
    for slot in order[: max(2, len(told) // 1000)]:
        right = [o.id for o in judged[slot] if not o.wrong] or [judged[slot][0].id]
        finding = {"slot": slot, "verdict": "preferred", "claims": right, "by": "analyst", "reason": "they were there"}
        findings.append(finding | {"on": _day(judged[slot][0].fact.meeting + 40)})
    return findings


def _talks(random: Random, meetings: int, told: list[Told]) -> dict[str, Any]:
    """What the team takes to be so: one entry for each fact on which some claim rests."""
    resting: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        if one.supports:
            resting[id(one.fact)].append(one)
    by_kind: dict[str, list[tuple[Fact, list[str]]]] = defaultdict(list)
    for ones in resting.values():
        by_kind[ones[0].fact.kind].append((ones[0].fact, [one.id for one in ones]))
    rounds = range(-(-meetings // PER_ROUND))
    options = {option: f"{option} of it" for option in OPTIONS}
    return {
        "title": "Invented talks of Northland and Southland",
        "parties": {key: {"name": _name(key), "kind": "state"} for key in PARTIES},
        "third_parties": {f"third{n}": {"name": _name(f"third{n}"), "kind": "state"} for n in range(1, THIRD + 1)},
        "people": _people(by_kind["person_post"]),
        "delegations": _delegations(rounds, by_kind["heads"]),
        "rounds": {f"round{r + 1:03}": {"title": f"Round {r + 1}", **_span(r)} for r in rounds},
        "meetings": _meetings(random, meetings, by_kind),
        "issues": {
            f"issue{n:02}": {"title": f"{_MATTERS[n % 10][0]}, part {n}", "ordered": n % 4 != 0, "options": options}
            for n in range(1, ISSUES + 1)
        },
        "positions": _positions(by_kind["position"]),
        "conditions": [
            {"id": "cond1", "by": "north", "what": "a signature", "only_if": "it is quiet", "unsourced": UNSOURCED}
        ],
        "proposals": [
            {"id": f"pr{n:05}", "by": f.claim["subject"], **_said(f, c)} for n, (f, c) in enumerate(by_kind["decision"])
        ],
        "statements": [
            {"id": f"st{n:05}", "by": f.claim["subject"], "said_on": _day(f.meeting), **_said(f, c)}
            for n, (f, c) in enumerate(by_kind["statement"])
        ],
        "support": [
            {"by": f"third{n}", "issue": f"issue{n:02}", "option": "full", "unsourced": UNSOURCED}
            for n in range(1, THIRD + 1)
        ],
        "instruments": _instruments(rounds, by_kind["signed"]),
        "outcome": {kind: [_said(f, c) for f, c in by_kind[kind]] for kind in ("agreed", "not_agreed", "next")},
        "assessments": [{"by": "the press", **_said(f, c)} for f, c in by_kind["assessment"]],
        "background": [
            {"about": f.claim["subject"], "text": f.claim["value"], "claims": c} for f, c in by_kind["context"]
        ],
        "links": [
            {"if": {f"issue{n:02}": ["full"]}, "then": {f"issue{n + 1:02}": ["partial", "full"]}} for n in range(1, 6)
        ],
    }


def _span(number: int) -> dict[str, str]:
    return {"start": _day(number * PER_ROUND), "end": _day((number + 1) * PER_ROUND - 1)}


def _said(fact: Fact, claims: list[str]) -> dict[str, Any]:
    return {"text": fact.claim["value"], "meeting": f"m{fact.meeting + 1:05}", "claims": claims}


def _meetings(random: Random, meetings: int, by_kind: dict[str, list[tuple[Fact, list[str]]]]) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for m in range(meetings):
        key, earlier, delegations = f"m{m + 1:05}", f"m{m:05}", [f"{p}-{m // PER_ROUND + 1:03}" for p in PARTIES]
        entries[key] = {
            "title": f"Meeting {m + 1}",
            "format": random.choice(("bilateral", "plenary", "working group")),
            "participants": list(PARTIES),
            "delegations": delegations,
            "after": [earlier] if m % PER_ROUND else None,
            "date": None if m % 10 == 9 else _day(m),
            "place": random.choice(_TOWNS),
            "round": f"round{m // PER_ROUND + 1:03}",
            "same_as": _doubt(earlier) if m % 500 == 13 else None,
        } | {"roles": [], "absent": [], "claims": []}
    for kind in ("date", "place", "venue", "parties", "size"):
        for fact, claims in by_kind[kind]:
            entry = entries[fact.claim["subject"]]
            entry["claims"] += claims
            entry |= {kind: fact.claim["value"]} if kind in ("date", "place", "venue") else {}
    for kind, role in (("mediates", "mediator"), ("hosts", "host"), ("attends", "participant")):
        for fact, claims in by_kind[kind]:
            entries[fact.claim["value"]]["roles"].append({"who": fact.claim["subject"], "role": role, "claims": claims})
    for fact, claims in by_kind["absent_from"]:
        entries[fact.claim["value"]]["absent"].append({"who": fact.claim["subject"], "claims": claims})
    return {key: _sourced(entry) for key, entry in entries.items()}


def _doubt(meeting: str) -> dict[str, str]:
    return {"meeting": meeting, "certainty": "possible", "by": "analyst", "why": "one account tells of one"}


def _people(posts: list[tuple[Fact, list[str]]]) -> dict[str, Any]:
    held: dict[str, dict[str, Any]] = {}
    for fact, claims in posts:
        post = {"title": fact.claim["value"], "of": fact.claim["for_party"], "claims": []}
        held.setdefault(fact.claim["subject"], post)["claims"] += claims
    people = {f"p{n:03}": {"of": PARTIES[n % 2]} for n in range(PEOPLE)}
    return {k: {"name": _name(k), **p, "posts": [held[k]] if k in held else None} for k, p in people.items()}


def _delegations(rounds: Iterable[int], heads: list[tuple[Fact, list[str]]]) -> dict[str, Any]:
    entries: dict[str, dict[str, Any]] = {}
    for r in rounds:
        for side, party in enumerate(PARTIES):
            head, *members = _members(r, side)
            entries[f"{party}-{r + 1:03}"] = {"of": party, "head": head, "members": members, "claims": []}
    for fact, claims in heads:
        entries[f"{fact.claim['value']}-{fact.meeting // PER_ROUND + 1:03}"]["claims"] += claims
    return {key: _sourced(entry) for key, entry in entries.items()}


def _instruments(rounds: Iterable[int], signed: list[tuple[Fact, list[str]]]) -> dict[str, Any]:
    entries: dict[str, dict[str, Any]] = {}
    for r in rounds:
        entries[f"text{r + 1:03}"] = {
            "title": f"Protocol {r + 1}",
            "between": list(PARTIES),
            "signatures": [],
            "claims": [],
        }
    for fact, claims in signed:
        signature = {"who": fact.claim["subject"], "of": fact.claim["for_party"], "claims": claims}
        entries[fact.claim["value"]]["signatures"].append(signature)
    return {key: _sourced(entry) for key, entry in entries.items()}


def _positions(facts: list[tuple[Fact, list[str]]]) -> list[dict[str, Any]]:
    """Each position replaces the last one of the same party on the same issue."""
    last: dict[tuple[str, str], str] = {}
    entries = []
    for number, (fact, claims) in enumerate(facts):
        key, claim = f"pos{number:05}", fact.claim
        about = (claim["subject"], claim["issue"])
        wish = {
            "id": key,
            "party": about[0],
            "issue": about[1],
            "option": claim["option"],
            "stance": claim["predicate"],
        }
        told = {"told_by": claim["attributed_to"][1], "said_on": _day(fact.meeting), "meeting": claim["meeting"]}
        entries.append(wish | told | {"supersedes": last.get(about), "claims": claims})
        last[about] = key
    return entries


def _sourced(entry: dict[str, Any]) -> dict[str, Any]:
    return entry if entry["claims"] else entry | {"unsourced": UNSOURCED}


def _members(number: int, side: int) -> list[str]:
    """Five of the hundred people of a side, other ones in each round; the first is the head."""
    return [f"p{2 * ((5 * number + n) % (PEOPLE // 2)) + side:03}" for n in range(5)]


def _name(key: str) -> str:
    if key in PARTIES:
        return f"{key.title()}land"
    if re.fullmatch(r"p\d{3}", key):
        return f"{_FIRST[int(key[1:]) % 20]} {_LAST[int(key[1:]) // 20]}"
    # A third party is named after a letter; a meeting, and whatever is words already, by itself.
    return f"Republic of {'ABCDEFGH'[int(key[5:]) - 1]}-land" if key.startswith("third") else key


def _misspelt(name: str) -> str:
    """As another newsroom prints it: one letter twice."""
    return name[:4] + name[3:]


def _day(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


_PLAIN = re.compile(r"[a-z][a-z0-9-]*|\d{4}-\d\d-\d\d")


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items() if v is not None and v != []) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    # JSON's quoted text is YAML's, too.
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _yaml(form: str, keys: dict[str, Any]) -> bytes:
    """Block style outside, one entry a line, as a person would keep it."""
    lines = [f"format: {form}"]
    for key, value in keys.items():
        lines.append(f"{key}:" if value and not isinstance(value, str) else f"{key}: {_flow(value)}")
        if isinstance(value, dict):
            lines += [f"  {k}: {_flow(v)}" for k, v in value.items()]
        elif isinstance(value, list):
            lines += [f"  - {_flow(v)}" for v in value]
    return ("\n".join(lines) + "\n").encode()


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a case as the command line says."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.generate", description="Writes invented talks of a given size."
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    for name, number in (("sources", 200), ("claims", 20000), ("meetings", 2000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=number, metavar="N")
    chosen = parser.parse_args(arguments)
    generate(chosen.folder, chosen.sources, chosen.claims, chosen.meetings, chosen.seed)


if __name__ == "__main__":
    main()
