"""Mails: their text, what their headers say, and what hangs on them."""

import base64
import email.policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.formats.clean import cleaned
from goodoffices.extraction.reports import read_report

from .makers import PROSE, attempt, found, mail


def test_a_mail_gives_its_text_and_its_headers_as_guesses() -> None:
    report = read_report("a.eml", mail(Content_Language="en").as_bytes())
    assert (report.kind, report.text, report.notes) == ("mail", PROSE + "\n", ())
    said = report.guesses
    assert (said.title, said.publisher, said.printed, said.language) == (
        "After the talks",
        "Press Office",
        "2031-05-16",
        "en",
    )
    assert said.taken_from["publisher"] == "the mail's sender"
    assert (said.author, said.address) == (None, None)


@pytest.mark.parametrize(
    ("headers", "publisher", "printed", "title"),
    [
        ({"From": "press@x.example"}, "press@x.example", "2031-05-16", "After the talks"),
        ({"Date": "yesterday"}, "Press Office", None, "After the talks"),
        ({"Date": "Sat, 17 May 2031 00:30:00 +0300"}, "Press Office", "2031-05-17", "After the talks"),
        ({"Subject": "=?utf-8?q?D=C3=A9claration?="}, "Press Office", "2031-05-16", "Déclaration"),
        (
            {"From": "=?utf-8?b?8J+ViiDZiNiy2KfYsdip?= <a@b.example>"},
            "\U0001f54a وزارة",
            "2031-05-16",
            "After the talks",
        ),
        ({"Subject": "\u202eteser"}, "Press Office", "2031-05-16", "teser"),
    ],
)
def test_headers_as_they_come(headers: dict[str, str], publisher: str, printed: str | None, title: str) -> None:
    said = read_report("a.eml", mail(**headers).as_bytes()).guesses
    assert (said.publisher, said.printed, said.title) == (publisher, printed, title)


def test_the_plain_part_is_preferred_and_a_page_read_as_pages_are() -> None:
    page = f"<html><body><script>HIDDEN()</script><p>{PROSE} From the page.</p><p>{PROSE}</p></body></html>"
    assert read_report("a.eml", mail(page=page).as_bytes()).text == PROSE + "\n"
    only = read_report("a.eml", mail(None, page=page).as_bytes())
    assert "From the page." in only.text
    assert "HIDDEN" not in only.text


def test_attachments_are_named_and_left_out() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../../statement\u202efdp.pdf")
    message.add_attachment("not the body", subtype="plain", filename="notes.txt")
    message.add_attachment(mail("inner text"))
    report = read_report("a.eml", message.as_bytes())
    assert report.text == PROSE + "\n"
    (note,) = report.notes
    assert note.startswith("3 attachments left out: ../../statementfdp.pdf, notes.txt, ")


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("windows-1251", "cp1251", "Переговоры начались у озера."),
        ("x-unknown", "utf-8", "Les négociations."),
        ("us-ascii", "utf-8", "Les négociations."),
        ("iso-2022-jp", "iso2022_jp", "湖畔で協議が始まった。"),
    ],
)
@pytest.mark.parametrize("transfer", ["8bit", "base64"])
def test_mails_in_other_encodings(charset: str, encoding: str, text: str, transfer: str) -> None:
    body = text.encode(encoding)
    body = base64.b64encode(body) if transfer == "base64" else body
    head = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {transfer}\n\n"
    assert read_report("a.eml", head.encode() + body + b"\n").text == text + "\n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"just words\n", "a file without a mail's headers"),
        (b"From: a@b.example\nSubject: x\n\n", "a mail without a text of its own"),
        (b"From: a@b.example\nContent-Type: image/png\n\nabc", "a mail without a text of its own"),
        (b"From: a@b.example\nSubject: " + b"x" * 20_000 + b"\n\nText", "a header Subject of 20,000"),
        (b"From: " + b"(" * 20_000 + b"\nSubject: x\n\nText", "a header From of 20,000"),
    ],
    ids=["words", "empty", "picture", "subject", "brackets"],
)
def test_what_is_no_mail_with_a_text_is_refused(raw: bytes, says: str) -> None:
    assert says in found("a.eml", raw)


@pytest.mark.parametrize(
    "header", ["From: " + "(" * 9_000, "From: " + "<" * 9_000, "Subject: " + "=?utf-8?q?" * 900, "Date: " + "1" * 9_000]
)
def test_broken_headers_cost_a_guess_and_not_the_mail(header: str) -> None:
    report = read_report("a.eml", f"{header}\nSubject: x\n\n{PROSE}\n".encode())
    assert report.text == PROSE + "\n"


def test_a_mail_within_a_mail_within_a_mail_ends() -> None:
    raw = b"From: a@b.example\nMIME-Version: 1.0\n"
    for depth in range(3_000):
        raw += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (depth, depth)
    attempt("a.eml", raw + b"\nText\n")


def test_a_typed_memo_is_no_mail_unless_it_is_named_so() -> None:
    memo = f"From: the delegation\nTo: the capital\nSubject: talks\n\n{PROSE}\n".encode()
    assert read_report("memo.txt", memo).kind == "text"
    assert read_report("memo.eml", memo).kind == "mail"
    assert read_report("saved.txt", b"Message-ID: <1@x>\n" + memo).kind == "mail"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
        lambda t: cleaned(t).text
    )
)
def test_any_text_comes_through_a_mail_but_for_what_the_notes_tell(text: str) -> None:
    message = EmailMessage(policy=email.policy.default)
    message["From"] = "a@b.example"
    message["Subject"] = "x"
    message.set_content(text + "\n", cte="base64")
    assert read_report("a.eml", message.as_bytes()).text == cleaned(text).text
