"""Does what a page shows, in a folder of its own: edits files, runs commands, and compares what they print.

    ```console         lines `$ COMMAND` are run; the lines below are what it prints, `...` for any number of lines
    ```diff FILE       the lines with `-` stand in FILE, once and in a row, and are replaced by those with `+`
    ```text FILE       FILE is made with this text (any language may stand for `text`)

A command that shows no output may print what it likes, but must succeed; what fails must show its message.
`goodoffices` runs in this process: an interpreter for each command would take minutes. ` < FILE` gives it a file's text, as a
person at the keyboard or another program would.
"""

import os
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner

from goodoffices.cli import app
from goodoffices.documents import sha256_of

from .pages import Block

HOME = "/home/you"
"""What pages print for the folder in which the reader is."""
SHELL = frozenset({"cat", "cp", "grep", "head", "ls", "mkdir", "rm", "sed", "tail", "cut"})
"""What else a page may call: tools that every system has, with nothing that differs between them."""
_SETTING = re.compile(r"[A-Z_]+=\S*")


@dataclass
class Desk:
    """A reader at a folder: what he typed last, and how it ended."""

    folder: Path
    code: int = 0
    runner: CliRunner = field(default_factory=CliRunner)

    def follow(self, block: Block) -> None:
        """Do what a block says."""
        if block.language == "console":
            for command, shown in steps(block.text):
                self._step(f"line {block.line}: {command}", command, shown)
        elif block.language == "diff" and block.file:
            self._edit(block)
        elif block.file:
            target = self.folder / block.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, "utf-8", newline="\n")

    def run(self, command: str) -> str:
        """What a command prints, its messages included; its exit code is kept for `echo $?`."""
        if command == "echo $?":
            return f"{self.code}\n"
        first, *pipe = command.split(" | ")
        printed = self._one(shlex.split(first, comments=True))
        return self._shell(" | ".join(pipe), printed) if pipe else printed

    def _one(self, words: list[str]) -> str:
        settings = {}
        while _SETTING.fullmatch(words[0]):
            key, _, value = words.pop(0).partition("=")
            settings[key] = value
        if words[0] == "goodoffices":
            if words[-2:-1] == ["<"]:
                return self._goodoffices(words[1:-2], settings, (self.folder / words[-1]).read_text("utf-8"))
            return self._goodoffices(words[1:], settings, "")
        if words[0] == "sha256sum":
            return "".join(f"{sha256_of((self.folder / w).read_bytes())}  {w}\n" for w in words[1:])
        return self._shell(shlex.join(words), "")

    def _goodoffices(self, words: list[str], settings: dict[str, str], given: str) -> str:
        # Wide enough for no line to be wrapped: where a terminal breaks lines is not what the pages are about.
        plain = {"COLUMNS": "400", "FORCE_COLOR": None, "NO_COLOR": None, "TERMINAL_WIDTH": "80"}
        result = self.runner.invoke(app, words, given, plain | settings, prog_name="goodoffices")
        self.code = result.exit_code
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output

    def _shell(self, command: str, given: str) -> str:
        for one in command.split(" | "):
            assert shlex.split(one)[0] in SHELL, (
                f"a page may call goodoffices and {', '.join(sorted(SHELL))}: {command}"
            )
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            command, shell=True, cwd=self.folder, input=given, env=environment, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        self.code = done.returncode
        return done.stdout

    def _step(self, where: str, command: str, shown: str) -> None:
        printed = self.run(command).replace(str(self.folder.resolve()), HOME)
        if not shown:
            assert self.code == 0, f"{where}: ended with {self.code}, and no message is shown:\n{printed}"
            return
        assert fits(shown, printed), f"{where}: the page shows\n{shown}\nbut it prints\n{printed}"

    def _edit(self, block: Block) -> None:
        target = self.folder / block.file
        text = target.read_text("utf-8")
        for old, new in changes(block.text):
            assert text.count(old) == 1, f"line {block.line}: stands {text.count(old)} times in {block.file}:\n{old}"
            text = text.replace(old, new)
        target.write_text(text, "utf-8", newline="\n")


def steps(text: str) -> list[tuple[str, str]]:
    """The commands of a block with what is shown below each; the block begins with a command."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        else:
            assert found, f"a console block begins with a command: {line}"
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def fits(shown: str, printed: str) -> bool:
    """Whether the output is what is shown; a line `...` stands for any number of lines, also none."""
    parts = ["(?:.*\n)*" if line.strip() == "..." else re.escape(line) + "[ \t]*\n" for line in _lines(shown)]
    return re.fullmatch("".join(parts), "".join(line + "\n" for line in _lines(printed))) is not None


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def changes(text: str) -> list[tuple[str, str]]:
    """The replacements of a diff: hunks are set apart by `@@`; lines without a mark stand in both."""
    hunks = re.split(r"^@@.*\n", text, flags=re.MULTILINE)
    return [(_side(hunk, "-"), _side(hunk, "+")) for hunk in hunks if hunk]


def _side(hunk: str, mark: str) -> str:
    return "".join(line[1:] for line in hunk.splitlines(keepends=True) if line[:1] in (mark, " "))
