"""One view model without syntax: what every output shows of a plan's progress, and of any table.

Everything is resolved and nothing is put into words yet: texts are labels, messages, amounts and clauses, and
each output finds their words in the reader's language. What is not known is `NotKnown` with its reason, never
zero.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing, Observation, Value, Verdict
from civaffairs.domain.periods import Period
from civaffairs.domain.progress import Consequence, Method, Outcome
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.targets import Between, Bound, Measure
from civaffairs.domain.units import Amount, AmountRange, Size
from civaffairs.errors import DeclarationError, Message, fault, message
from civaffairs.present.drawing import Drawing, drawing
from civaffairs.present.words import NotKnown, Text

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.plan import Plan, Row
    from civaffairs.domain.progress import Progress
    from civaffairs.domain.sources import Clause, Document
    from civaffairs.domain.targets import Target
    from civaffairs.errors import Language

_NUMBER = re.compile(r"序号(\S+)")

Shown: TypeAlias = Amount | AmountRange | Size | Label | Message | NotKnown


@frozen
class Figure:
    """A figure as it is shown.

    Attributes:
        value: an amount, an interval, a yes or no, or the reason why there is none.
        period: when it was so; None where there is no figure.
        source: the clause, or the place in a user's file; None where there is no figure.
    """

    value: Shown
    period: Period | None = None
    source: Text | None = None

    def text(self, lang: Language | None = None) -> str:
        """Return the value with its period."""
        if self.period is None or isinstance(self.value, NotKnown):
            return self.value.text(lang)
        return message("figure_in", value=self.value, period=self.period).text(lang)


@frozen
class Judgement:
    """What the document itself says of a result.

    Attributes:
        verdict: whether it says that the target was reached, and in which word.
        clause: where it says so of all its tasks together; None where it says so of this result.
    """

    verdict: Verdict
    clause: Clause | None = None

    def text(self, lang: Language | None = None) -> str:
        """Return the word of the document and what it means."""
        code = "verdict_reached" if self.verdict.reached else "verdict_not_reached"
        said = message(code, printed=self.verdict.printed)
        if self.clause is not None:
            said = message("verdict_of_all", verdict=said, clause=self.clause)
        return said.text(lang)


@frozen
class RowView:
    """Everything that is shown of one target.

    Attributes:
        id: unique among all targets of all plans: `shapingba-plan-14-3`.
        indicator: the id of the indicator.
        number: the number of its row as printed; empty for a passage of the text.
        heading: the heading of its row as printed, in Chinese.
        label: the official term of the indicator.
        topic: the subject that it belongs to.
        nature: binding or expected, or that the source does not say.
        baseline: where the plan starts from.
        target: what is promised.
        low: the least that the target admits, or the bound above which it lies; None where that is no fixed
            number.
        high: the most that the target admits, or the bound below which it lies; None where that is no fixed
            number.
        due: the date or year by which it is to be so.
        milestone: whether it is a step on the way to a later target.
        growth: whether average annual growth is promised.
        observation: what was observed.
        expected: where the path stood at the observation; None where no path was needed.
        inputs: further figures that the outcome rests on.
        outcome: met, on course, behind, missed, or cannot tell.
        consequence: what a missed target means.
        method: how the outcome was found; None where it could not be told.
        reason: why, in words.
        missing: what would settle it.
        judgement: what the document itself says; None where it says nothing.
        differs: whether the document says something else than the library finds.
        clause: where the target stands.
        notes: readings that the model takes, and what a reader should know besides.
        drawing: the points of the chart; None where there are too few.
    """

    id: str
    indicator: str
    number: str
    heading: str
    label: Label
    topic: Label
    nature: Label | NotKnown
    baseline: Figure
    target: Target | Message | NotKnown
    low: Amount | None
    high: Amount | None
    due: Period
    milestone: bool
    growth: bool
    observation: Figure
    expected: Figure | None
    inputs: tuple[Message, ...]
    outcome: Outcome
    consequence: Consequence
    method: Method | None
    reason: Message
    missing: tuple[Message, ...]
    judgement: Judgement | None
    differs: bool
    clause: Clause
    notes: tuple[Label, ...]
    drawing: Drawing | None


@frozen
class ProgressView:
    """Everything that is shown of the progress of one plan.

    Attributes:
        id: the plan's id.
        jurisdiction: whose plan it is.
        plan: what the plan is called.
        years: its first and last year.
        document: where it stands.
        on: the day for which progress is said; None where there is no target.
        counts: how many targets have each outcome, in the order of `Outcome`, those without any included.
        failures: how many binding targets were missed.
        deviations: how many expected targets were missed.
        methods: the methods that were used, in the order of `Method`.
        rows: the targets in the order of the document.
        claim: what the document says of all its results together; None where it says nothing.
    """

    id: str
    jurisdiction: Jurisdiction
    plan: Label
    years: Period
    document: Document
    on: date | None
    counts: tuple[tuple[Outcome, int], ...]
    failures: int
    deviations: int
    methods: tuple[Method, ...]
    rows: tuple[RowView, ...]
    claim: Judgement | None

    @property
    def title(self) -> Message:
        """Jurisdiction and plan."""
        return message("report_of", jurisdiction=self.jurisdiction.label, plan=self.plan)

    @property
    def slug(self) -> str:
        """The plan's id as part of an address."""
        return self.id.replace("/", "-")

    @property
    def differences(self) -> tuple[RowView, ...]:
        """The targets of which the document says something else than the library finds."""
        return tuple(row for row in self.rows if row.differs)

    @property
    def has_baselines(self) -> bool:
        """Whether the plan says of any target where it starts from."""
        return any(not isinstance(row.baseline.value, NotKnown) for row in self.rows)

    @property
    def judged(self) -> bool:
        """Whether the document gives a verdict of its own on any target."""
        return any(row.judgement is not None for row in self.rows)


def progress_view(jurisdiction: Jurisdiction, plan: Plan, progress: tuple[Progress, ...]) -> ProgressView:
    """Return what is shown of a plan's progress.

    Example:
        >>> from civaffairs.domain.jurisdictions import Jurisdiction, Level
        >>> from civaffairs.domain.plan import Plan
        >>> from civaffairs.domain.sources import Document
        >>> district = Jurisdiction(
        ...     "d", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "p", fictional=True
        ... )
        >>> plan = Plan(
        ...     "d/1",
        ...     Label("规划", "Plan"),
        ...     "d",
        ...     "2021..2025",
        ...     Document("d/1", Label("规划", "Plan"), "局", 2022),
        ... )
        >>> view = progress_view(district, plan, ())
        >>> view.title.text("en"), [number for _, number in view.counts]
        ('Taoyuan: Plan', [0, 0, 0, 0, 0])
    """
    homes = {target: row for row in plan.rows for target in row.targets}
    numbers = Counter(each.outcome for each in progress)
    consequences = Counter(each.consequence for each in progress)
    used = {each.method for each in progress}
    slug = plan.id.replace("/", "-")
    return ProgressView(
        id=plan.id,
        jurisdiction=jurisdiction,
        plan=plan.label,
        years=plan.years,
        document=plan.document,
        on=progress[0].on if progress else None,
        counts=tuple((outcome, numbers[outcome]) for outcome in Outcome),
        failures=consequences[Consequence.FAILURE],
        deviations=consequences[Consequence.DEVIATION],
        methods=tuple(method for method in Method if method in used),
        rows=tuple(
            _row(f"{slug}-{position}", each, homes.get(each.target))
            for position, each in enumerate(progress, start=1)
        ),
        claim=None if plan.claim is None else Judgement(plan.claim.verdict, plan.claim.clause),
    )


def _row(name: str, progress: Progress, home: Row | None) -> RowView:
    target, seen = progress.target, progress.observation
    number = _NUMBER.search(target.clause.locator)
    low, high = _ends(target)
    return RowView(
        id=name,
        indicator=target.indicator.id,
        number=number[1] if number else "",
        heading=progress.name,
        label=target.indicator.label,
        topic=target.indicator.topic.label,
        nature=NotKnown(message("nothing_declared")) if target.nature is None else target.nature.label,
        baseline=_baseline(progress, home),
        target=_target(target),
        low=low,
        high=high,
        due=target.by,
        milestone=target.milestone,
        growth=target.measure is Measure.ANNUAL_GROWTH,
        observation=_observation(progress),
        expected=None
        if progress.expected is None or seen is None
        else Figure(progress.expected, seen.period),
        inputs=tuple(
            message("input_figure", series=each.of.label, period=each.period, value=_shown(each.value))
            for each in progress.inputs
        ),
        outcome=progress.outcome,
        consequence=progress.consequence,
        method=progress.method,
        reason=progress.reason,
        missing=progress.missing,
        judgement=_judgement(progress),
        differs=progress.differs,
        clause=target.clause,
        notes=_notes(progress),
        drawing=drawing(progress, home),
    )


def _target(target: Target) -> Target | Message | NotKnown:
    if isinstance(target.predicate, Missing):
        return NotKnown(target.predicate)
    said: Target | Message = target
    if target.measure is Measure.ANNUAL_GROWTH:
        said = message("growth_target", target=said)
    return message("milestone_target", target=said) if target.milestone else said


def _ends(target: Target) -> tuple[Amount | None, Amount | None]:
    """The ends between which the figure is to lie, where they are fixed numbers of the indicator itself."""
    if target.measure is Measure.ANNUAL_GROWTH:
        return None, None
    match target.predicate:
        case Between(Literal(low), Literal(high)):
            return low, high
        case Bound(">=" | ">", Literal(bound)):
            return bound, None
        case Bound("<=" | "<", Literal(bound)):
            return None, bound
        case Bound("=", Literal(bound)):
            return bound, bound
        case _:
            return None, None


def _baseline(progress: Progress, home: Row | None) -> Figure:
    if progress.baseline is not None:
        return _figure(progress.baseline)
    stated = home.baselines if home is not None else ()
    return _figure(stated[-1]) if stated else Figure(NotKnown(message("baseline_not_given")))


def _observation(progress: Progress) -> Figure:
    if progress.observation is not None:
        return _figure(progress.observation)
    return Figure(NotKnown(progress.missing[0] if progress.missing else message("observation_not_given")))


def _figure(seen: Observation) -> Figure:
    return Figure(_shown(seen.value), seen.period, seen.source)


def _shown(value: Value) -> Shown:
    if isinstance(value, Missing):
        return NotKnown(value)
    if isinstance(value, bool):
        return message("said_yes" if value else "said_no")
    return value


def _judgement(progress: Progress) -> Judgement | None:
    printed = progress.printed_verdict
    if printed is None:
        return None
    of_all = progress.claim if progress.verdict is None else None
    return Judgement(printed, None if of_all is None else of_all.clause)


def _notes(progress: Progress) -> tuple[Label, ...]:
    told = (progress.target, progress.observation, progress.baseline)
    return tuple(dict.fromkeys(each.note for each in told if each is not None and each.note is not None))


Cell: TypeAlias = Text | int | None
"""A cell of a table: something to read, a count, or nothing that could be said there."""


@frozen
class Column:
    """A column of a table.

    Attributes:
        key: its name in records.
        heading: its name for readers.
        numeric: whether its cells stand to the right.
    """

    key: str
    heading: Text
    numeric: bool = False


@frozen
class TableView:
    """Any table to read: the jurisdictions, the facts, a comparison.

    Attributes:
        title: what it is about.
        columns: from left to right.
        rows: a cell for each column. What is not known is `NotKnown`; None is a place where nothing belongs.
        footnotes: what stands below.

    Raises:
        DeclarationError: with every row that has another number of cells.

    Example:
        >>> table = TableView("Counts", (Column("n", "Number", numeric=True),), ((3,), (NotKnown("masked"),)))
        >>> len(table.rows)
        2
    """

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    footnotes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults = [
            fault("cells_and_columns", f"rows[{place}]", cells=len(row), columns=len(self.columns))
            for place, row in enumerate(self.rows)
            if len(row) != len(self.columns)
        ]
        if faults:
            raise DeclarationError(*faults)
