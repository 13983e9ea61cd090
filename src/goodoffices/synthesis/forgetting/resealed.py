"""Minutes whose words are blacked out: the digest of what was read back is renewed, and the version says that it is redacted."""

from dataclasses import replace

from ...case.minutes import digest
from ...case.validate import validated
from ...documents import parse
from ...talks import Minutes
from .case_files import CaseFiles


def reseal(files: CaseFiles, name: str, text: str) -> bool:
    """Put the new digests into what becomes of a file of minutes with this text; whether there are any."""
    read, _ = validated(replace(files.documents[name], text=text, value=parse(name, text)), Minutes)
    changed = [
        ("meetings", meeting, index)
        for meeting, versions in (read.meetings if read is not None else {}).items()
        for index, version in enumerate(versions) if version.sha256 != digest(version.points)
    ]  # fmt: skip
    for steps in changed:
        assert read is not None
        files.going[name].puts[(*steps, "sha256")] = digest(read.meetings[steps[1]][steps[2]].points)
        files.going[name].set(steps, "redacted", True, files.documents[name].value)
    return bool(changed)
