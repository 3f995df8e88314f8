"""What a run comes to: how many in each group, how much, and why not; row by row forgotten."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from threading import Lock
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from attrs import define, frozen

from civaffairs.exchange.registers.names import Array, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from civaffairs.domain.provisions import Provision

Group: TypeAlias = tuple[str | None, ...]
"""What the columns of a group hold; None where that is not known."""


@define
class Tally:
    """What one provision says of the things of a group.

    Attributes:
        things: how many there are.
        yes: of how many the condition holds.
        no: of how many it does not.
        total: how much they get together, as far as is known, in whole numbers of the provision's scale.
        unsized: how many get an amount that cannot be told.
    """

    things: int = 0
    yes: int = 0
    no: int = 0
    total: int = 0
    unsized: int = 0

    @property
    def doubtful(self) -> int:
        """Of how many it cannot be told."""
        return self.things - self.yes - self.no

    def __iadd__(self, other: Tally) -> Self:
        self.things += other.things
        self.yes += other.yes
        self.no += other.no
        self.total += other.total
        self.unsized += other.unsized
        return self


@frozen
class Counted:
    """A provision that is counted.

    Attributes:
        provision: the provision.
        scale: how many of the whole numbers make one unit of its amount; 1 where it has none.
    """

    provision: Provision
    scale: int = 1

    def amount(self, tally: Tally) -> Fraction | None:
        """Return how much, in the unit of the provision's amount; None where it has none."""
        return None if self.provision.amount is None else Fraction(tally.total, self.scale)


class Tallies:
    """What a run comes to, added up part by part, by several threads if need be.

    Attributes:
        counted: the provisions.
        by: the columns of households by which groups are made.
        why: for each provision, and whether it could not be told, how often each code is among the reasons.
        missing: for each provision how often each fact is missing where it could not be told.
    """

    def __init__(self, counted: Sequence[Counted], by: Sequence[str] = ()) -> None:
        self.counted = tuple(counted)
        self.by = tuple(by)
        self.why: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
        self.missing: dict[str, Counter[str]] = defaultdict(Counter)
        self._cells: dict[str, dict[Group, Tally]] = {
            each.provision.id: defaultdict(Tally) for each in self.counted
        }
        self._adding = Lock()

    def add(self, of: str, rows: Table) -> None:
        """Add the next decisions about things of a model.

        Args:
            of: the model.
            rows: a table with the columns of the provisions and those of the groups.
        """
        about = [each for each in self.counted if each.provision.of == of]
        if not about or not rows.num_rows:
            return
        wanted: list[tuple[Any, str]] = [([], "count_all")]
        for each in about:
            wanted += _wanted(each, rows)
        found = rows.group_by(list(self.by), use_threads=False).aggregate(wanted).to_pylist()
        reasons = {each.provision.id: _reasons(each.provision.id, rows) for each in about}
        with self._adding:
            for row in found:
                group = tuple(_said(row[name]) for name in self.by)
                for each in about:
                    self._cells[each.provision.id][group] += _tally(each, row)
            for id, (no, doubtful, missing) in reasons.items():
                self.why[id, False].update(no)
                self.why[id, True].update(doubtful)
                self.missing[id].update(missing)

    def of(self, id: str) -> Tally:
        """Return what a provision comes to in all."""
        return next(iter(self.groups(id).values()), Tally())

    def groups(self, id: str, *by: str) -> dict[Group, Tally]:
        """Return what a provision comes to by some of the columns, those without a value last."""
        places = [self.by.index(name) for name in by]
        found: dict[Group, Tally] = defaultdict(Tally)
        for group, tally in self._cells[id].items():
            found[tuple(group[place] for place in places)] += tally
        return dict(sorted(found.items(), key=lambda item: [(each is None, each or "") for each in item[0]]))


def _wanted(counted: Counted, rows: Table) -> Iterator[tuple[str, str]]:
    """Yield what is to be added up of each group; what is known of everything is not counted."""
    import pyarrow.compute as calculate

    id = counted.provision.id
    holds = rows.column(id)
    yield id, "sum"
    if holds.null_count:
        yield id, "count"
    if counted.provision.amount is not None:
        amount = rows.column(f"{id}.amount")
        yield f"{id}.amount", "sum"
        if len(amount) - amount.null_count < (calculate.sum(holds).as_py() or 0):
            yield f"{id}.amount", "count"


def _tally(counted: Counted, row: dict[str, Any]) -> Tally:
    id = counted.provision.id
    things, yes = row["count_all"], row[f"{id}_sum"] or 0
    tally = Tally(things, yes, row.get(f"{id}_count", things) - yes)
    if counted.provision.amount is not None:
        tally.total = row[f"{id}.amount_sum"] or 0
        tally.unsized = yes - row.get(f"{id}.amount_count", yes)
    return tally


def _reasons(id: str, rows: Table) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how often each reason is one where it fails, where it cannot be told, and each fact missing."""
    if f"{id}.why" not in rows.column_names:
        return Counter(), Counter(), Counter()
    import pyarrow.compute as calculate

    why = rows.column(f"{id}.why")
    # Where it holds there is no reason why not, and only where it cannot be told are facts missing.
    every, doubtful = _counts(why), Counter[str]()
    if rows.column(id).null_count:
        doubtful = _counts(why.filter(calculate.is_null(rows.column(id))))
    return every - doubtful, doubtful, _counts(rows.column(f"{id}.missing"))


def _counts(lists: Array) -> Counter[str]:
    """Return how often each text is in some of several lists."""
    import numpy
    import pyarrow as arrow
    import pyarrow.compute as calculate

    if arrow.types.is_dictionary(lists.type):  # many things have the same list
        coded = lists.combine_chunks()
        meant = coded.dictionary.to_pylist()
        counts: Counter[str] = Counter()
        numbers = numpy.bincount(coded.indices.to_numpy(), minlength=len(meant))
        for texts, number in zip(meant, numbers.tolist(), strict=True):
            for text in texts if number else ():
                counts[text] += number
        return counts
    found = calculate.value_counts(calculate.list_flatten(lists)).to_pylist()
    return Counter({each["values"]: each["counts"] for each in found})


def _said(value: object) -> str | None:
    return None if value is None else str(value)
