"""Whether a forgetting was stopped after it had begun to change the case: then some files are new already, and others are not."""

from pathlib import Path

STAGING, COMMIT = ".forgetting", "plan.json"
"""Where the new files lie until all is done, and the plan there, which is the last to come and the last to go."""


def is_unfinished(folder: Path) -> bool:
    """Whether the same `forget` has to be run again before anything else."""
    return (folder / STAGING / COMMIT).is_file()
