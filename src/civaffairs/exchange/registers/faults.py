"""What is wrong in the rows of registers: how many rows, and the first of them; never what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from attrs import define, field, frozen

from civaffairs.domain.names import Label
from civaffairs.errors import Fault, fault

SAMPLES = 5
"""How many rows are named for each kind of fault."""


@frozen
class Kind:
    """One kind of fault.

    Attributes:
        code: what is wrong, as a code of the wordings.
        register: `households` or `persons`.
        column: the name of the fact or key, empty where it is about the row as such.
        label: what the column is called.
    """

    code: str
    register: str
    column: str = ""
    label: Label | None = None


@define
class _Counted:
    rows: int = 0
    first: list[int] = field(factory=list)


class Faults:
    """Every kind of fault in the rows of the registers, counted; its size does not depend on their number.

    Example:
        >>> faults = Faults({"persons": "p.csv"})
        >>> faults.add(Kind("register_person_twice", "persons"), [7, 3, 9])
        >>> print(faults.faults[0].text("en").split(":")[0], faults.rows("register_person_twice"))
        p.csv 3
    """

    def __init__(self, places: dict[str, str]) -> None:
        self._places = places
        self._found: dict[Kind, _Counted] = {}
        self._lock = Lock()  # both registers are read at the same time

    def add(self, kind: Kind, rows: Iterable[int]) -> None:
        """Count rows, given by their numbers in the register."""
        numbers = list(rows)
        with self._lock:
            counted = self._found.setdefault(kind, _Counted())
            counted.rows += len(numbers)
            counted.first = sorted([*counted.first, *sorted(numbers)[:SAMPLES]])[:SAMPLES]

    def clear(self) -> None:
        """Forget everything, before the rows are read again."""
        self._found.clear()

    def __bool__(self) -> bool:
        return bool(self._found)

    def rows(self, code: str, column: str | None = None) -> int:
        """Return how many rows have a kind of fault, in one column or in any."""
        return sum(
            counted.rows
            for kind, counted in self._found.items()
            if kind.code == code and column in (None, kind.column)
        )

    @property
    def counted(self) -> dict[Kind, tuple[int, tuple[int, ...]]]:
        """For each kind how many rows have it, and the first of them."""
        return {
            kind: (each.rows, tuple(each.first)) for kind, each in sorted(self._found.items(), key=_order)
        }

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Each kind as one fault, those of the households first."""
        return tuple(
            fault(
                kind.code,
                self._places[kind.register],
                label=kind.label or "",
                count=count,
                rows=", ".join(map(str, first)) + (" …" if count > len(first) else ""),
            )
            for kind, (count, first) in self.counted.items()
        )


def _order(found: tuple[Kind, object]) -> tuple[str, str, str]:
    kind = found[0]
    return kind.register, kind.column, kind.code
