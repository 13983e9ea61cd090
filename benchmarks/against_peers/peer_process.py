"""A peer as a whole process: NegMAS reads a folder of Genius files, and prints its frontier or its named packages.

    python -m benchmarks.against_peers.peer_process frontier|solve FOLDER

Run in the peers' environment; nothing is imported that it does not need.
"""

import json
import sys

from negmas.inout import Scenario
from negmas.preferences import kalai_points, nash_points, pareto_frontier


def main() -> None:
    """Read, compute, print."""
    found = Scenario.from_genius_folder(sys.argv[2])
    assert found is not None
    outcomes = list(found.outcome_space.enumerate_or_sample())
    vectors, numbers = pareto_frontier(found.ufuns, outcomes=outcomes)
    if sys.argv[1] == "frontier":
        told = [[list(map(str, outcomes[n])), [float(u) for u in v]] for n, v in zip(numbers, vectors, strict=True)]
        print(json.dumps(told))
        return
    ways = {"nash": nash_points, "kalai": kalai_points}
    print(json.dumps({name: str(way(found.ufuns, vectors, outcomes=outcomes)) for name, way in ways.items()}))


if __name__ == "__main__":
    main()
