"""One door to a case's files: below its folder no link is followed, and nothing but regular files passes."""

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from goodoffices.documents import make_folder, read_bytes, read_text, read_yaml, require_own, write_bytes, write_text
from goodoffices.errors import DataError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, pipes and devices are those of POSIX")
SECRET = "secret: 1\n"
Attack = Callable[[Path], None]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case, with somebody's own file and folder beside it."""
    (tmp_path / "victim.yaml").write_text(SECRET)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "file.yaml").write_text(SECRET)
    (folder := tmp_path / "case").mkdir()
    return folder


def to_a_file(at: Path) -> None:
    at.symlink_to("../victim.yaml")


def to_an_absolute_path(at: Path) -> None:
    at.symlink_to(at.parent.parent / "victim.yaml")


def to_a_link(at: Path) -> None:
    (at.parent / "second").symlink_to("../victim.yaml")
    at.symlink_to("second")


def to_nothing(at: Path) -> None:
    at.symlink_to("../made-by-the-program.yaml")


def to_itself(at: Path) -> None:
    at.symlink_to(at.name)


def inside_the_case(at: Path) -> None:
    (at.parent / "own.yaml").write_text(SECRET)
    at.symlink_to("own.yaml")


def to_a_device(at: Path) -> None:
    at.symlink_to("/dev/zero")


def a_pipe(at: Path) -> None:
    os.mkfifo(at)


def a_folder(at: Path) -> None:
    at.mkdir()


def a_socket(at: Path) -> None:
    here = os.getcwd()
    os.chdir(at.parent)  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(at.name)
    finally:
        os.chdir(here)


LINKS = [to_a_file, to_an_absolute_path, to_a_link, to_nothing, to_itself, inside_the_case, to_a_device]
OTHERS = [a_pipe, a_folder, a_socket]


def everything_beside(case: Path) -> dict[str, str]:
    return {
        str(p.relative_to(case.parent)): p.read_text()
        for p in case.parent.rglob("*")
        if p.is_file() and case not in p.parents
    }


@pytest.mark.parametrize("attack", [*LINKS, *OTHERS])
class TestTheFileItself:
    def refused(self, case: Path, attack: Attack, act: Callable[[Path], object]) -> None:
        attack(case / "file.yaml")
        before = everything_beside(case)
        with pytest.raises(DataError) as caught:
            act(case / "file.yaml")
        (problem,) = caught.value.problems
        assert problem.file == str(case / "file.yaml")
        assert problem.found == ("a link" if attack in LINKS else "a folder" if attack is a_folder else problem.found)
        assert everything_beside(case) == before
        assert not [p for p in case.iterdir() if p.name.endswith(".tmp")]

    def test_is_not_read(self, case: Path, attack: Attack) -> None:
        self.refused(case, attack, lambda path: read_bytes(path, below=case))

    def test_is_not_read_as_text(self, case: Path, attack: Attack) -> None:
        self.refused(case, attack, lambda path: read_text(path, below=case))

    def test_is_not_read_as_yaml(self, case: Path, attack: Attack) -> None:
        self.refused(case, attack, read_yaml)

    def test_is_not_written_anew(self, case: Path, attack: Attack) -> None:
        self.refused(case, attack, lambda path: write_bytes(path, b"x", below=case))

    def test_is_not_rewritten(self, case: Path, attack: Attack) -> None:
        self.refused(case, attack, lambda path: write_text(path, "x", replacing="0" * 64))

    def test_is_no_file_of_the_case(self, case: Path, attack: Attack) -> None:
        self.refused(case, attack, lambda path: require_own(path, case))


@pytest.mark.parametrize("attack", LINKS)
def test_a_link_is_not_taken_for_a_free_name(case: Path, attack: Attack) -> None:
    attack(case / "file.yaml")
    before = everything_beside(case)
    with pytest.raises(DataError):
        write_text(case / "file.yaml", "x", replacing=None)
    assert everything_beside(case) == before


@pytest.mark.parametrize(
    "act",
    [
        lambda path, case: read_bytes(path, below=case),
        lambda path, case: read_text(path, below=case),
        lambda path, case: write_bytes(path, b"x", below=case),
        lambda path, case: write_text(path, "x", replacing=None, below=case),
        lambda path, case: require_own(path, case),
        lambda path, case: make_folder(path, case),
    ],
    ids=["read", "read text", "write", "new", "look", "folder"],
)
@pytest.mark.parametrize("deep", [False, True])
def test_a_folder_on_the_way_that_is_a_link_is_refused(
    case: Path, act: Callable[[Path, Path], object], deep: bool
) -> None:
    link = case / "sources" if not deep else case / "sources" / "2025" / "may"
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(case.parent / "elsewhere")
    before = everything_beside(case)
    with pytest.raises(DataError, match="found a link") as caught:
        act(link / "new.yaml", case)
    assert caught.value.problems[0].file == str(link)
    assert everything_beside(case) == before


@pytest.mark.parametrize("path", ["../victim.yaml", "sources/../../victim.yaml", "/etc/passwd", ".."])
def test_a_path_that_leads_out_is_refused(case: Path, path: str) -> None:
    with pytest.raises(DataError, match="leads out of the folder"):
        read_bytes(os.path.join(case, path), below=case)


@pytest.mark.parametrize("path", ["", ".", "./"])
def test_the_folder_itself_is_no_file(case: Path, path: str) -> None:
    with pytest.raises(DataError, match="found a folder, expected a file"):
        read_bytes(os.path.join(case, path), below=case)


def test_a_file_exchanged_for_a_link_at_the_last_moment_is_not_followed(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (case / "file.yaml").write_text("own: 1\n")
    own = os.stat(case / "file.yaml")
    (case / "file.yaml").unlink()
    (case / "file.yaml").symlink_to("../victim.yaml")
    monkeypatch.setattr(os, "stat", lambda *_, **__: own)
    with pytest.raises(DataError):
        read_bytes(case / "file.yaml", below=case)


def test_a_folder_exchanged_for_a_link_at_the_last_moment_is_not_followed(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = os.stat(case)
    (case / "sources").symlink_to("../elsewhere")
    monkeypatch.setattr(os, "stat", lambda *_, **__: folder)
    with pytest.raises(DataError):
        read_bytes(case / "sources" / "file.yaml", below=case)


def test_what_the_user_names_may_be_a_link(case: Path) -> None:
    (named := case.parent / "named").symlink_to(case)
    (case / "file.yaml").write_text(SECRET)
    assert read_bytes(named / "file.yaml", below=named) == SECRET.encode()
    assert read_yaml(named / "file.yaml").value == {"secret": 1}
    (link := case.parent / "link.yaml").symlink_to(case / "file.yaml")
    assert read_bytes(link) == SECRET.encode()
    assert read_yaml(link, named=True).value == {"secret": 1}
    with pytest.raises(DataError, match="found a link"):
        read_yaml(link)


def test_new_folders_are_their_owner_s(case: Path) -> None:
    before = os.umask(0)
    try:
        make_folder(case / "sources" / "2025", case)
        make_folder(case / "sources" / "2025", case)  # one that is there may stay
        make_folder(case.parent / "new")
    finally:
        os.umask(before)
    made = (case / "sources", case / "sources" / "2025", case.parent / "new")
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in made] == [0o700] * 3


def test_what_is_not_there_is_a_file_that_is_not_there(case: Path) -> None:
    require_own(case / "file.yaml", case)
    with pytest.raises(DataError, match="no such file"):
        read_bytes(case / "sources" / "file.yaml", below=case)
    with pytest.raises(DataError, match="no such folder"):
        write_bytes(case / "sources" / "file.yaml", b"x", below=case)
