# ruff: noqa: E501 (a case is read on one line)
"""Sentences in many forms, each with what must and what must not be proposed. Rules are held against the table.

`must` and `never` hold patterns `(type, subject, predicate, part of the value, modality)`; None fits anything. `plain=False`:
the rules are known not to manage it; the tests say so strictly, so that the mark goes when they do.
"""

from dataclasses import dataclass

BEFORE = (
    "Delegations from Arvenia and Bostan met in Halden on 3 March 2031. "
    "The Arvenian delegation is led by Foreign Minister Lena Okafor. "
    "The Bostani delegation is led by Interior Minister Karim Holt. "
)
Pattern = tuple[str, str | None, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Variant:
    """One sentence after `BEFORE`."""

    name: str
    text: str
    must: tuple[Pattern, ...] = ()
    never: tuple[Pattern, ...] = ()
    plain: bool = True


def _v(name: str, text: str, *must: Pattern, never: tuple[Pattern, ...] = (), plain: bool = True) -> Variant:
    return Variant(name, text, must, never, plain)


A, B, OKAFOR, HOLT = "Arvenia", "Bostan", "Lena Okafor", "Karim Holt"

VARIANTS: tuple[Variant, ...] = (
    # Positions: verb, tense, order, denial.
    _v("demand", "Arvenia demands a ceasefire.", ("position", A, "demands", "ceasefire", "asserted")),
    _v("demand-past", "Arvenia demanded a ceasefire.", ("position", A, "demands", "ceasefire", "asserted")),
    _v("demand-perfect", "Arvenia has demanded a ceasefire.", ("position", A, "demands", "ceasefire", "asserted")),
    _v("demand-progressive", "Arvenia is demanding a ceasefire.", ("position", A, "demands", "ceasefire", "asserted")),
    _v("demand-two", "Arvenia demands a ceasefire and the release of prisoners.",
       ("position", A, "demands", "ceasefire", None), ("position", A, "demands", "release of prisoners", None)),
    _v("demand-three", "Bostan demands a ceasefire, the release of prisoners and an apology.",
       ("position", B, "demands", "ceasefire", None), ("position", B, "demands", "release", None), ("position", B, "demands", "apology", None)),
    _v("demand-not", "Arvenia does not demand a ceasefire.", never=(("position", A, "demands", None, "asserted"),)),
    _v("reject", "Bostan rejects the plan.", ("position", B, "refuses", "plan", "asserted"), never=(("position", B, "accepts", None, None),)),
    _v("reject-not", "Bostan has not rejected the plan.", never=(("position", B, "refuses", None, "asserted"),)),
    _v("accept-not", "Bostan does not accept the plan.", ("position", B, "refuses", "plan", None), never=(("position", B, "accepts", None, "asserted"),)),
    _v("accept", "Bostan has accepted the plan.", ("position", B, "accepts", "plan", "asserted")),
    _v("accept-if", "Bostan would accept the plan if Arvenia withdrew.", ("position", B, "accepts", "plan", "conditional"),
       never=(("position", B, "accepts", None, "asserted"),)),
    _v("accept-if-first", "If Arvenia withdraws, Bostan will accept the plan.", ("position", B, "accepts", "plan", "conditional"),
       never=(("position", B, "accepts", None, "asserted"),)),
    _v("accept-may", "Bostan may accept the plan.", ("position", B, "accepts", "plan", "possible")),
    _v("support-passive", "The plan was rejected by Bostan.", ("position", B, "refuses", "plan", "asserted")),
    _v("support", "Arvenia supports the plan.", ("position", A, "supports", "plan", "asserted")),
    _v("support-expressed", "Arvenia expressed support for the plan.", ("position", A, "supports", "plan", None)),
    _v("oppose", "Bostan opposes the plan.", ("position", B, "opposes", "plan", None), never=(("position", B, "supports", None, None),)),
    _v("refuse-to", "Bostan refuses to discuss the border.", ("position", B, "refuses", "border", None)),
    _v("insist-on", "Arvenia insists on monitors.", ("position", A, "demands", "monitors", None)),
    # To call for a thing is less than to demand it.
    _v("calls-for", "Arvenia called for monitors.", ("position", A, "calls_for", "monitors", None), never=(("position", A, "demands", None, None),)),
    _v("calling-for", "Arvenia is calling for a truce.", ("position", A, "calls_for", "truce", None), never=(("position", A, "demands", None, None),)),
    _v("need-for", "Arvenia emphasised the need for monitors.", ("position", A, "calls_for", "monitors", None),
       never=(("position", A, "demands", None, None),)),
    _v("need-to", "Arvenia stressed the urgent need to protect the wells.", ("position", A, "calls_for", "protect the wells", None),
       never=(("position", A, "demands", None, None),)),
    _v("need-underlined", "Okafor underlined the need for a truce.", ("position", A, "calls_for", "truce", None),
       never=(("position", A, "demands", None, None),)),
    _v("urged", "Bostan urged restraint.", ("position", B, "calls_for", "restraint", None), never=(("position", B, "demands", None, None),)),
    _v("urged-halt", "Bostan urged an immediate halt to the shelling.", ("position", B, "calls_for", "halt to the shelling", None),
       never=(("position", B, "demands", None, None),)),
    _v("urged-somebody", "Bostan urged Arvenia to withdraw.", ("statement", B, "called_on", "withdraw", None), never=(("position", None, None, None, None),)),
    _v("appealed-for", "Arvenia appealed for aid.", ("position", A, "calls_for", "aid", None), never=(("position", A, "demands", None, None),)),
    _v("call-again", "Arvenia reiterated its call for a truce.", ("position", A, "calls_for", "truce", None), never=(("position", A, "demands", None, None),)),
    _v("stressed-that", "Arvenia stressed that Bostan must withdraw.", ("position", A, "calls_for", "withdraw", None),
       never=(("position", A, "demands", None, None),)),
    _v("insisted-that", "Arvenia insisted that Bostan must withdraw.", ("position", A, "demands", "withdraw", None)),
    _v("demand-again", "Arvenia reiterated its demand for a truce.", ("position", A, "demands", "truce", None)),
    # A denial in its one form; who has not decided has neither accepted nor refused.
    _v("support-not", "Bostan does not support the plan.", ("position", B, "opposes", "plan", "asserted")),
    _v("accept-did-not", "Bostan did not accept the plan.", ("position", B, "refuses", "plan", "asserted")),
    _v("refuse-not", "Bostan did not refuse the plan.", never=(("position", B, "refuses", None, "asserted"), ("position", B, "accepts", None, None))),
    _v("yet-to", "Bostan has yet to accept the plan.", never=(("position", None, None, None, None),)),
    _v("yet-to-decide", "Bostan is still to decide on the plan.", never=(("position", None, None, None, None),)),
    _v("neither-nor", "Bostan has neither accepted nor rejected the plan.",
       never=(("position", None, None, None, None), ("decision", None, None, None, None))),
    _v("offer-person", "Okafor offered a truce of ten days.", ("position", A, "proposes", "truce", None)),
    _v("propose-that", "Bostan proposed that monitors be sent.", ("position", B, "proposes", "monitors", None)),
    _v("both-want", "Both sides want a truce.", ("position", A, "demands", "truce", None), ("position", B, "demands", "truce", None)),
    _v("two-subjects", "Arvenia wants monitors and Bostan rejects them.", ("position", A, "demands", "monitors", None), never=(("position", B, "demands", None, None),)),
    _v("reportedly", "Bostan reportedly demands an apology.", ("position", B, "demands", "apology", "hedged")),
    _v("far-subject", "Bostan, which had sent its envoys home after the shelling in May, now demands an apology.", ("position", B, "demands", "apology", None)),
    _v("long-apposition", "Arvenia, whose troops hold the bridge that both countries built in better days, and which lost a village there, demands an apology.",
       ("position", A, "demands", "apology", None), plain=False),
    _v("to-infinitive", "Arvenia asked Bostan to release the prisoners and wanted, for its own part, to keep the bridge.",
       ("position", A, "demands", "keep the bridge", None), plain=False),
    _v("hedge-in-the-relative", "Bostan demands a ceasefire and the return of children who were allegedly taken.",
       ("position", B, "demands", "ceasefire", "asserted"), ("position", B, "demands", "children", "asserted")),
    _v("support-between", "Arvenia expressed support for direct talks between Bostan and Arvenia, calling on both to hurry.",
       ("position", A, "supports", "talks between Bostan and Arvenia", "asserted")),
    _v("propose-could", "Bostan suggested that monitors could be sent.", ("position", B, "proposes", "monitors", "asserted")),
    _v("told-and-proposed", "Okafor raised the matter of the wells and proposed an exchange of prisoners.",
       ("position", A, "proposes", "exchange of prisoners", "asserted"), ("statement", OKAFOR, "raised", "wells", None)),
    _v("told-of-another", "Okafor welcomed that Bostan had stayed and proposed a truce.", never=(("position", A, "proposes", None, None),)),
    _v("object-relative", "The apology, which Bostan demands, was not discussed.", never=(("position", B, "demands", "was not", None),)),
    _v("it-demands", "Arvenia came late. It demands an apology.", ("position", A, "demands", "apology", None)),
    _v("adverb-between", "Bostan very clearly and for the third time this year opposes the plan.", ("position", B, "opposes", "plan", None), plain=False),
    # Telling: who is quoted, and what stands under it.
    _v("said-that", "Okafor said that the talks were useful.", ("statement", OKAFOR, "said", "talks were useful", None)),
    _v("said", "Okafor said the talks were useful.", ("statement", OKAFOR, "said", "talks were useful", None)),
    _v("said-after", "“The talks were useful,” said Okafor.", ("statement", OKAFOR, "said", "talks were useful", None)),
    _v("said-after-2", "\"The talks were useful,\" Okafor said.", ("statement", OKAFOR, "said", "talks were useful", None)),
    _v("said-inside", "The talks, Okafor said, were useful.", ("statement", OKAFOR, "said", "useful", None)),
    _v("said-she", "Okafor arrived late. She said that the talks were useful.", ("statement", OKAFOR, "said", "talks were useful", None)),
    _v("denied", "Holt denied that Bostan had broken the truce.", ("statement", HOLT, "denied", "broken the truce", None)),
    _v("warned", "Holt warned that time was short.", ("statement", HOLT, "warned", "time was short", None)),
    _v("called-on", "Okafor called on Bostan to release the prisoners.", ("statement", OKAFOR, "called_on", "release the prisoners", None)),
    _v("adding", "Holt welcomed the offer, adding that time was short.", ("statement", HOLT, None, "time was short", None)),
    _v("told-position", "Okafor said that Bostan rejects the plan.", ("position", B, "refuses", "plan", None)),
    _v("said-far", "Okafor came down the stairs, greeted the guards and said that the talks were useful.",
       ("statement", OKAFOR, "said", "talks were useful", None), plain=False),
    _v("said-relative", "Okafor, who had travelled all night from the north and had not slept, said that the talks were useful.",
       ("statement", OKAFOR, "said", "talks were useful", None)),
    _v("said-participle", "Having read the paper, Holt quickly and rather loudly complained that it was too long.",
       ("statement", HOLT, "criticized", "too long", None), plain=False),
    _v("not-said", "Okafor did not say that the talks were useful.", never=(("statement", OKAFOR, "said", "useful", "asserted"),)),
    # Heads and members.
    _v("head-active", "President Ines Marsh heads the Arvenian delegation.", ("delegation", "Ines Marsh", "heads", A, "asserted")),
    _v("head-not", "Karim Holt does not lead the Arvenian delegation.", never=(("delegation", HOLT, "heads", A, "asserted"),)),
    _v("head-future", "The Arvenian delegation will be led by President Ines Marsh.", ("delegation", "Ines Marsh", "heads", A, "future")),
    _v("represented", "Arvenia was represented by Ambassador Omar Lund.", ("delegation", "Omar Lund", "represents", A, "asserted"),
       never=(("delegation", "Omar Lund", "heads", None, None),)),
    _v("members", "The Bostani delegation includes Deputy Justice Minister Vera Stone and General Hugo Brand.",
       ("delegation", "Vera Stone", "member_of", B, None), ("delegation", "Hugo Brand", "member_of", B, None)),
    _v("members-not", "The Bostani delegation does not include General Hugo Brand.", never=(("delegation", "Hugo Brand", "member_of", B, "asserted"),)),
    # Posts.
    _v("post-before", "Defense Minister Omar Lund arrived on Monday.", ("person_post", "Omar Lund", "post", "Defense Minister", None)),
    _v("post-after", "Omar Lund, the defence minister of Bostan, arrived.", ("person_post", "Omar Lund", "post", "defence minister", None)),
    _v("post-possessive", "Bostan's chief negotiator, Omar Lund, arrived.", ("person_post", "Omar Lund", "post", "chief negotiator", None)),
    _v("post-bracket", "Omar Lund (deputy director) took notes.", ("person_post", "Omar Lund", "post", "deputy director", None)),
    _v("post-spokeswoman", "A spokeswoman for Bostan, Vera Stone, spoke briefly.", ("person_post", "Vera Stone", "post", "spokeswoman", None), plain=False),
    _v("rank-no-post", "Mr Omar Lund took notes.", never=(("person_post", "Omar Lund", "post", None, None),)),
    # Roles of third parties.
    _v("mediated", "The talks were mediated by Norway.", ("mediation", "Norway", "mediates", "M1", "asserted")),
    _v("mediated-active", "Norway mediated the talks.", ("mediation", "Norway", "mediates", "M1", "asserted")),
    _v("mediated-not", "The talks were not mediated by Norway.", never=(("mediation", "Norway", "mediates", None, "asserted"),)),
    _v("hosted", "The talks were hosted by Switzerland.", ("mediation", "Switzerland", "hosts", "M1", "asserted")),
    _v("hosting", "Switzerland is hosting the talks.", ("mediation", "Switzerland", "hosts", "M1", "asserted")),
    _v("chaired", "The session was chaired by Ambassador Omar Lund.", ("mediation", "Omar Lund", "chairs", None, None)),
    _v("observer", "Kenya attended as an observer.", ("mediation", "Kenya", "observes", "M1", None)),
    _v("two-hosts", "The talks were mediated by Norway and Kenya.", ("mediation", "Norway", "mediates", None, None), ("mediation", "Kenya", "mediates", None, None)),
    # Absence and presence.
    _v("absent", "Omar Lund did not attend.", ("absence", "Omar Lund", "absent_from", None, None)),
    _v("absent-was", "President Omar Lund was absent.", ("absence", "Omar Lund", "absent_from", None, None)),
    _v("absent-inverted", "Absent from the talks was President Omar Lund.", ("absence", "Omar Lund", "absent_from", None, None)),
    _v("absent-noun", "The absence of President Omar Lund was noted.", ("absence", "Omar Lund", "absent_from", None, "presupposed")),
    _v("absent-not", "President Omar Lund was not absent.", never=(("absence", "Omar Lund", "absent_from", None, "asserted"),)),
    _v("attends", "President Omar Lund attended the talks.", ("attendance", "Omar Lund", "attends", None, "asserted")),
    _v("attends-not", "President Omar Lund did not attend the talks.", never=(("attendance", "Omar Lund", "attends", None, "asserted"),)),
    # Outcomes.
    _v("agreed-to", "The two sides agreed to exchange prisoners.", ("outcome", None, "agreed", "exchange prisoners", "asserted")),
    _v("agreed-that", "It was agreed that the road would be opened.", ("outcome", None, "agreed", "road", None)),
    _v("agreed-on", "The parties agreed on a truce of ten days.", ("outcome", None, "agreed", "truce", None)),
    _v("agreed-not", "The two sides did not agree to exchange prisoners.", never=(("outcome", None, "agreed", None, "asserted"),)),
    _v("failed", "The two sides failed to agree on the border.", ("outcome", None, "not_agreed", "border", None), never=(("outcome", None, "agreed", None, None),)),
    _v("no-agreement", "No agreement was reached on the border.", ("outcome", None, "not_agreed", "border", None)),
    _v("no-agreement-asserted", "No agreement was reached on the exchange of catch data.", ("outcome", None, "not_agreed", "exchange of catch data", "asserted")),
    _v("nothing-on", "Nothing was agreed on pensions.", ("outcome", None, "not_agreed", "pensions", "asserted"),
       never=(("outcome", None, "agreed", None, None),)),
    _v("yet-to-agree", "The two sides have yet to agree on pensions.", ("outcome", None, "not_agreed", "pensions", "asserted"),
       never=(("outcome", None, "agreed", None, None),)),
    _v("not-fail", "The two sides did not fail to agree on pensions.", never=(("outcome", None, "not_agreed", None, None),)),
    _v("could-not", "The two sides could not agree on the border.", ("outcome", None, "not_agreed", "border", "asserted")),
    _v("without", "The talks ended without an agreement.", ("outcome", None, "not_agreed", "agreement", "asserted"),
       never=(("outcome", None, None, None, "negated"),)),
    _v("none-at-all", "No agreement was reached.", ("outcome", None, "not_agreed", "agreement", "asserted")),
    _v("without-more", "The talks ended without reunification.", ("outcome", None, "result", "without reunification", "asserted"),
       never=(("outcome", None, "not_agreed", None, None),)),
    _v("agreed-may", "The two sides may agree to exchange prisoners.", never=(("outcome", None, "agreed", None, "asserted"),)),
    _v("agreed-if", "If the two sides agree to a truce, aid will flow.", never=(("outcome", None, "agreed", None, "asserted"),)),
    _v("next-round", "The next round will be held in Geneva on 9 April 2031.", ("outcome", None, "next", "2031-04-09", "future"),
       ("meeting", None, "date", "2031-04-09", "future"), ("meeting", None, "place", "Geneva", "future")),
    _v("again", "They will meet again on 9 April 2031.", ("outcome", None, "next", "2031-04-09", "future")),
    _v("signed", "Okafor and Holt signed a protocol.", ("signature", None, "signed", "protocol", "asserted")),
    _v("signed-not", "No document was signed.", ("signature", None, "signed", "o document", "negated"), never=(("signature", None, "signed", None, "asserted"),)),
)  # fmt: skip
