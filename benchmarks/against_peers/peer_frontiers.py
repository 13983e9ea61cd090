"""Peers that find frontiers. Run in the peers' environment; prints JSON.

    python -m benchmarks.against_peers.peer_frontiers list|prune|negmas ISSUES OPTIONS PARTIES KIND SEED RUNS

list: all packages, then moocore's filter. prune: issue by issue, what moocore finds dominated being dropped after each (it may be,
for utilities are added). negmas: NegMAS' `pareto_frontier` over all packages.
"""

import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import moocore
import numpy as np
from numpy.typing import NDArray

from .instances import Values, digest, packages, values

Floats = NDArray[np.float64]


def listing(instance: Values) -> Callable[[], Floats]:
    """List all packages, filter once."""

    def work() -> Floats:
        sums = packages(instance)
        return np.asarray(sums[moocore.is_nondominated(sums, maximise=True, keep_weakly=True)])

    return work


def pruning(instance: Values) -> Callable[[], Floats]:
    """Add issue after issue, filter each time; equal sums stand once, which is in its favour."""

    def work() -> Floats:
        sums = np.zeros((1, instance[0].shape[1]))
        for adds in instance:
            sums = (sums[:, None, :] + adds[None, :, :]).reshape(-1, sums.shape[1])
            sums = sums[moocore.is_nondominated(sums, maximise=True, keep_weakly=False)]
        return sums

    return work


def negmas(instance: Values) -> Callable[[], Floats]:
    """The public function of NegMAS; making its utility functions is not timed."""
    from negmas import make_issue
    from negmas.preferences import LinearAdditiveUtilityFunction, pareto_frontier

    options = range(len(instance[0]))
    named = [make_issue([str(o) for o in options], name=f"i{n}") for n in range(len(instance))]
    functions = [
        LinearAdditiveUtilityFunction(
            values={f"i{n}": {str(o): adds[o, party] for o in options} for n, adds in enumerate(instance)},
            issues=named,
        )
        for party in range(instance[0].shape[1])
    ]
    return lambda: np.array(pareto_frontier(functions, issues=named)[0], float)


WAYS = {"list": listing, "prune": pruning, "negmas": negmas}


def main() -> None:
    """Time it."""
    issues, options, parties = map(int, sys.argv[2:5])
    work = WAYS[sys.argv[1]](values(issues, options, parties, sys.argv[5], int(sys.argv[6])))
    seconds, found = [], np.empty((0, parties))
    for _ in range(int(sys.argv[7])):
        began = perf_counter()
        found = work()
        seconds.append(perf_counter() - began)
    print(json.dumps({"seconds": median(seconds), "digest": digest(found)}))


if __name__ == "__main__":
    main()
