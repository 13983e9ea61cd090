"""Proves that the lock files can be installed on every Python and platform that they are meant for.

For each of them pip itself finds and checks (by hash) a ready-made wheel of every pinned package. As pip reads markers
with the eyes of the Python it runs in, they are worked out here for the target; and so is whether all that the packages
ask for on that target is pinned, and in a version that suits them.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
DOWNLOADS = ROOT / ".venv-check" / "downloads"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PIN = re.compile(r"(?P<requirement>\S+==\S+)(?: ; (?P<marker>[^\\]+?))?(?P<hashes>(?:\s*\\\n\s+--hash=\S+)+)")


@dataclass(frozen=True)
class Platform:
    """A platform by the name people know, the tags pip knows and the values markers ask for."""

    name: str
    tags: tuple[str, ...]
    os_name: str
    sys_platform: str
    platform_system: str
    platform_machine: str


@dataclass(frozen=True)
class Target:
    """One lock file on one Python on one platform."""

    lock: str
    group: str | None
    python: str
    platform: Platform

    def environment(self) -> dict[str, str]:
        """What markers see on this target."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": self.platform.os_name,
            "platform_machine": self.platform.platform_machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.platform.platform_system,
            "platform_version": "",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": self.platform.sys_platform,
        }


@dataclass(frozen=True)
class Package:
    """What a wheel tells of itself."""

    version: str
    needs: tuple[str, ...]
    pythons: str
    """The Pythons that it says it runs on."""


def linux(machine: str) -> Platform:
    # glibc 2.28 is what Debian 10, Ubuntu 18.10 and RHEL 8 came with.
    old = {"x86_64": ("manylinux2014", "manylinux2010", "manylinux1"), "aarch64": ("manylinux2014",)}[machine]
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(28, 4, -1)] + [f"{tag}_{machine}" for tag in old]
    return Platform(f"Linux {machine}", tuple(tags), "posix", "linux", "Linux", machine)


LINUX = linux("x86_64")
PLATFORMS = (
    LINUX,
    linux("aarch64"),
    Platform("macOS arm64", ("macosx_12_0_arm64",), "posix", "darwin", "Darwin", "arm64"),
    Platform("Windows x64", ("win_amd64",), "nt", "win32", "Windows", "AMD64"),
)
TARGETS = (
    *(Target("requirements.lock", None, python, platform) for platform in PLATFORMS for python in PYTHONS),
    *(Target("requirements-extras.lock", None, python, LINUX) for python in PYTHONS),
    *(Target("requirements-dev.lock", "dev", python, LINUX) for python in PYTHONS),
)


def pins(target: Target) -> Iterator[str]:
    """The entries of the lock that count on the target, without their markers."""
    for pin in PIN.finditer((ROOT / target.lock).read_text(encoding="utf-8")):
        if not pin["marker"] or Marker(pin["marker"]).evaluate(target.environment()):
            yield pin["requirement"] + pin["hashes"]


def asked_for(target: Target) -> list[str]:
    """What the project itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted: list[str] = list(project["project"]["dependencies"])
    if target.lock != "requirements.lock":
        wanted += [need for extra in project["project"]["optional-dependencies"].values() for need in extra]
    return wanted + (project["dependency-groups"][target.group] if target.group else [])


def not_pinned(wanted: Iterable[str], packages: dict[str, Package], target: Target) -> Iterator[str]:
    """Whatever is asked for on the target, by the project or by a pinned package, and is not pinned as asked."""
    todo = [(text, "", "the project") for text in wanted]
    seen = set()
    while todo:
        text, extra, asker = todo.pop()
        requirement = Requirement(text)
        if (text, extra) in seen or not applies(requirement, extra, target):
            continue
        seen.add((text, extra))
        package = packages.get(canonicalize_name(requirement.name))
        if package is None or not requirement.specifier.contains(package.version, prereleases=True):
            yield f"{asker} asks for {text}"
            continue
        todo += [(need, name, requirement.name) for need in package.needs for name in ("", *requirement.extras)]


def unfit(packages: dict[str, Package], target: Target) -> Iterator[str]:
    """Whatever is pinned for the target and does not run on its Python."""
    for name, package in packages.items():
        if not SpecifierSet(package.pythons).contains(f"{target.python}.0"):
            yield f"{name} runs on Python {package.pythons}"


def applies(requirement: Requirement, extra: str, target: Target) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**target.environment(), "extra": extra})


def prove(target: Target) -> tuple[Target, int, str]:
    """The target, the number of its packages, and what is wrong (nothing where it can be installed)."""
    with tempfile.TemporaryDirectory() as folder:
        lock, report = Path(folder, "lock"), Path(folder, "report.json")
        entries = list(pins(target))
        lock.write_text("\n".join(entries) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--disable-pip-version-check"]
        command += ["--cache-dir", str(DOWNLOADS), "--report", str(report), "--target", folder, "--ignore-installed"]
        command += ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", str(lock)]
        # pip holds `Requires-Python` of some packages against the Python it runs in; `unfit` holds it against the target's.
        command += ["--implementation", "cp", "--python-version", target.python, "--ignore-requires-python"]
        command += [word for tag in target.platform.tags for word in ("--platform", tag)]
        pip = subprocess.run(command, capture_output=True, text=True, check=False)
        if pip.returncode:
            return target, len(entries), pip.stderr.strip()
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    packages = {
        str(canonicalize_name(told["name"])): Package(
            told["version"], tuple(told.get("requires_dist") or ()), told.get("requires_python") or ""
        )
        for told in (item["metadata"] for item in installs)
    }
    wrong = [*unfit(packages, target), *not_pinned(asked_for(target), packages, target)]
    return target, len(entries), "; ".join(wrong)


def main() -> int:
    """Print one line for each target; the exit status tells whether all of them can be installed."""
    print(f"{'lock':<26}{'Python':<8}{'platform':<15}{'packages':>8}  result", flush=True)
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for target, packages, wrong in pool.map(prove, TARGETS):
            failed += bool(wrong)
            line = f"{target.lock:<26}{target.python:<8}{target.platform.name:<15}{packages:>8}  "
            print(line + (f"FAILED: {wrong}" if wrong else "installs"), flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
