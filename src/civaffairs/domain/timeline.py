"""Values over time: half-open, dated and cited, with every gap said and no overlap sayable.

Standards, rules and targets share it. Adding next year's value is one added line.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from civaffairs.domain.names import Label
from civaffairs.domain.periods import ONE_DAY, Period, as_period, maybe_period
from civaffairs.domain.sources import Clause
from civaffairs.domain.values import Value
from civaffairs.errors import DateUncertain, DeclarationError, Fault, NotInForce, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")


@frozen(eq=False, repr=False, slots=False)
class Since(Value, Generic[T_co]):
    """A value and the moment from which it holds, until the next entry begins.

    Attributes:
        start: as precise as the source: a month stays a month.
        value: what holds.
        clause: where that is laid down.
    """

    start: Period
    value: T_co
    clause: Clause = field(validator=instance_of(Clause))


@frozen(eq=False, repr=False, slots=False)
class NotModelled(Value):
    """A gap that is said: nothing is known, or nothing is modelled, and this is why.

    Attributes:
        before: the moment until which it lasts; None where it is open at the end.
        since: the moment from which it lasts; None where it is open at the beginning.
        why: the reason, for whoever asks for a date in the gap.
    """

    why: Label = field(validator=instance_of(Label))
    before: Period | None = field(default=None, converter=maybe_period, kw_only=True)
    since: Period | None = field(default=None, converter=maybe_period, kw_only=True)


def since(start: str | int | Period, value: V, clause: Clause) -> Since[V]:
    """Say that `value` holds from `start` on, and where that is laid down."""
    return Since(as_period(start), value, clause)


def _entries(values: Iterable[Any]) -> tuple[Any, ...]:
    """A tuple; the type checker cannot see through `tuple` itself."""
    return tuple(values)


@frozen(eq=False, repr=False, slots=False)
class Timeline(Value, Generic[T_co]):
    """Dated values in order of time.

    The first entry must be `NotModelled(before=…)`, since nothing holds from the beginning of time. Each
    entry lasts until the next one begins. A gap inside is `NotModelled(since=…, before=…)`, an end is
    `NotModelled(since=…)`.

    Raises:
        DeclarationError: with every entry that is out of order, unsaid or repeated.

    Example:
        >>> from civaffairs.domain.names import Label
        >>> from civaffairs.domain.sources import Document
        >>> order = Document("d/1", Label("通知", "Notice"), "民政局", 2021)
        >>> dibao = Timeline(
        ...     (
        ...         NotModelled(
        ...             Label("来源没有更早的标准", "no earlier standard is known"), before="2021-09-01"
        ...         ),
        ...         since("2021-09-01", 636, order.at("一")),
        ...         since("2022-09", 717, order.at("二")),
        ...     )
        ... )
        >>> from datetime import date
        >>> dibao.on(date(2021, 12, 31)), dibao.on(date(2023, 1, 1))
        (636, 717)
        >>> [each.value for each in dibao.candidates(date(2022, 9, 15))]
        [636, 717]
    """

    entries: tuple[Since[T_co] | NotModelled, ...] = field(
        converter=_entries, validator=deep_iterable(instance_of((Since, NotModelled)))
    )

    def __attrs_post_init__(self) -> None:
        raise_all(DeclarationError, _faults(self.entries))

    def __iter__(self) -> Iterator[Since[T_co]]:
        return (entry for entry in self.entries if isinstance(entry, Since))

    @property
    def changes(self) -> tuple[Period, ...]:
        """Every moment at which something begins."""
        starts = (_start(entry) for entry in self.entries)
        return tuple(start for start in starts if start is not None)

    @property
    def latest(self) -> Since[T_co]:
        """The last value known."""
        return list(self)[-1]

    def candidates(self, day: date) -> tuple[Since[T_co] | NotModelled, ...]:
        """Return the entries that may hold on `day`.

        There is one, or more where a start is only known to the month or year.
        """
        # Each start is over before the next one may be, so that only the next entry can be in doubt.
        at = bisect_right(self.entries, day, key=_begun)
        following = self.entries[at : at + 1]
        doubtful = (entry for entry in following if (start := _start(entry)) and start.first_day <= day)
        return (self.entries[at - 1], *doubtful)

    def entry_on(self, day: date) -> Since[T_co]:
        """Return the entry that holds on `day`, with its start and clause.

        Raises:
            NotInForce: in a gap; the fault says why and what is known.
            DateUncertain: where a start known only to the month or year leaves more than one possibility.
        """
        found = self.candidates(day)
        if len(found) > 1:
            starts = "; ".join(str(start) for start in map(_start, found) if start)
            raise DateUncertain(fault("date_uncertain", day=day.isoformat(), starts=starts))
        (entry,) = found
        if isinstance(entry, NotModelled):
            raise NotInForce(fault("not_in_force", day=day.isoformat(), why=entry.why, known=self._known()))
        return entry

    def on(self, day: date) -> T_co:
        """Return the value that holds on `day`; raises as `entry_on` does."""
        return self.entry_on(day).value

    def _known(self) -> str:
        last = self.entries[-1]
        ends = (
            (last.since.first_day - ONE_DAY).isoformat()
            if isinstance(last, NotModelled) and last.since
            else "…"
        )
        return f"{next(iter(self)).start}..{ends}"


def _start(entry: Since[Any] | NotModelled) -> Period | None:
    return entry.start if isinstance(entry, Since) else entry.since


def _begun(entry: Since[Any] | NotModelled) -> date:
    """Return the first day on which an entry has begun for certain."""
    start = _start(entry)
    return date.min if start is None else start.last_day


def _faults(entries: tuple[Since[Any] | NotModelled, ...]) -> Iterator[Fault]:
    if not any(isinstance(entry, Since) for entry in entries):
        yield fault("timeline_empty")
        return
    first = entries[0]
    if not isinstance(first, NotModelled) or first.since is not None or first.before is None:
        yield fault("beginning_unsaid", "[0]")
    for position, (entry, following) in enumerate(pairwise(entries), start=1):
        start, next_start = _start(entry), _start(following)
        if next_start is None:
            yield fault("entry_without_start", f"[{position}]")
        elif start is not None and next_start.first_day <= start.last_day:
            yield fault("timeline_out_of_order", f"[{position}]", start=next_start, earlier=start)
        if isinstance(entry, NotModelled) and entry.before != next_start:
            yield fault(
                "gap_does_not_close", f"[{position - 1}]", before=entry.before or "-", start=next_start or "-"
            )
    last = entries[-1]
    if isinstance(last, NotModelled) and last.before is not None:
        yield fault("gap_does_not_close", f"[{len(entries) - 1}]", before=last.before, start="-")
