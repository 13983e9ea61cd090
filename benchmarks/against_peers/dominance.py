"""A peer: list all packages, then moocore's filter. Run in the peers' environment; prints JSON.

python -m benchmarks.against_peers.dominance ISSUES OPTIONS PARTIES KIND SEED RUNS
"""

import json
import sys
from statistics import median
from time import perf_counter

import moocore
import numpy as np

from .instances import digest, packages, values


def main() -> None:
    """Time it."""
    issues, options, parties = map(int, sys.argv[1:4])
    instance = values(issues, options, parties, sys.argv[4], int(sys.argv[5]))
    seconds = []
    for _ in range(int(sys.argv[6])):
        began = perf_counter()
        sums = packages(instance)
        kept = sums[moocore.is_nondominated(sums, maximise=True, keep_weakly=True)]
        seconds.append(perf_counter() - began)
    print(json.dumps({"seconds": median(seconds), "digest": digest(np.asarray(kept))}))


if __name__ == "__main__":
    main()
