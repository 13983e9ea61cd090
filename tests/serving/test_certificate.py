"""The certificate for a local network: made, kept, one's own, and what is no certificate."""

import hashlib
import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from goodoffices.errors import DataError, UsageError
from goodoffices.serving.certificate import Certificate, own, self_signed

NOW = datetime(2031, 5, 16, 9, 0, tzinfo=UTC)
NAMES = ("192.168.1.5", "fe80::1%eth0", "Lenn-Laptop.local")


def parsed(made: Certificate) -> x509.Certificate:
    return x509.load_pem_x509_certificate(made.certificate.read_bytes())


def test_what_is_made_names_what_is_served_for_some_days(tmp_path: Path) -> None:
    made = self_signed(tmp_path / "new", NAMES, NOW, days=7)
    found = parsed(made)
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert {str(name.value) for name in names} == {"192.168.1.5", "fe80::1", "lenn-laptop.local"}
    key = found.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.curve.name == "secp256r1"
    assert found.not_valid_before_utc < NOW
    assert found.not_valid_after_utc == NOW + timedelta(days=7)
    constraints = found.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert not constraints.ca  # whoever trusts it trusts this page, and no other that its key signs for


def test_its_fingerprint_is_what_browsers_show(tmp_path: Path) -> None:
    made = self_signed(tmp_path, NAMES, NOW)
    der = ssl.PEM_cert_to_DER_cert(made.certificate.read_text("ascii"))
    digest = hashlib.sha256(der).hexdigest().upper()
    assert made.fingerprint == ":".join(digest[n : n + 2] for n in range(0, 64, 2))


def test_the_key_is_its_owners_only(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    made = self_signed(folder, NAMES, NOW)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (made.key, folder)] == [0o600, 0o700]
    assert {path.name for path in folder.iterdir()} == {"certificate.pem", "key.pem"}


def test_a_key_that_others_may_read_is_replaced_by_one_that_they_may_not(tmp_path: Path) -> None:
    made = self_signed(tmp_path, NAMES, NOW)
    made.key.chmod(0o644)
    again = self_signed(tmp_path, NAMES, NOW)
    assert again.fingerprint != made.fingerprint
    assert stat.S_IMODE(again.key.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("names", "later", "kept"),
    [
        (NAMES, timedelta(), True),
        (tuple(reversed(NAMES)), timedelta(days=28), True),
        (NAMES, timedelta(days=29, hours=1), False),  # it ends within a day
        (NAMES, timedelta(days=-2), False),
        (NAMES[:2], timedelta(), False),
        ((*NAMES, "10.0.0.1"), timedelta(), False),
    ],
)
def test_what_was_printed_stays_true_as_long_as_it_fits(
    tmp_path: Path, names: tuple[str, ...], later: timedelta, kept: bool
) -> None:
    made = self_signed(tmp_path, NAMES, NOW)
    assert (self_signed(tmp_path, names, NOW + later) == made) == kept


@pytest.mark.parametrize("spoiled", ["certificate.pem", "key.pem"])
@pytest.mark.parametrize("how", ["gone", "empty", "noise", "another's", "a link"])
def test_what_cannot_be_used_is_made_anew(tmp_path: Path, spoiled: str, how: str) -> None:
    made, other = self_signed(tmp_path / "one", NAMES, NOW), self_signed(tmp_path / "other", NAMES, NOW)
    file = tmp_path / "one" / spoiled
    theirs = (tmp_path / "other" / spoiled).read_bytes()
    match how:
        case "gone":
            file.unlink()
        case "a link":
            file.unlink()
            file.symlink_to(tmp_path / "other" / spoiled)
        case _:
            file.write_bytes({"empty": b"", "noise": b"\xff\x00-----BEGIN", "another's": theirs}[how])
    again = self_signed(tmp_path / "one", NAMES, NOW)
    again.context()
    assert again.fingerprint not in (made.fingerprint, other.fingerprint)
    assert not again.key.is_symlink()
    assert (tmp_path / "other" / spoiled).read_bytes() == theirs


@pytest.mark.parametrize(
    "name", ["", " ", "*.local", "a b", "пристрій.local", "a/b", "-a", "a..b", "x" * 64, "a." * 130, "a\n"]
)
def test_what_can_stand_in_no_certificate_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="expected an address or a host name"):
        self_signed(tmp_path / "new", (name,), NOW)
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="name another folder"):
        self_signed(tmp_path / "file" / "x", NAMES, NOW)
    with pytest.raises((UsageError, DataError)):
        self_signed(tmp_path / "file", NAMES, NOW)


# One's own.


def test_ones_own_is_taken_as_it_is_with_what_stands_around_and_after_it(tmp_path: Path) -> None:
    made, other = self_signed(tmp_path / "one", NAMES, NOW), self_signed(tmp_path / "other", NAMES, NOW)
    chain = tmp_path / "chain.pem"
    chain.write_bytes(b"Bag Attributes\n" + made.certificate.read_bytes() + other.certificate.read_bytes())
    found = own(chain, made.key)
    assert found.fingerprint == made.fingerprint
    found.context()


def test_what_does_not_belong_together_or_is_none_is_told(tmp_path: Path) -> None:
    made, other = self_signed(tmp_path / "one", NAMES, NOW), self_signed(tmp_path / "other", NAMES, NOW)
    noise, nothing = tmp_path / "noise", tmp_path / "nothing"
    noise.write_bytes(b"\xff\xfe-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----")
    for certificate, key in (
        (made.certificate, other.key), (made.key, made.key), (made.certificate, made.certificate), (noise, made.key),
        (nothing, made.key), (made.certificate, nothing), (tmp_path, made.key), (made.certificate, noise),
    ):  # fmt: skip
        with pytest.raises(UsageError, match="expected a certificate"):
            own(certificate, key)


def test_a_key_with_a_password_is_told_and_nobody_is_asked_for_it(tmp_path: Path) -> None:
    made = self_signed(tmp_path, NAMES, NOW)
    key = serialization.load_pem_private_key(made.key.read_bytes(), None)
    locked = tmp_path / "locked.pem"
    locked.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"secret"),
        )
    )
    with pytest.raises(UsageError, match="the key has a password"):
        own(made.certificate, locked)
