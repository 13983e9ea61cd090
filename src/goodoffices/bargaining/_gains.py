"""Which of two packages has the larger Nash product: a private kernel over what each party gains, in whole steps of a grid."""

import numpy as np

from .compiled import Longs, compiled

_FAR = 1e-9
"""Products that differ by more than this part of the larger are told apart by floats, in which they are off by 1e-14 at most."""
_LIMB = 31
_MASK = (1 << 31) - 1


@compiled
def compare_gains(a: Longs, b: Longs, close: bool) -> int:
    """1, 0 or -1: by how many parties gain, then by the product of their gains. a, b: (parties,), at least 0 and below 2^62.

    Where the two are near, whole numbers decide; with `close`, for values that were rounded, near products count as equal.
    """
    more, x, y = 0, 1.0, 1.0
    for p in range(a.size):
        more += (a[p] > 0) - (b[p] > 0)
        x *= max(a[p], 1) * 2.0**-40
        y *= max(b[p], 1) * 2.0**-40
    if more != 0:
        return 1 if more > 0 else -1
    if abs(x - y) > _FAR * max(x, y):
        return 1 if x > y else -1
    if close:
        return 0
    ours, others = _product(a), _product(b)
    for place in range(ours.size - 1, -1, -1):
        if ours[place] != others[place]:
            return 1 if ours[place] > others[place] else -1
    return 0


@compiled
def _product(gains: Longs) -> Longs:
    """The product of the gains above 0 in limbs of 31 bits, the lowest first; shape (2 parties + 1,)."""
    product = np.zeros(2 * gains.size + 1, np.int64)
    product[0] = 1
    for gain in gains:
        if gain > 0:
            product = _times(product, gain & _MASK, gain >> _LIMB)
    return product


@compiled
def _times(number: Longs, low: int, high: int) -> Longs:
    """A number in limbs times low + 2^31 high."""
    result = np.zeros(number.size, np.int64)
    carry = np.int64(0)
    for place in range(number.size):
        # A product below 2^62 and a carry below 2^33 fit into 63 bits, two products do not: one after the other.
        total = number[place] * low + carry
        carry = total >> _LIMB
        total &= _MASK
        if place > 0:
            total += number[place - 1] * high
            carry += total >> _LIMB
            total &= _MASK
        result[place] = total
    return result
