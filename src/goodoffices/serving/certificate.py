"""The certificate under which a page is served on a local network: a person's own, or one made here.

No authority signs for an address of a local network; so browsers warn, and people compare the fingerprint with the one that is
printed. A made one is kept and used again as long as it fits, so that what was printed stays true.
"""

import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import make_folder, read_bytes, write_bytes
from ..errors import DataError, UsageError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate as Parsed
    from cryptography.x509 import DNSName, IPAddress

DAYS = 30
"""How long a made certificate holds."""
NAMES = ("certificate.pem", "key.pem")
"""The files of a made one."""
LARGEST = 2**20
"""Bytes of a file with certificates."""
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Two files that belong together, and the fingerprint by which people know the first."""

    certificate: Path
    key: Path
    fingerprint: str
    """SHA-256 of the certificate, as browsers show it: 32 pairs of hexadecimal digits with colons."""

    def context(self) -> ssl.SSLContext:
        """What encrypts; UsageError where the files are none, do not belong together, or need a password."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            context.load_cert_chain(self.certificate, self.key, password=_no_password)
        except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
            found = f"found {self.certificate} and {self.key}, which cannot be used ({error})"
            raise UsageError(
                f"{found}; expected a certificate and its key as PEM, the key without a password"
            ) from None
        return context


def own(certificate: Path, key: Path) -> Certificate:
    """A person's own certificate (PEM, the server's first) and its key; UsageError where they cannot be used."""
    try:
        first = (
            read_bytes(certificate, LARGEST).decode("utf-8").partition(ssl.PEM_HEADER)[2].partition(ssl.PEM_FOOTER)[0]
        )
        encoded = ssl.PEM_cert_to_DER_cert(f"{ssl.PEM_HEADER}{first}{ssl.PEM_FOOTER}")
    except (DataError, ValueError) as error:
        raise UsageError(f"found {certificate}, expected a certificate as PEM ({error})") from None
    found = Certificate(certificate, key, sha256(encoded).digest().hex(":").upper())
    found.context()
    return found


def self_signed(folder: Path, names: Sequence[str], now: datetime, days: int = DAYS) -> Certificate:
    """The certificate in a folder for these addresses and host names, made where there is none that fits; its key is 0600.

    `now` is a time with a zone. One that is there stays if it names the same, is its key's, and holds for another day.
    UsageError where a name can stand in no certificate, DataError where the folder cannot be written.
    """
    certificate, key = (folder / name for name in NAMES)
    if (kept := _kept(certificate, key, names, now)) is not None:
        return kept
    made, secret = _made(names, now, days)
    try:
        make_folder(folder)
        for file in (
            certificate,
            key,
        ):  # replaced they would keep their permissions, and the key is to be its owner's only
            file.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(
            f"found {folder}, in which no key can be kept ({error.strerror}); name another folder"
        ) from None
    # A new key beside an old certificate is noticed by the next look: a crash between the two does no harm.
    write_bytes(key, secret, below=folder)
    write_bytes(certificate, made, below=folder)
    return own(certificate, key)


def _no_password() -> str:
    raise ValueError("the key has a password")


def _kept(certificate: Path, key: Path, names: Sequence[str], now: datetime) -> Certificate | None:
    from cryptography import x509  # here, for it takes a tenth of a second, and most pages are not encrypted

    try:
        if key.lstat().st_mode & 0o077 or key.is_symlink():
            return None
        parsed = x509.load_pem_x509_certificate(read_bytes(certificate, LARGEST, below=certificate.parent))
        held = parsed.not_valid_before_utc <= now and now + timedelta(days=1) <= parsed.not_valid_after_utc
        return own(certificate, key) if held and _names_of(parsed) == _spelt(names) else None
    except (OSError, ValueError, DataError, UsageError):  # none there, or none that can be used: another one is made
        return None


def _names_of(parsed: "Parsed") -> set[str]:
    from cryptography import x509  # as above

    try:
        found = parsed.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return set()
    return {str(one.value) for one in found}


def _spelt(names: Sequence[str]) -> set[str]:
    """The names as they stand in a certificate."""
    return {str(_general(name).value) for name in names}


def _general(name: str) -> "IPAddress | DNSName":
    from cryptography import x509  # as above

    try:
        return x509.IPAddress(ip_address(name.partition("%")[0]))  # what follows is this machine's name for its network
    except ValueError:
        if not _HOST.fullmatch(name.lower()) or len(name) > 253:
            raise UsageError(f"found {name!r}, expected an address or a host name in plain letters") from None
        return x509.DNSName(name.lower())


def _made(names: Sequence[str], now: datetime, days: int) -> tuple[bytes, bytes]:
    """A certificate and its key, as PEM."""
    from cryptography import x509  # as above
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    secret = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Good Offices, on a local network")])
    made = (
        x509.CertificateBuilder(subject, subject, secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))  # a phone's clock may be slow
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in sorted(set(names))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(secret, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    no_password = serialization.NoEncryption()
    return made.public_bytes(encoding), secret.private_bytes(encoding, serialization.PrivateFormat.PKCS8, no_password)
