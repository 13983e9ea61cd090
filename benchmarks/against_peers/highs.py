"""A peer: mixed-integer programs by HiGHS itself (`highspy`). Run in the peers' environment; prints JSON.

    python -m benchmarks.against_peers.highs nash|egalitarian|kalai_smorodinsky ISSUES OPTIONS PARTIES KIND SEED SECONDS

Nash by outer approximation (Duran and Grossmann 1986): the logarithm of each gain lies below its tangents; tangents are added
at each solution until it is as good as the bound.
"""

import json
import sys
from time import perf_counter

import highspy
import numpy as np
from numpy.typing import NDArray

from .instances import values

Floats = NDArray[np.float64]


class Program:
    """One binary variable for each option, one option for each issue, and `extra` free variables behind them."""

    def __init__(self, instance: list[Floats], extra: int, until: float) -> None:
        self.adds = np.concatenate(instance)
        sizes = [len(adds) for adds in instance]
        self.n, self.extra, self.until = len(self.adds), extra, until
        self.one_each = np.zeros((len(sizes), self.n + extra))
        self.one_each[np.repeat(np.arange(len(sizes)), sizes), np.arange(self.n)] = 1

    def maximise(self, aim: Floats, rows: Floats, upper: Floats) -> tuple[Floats | None, float, bool]:
        """The options taken (as numbers 0 and 1), the bound, whether it is proven."""
        left = self.until - perf_counter()
        if left <= 0:
            return None, np.inf, False
        solver = highspy.Highs()
        solver.silent()
        solver.setOptionValue("mip_rel_gap", 1e-9)
        solver.setOptionValue("time_limit", left)
        solver.passModel(self._model(aim, rows, upper))
        solver.run()
        proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        info = solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None, info.mip_dual_bound, False
        return np.round(solver.getSolution().col_value[: self.n]), info.mip_dual_bound, proven

    def _model(self, aim: Floats, rows: Floats, upper: Floats) -> highspy.HighsLp:
        matrix = np.vstack([self.one_each, rows])
        filled = matrix != 0
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = matrix.shape
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = aim
        model.col_lower_ = np.append(np.zeros(self.n), np.full(self.extra, -highspy.kHighsInf))
        model.col_upper_ = np.append(np.ones(self.n), np.full(self.extra, highspy.kHighsInf))
        model.row_lower_ = np.append(np.ones(len(self.one_each)), np.full(len(rows), -highspy.kHighsInf))
        model.row_upper_ = np.append(np.ones(len(self.one_each)), upper)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.append(0, np.cumsum(filled.sum(axis=1)))
        model.a_matrix_.index_ = np.nonzero(filled)[1]
        model.a_matrix_.value_ = matrix[filled]
        whole, free = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [whole] * self.n + [free] * self.extra
        return model


def nash(instance: list[Floats], until: float) -> tuple[float, bool]:
    """The largest product of gains over 0, as a logarithm; whether it is proven."""
    parties = instance[0].shape[1]
    program = Program(instance, parties, until)
    best = program.adds.reshape(len(instance), -1, parties).max(axis=1).sum(axis=0)
    points = [best * share for share in np.linspace(0.1, 1, 10)]
    found, bound = -np.inf, np.inf
    while bound - found > 1e-9:
        rows, upper = [], []
        for point in points:
            for p in range(parties):
                # t <= log a + (g - a) / a
                rows.append(np.concatenate([-program.adds[:, p] / point[p], np.eye(parties)[p]]))
                upper.append(np.log(point[p]) - 1)
        aim = np.append(np.zeros(program.n), np.ones(parties))
        taken, bound, proven = program.maximise(aim, np.array(rows), np.array(upper))
        if taken is None or not proven:
            return found, False
        gains = taken @ program.adds
        if (gains <= 0).any():
            gains = np.maximum(gains, 1e-6)
        value = float(np.log(gains).sum())
        if value <= found and bound - found > 1e-9 and any(np.array_equal(gains, point) for point in points):
            return found, True
        found = max(found, value)
        points.append(gains)
    return found, True


def least(instance: list[Floats], best: Floats, until: float) -> tuple[float, bool]:
    """The largest smallest share of `best` (parties,); whether it is proven."""
    parties = instance[0].shape[1]
    program = Program(instance, 1, until)
    rows = np.column_stack([-program.adds.T / best[:, None], np.ones(parties)])
    aim = np.append(np.zeros(program.n), 1.0)
    taken, _, proven = program.maximise(aim, rows, np.zeros(parties))
    return (float((taken @ program.adds / best).min()) if taken is not None else -np.inf), proven


def main() -> None:
    """Time it."""
    concept = sys.argv[1]
    issues, options, parties = map(int, sys.argv[2:5])
    instance = values(issues, options, parties, sys.argv[5], int(sys.argv[6]))
    least(values(2, 2, 2, "real", 0), np.ones(2), perf_counter() + 60)  # loads the solver
    began = perf_counter()
    until = began + float(sys.argv[7])
    if concept == "nash":
        value, proven = nash(instance, until)
    else:
        best = np.ones(parties) if concept == "egalitarian" else sum(adds.max(axis=0) for adds in instance)
        value, proven = least(instance, np.asarray(best), until)
    print(json.dumps({"seconds": perf_counter() - began, "value": value, "proven": proven}))


if __name__ == "__main__":
    main()
