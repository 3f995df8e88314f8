"""Facts of one row that cannot be true together: the checks of the models, for whole columns at once.

A check is made where the register has both of its columns. What the models refuse beyond that, as facts of an
elder and of a child for one person, is not refused here: registers say `no` of everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from civaffairs.exchange.registers.names import Array

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

ALONE, EXCLUDE, NOT_ASSISTED = (
    "register_particular_alone",
    "register_facts_exclude",
    "register_tekun_not_assisted",
)
_PARTICULARS = ("disability_grade", "disability_kinds")
_NO_ORPHAN = ("child.unattended", "child.left_behind")


def contradictions(columns: Mapping[str, Array]) -> Iterator[tuple[str, str, NDArray[numpy.bool_]]]:
    """Yield the code of each fault, the column that it is about, and a mask of the rows that have it.

    Args:
        columns: the facts of persons, as arrays in the types that engines read.

    Example:
        >>> import pyarrow
        >>> found = contradictions(
        ...     {"disabled": pyarrow.array([True, None]), "disability_grade": pyarrow.array([1, 2])}
        ... )
        >>> [(code, column, mask.tolist()) for code, column, mask in found]
        [('register_particular_alone', 'disability_grade', [False, True])]
    """
    from pyarrow import compute

    for code, column, wrong in _found(columns):
        if compute.any(wrong).as_py():
            yield code, column, compute.fill_null(wrong, False).to_numpy(zero_copy_only=False)


def _found(columns: Mapping[str, Array]) -> Iterator[tuple[str, str, Array]]:
    from pyarrow import compute

    disabled = columns.get("disabled")
    for name in _PARTICULARS:
        given = columns.get(name)
        if disabled is not None and given is not None and given.null_count < len(given):
            yield ALONE, name, compute.and_not(given.is_valid(), compute.fill_null(disabled, False))
    orphan = columns.get("child.orphan")
    if orphan is not None:
        for name in _NO_ORPHAN:
            if name in columns:
                yield EXCLUDE, name, compute.and_(orphan, columns[name])
        name = "child.guardianship"
        if name in columns:
            yield EXCLUDE, name, compute.and_(orphan, _is(columns[name], "parents"))
    assistance, support = columns.get("assistance"), columns.get("tekun.support")
    if assistance is not None and support is not None:
        other = compute.invert(_is(assistance, "tekun"))
        yield NOT_ASSISTED, "tekun.support", compute.and_(support.is_valid(), other)


def _is(terms: Array, term: str) -> Array:
    from pyarrow import compute

    return compute.equal(terms.indices, terms.dictionary.to_pylist().index(term))
