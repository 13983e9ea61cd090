"""Run as a program: carries a plan out again and again, killed each time one step later, and tells each state as JSON.

    python killed.py CASE source|person ID

Every step at which the system is asked to open, make, rename or remove something is a moment at which the process may die.
"""

import json
import os
import shutil
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from goodoffices.synthesis.forgetting import Plan, carry_out, finish, is_unfinished, plan_person, plan_source
from goodoffices.talks import Day

STEPS = ("os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "shutil.rmtree")


def state(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def main(case: Path, kind: str, key: str) -> None:
    number, told = 0, []
    plan = plan_source(case, key) if kind == "source" else plan_person(case, key, Day.parse("2031-04-01"))
    while True:
        folder = case.with_name(f"{case.name}-{number}")
        shutil.copytree(case, folder)
        ended = killed_at(number, replace(plan, folder=folder))
        one: dict[str, Any] = {"killed": state(folder), "unfinished": is_unfinished(folder)}
        finish(folder)
        told.append({**one, "finished": state(folder)})
        shutil.rmtree(folder)
        if ended:
            break
        number += 1
    print(json.dumps(told))


def killed_at(number: int, plan: Plan) -> bool:
    """Whether it came to its end before that step."""
    child = os.fork()
    if child == 0:
        left = [number]

        def step(event: str, args: tuple[Any, ...]) -> None:
            writes = (
                event == "open" and len(args) > 2 and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
            )
            if event in STEPS or writes:
                if left[0] == 0:
                    os._exit(9)
                left[0] -= 1

        sys.addaudithook(step)
        carry_out(plan)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
