"""Every program keeps the contract; what each does when is told by a table of moves."""

from .contract import Contract


class TestChair(Contract):
    part = "chair"


class TestDelegation(Contract):
    part = "head"


class TestPrincipal(Contract):
    part = "principal"


class TestAdviser(Contract):
    part = "adviser"


class TestNoteTaker(Contract):
    part = "note-taker"


class TestSupporter(Contract):
    part = "supporter"


class TestMediator(Contract):
    part = "mediator"


class TestPress(Contract):
    part = "press"


class TestObserver(Contract):
    part = "observer"
