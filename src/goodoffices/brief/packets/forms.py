"""A packet as a file: PDF by Typst, HTML as one page; printed from the same sheets."""

from .sheets import Packet

ENDINGS = (".pdf", ".html")


def packet_bytes(ending: str, packet: Packet) -> bytes:
    """The packet in the form of a file ending."""
    # Each is imported only when used: start-up must stay quick.
    if ending == ".pdf":
        from .print_pdf import pdf_bytes

        return pdf_bytes(packet)
    from .print_html import html_text

    return html_text(packet).encode()
