"""What a delegation answers to points that are read back."""

import pytest

from goodoffices.proceedings import (
    Accept,
    Confirm,
    Instruct,
    Object,
    PointToRead,
    ReadBack,
    TakePosition,
)
from goodoffices.stand_ins.sentences import CANNOT_TELL

from .scene import WHOLE, Scene
from .test_delegation import OFFER


class TestReadBack:
    def settled(self) -> Scene:
        scene = Scene()
        return scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", OFFER)))

    @pytest.mark.parametrize(
        ("kind", "issue", "option", "words"),
        [
            ("agreed", "tolls", "low", None),
            ("agreed", "tolls", "high", "We understood this to be agreed: Tolls: low tolls."),
            ("agreed", None, None, CANNOT_TELL),
            ("open", "tolls", None, "We understood this to be agreed: Tolls: low tolls."),
            ("not agreed", "tolls", "high", "We understood this to be agreed: Tolls: low tolls."),
            ("open", None, None, None),
            ("next", None, None, None),
        ],
    )
    def test_as_it_heard_it(self, kind, issue, option, words):
        point = PointToRead(kind=kind, words="As read.", issue=issue, option=option)
        scene = self.settled().do(ReadBack(by="chair", meeting="plenary", points=(point,)))
        id_ = next(iter(scene.state.facts.points))
        expected = Object(by="marn-head", point=id_, words=words) if words else Confirm(by="marn-head", point=id_)
        assert scene.head() == expected
        assert not isinstance(scene.settle(expected).head(), Object | Confirm)

    def test_every_point_has_its_answer_also_when_a_second_list_comes(self):
        scene = Scene()
        open_ = PointToRead(kind="open", words="Read.", issue="tolls")
        next_ = PointToRead(kind="next", words="The sides meet again.")
        agreed = PointToRead(kind="agreed", words="Read.", issue="tolls", option="low")
        scene.do(ReadBack(by="chair", meeting="plenary", points=(open_, next_)))
        scene.do(Accept(by="tolle-head", proposal=scene.put("marn-head", OFFER)))
        scene.do(ReadBack(by="chair", meeting="plenary", points=(agreed,)))
        first, second, last = scene.state.facts.points
        words = "We understood this to be agreed: Tolls: low tolls."
        for expected in (
            Confirm(by="marn-head", point=last),
            Object(by="marn-head", point=first, words=words),
            Confirm(by="marn-head", point=second),
        ):
            assert scene.head() == expected
            scene.settle(expected)
        assert not isinstance(scene.head(), Object | Confirm)

    @pytest.mark.parametrize(
        ("called", "kind"),
        [
            ({"marn": "joint", "tolle": "joint"}, Confirm),
            ({"marn": "joint", "tolle": "apart"}, Object),
            ({"marn": "joint"}, Object),
        ],
    )
    def test_what_all_called_for_all_confirm(self, called, kind):
        scene = Scene()
        for side, option in called.items():
            scene.do(
                TakePosition(by=f"{side}-head", meeting="plenary", issue="patrol", option=option, stance="calls_for")
            )
        point = PointToRead(kind="agreed", words="A joint patrol.", issue="patrol", option="joint")
        scene.do(ReadBack(by="chair", meeting="plenary", points=(point,)))
        assert [type(scene.head(side)) for side in ("marn", "tolle")] == [kind, kind]

    def test_what_one_called_for_and_has_proposed_otherwise_since_is_not_agreed(self):
        scene = Scene()
        for side in ("marn", "tolle"):
            scene.do(
                TakePosition(by=f"{side}-head", meeting="plenary", issue="patrol", option="joint", stance="calls_for")
            )
        scene.put("tolle-head", {"ferry": "marn", "tolls": "high", "patrol": "apart"})
        point = PointToRead(kind="agreed", words="A joint patrol.", issue="patrol", option="joint")
        scene.do(ReadBack(by="chair", meeting="plenary", points=(point,)))
        assert [type(scene.head(side)) for side in ("marn", "tolle")] == [Object, Object]

    def test_what_all_called_for_and_is_worth_too_little_alone_is_asked_for_as_a_proposal(self):
        scene = Scene()
        for side in ("marn", "tolle"):
            scene.do(
                TakePosition(by=f"{side}-head", meeting="plenary", issue="tolls", option="high", stance="calls_for")
            )
        point = PointToRead(kind="agreed", words="High tolls.", issue="tolls", option="high")
        scene.do(ReadBack(by="chair", meeting="plenary", points=(point,)))
        act = scene.head()
        assert isinstance(act, Object)
        assert act.words == (
            "We called for this as a part of the whole; please put it into a proposal with the rest: Tolls: high tolls."
        )
        assert isinstance(scene.head("tolle"), Confirm)

    def test_what_nobody_agreed_is_not_agreed(self):
        point = PointToRead(kind="agreed", words="As read.", issue="tolls", option="low")
        act = Scene().do(ReadBack(by="chair", meeting="plenary", points=(point,))).head()
        assert isinstance(act, Object)
        assert act.words == "We did not understand this to be agreed: Tolls."

    def test_a_proposal_is_confirmed_as_a_whole(self):
        scene = self.settled()
        id_ = next(iter(scene.state.facts.proposals))
        scene.do(
            ReadBack(by="chair", meeting="plenary", points=(PointToRead(kind="agreed", words="All.", proposal=id_),))
        )
        assert isinstance(scene.head(), Confirm)

    def test_a_package_gets_one_answer_which_says_on_what(self):
        """A point after the other would let one fall and keep the rest, which nobody took alone."""
        scene = self.settled()
        id_ = scene.put("tolle-head", {"tolls": "high", "ferry": "both"})
        point = PointToRead(kind="agreed", words="All.", proposal=id_)
        scene.do(ReadBack(by="chair", meeting="plenary", points=(point,)))
        act = scene.head()
        assert isinstance(act, Object)
        assert act.issues == ("tolls",)
        scene.do(act)
        assert scene.head() is None or not isinstance(scene.head(), Confirm | Object)

    def test_what_the_principal_did_not_confirm_is_objected_to(self):
        scene = Scene()
        scene.do(Accept(by="marn-head", proposal=scene.put("tolle-head", WHOLE)))
        point = PointToRead(kind="agreed", words="All.", issue="ferry", option="both")
        scene.do(ReadBack(by="chair", meeting="plenary", points=(point,)))
        scene.settle(scene.head())
        referral = list(scene.state.facts.referrals)[-1]
        scene.do(Instruct(by="marn-council", answer="refuse", referral=referral))
        act = scene.head()
        assert isinstance(act, Object)
        assert act.words == "This was not confirmed on our side."
