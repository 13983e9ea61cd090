"""How long a whole day by programs takes.

    python -m benchmarks.stand_ins [--days 20]

Eight seats, three issues, two hours and a half by the plan: the small exercise of the tests, with one seed a day. Then random
exercises of five to fifteen seats. Printed are the seconds of a day (median and slowest) and its acts.
"""

import argparse
from collections.abc import Callable
from statistics import median
from time import perf_counter

from goodoffices.proceedings import Setting
from goodoffices.stand_ins import hold_day
from tests.stand_ins.exercises import SETTING, drawn


def timed(name: str, days: int, setting: Callable[[int], Setting]) -> None:
    """Hold some days, and print what they took."""
    seconds, acts = [], []
    for seed in range(days):
        made = setting(seed)
        begins = perf_counter()
        acts.append(hold_day(made, seed=seed, steps_in=True).state.acts)
        seconds.append(perf_counter() - begins)
    print(
        f"{name}: {median(seconds):.2f} s a day, the slowest {max(seconds):.2f} s; {median(acts):.0f} acts, at most {max(acts)}"
    )


def main() -> None:
    """Print both figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=int, default=20, help="how many days of each kind")
    days = parser.parse_args().days
    timed("eight seats", days, lambda seed: SETTING)
    timed("random exercises", days, drawn)


if __name__ == "__main__":
    main()
