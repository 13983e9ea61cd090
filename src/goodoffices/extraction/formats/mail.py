"""Mails: the text of the message, its headers as guesses, its attachments named."""

from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from typing import Any

from ...language.days.printed import day_of
from .clean import cleaned, counted
from .content import Content, Guesses, guesses, one_line, refusal
from .encoding import decoded

_LONGEST = 10_000
"""The longest header that is looked at; a parser of addresses takes much longer for long ones."""
_NAMED = 10
"""Attachments that the note names at most."""


def read_mail(name: str, raw: bytes) -> Content:
    """The text of a mail: its plain part where it has one, else the main text of its page."""
    try:
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)  # it is what this policy makes; the stubs do not know it
        parts = list(_parts(message))
        _require_short_headers(name, parts)
        body = _body(name, message)
        notes = _attachments(message, parts)
    except (MessageError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # What Python's parser raises for broken headers differs from version to version.
        raise refusal(
            name, "a mail that is broken or nested too deeply", "a mail as the mail program saves it"
        ) from error
    return Content(body.text, _guesses(message), (*body.notes, *notes))


def _parts(part: Any) -> Iterator[Any]:
    """The part and those within it, but not those of a mail that is attached."""
    yield part
    if part.get_content_maintype() == "multipart":
        for inner in part.iter_parts():
            yield from _parts(inner)


def _require_short_headers(name: str, parts: Sequence[Any]) -> None:
    for part in parts:
        for key, value in part.raw_items():
            if len(value) > _LONGEST and key.lower() in _LOOKED_AT:
                raise refusal(name, f"a header {key} of {len(value):,} characters", f"at most {_LONGEST:,} characters")


_LOOKED_AT = {
    "from", "date", "subject", "content-type", "content-disposition", "content-language", "content-transfer-encoding",
}  # fmt: skip


def _body(name: str, message: EmailMessage) -> Content:
    plain = message.get_body(("plain",))
    if plain is not None and (found := _text(name, plain)).text:
        return found
    page = message.get_body(("html",))
    if page is not None:
        from .html import page as read_page  # imports trafilatura, which only a mail without a plain part needs

        text, notes = decoded(name, _bytes(page), page.get_content_charset())
        return read_page(name, text).noting(*notes)
    raise refusal(name, "a mail without a text of its own", "a mail with text; save its attachments and give those")


def _text(name: str, part: Any) -> Content:
    text, notes = decoded(name, _bytes(part), part.get_content_charset())
    clean = cleaned(text)
    return Content(clean.text, notes=(*notes, *clean.notes))


def _bytes(part: Any) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(message: EmailMessage, parts: Sequence[Any]) -> tuple[str, ...]:
    chosen = [message.get_body(("plain",)), message.get_body(("html",))]
    others = [p for p in parts if not p.is_multipart() or p.get_content_type() == "message/rfc822"]
    others = [p for p in others if not any(p is c for c in chosen)]
    if not others:
        return ()
    names = [one_line(p.get_filename(), 80) or f"without a name ({p.get_content_type()})" for p in others]
    rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return (f"{counted(len(names), 'attachment')} left out: {', '.join(names[:_NAMED])}{rest}",)


def _guesses(message: EmailMessage) -> Guesses:
    return guesses(
        title=(_header(message, "Subject"), "the mail's subject"),
        publisher=(_sender(message), "the mail's sender"),
        printed=(day_of(_header(message, "Date")), "the day the mail was sent"),
        language=(_header(message, "Content-Language"), "the mail's language"),
    )


def _sender(message: EmailMessage) -> str | None:
    try:
        addresses = message["From"].addresses
        return str(addresses[0].display_name or addresses[0].addr_spec)
    except Exception:  # the parser of addresses raises anything for a broken one; a guess may be missing
        return None


def _header(message: EmailMessage, key: str) -> str | None:
    try:
        return str(message[key]) if message[key] is not None else None
    except Exception:  # as above
        return None
