"""A packet as one HTML page: no request to anywhere, no script; each sheet begins a page where it is printed."""

from ..html import page_text
from .briefing import NOT_FOR_SECRETS
from .sheets import Packet


def html_text(packet: Packet) -> str:
    """The whole file as text; everything that comes from the case is escaped."""
    return page_text(
        "packet.html.j2", ("brief.css", "packet.css"), packet=packet, foot=NOT_FOR_SECRETS, cards={}, annexes=frozenset()
    )  # fmt: skip
