"""A peer: the same programs by CP-SAT of OR-Tools, in whole numbers, on two workers. Run in the peers' environment; prints JSON.

python -m benchmarks.against_peers.cpsat egalitarian|kalai_smorodinsky ISSUES OPTIONS PARTIES integer SEED SECONDS
"""

import json
import sys
from time import perf_counter

import numpy as np
from ortools.sat.python import cp_model

from .instances import values

_SHARES = 10**6


def main() -> None:
    """Time it."""
    concept = sys.argv[1]
    issues, options, parties = map(int, sys.argv[2:5])
    instance = [adds.astype(int) for adds in values(issues, options, parties, sys.argv[5], int(sys.argv[6]))]
    best = np.sum([adds.max(axis=0) for adds in instance], axis=0)
    began = perf_counter()
    model = cp_model.CpModel()
    taken = [[model.new_bool_var("") for _ in adds] for adds in instance]
    for row in taken:
        model.add_exactly_one(row)
    top = int(best.max()) if concept == "egalitarian" else _SHARES
    smallest = model.new_int_var(0, top, "")
    for p in range(parties):
        gain = sum(int(adds[o, p]) * row[o] for adds, row in zip(instance, taken, strict=True) for o in range(len(row)))
        if concept == "egalitarian":
            model.add(gain >= smallest)
        else:
            model.add(gain * _SHARES >= smallest * int(best[p]))
    model.maximize(smallest)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(sys.argv[7])
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    seconds = perf_counter() - began
    value = solver.objective_value / (1 if concept == "egalitarian" else _SHARES)
    print(json.dumps({"seconds": seconds, "value": value, "proven": status == cp_model.OPTIMAL}))


if __name__ == "__main__":
    main()
