"""What was observed: a value, an interval, a yes or no, or the plain statement that there is none."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen
from attrs.validators import instance_of

from civaffairs.domain.indicators import Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period, as_period
from civaffairs.domain.rules.expr import Series
from civaffairs.domain.sources import Clause
from civaffairs.domain.units import Amount, AmountRange
from civaffairs.errors import DeclarationError, Language, UnitClash, fault, language, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.errors import Fault


class Absence(Enum):
    """Why a source gives no value."""

    NOT_AVAILABLE = Label("来源标明无数据", "the source says that there is none")
    BLANK = Label("来源此处空白", "the source leaves the place blank")
    MASKED = Label("来源此处遮盖", "the source masks the figure")

    @property
    def label(self) -> Label:
        """The reason in both languages."""
        return self.value


@frozen
class Missing:
    """No value: not zero, not forgotten.

    Attributes:
        why: what the source does instead of giving one.
        printed: what it prints there: `--`, `——`, `/`, `******`, or nothing.

    Example:
        >>> missing("——").why.name, missing("").why.name, missing("******").why.name
        ('NOT_AVAILABLE', 'BLANK', 'MASKED')
    """

    why: Absence = field(validator=instance_of(Absence))
    printed: str = ""

    def text(self, lang: Language | None = None) -> str:
        """Return the reason in words."""
        chosen = lang or language()
        said = self.why.label.text(chosen)
        if not self.printed:
            return said
        return f"{said}（{self.printed}）" if chosen == "zh" else f"{said} ({self.printed})"


def missing(printed: str) -> Missing:
    """Return the absence that a printed mark means: dashes and slashes, stars, or a blank.

    Raises:
        DeclarationError: for a mark whose meaning is not known.
    """
    mark = printed.strip()
    if not mark:
        return Missing(Absence.BLANK)
    if not mark.strip("*＊×x"):
        return Missing(Absence.MASKED, mark)
    if not mark.strip("-—–－/／"):
        return Missing(Absence.NOT_AVAILABLE, mark)
    raise DeclarationError(fault("mark_unknown", mark=mark))


Value: TypeAlias = Amount | AmountRange | bool | Missing
"""What stands in a cell: an amount, an interval, yes or no, or the statement that there is none."""


@frozen
class Observation:
    """What was observed of an indicator, a series that targets refer to, or a statistic; and who says so.

    Attributes:
        of: the indicator, series or statistic.
        period: the date or period, as precise as the source.
        value: an amount in a unit of the same kind, an interval, a yes or no, or `Missing`.
        source: the clause; or, for a user's own file, where in the file it stands.
        printed: how the source prints value and unit where that differs from `value` itself.
        verdict: what the source itself says of it (完成), empty where it says nothing.
        note: what a reader should know besides.
        derived: whether we computed it from other figures; no document prints it then.

    Raises:
        UnitClash: where the unit is of another kind than that of the indicator.
    """

    of: Indicator | Series | Statistic = field(validator=instance_of((Indicator, Series, Statistic)))
    period: Period = field(converter=as_period)
    value: Value = field(validator=instance_of((Amount, AmountRange, bool, Missing)))
    source: Clause | str = field(validator=instance_of((Clause, str)))
    printed: Printed | None = None
    verdict: Verdict | None = None
    note: Label | None = None
    derived: bool = False

    def __attrs_post_init__(self) -> None:
        raise_all(UnitClash, _faults(self))

    @property
    def amount(self) -> Amount | None:
        """The value where it is one amount, otherwise None."""
        return self.value if isinstance(self.value, Amount) else None


def _faults(seen: Observation) -> Iterator[Fault]:
    for amount in amounts_of(seen.value):
        if not amount.unit.goes_with(seen.of.unit):
            yield fault("unit_clash", seen.of.id, left=amount.unit, right=seen.of.unit)


def amounts_of(value: Value) -> tuple[Amount, ...]:
    """Return the amounts in a value: one, the two ends of an interval, or none."""
    if isinstance(value, Amount):
        return (value,)
    return (value.low, value.high) if isinstance(value, AmountRange) else ()


@frozen
class Printed:
    """How a source prints a figure, where the typed value does not say it.

    Attributes:
        value: the figure: `1：0.8`, `28-35`.
        unit: the unit: `个`, empty where the unit cell is blank.
        comparator: `≥`, `>`, `不低于`; empty for a bare number.
    """

    value: str | None = None
    unit: str | None = None
    comparator: str | None = None


@frozen
class Verdict:
    """What a document itself says of a result.

    Attributes:
        reached: whether it says that the target was reached.
        printed: in which word: 完成.
    """

    reached: bool
    printed: str
