"""What a change comes to, as a report of tables and charts.

Counts of a sample are scaled to the place and rounded to whole numbers, money to whole yuan; of registers
every figure is what it is, to the fen.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.analysis.simulating.counting import DECILE
from civaffairs.domain.models import Household
from civaffairs.domain.models.fact import attributes, fact_of, is_term, kind_of
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.units import Amount, Unit, plain, rounded
from civaffairs.errors import Message, language, message
from civaffairs.present.bars import BothSides, Line, Lines, Pair, PairedBars, Sides
from civaffairs.present.report import Report, Section
from civaffairs.present.view import Column, TableView
from civaffairs.present.words import NotKnown, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from civaffairs.analysis.simulating.along_income import Along, Course
    from civaffairs.analysis.simulating.effects import Changed, Effect, Group, Moved, Side, Simulation
    from civaffairs.errors import Language
    from civaffairs.present.view import Cell

_MONTHLY = Unit.parse("元/月")


@frozen
class _Number:
    """A number without its unit, which stands in the heading; with a mark where it is a lower bound.

    Attributes:
        size: the number.
        places: how many decimal places are shown, halves up.
        least: whether it is a lower bound.
        signed: whether a plus is written.
    """

    size: Fraction
    places: int = 0
    least: bool = False
    signed: bool = False

    def text(self, lang: Language | None = None) -> str:  # noqa: ARG002 - figures are the same everywhere
        said = plain(rounded(self.size, self.places, "half_up"), grouped=True)
        sign = "+" if self.signed and self.size > 0 else ""
        return f"{'≥ ' if self.least else ''}{sign}{said}"


def report(simulation: Simulation, courses: Sequence[Along] = ()) -> Report:
    """Return what a change comes to as a report.

    Args:
        simulation: what it comes to.
        courses: what single households have while an income of theirs grows.
    """
    return _Report(simulation, tuple(courses)).report()


@frozen(eq=False)
class _Report:
    """A simulation on its way to being shown."""

    of: Simulation
    courses: tuple[Along, ...]

    def report(self) -> Report:
        place = self.of.scenario.before.jurisdiction.label
        sections = [
            Section("change", (self._changes(), *self._broken())),
            Section("costs", (self._reach(), self._costs()), (self._spending(),)),
            Section("gainers", (self._moved(),), self._tenths()),
            *(Section(f"by-{place}", self._groups(name)) for place, name in enumerate(self.of.groups)),
        ]
        if self.courses:
            charts = tuple(self._line(each) for each in self.courses)
            sections.append(Section("cliffs", (self._falls(),), charts))
        return Report(
            message("title_simulation", place=place, day=Period.parse(self.of.on)),
            message("kicker_simulation"),
            tuple(self._notices()),
            tuple(sections),
            tuple(self._notes()),
        )

    # --- what is said around the tables ---

    def _notices(self) -> Iterator[Message]:
        sample = self.of.synthetic
        if sample is not None:
            yield message(
                "simulation_synthetic",
                households=sample.households,
                seed=sample.seed,
                factor=_Number(sample.factor, 2),
            )
            if not sample.published:
                yield message("simulation_of_default", households=_Number(sample.households * sample.factor))
        if self.of.scenario.before.jurisdiction.fictional:
            yield message("report_fictional")
        if self.of.broken:
            yield message("simulation_breaks", number=len(self.of.broken))

    def _notes(self) -> Iterator[Message]:
        yield message("simulation_year")
        if any(each.pays and (each.before.is_least or each.after.is_least) for each in self.of.whole.effects):
            yield message("simulation_least")
        if DECILE in self.of.groups:
            yield message("simulation_tenths", income=self.of.income)
        if self.of.absent:
            yield message("simulation_absent", columns=", ".join(self.of.absent))
        for each in self.of.left_out:
            yield message("simulation_left_out", fault=each)
        if self.of.untouched:
            names = _Listed(tuple(each.label for each in self.of.untouched))
            yield message("simulation_untouched", names=names)
        if not self.of.numbered:
            yield message("simulation_unnumbered")
        if self.of.set_aside:
            yield message("simulation_set_aside", households=self.of.set_aside)
        yield message("simulation_only_standards")

    # --- figures ---

    def _count(self, number: int, *, signed: bool = False) -> _Number:
        return _Number(number * self.of.factor, signed=signed)

    def _money(self, size: Fraction, *, least: bool = False, signed: bool = False) -> _Number:
        return _Number(size * self.of.factor, 0 if self.of.synthetic else 2, least, signed)

    def _each(self, size: Fraction | None, *, signed: bool = False) -> Cell:
        """The money of one household, which no sample scales."""
        return None if size is None else _Number(size, 2, signed=signed)

    # --- tables ---

    def _changes(self) -> TableView:
        rows: list[tuple[Cell, ...]] = [
            (
                each.label,
                NotKnown(each.before) if isinstance(each.before, Message) else each.before,
                each.after,
                each.clause or message("said_supposed"),
            )
            for each in self.of.scenario.standards
        ]
        for rule in self.of.scenario.rules:
            found = (
                self.of.scenario.editions[0].rule(rule) if rule.id in self.of.scenario.before.rules else None
            )
            before: Cell = None
            if isinstance(found, Message):
                before = NotKnown(found)
            elif found is not None and not isinstance(found.value, Amount):
                before = Rendered(found.value)
            latest = rule.timeline.latest
            rows.append((rule.label, before, Rendered(latest.value), latest.clause))
        return _table("title_changes", ("changed", "before", "after", "proposed"), rows)

    def _broken(self) -> Iterator[TableView]:
        if self.of.broken:
            rows = [
                (each.what, message("yes") if each.already else message("no"), each.clause)
                for each in self.of.broken
            ]
            yield _table("title_broken", ("broken", "already", "where"), rows)

    def _reach(self) -> TableView:
        headings = (
            *("provision", "households_before", "households_after", "persons_before", "persons_after"),
            *("newly_in", "newly_out", "doubtful_before", "doubtful_after"),
        )
        return _table("title_reach", headings, [self._reach_row(each) for each in self.of.whole.effects])

    def _reach_row(self, effect: Effect) -> tuple[Cell, ...]:
        before, after = effect.before, effect.after
        numbers = (
            *(before.households, after.households, before.persons, after.persons),
            *(effect.newly_in, effect.newly_out, before.doubtful, after.doubtful),
        )
        return (effect.provision.label, *(self._count(each) for each in numbers))

    def _costs(self) -> TableView:
        headings = ("provision", "month_before", "month_after", "month_change", "year_before", "year_after")
        paying = [each for each in self.of.whole.effects if each.pays]
        rows = [(each.provision.label, *self._cost(each.before, each.after, each.moved)) for each in paying]
        whole = self.of.whole
        rows.append((message("said_together"), *self._cost(whole.before, whole.after, whole.moved)))
        return _table("title_costs", headings, rows)

    def _cost(self, before: Side, after: Side, moved: Moved | None) -> tuple[Cell, ...]:
        change: Cell = None
        if moved is not None:
            change = self._money(moved.gainers.total + moved.losers.total, signed=True)
        months = (self._money(each.month, least=each.is_least) for each in (before, after))
        years = (self._money(each.year, least=each.is_least) for each in (before, after))
        return (*months, change, *years)

    def _moved(self) -> TableView:
        rows: list[tuple[Cell, ...]] = []
        named = [(message("said_together"), self.of.whole.moved)]
        named += [(each.provision.label, each.moved) for each in self.of.whole.effects if each.moved]  # type: ignore[misc]
        for name, moved in named:
            for way, changed in _ways(moved):
                if changed.households:
                    rows.append((name, message(way), *self._changed(way, changed)))
        headings = (
            "benefit",
            "way",
            "households",
            "persons",
            "change_month",
            "change_median",
            "change_largest",
        )
        return _table("title_moved", headings, rows)

    def _changed(self, way: str, changed: Changed) -> tuple[Cell, ...]:
        counts = (self._count(changed.households), self._count(changed.persons))
        if way not in {"said_gain", "said_lose"}:
            return (*counts, None, None, None)
        money = self._money(changed.total, signed=True)
        return (
            *counts,
            money,
            self._each(changed.median, signed=True),
            self._each(changed.largest, signed=True),
        )

    def _groups(self, name: str) -> tuple[TableView, ...]:
        groups = self.of.groups[name]
        said = message("said_tenths") if name == DECILE else _column_label(name)
        headings = (
            *("group", "households", "persons", "month_before", "month_after", "month_change"),
            *("gain_households", "lose_households", "doubtful_households"),
        )
        rows = [self._group_row(name, each) for each in groups]
        effects = _table("title_by", headings, rows, by=said)
        coverage = (
            "group",
            "provision",
            *("share_households_before", "share_households_after"),
            *("share_persons_before", "share_persons_after"),
        )
        reached = [
            (
                _group_name(name, group.name),
                effect.provision.label,
                *(
                    _share(group.reached(side, persons=persons), least=bool(side.doubtful))
                    for persons in (False, True)
                    for side in (effect.before, effect.after)
                ),
            )
            for group in groups
            for effect, whole in zip(group.effects, self.of.whole.effects, strict=True)
            if whole.before.households or whole.after.households
        ]
        return (effects, _table("title_coverage", coverage, reached, by=said)) if reached else (effects,)

    def _group_row(self, name: str, group: Group) -> tuple[Cell, ...]:
        moved = group.moved
        return (
            _group_name(name, group.name),
            self._count(group.households),
            self._count(group.persons),
            *self._cost(group.before, group.after, moved)[:3],
            self._count(moved.gainers.households),
            self._count(moved.losers.households),
            self._count(moved.doubtful.households),
        )

    def _falls(self) -> TableView:
        rows = [
            (each.label, message(side), *_fall(course))
            for each in self.courses
            for side, course in (("said_before", each.before), ("said_after", each.after))
        ]
        notes = [
            message(
                "course_left_out",
                household=each.label,
                names=_Listed(tuple(one.label for one in each.left_out)),
            )
            for each in self.courses
            if each.left_out
        ]
        headings = ("household", "side", "fall", "fall_income", "falls", "rate")
        return _table("title_falls", headings, rows, message("course_explained"), *notes)

    # --- charts ---

    def _spending(self) -> PairedBars:
        paying = [each for each in self.of.whole.effects if each.pays]
        pairs = (
            Pair(
                each.provision.label,
                (each.before.month * self.of.factor, each.after.month * self.of.factor),
                tuple(  # type: ignore[arg-type]
                    _Number(side.month * self.of.factor, least=side.is_least)
                    for side in (each.before, each.after)
                ),
            )
            for each in paying
        )
        return PairedBars(message("chart_spending"), _MONTHLY, tuple(pairs))

    def _tenths(self) -> tuple[BothSides, ...]:
        groups = [each for each in self.of.groups.get(DECILE, ()) if each.name is not None]
        if not groups:
            return ()
        bars = []
        for group in groups:
            up, down = (
                Fraction(100 * changed.households, group.households)
                for changed in (group.moved.gainers, group.moved.losers)
            )
            bars.append(Sides(str(group.name), up, down, (_Number(up, 1), _Number(down, 1))))
        return (BothSides(message("chart_tenths"), message("chart_tenths_unit"), tuple(bars)),)

    def _line(self, along: Along) -> Lines:
        lines = (_course_line(along, each) for each in (along.before, along.after))
        return Lines(
            message("chart_course", household=along.label),
            message("chart_course_unit"),
            message("chart_course_across"),
            tuple(lines),  # type: ignore[arg-type]
        )


def _course_line(along: Along, course: Course) -> Line:
    points = tuple(zip(along.incomes, course.net, strict=True))
    if not course.falls:
        return Line(points)
    largest = course.falls[0]
    # The mark stands on the line where it has fallen: what the two neighbouring points say is beside it.
    place = next(at for at, income in enumerate(along.incomes) if income >= largest.income)
    return Line(points, (along.incomes[place], course.net[place]), _Number(-largest.lost, 2))


def _fall(course: Course) -> tuple[Cell, ...]:
    rate = None if course.rate is None else _share(course.rate)
    if not course.falls:
        return (message("no_fall"), None, 0, rate)
    largest = course.falls[0]
    return (_Number(largest.lost, 2), _Number(largest.income, 2), len(course.falls), rate)


def _ways(moved: Moved) -> tuple[tuple[str, Changed], ...]:
    return (
        ("said_gain", moved.gainers),
        ("said_lose", moved.losers),
        ("said_unchanged", moved.unchanged),
        ("said_doubtful", moved.doubtful),
    )


def _share(share: Fraction | None, *, least: bool = False) -> Cell:
    if share is None:
        return None
    return message("at_least_share" if least else "as_share", share=_Number(share * 100, 1))


def _group_name(column: str, name: str | int | None) -> Cell:
    if name is None:
        return message("said_group_unknown")
    if column == DECILE:
        return message("said_tenth", number=name)
    terms = (each for kind in _kinds(column) for each in kind)
    return next((each.label for each in terms if each.id == name), str(name))


def _kinds(column: str) -> Iterator[type[Term]]:
    """Yield the closed list of what a column of households holds, where it is a fact that has one."""
    for attribute in attributes(Household):
        if attribute.name == column and is_term(kind := kind_of(attribute).of):
            yield kind


def _column_label(column: str) -> Text:
    if column == "township":
        return message("said_township")
    facts = (each for each in attributes(Household) if each.name == column)
    return next((fact_of(each).label for each in facts), column)


@frozen
class _Listed:
    """Labels one after the other."""

    labels: tuple[Label, ...]

    def text(self, lang: Language | None = None) -> str:
        between = "、" if (lang or language()) == "zh" else ", "
        return between.join(each.text(lang) for each in self.labels)


def _table(
    code: str, headings: Iterable[str], rows: Sequence[tuple[Cell, ...]], *notes: Message, **said: object
) -> TableView:
    columns = tuple(Column(each, message(f"head_{each}"), numeric=each not in _WORDS) for each in headings)
    return TableView(message(code, **said), columns, tuple(rows), notes)


_WORDS = frozenset(
    {
        *(
            "changed",
            "before",
            "after",
            "proposed",
            "broken",
            "already",
            "where",
            "provision",
            "benefit",
            "way",
        ),
        *("group", "household", "side"),
    }
)
