"""A peer: NegMAS' `pareto_frontier` over all packages. Run in the peers' environment; prints JSON.

python -m benchmarks.against_peers.negmas_frontier ISSUES OPTIONS PARTIES KIND SEED RUNS
"""

import json
import sys
from statistics import median
from time import perf_counter

import numpy as np
from negmas import make_issue
from negmas.preferences import LinearAdditiveUtilityFunction, pareto_frontier

from .instances import digest, values


def main() -> None:
    """Time it."""
    issues, options, parties = map(int, sys.argv[1:4])
    instance = values(issues, options, parties, sys.argv[4], int(sys.argv[5]))
    named = [make_issue([str(o) for o in range(options)], name=f"i{n}") for n in range(issues)]
    functions = [
        LinearAdditiveUtilityFunction(
            values={f"i{n}": {str(o): adds[o, party] for o in range(options)} for n, adds in enumerate(instance)},
            issues=named,
        )
        for party in range(parties)
    ]
    seconds = []
    for _ in range(int(sys.argv[6])):
        began = perf_counter()
        found, _ = pareto_frontier(functions, issues=named)
        seconds.append(perf_counter() - began)
    print(json.dumps({"seconds": median(seconds), "digest": digest(np.array(found, float))}))


if __name__ == "__main__":
    main()
