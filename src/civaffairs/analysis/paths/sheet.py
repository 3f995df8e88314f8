"""An answer as a report of tables and charts, and as a record for programs.

Example:
    >>> from civaffairs import load
    >>> from civaffairs.analysis.paths.question import StandardPath
    >>> from civaffairs.analysis.paths.solving import cheapest
    >>> catalogue = load()
    >>> question = StandardPath.of(
    ...     catalogue["taoyuan"],
    ...     catalogue.plans.values(),
    ...     range(2022, 2025),
    ...     recipients={"dibao_urban": "2000", "dibao_rural": "5000", "tekun_basic": "300"},
    ...     assume=["urban_consumption=5%"],
    ... )
    >>> sheet = Sheet.of(cheapest(question))
    >>> sheet.record()["outcome"], sheet.record()["total_yuan"]
    ('cheapest', '154405200')
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.analysis.paths.beside import PublishedPath, published
from civaffairs.analysis.paths.solving import Answer, Cheapest, Hold, NoPath, NotSettled, price_of
from civaffairs.domain.units import Amount, Size, Unit, plain
from civaffairs.errors import DeclarationError, message
from civaffairs.present.report import Report, Section
from civaffairs.present.view import Column, TableView
from civaffairs.present.words import NotKnown, Text, joined
from civaffairs.present.yearly import Course, Yearly

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civaffairs.analysis.paths.beside import Miss
    from civaffairs.analysis.paths.floors import PathFloor, Source
    from civaffairs.analysis.paths.lines import Point
    from civaffairs.analysis.paths.question import StandardPath, Standing
    from civaffairs.errors import Language, Message
    from civaffairs.present.view import Cell

_YUAN = Unit.parse("元")
_NOT_PUBLISHED = message("path_unknown_published")


@frozen
class Sheet:
    """An answer beside what was published.

    Attributes:
        answer: what the solver said.
        beside: what was published.
        prices: by the id of a floor how many yuan less the path would cost without it; None where that was
            not settled. Empty where no path was found.
    """

    answer: Answer
    beside: PublishedPath
    prices: Mapping[str, Fraction | None] = field(factory=dict)

    @classmethod
    def of(cls, answer: Answer) -> Sheet:
        """Return an answer beside what was published, with what each floor costs."""
        prices = (
            {floor.id: price_of(answer, floor) for floor in answer.question.floors}
            if isinstance(answer, Cheapest)
            else {}
        )
        return cls(answer, published(answer.question), prices)

    @property
    def question(self) -> StandardPath:
        """What was asked."""
        return self.answer.question

    def report(self) -> Report:
        """Return everything as tables and charts."""
        place = self.question.jurisdiction.label
        years = {"first": self.question.years[0], "last": self.question.years[-1]}
        title = message("title_path", place=place, **years)
        tables = (*self._answered(), *self._published(), *self._left_out())
        charts = self._charts() if isinstance(self.answer, Cheapest) else ()
        said: Message = self.answer.said
        notices: tuple[Text, ...] = (said,)
        if isinstance(self.answer, NotSettled):
            notices += (message("path_not_settled_least", cost=Size(self.answer.at_least, _YUAN)),)
        kicker = message("path_kicker")
        return Report(title, kicker, notices, (Section("path", tables, charts),), tuple(self._notes()))

    # --- tables ----------------------------------------------------------------------------------------

    def _answered(self) -> tuple[TableView, ...]:
        match self.answer:
            case Cheapest():
                return (self._path(self.answer), self._holds(self.answer), self._floors())
            case NoPath(_, clash):
                rows = [(floor, _years(years), _clauses(floor.sources)) for floor, years in clash]
                return (
                    _table(message("title_path_clash"), ("floor", "years", "clauses"), rows),
                    self._floors(),
                )
            case NotSettled():
                return (self._floors(),)

    def _path(self, found: Cheapest) -> TableView:
        rows: list[tuple[Cell, ...]] = [
            (
                str(year),
                *(plain_of(found.amounts[each.id, year]) for each in self._standings),
                _money(found.costs[year]),
            )
            for year in self.question.years
        ]
        rows.append((message("path_total"), *(None for _ in self._standings), _money(found.total)))
        return _table(message("title_path_standards"), ("year", *self._headings, "cost"), rows)

    def _holds(self, found: Cheapest) -> TableView:
        by_point: dict[Point, list[Text]] = {point: [] for point in self.question.points}
        for hold in found.holds:
            by_point[hold.point].append(self._held_by(hold))
        rows: list[tuple[Cell, ...]] = [
            (str(year), *(_Several(tuple(by_point[each.id, year])) for each in self._standings))
            for year in self.question.years
        ]
        columns = tuple(Column(each.id, each.label) for each in self._standings)
        return _table(message("title_path_binding"), ("year", *columns), rows)

    def _held_by(self, hold: Hold) -> Text:
        number = self._numbers[hold.floor.id]
        if hold.year != hold.point[1]:
            return message("path_hold_of_year", number=number, year=hold.year)
        if hold.least is None:
            return str(number)
        return message("path_hold_at_least", number=number, least=plain_of(hold.least))

    @property
    def _numbers(self) -> dict[str, int]:
        """The floors, numbered as in their table."""
        return {floor.id: number for number, floor in enumerate(self.question.floors, start=1)}

    def _floors(self) -> TableView:
        priced = isinstance(self.answer, Cheapest)
        rows = [
            (
                self._numbers[floor.id],
                floor,
                _years(demand.year for demand in floor.demands),
                *((_money_or(self.prices.get(floor.id), message("path_unsettled_cell")),) if priced else ()),
                _clauses(floor.sources),
            )
            for floor in self.question.floors
        ]
        saves = ("saves",) if priced else ()
        headings = ("number", "floor", "years", *saves, "clauses")
        return _table(message("title_path_floors"), headings, rows)

    def _published(self) -> tuple[TableView, ...]:
        beside, found = self.beside, self.answer if isinstance(self.answer, Cheapest) else None
        costs = beside.costs
        rows: list[tuple[Cell, ...]] = [
            (
                str(year),
                *(self._amount(each, year) for each in self._standings),
                _money_or(costs[year], _NOT_PUBLISHED),
                *(
                    ()
                    if found is None
                    else (_money_or(_less(costs[year], found.costs[year]), _NOT_PUBLISHED),)
                ),
            )
            for year in self.question.years
        ]
        more = () if found is None else ("published_more",)
        over = () if found is None else (_money_or(_less(beside.total, found.total), _NOT_PUBLISHED),)
        total = _money_or(beside.total, _NOT_PUBLISHED)
        rows.append((message("path_total"), *(None for _ in self._standings), total, *over))
        table = _table(message("title_path_published"), ("year", *self._headings, "cost", *more), rows)
        misses = [
            (str(miss.year), self._numbers[miss.floor.id], miss.floor, self._short(miss))
            for miss in sorted(beside.misses, key=lambda each: each.year)
        ]
        if not misses:
            return (table,)
        missed = _table(message("title_path_misses"), ("year", "number", "floor", "missing_by"), misses)
        return (table, missed)

    def _left_out(self) -> tuple[TableView, ...]:
        rows = [
            (
                each.label,
                _years(each.years),
                message("path_lacking", why=each.why, years=_years(each.lacking))
                if each.lacking
                else each.why,
                _clauses((each.source,)),
            )
            for each in self.question.left_out
        ]
        headings = ("floor", "years", "why", "clauses")
        return (_table(message("title_path_left_out"), headings, rows),) if rows else ()

    @property
    def _standings(self) -> tuple[Standing, ...]:
        return self.question.standards

    @property
    def _headings(self) -> tuple[Column, ...]:
        return tuple(
            Column(each.id, message("path_in_unit", standard=each.label, unit=each.unit), numeric=True)
            for each in self._standings
        )

    def _amount(self, standing: Standing, year: int) -> Cell:
        amount = self.beside.amounts.get((standing.id, year))
        return NotKnown(_NOT_PUBLISHED) if amount is None else plain_of(amount)

    def _short(self, miss: Miss) -> Cell:
        short = miss.shortfall
        if short is None:
            return NotKnown(message("path_not_one_number"))
        standing = self.question.called(short.point[0])
        return message(
            "path_short",
            standard=standing.label,
            by=Size(short.by, standing.unit),
            least=Size(short.least, standing.unit),
        )

    # --- charts and notes ------------------------------------------------------------------------------

    def _charts(self) -> tuple[Yearly, ...]:
        assert isinstance(self.answer, Cheapest)  # noqa: S101 - asked for nothing else
        return tuple(
            Yearly(
                standing.label,
                standing.unit,
                Course(message("path_chart_cheapest"), self._course(standing, self.answer.amounts)),
                Course(message("path_chart_published"), self._course(standing, self.beside.amounts)),
            )
            for standing in self._standings
        )

    def _course(
        self, standing: Standing, amounts: Mapping[Point, Fraction]
    ) -> tuple[tuple[int, Fraction, Text], ...]:
        return tuple(
            (year, amounts[standing.id, year], plain_of(amounts[standing.id, year]))
            for year in self.question.years
            if (standing.id, year) in amounts
        )

    def _notes(self) -> Iterable[Text]:
        question = self.question
        yield message("path_note_cost")
        yield message("path_note_step", step=Amount(question.standards[0].step, _YUAN))
        for each in question.standards:
            persons = tuple(dict.fromkeys(each.recipients.persons))
            yield message(
                "path_note_recipients",
                standard=each.label,
                persons=_Several(tuple(f"{int(one):,}" for one in persons)),
                source=each.recipients.clause or message("path_given"),
            )
            if each.paid != 1:
                share = Size(each.paid * 100, Unit.parse("%"))
                yield message("path_note_paid", standard=each.label, share=share)
            yield message(
                "path_note_start",
                standard=each.label,
                year=question.years[0] - 1,
                amount=Size(each.start, each.unit),
                source=each.start_clause or message("path_given"),
            )
        yield from question.set_by
        yield from question.figures

    # --- a record --------------------------------------------------------------------------------------

    def record(self) -> dict[str, object]:
        """Return everything for a program: exact numbers as texts, both languages for labels."""
        question, found = self.question, self.answer
        record: dict[str, object] = {
            "jurisdiction": question.jurisdiction.id,
            "years": list(question.years),
            "outcome": {Cheapest: "cheapest", NoPath: "no_path", NotSettled: "not_settled"}[type(found)],
            "standards": [_standing_record(each) for each in question.standards],
            "floors": [self._floor_record(floor) for floor in question.floors],
            "left_out": [
                {
                    **_both(each.label),
                    "years": list(each.years),
                    "why": _both(each.why),
                    "clause": _clause(each.source),
                }
                for each in question.left_out
            ],
            "figures": [
                {
                    "series": each.series.id,
                    "year": each.year,
                    "growth": each.growth,
                    "value": _exact(each.size.number),
                    "unit": str(each.size.unit),
                    "assumed": each.clause is None,
                }
                for each in question.figures
            ],
            "published": self._published_record(),
        }
        if isinstance(found, Cheapest):
            record["path"] = self._path_record(found.amounts, found.costs)
            record["total_yuan"] = _exact(found.total)
            record["holds"] = [
                {
                    "standard": hold.point[0],
                    "year": hold.point[1],
                    "floor": hold.floor.id,
                    "floor_year": hold.year,
                    "at_least": None if hold.least is None else _exact(hold.least),
                }
                for hold in found.holds
            ]
        elif isinstance(found, NoPath):
            record["clash"] = [{"floor": floor.id, "years": list(years)} for floor, years in found.clash]
            record["clash_is_minimal"] = found.minimal
        else:
            record["at_least_yuan"] = _exact(found.at_least)
        return record

    def _floor_record(self, floor: PathFloor) -> dict[str, object]:
        price = self.prices.get(floor.id)
        return {
            "id": floor.id,
            **_both(floor.label),
            "years": [demand.year for demand in floor.demands],
            "clauses": [_clause(source) for source in floor.sources],
            "saves_yuan": None if price is None else _exact(price),
        }

    def _path_record(
        self, amounts: Mapping[Point, Fraction], costs: Mapping[int, Fraction | None]
    ) -> list[dict[str, object]]:
        return [
            {
                "year": year,
                "standards": {
                    each.id: _exact(amounts[each.id, year]) if (each.id, year) in amounts else None
                    for each in self._standings
                },
                "cost_yuan": None if cost is None else _exact(cost),
            }
            for year, cost in costs.items()
        ]

    def _published_record(self) -> dict[str, object]:
        beside = self.beside
        return {
            "path": self._path_record(beside.amounts, beside.costs),
            "total_yuan": None if beside.total is None else _exact(beside.total),
            "misses": [
                {
                    "floor": miss.floor.id,
                    "year": miss.year,
                    **(
                        {}
                        if miss.shortfall is None
                        else {"standard": miss.shortfall.point[0], "short_by": _exact(miss.shortfall.by)}
                    ),
                }
                for miss in beside.misses
            ],
        }


# --- words and numbers ---------------------------------------------------------------------------------


@frozen
class _Several:
    """Several texts that wait for their language."""

    texts: tuple[Text, ...]

    def text(self, lang: Language | None = None) -> str:
        return joined(self.texts, lang)


def _table(title: Message, headings: Iterable[str | Column], rows: Iterable[tuple[Cell, ...]]) -> TableView:
    numeric = {"number", "cost", "saves", "published_more"}
    columns = tuple(
        each
        if isinstance(each, Column)
        else Column(each, message(f"head_path_{each}"), numeric=each in numeric)
        for each in headings
    )
    return TableView(title, columns, tuple(rows))


def _clauses(sources: Iterable[Source]) -> Text:
    return _Several(
        tuple(
            each.clause
            if each.nature is None
            else message("path_nature", clause=each.clause, nature=each.nature.label)
            for each in sources
        )
    )


def _clause(source: Source) -> dict[str, object]:
    nature = {} if source.nature is None else {"nature": source.nature.name.lower()}
    return {"document": source.clause.document.id, "locator": source.clause.locator, **nature}


def _years(years: Iterable[int]) -> str:
    """Years as few words: 2021-2023, 2025."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)


def plain_of(number: Fraction) -> str:
    """Return a number as it is read: exact where it ends, otherwise with two places.

    Example:
        >>> plain_of(Fraction(9321, 10)), plain_of(Fraction(2, 3))
        ('932.1', '0.67')
    """
    return plain(_amount(number, _YUAN).number)


def _amount(number: Fraction, unit: Unit) -> Amount:
    try:
        return Amount(number, unit)
    except DeclarationError:
        return Size(number, unit).shown()


def _money(yuan: Fraction) -> str:
    """So many yuan for a reader."""
    return plain(_amount(yuan, _YUAN).number, grouped=True)


def _money_or(yuan: Fraction | None, why: Text) -> Cell:
    return NotKnown(why) if yuan is None else _money(yuan)


def _less(one: Fraction | None, other: Fraction) -> Fraction | None:
    return None if one is None else one - other


def _exact(number: Fraction) -> str:
    """A number for programs: as a decimal where it ends, otherwise as a fraction."""
    try:
        return plain(Amount(number, _YUAN).number)
    except DeclarationError:
        return str(number)


def _both(text: Text) -> dict[str, str]:
    return (
        {"zh": text, "en": text} if isinstance(text, str) else {"zh": text.text("zh"), "en": text.text("en")}
    )


def _standing_record(standing: Standing) -> dict[str, object]:
    return {
        "id": standing.id,
        **_both(standing.label),
        "unit": str(standing.unit),
        "start": _exact(standing.start),
        "recipients": [int(each) for each in standing.recipients.persons],
        "recipients_published": standing.recipients.clause is not None,
        "paid": _exact(standing.paid),
    }
