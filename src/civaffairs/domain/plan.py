"""A plan as a value: what one jurisdiction promises for which years, and what it says it has reached."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of, optional

from civaffairs.domain.indicators import Indicator, Statistic
from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.domain.observations import Observation, Printed, Verdict
from civaffairs.domain.periods import Period, as_period, maybe_period
from civaffairs.domain.recomputations import Recomputation
from civaffairs.domain.rules.dimension import check_units
from civaffairs.domain.sources import Clause, Document
from civaffairs.domain.targets import (
    Between,
    Bound,
    Nature,
    Predicate,
    Qualitative,
    Target,
    condition_of,
    say,
)
from civaffairs.domain.topics import Topic
from civaffairs.errors import DeclarationError, Language, UnknownName, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.errors import Fault


@frozen
class Row:
    """What one place of a plan says of an indicator: a row of a table, or a passage of the text.

    Attributes:
        clause: the place.
        indicator: what it is about.
        name: its name as printed there, which may differ from the indicator's official one.
        nature: binding or expected; None where the table has no such column.
        baselines: where the plan starts from.
        targets: what it promises.
        results: what it says has been reached.
    """

    clause: Clause = field(validator=instance_of(Clause))
    indicator: Indicator = field(validator=instance_of(Indicator))
    name: str
    nature: Nature | None
    baselines: tuple[Observation, ...] = ()
    targets: tuple[Target, ...] = ()
    results: tuple[Observation, ...] = ()

    @property
    def baseline(self) -> Observation | None:
        """The last baseline before the targets, where there is one with a value."""
        known = [each for each in self.baselines if each.amount is not None]
        return max(known, key=lambda each: each.period.end, default=None)


class Deed(Enum):
    """What kind of thing a commitment promises."""

    BUILD = Label("建设", "build")
    REACH = Label("达到", "reach")
    INTRODUCE = Label("建立制度", "introduce")
    SERVE = Label("提供服务", "provide")

    @property
    def label(self) -> Label:
        """The kind in both languages."""
        return self.value


@frozen
class Commitment:
    """Something that a plan promises and no shared indicator measures: a thing to build, a rule to introduce.

    Attributes:
        id: unique within the plan.
        label: what is promised.
        deed: which kind of promise it is.
        by: the date; None where the plan names none.
        topic: the subject.
        clause: where it stands.
        predicate: how much, or what is to be so, where the plan says it.
        printed: how the source prints that.
        note: the reading that the model takes, where the words leave a choice.

    Raises:
        UnitClash: where the predicate's parts do not go together.
    """

    id: str = field(validator=is_id)
    label: Label = field(validator=instance_of(Label))
    deed: Deed = field(validator=instance_of(Deed))
    by: Period | None = field(converter=maybe_period)
    topic: Topic = field(validator=instance_of(Topic))
    clause: Clause = field(validator=instance_of(Clause))
    predicate: Predicate | None = field(
        default=None, validator=optional(instance_of((Bound, Between, Qualitative)))
    )
    printed: Printed = field(factory=Printed)
    note: Label | None = None

    def __attrs_post_init__(self) -> None:
        if self.predicate is not None:
            check_units(condition_of(self.predicate))

    def text(self, lang: Language | None = None) -> str:
        """Return how much is promised, in words; empty where the plan says no figure."""
        return "" if self.predicate is None else say(self.predicate, lang)


@frozen
class Claim:
    """What a document says of all its results together: that every task was done."""

    verdict: Verdict
    clause: Clause


class Grade(Enum):
    """What kind of contradiction a discrepancy is."""

    TWO_VALUES = Label("同一事项两个数值", "two values for one thing")
    SCOPE = Label("口径或定义不同", "scope or definition differs")
    NAME = Label("名称写法不同", "name differs")
    DATES = Label("日期不相符", "dates do not fit")

    @property
    def label(self) -> Label:
        """The grade in both languages."""
        return self.value


@frozen
class Side:
    """One side of a discrepancy: what stands where."""

    says: Label
    clause: Clause


@frozen
class Discrepancy:
    """A place where sources contradict each other, or one contradicts itself. Both sides stay.

    Attributes:
        id: unique within the plan.
        label: what it is about.
        grade: which kind of contradiction it is.
        sides: what stands where, two or more.
        uses: what the model uses.
        why: why it does.
    """

    id: str = field(validator=is_id)
    label: Label
    grade: Grade
    sides: tuple[Side, ...]
    uses: Label
    why: Label

    def __attrs_post_init__(self) -> None:
        if len(self.sides) < 2:
            raise DeclarationError(fault("discrepancy_one_sided", self.id))


# One converter for each list: the type checker cannot see through `tuple` itself.
def _rows(values: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(values)


def _observations(values: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(values)


def _commitments(values: Iterable[Commitment]) -> tuple[Commitment, ...]:
    return tuple(values)


def _recomputations(values: Iterable[Recomputation]) -> tuple[Recomputation, ...]:
    return tuple(values)


def _discrepancies(values: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    return tuple(values)


@frozen
class Plan:
    """What one jurisdiction promises for some years.

    Attributes:
        id: `jurisdiction/name`: `shapingba/plan-14`.
        label: what it is called.
        jurisdiction: the id of the jurisdiction.
        years: the first and the last year.
        document: the plan's document.
        rows: its tables, then what its text says of shared indicators. What the text says again of a target
            is not followed a second time.
        observations: what it reports outside its tables, and figures of later documents.
        situation: the figures from which it sets out: population, age structure.
        commitments: what it promises outside its tables.
        claim: what the document says of all its results together.
        recomputations: figures that its other figures give.
        discrepancies: declared contradictions.
        outlook: the year beyond the plan that it looks to, where it does.

    Raises:
        DeclarationError: with every id that occurs twice, and a period that is no span of years.

    Example:
        >>> plan = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", "2022-03")
        >>> Plan("taoyuan/plan-14", Label("规划", "Plan"), "taoyuan", "2021..2025", plan).targets
        ()
    """

    id: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    jurisdiction: str = field(validator=is_slug)
    years: Period = field(converter=as_period)
    document: Document = field(validator=instance_of(Document))
    rows: tuple[Row, ...] = field(default=(), converter=_rows, validator=deep_iterable(instance_of(Row)))
    observations: tuple[Observation, ...] = field(
        default=(), converter=_observations, validator=deep_iterable(instance_of(Observation))
    )
    situation: tuple[Observation, ...] = field(
        default=(), converter=_observations, validator=deep_iterable(instance_of(Observation))
    )
    commitments: tuple[Commitment, ...] = field(
        default=(), converter=_commitments, validator=deep_iterable(instance_of(Commitment))
    )
    claim: Claim | None = None
    recomputations: tuple[Recomputation, ...] = field(
        default=(), converter=_recomputations, validator=deep_iterable(instance_of(Recomputation))
    )
    discrepancies: tuple[Discrepancy, ...] = field(
        default=(), converter=_discrepancies, validator=deep_iterable(instance_of(Discrepancy))
    )
    outlook: Period | None = field(default=None, converter=maybe_period)

    def __attrs_post_init__(self) -> None:
        raise_all(DeclarationError, self._faults())

    def _faults(self) -> Iterator[Fault]:
        if len(self.years.first) != 1 or len(self.years.last) != 1:
            yield fault("plan_years", "years", years=self.years)
        told: dict[str, Statistic] = {}
        seen = (*self.situation, *self.observations)
        for each in (one.of for one in seen if isinstance(one.of, Statistic)):
            first = told.setdefault(each.id, each)
            if first.label != each.label or not first.unit.goes_with(each.unit):
                yield fault("declared_twice", "statistics", name=each.id)
        for kind, ids in (
            ("rows", [_place(each) for each in self.rows]),
            ("commitments", [each.id for each in self.commitments]),
            ("recomputations", [each.id for each in self.recomputations]),
            ("discrepancies", [each.id for each in self.discrepancies]),
        ):
            for name, times in Counter(ids).items():
                if times > 1:
                    yield fault("declared_twice", kind, name=name)

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every target of every row, in the order of the document."""
        return tuple(target for row in self.rows for target in row.targets)

    @property
    def baselines(self) -> tuple[Observation, ...]:
        """Every baseline of every row."""
        return tuple(seen for row in self.rows for seen in row.baselines)

    @property
    def results(self) -> tuple[Observation, ...]:
        """Every result that the rows report."""
        return tuple(seen for row in self.rows for seen in row.results)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator that the tables name, each once."""
        return tuple(dict.fromkeys(row.indicator for row in self.rows))

    def row(self, indicator: str | Indicator) -> Row:
        """Return the first row about an indicator.

        Raises:
            UnknownName: with the indicators of this plan that come closest.
        """
        wanted = indicator if isinstance(indicator, str) else indicator.id
        for row in self.rows:
            if wanted in (row.indicator.id, row.indicator.label.zh, row.name):
                return row
        raise UnknownName.among("indicator", wanted, (row.indicator.id for row in self.rows))


def _place(row: Row) -> str:
    """A row's place; a passage can speak of several indicators, and of one for several dates."""
    dates = ", ".join(str(target.by) for target in row.targets)
    return " ".join(part for part in (row.clause.locator, row.indicator.id, dates) if part)
