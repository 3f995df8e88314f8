"""The question as a value: which standards, in which years, from where, for how many, and with which floors.

Example:
    >>> from civaffairs import load
    >>> catalogue = load()
    >>> question = StandardPath.of(
    ...     catalogue["taoyuan"],
    ...     catalogue.plans.values(),
    ...     range(2022, 2025),
    ...     recipients={"dibao_urban": "2000", "dibao_rural": "5000", "tekun_basic": "300"},
    ...     assume=["urban_consumption=5%"],
    ... )
    >>> [int(standing.start) for standing in question.standards]
    [640, 520, 832]
    >>> [each.label.en for each in question.left_out]
    ['the heating standard is at most a tenth of the rural Dibao standard']
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.analysis.paths.figures import Figures, amount_in, assumption
from civaffairs.analysis.paths.floors import Declarations, LeftOut, PathFloor
from civaffairs.analysis.paths.lines import Setting, When
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.units import Amount, Unit
from civaffairs.errors import (
    CivaffairsError,
    Fault,
    InputInvalid,
    Message,
    UnknownName,
    fault,
    message,
    raise_all,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from civaffairs.analysis.paths.figures import Assumption, UsedFigure
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.names import Label
    from civaffairs.domain.observations import Observation
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.sources import Clause
    from civaffairs.domain.standards import Standard
    from civaffairs.loading import Dossier

USUAL = ("dibao_urban", "dibao_rural", "tekun_basic")
"""The standards that plans of civil affairs tie to each other: set where a question names none."""
MOST_YEARS = 20
_MONTHLY, _YEARLY = Unit.parse("元/人·月"), Unit.parse("元/人·年")
_PERSON, _SHARE, _YUAN = Unit.parse("人"), Unit.parse("%"), Unit.parse("元")


@frozen
class Recipients:
    """For how many persons a standard is paid.

    Attributes:
        persons: in each year.
        clause: who published it; None where the user gave it.
    """

    persons: tuple[Fraction, ...]
    clause: Clause | None = None


@frozen
class Standing:
    """One standard that is to be set.

    Attributes:
        standard: the standard as it is declared by the nearest place that does.
        start: how much it is at the end of the year before the first.
        start_clause: where that is laid down; None where the user gave it.
        step: standards are multiples of so many yuan.
        recipients: for how many it is paid.
        paid: the part of the standard that is paid on average, from 0 to 1; 1 where nobody says.
    """

    standard: Standard
    start: Fraction
    start_clause: Clause | None
    step: Fraction
    recipients: Recipients
    paid: Fraction = Fraction(1)

    @property
    def id(self) -> str:
        """The id of the standard."""
        return self.standard.id

    @property
    def label(self) -> Label:
        """What it is called."""
        return self.standard.label

    @property
    def unit(self) -> Unit:
        """The unit of its amounts."""
        return self.standard.unit

    def yearly(self, position: int) -> Fraction:
        """Return how many yuan a year one unit of the standard costs, in the year at this position."""
        return self.unit.factor_to(_YEARLY) * self.recipients.persons[position] * self.paid


@frozen
class StandardPath:
    """What path of standards is the cheapest that keeps all floors?

    Attributes:
        jurisdiction: for which place it is asked.
        years: the years of the path, in order; standards are those of the end of each year.
        standards: those that are to be set.
        floors: what they must keep.
        left_out: what could not be looked at, and why.
        figures: what floors look at beside standards.
        rulebook: the rules and standards of the place, among them the published ones.
    """

    jurisdiction: Jurisdiction
    years: tuple[int, ...]
    standards: tuple[Standing, ...]
    floors: tuple[PathFloor, ...]
    left_out: tuple[LeftOut, ...]
    figures: tuple[UsedFigure, ...]
    rulebook: Rulebook = field(repr=False)

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        plans: Iterable[Plan],
        years: Iterable[int],
        *,
        recipients: Mapping[str, str],
        standards: Sequence[str] = (),
        start: Mapping[str, str] | None = None,
        paid: Mapping[str, str] | None = None,
        assume: Sequence[str] = (),
        step: str = "1元",
    ) -> StandardPath:
        """Return the question about the floors that a place declares.

        Args:
            dossier: everything about the place.
            plans: all plans; those of the place and of the places above it are read.
            years: the years, one after the other.
            recipients: by the id of a standard for how many it is paid: a number, numbers of every year with
                commas between them, or the id of a published figure, as `tekun_persons`.
            standards: the ids of the standards to set; by default those of Dibao and of tekun persons.
            start: what a standard was before the first year, where nobody published it.
            paid: the part of a standard that is paid on average, as `65%`; without it the cost is the sum of
                the standards, which payment stays below, as what recipients have themselves is taken off.
            assume: figures that nobody published: `urban_consumption=5%`; see `assumption`.
            step: standards are multiples of it.

        Raises:
            InputInvalid: with everything that is wrong.
        """
        asked = _Asked(
            dossier,
            tuple(plans),
            tuple(years),
            names=standards,
            recipients=recipients,
            start=start or {},
            paid=paid or {},
            assume=assume,
            step=step,
        )
        return asked.question()

    @property
    def points(self) -> tuple[tuple[str, int], ...]:
        """Every standard of every year."""
        return tuple((standing.id, year) for standing in self.standards for year in self.years)

    @property
    def cost_of(self) -> Mapping[tuple[str, int], Fraction]:
        """By standard and year, how many yuan a year one unit of it costs."""
        return {
            (standing.id, year): standing.yearly(position)
            for standing in self.standards
            for position, year in enumerate(self.years)
        }

    def called(self, id: str) -> Standing:
        """Return a standard by its id."""
        return next(each for each in self.standards if each.id == id)

    @property
    def set_by(self) -> tuple[Message, ...]:
        """Which of the standards are set by places above this one."""
        places = {place.id: place.label for place in self.rulebook.chain}
        return tuple(
            message(
                "path_set_above",
                standard=each.label,
                place=places[each.standard.jurisdiction],
                freedom=each.standard.freedom.label,
            )
            for each in self.standards
            if each.standard.jurisdiction != self.jurisdiction.id
        )


@frozen
class _Asked:
    """What is asked about a place: every word is read, and every fault kept."""

    dossier: Dossier
    plans: tuple[Plan, ...]
    years: tuple[int, ...]
    names: Sequence[str] = field(kw_only=True)
    recipients: Mapping[str, str] = field(kw_only=True)
    start: Mapping[str, str] = field(kw_only=True)
    paid: Mapping[str, str] = field(kw_only=True)
    assume: Sequence[str] = field(kw_only=True)
    step: str = field(kw_only=True)
    faults: list[Fault] = field(factory=list)

    def question(self) -> StandardPath:
        book = self.dossier.rulebook
        own = tuple(plan for place in book.chain for plan in self.plans if plan.jurisdiction == place.id)
        reported = tuple(seen for plan in own for seen in _observations(plan))
        self._check_years()
        declared = self._standards(book)
        self._check_names({each.id for each in declared})
        step = self._step()
        standings = [self._standing(book, each, step, reported) for each in declared]
        declarations = Declarations(book, self.dossier.invariants, own)
        assumed = self._assumptions(declarations.figures - {each.id for each in declared})
        figures = Figures(reported, assumed)
        raise_all(InputInvalid, dict.fromkeys(self.faults))
        known = tuple(each for each in standings if each is not None)
        floors, left_out = declarations.floors(self._whens(book, known, figures))
        used = tuple(figures.used[key] for key in sorted(figures.used))
        return StandardPath(self.dossier.jurisdiction, self.years, known, floors, left_out, used, book)

    def _check_names(self, known: set[str]) -> None:
        given = (("--recipients", self.recipients), ("--start", self.start), ("--paid", self.paid))
        self.faults.extend(
            fault("path_not_among", f"{option} {name}", known=", ".join(sorted(known)))
            for option, names in given
            for name in names
            if name not in known
        )

    def _check_years(self) -> None:
        following = all(
            after == before + 1 for before, after in zip(self.years, self.years[1:], strict=False)
        )
        if not 0 < len(self.years) <= MOST_YEARS or not following:
            self.faults.append(fault("path_years", "--from, --to", most=MOST_YEARS))

    def _standards(self, book: Rulebook) -> tuple[Standard, ...]:
        wanted = list(self.names) or [name for name in USUAL if name in book.standards]
        found = []
        for name, times in Counter(wanted).items():
            if name not in book.standards:
                self.faults.extend(UnknownName.among("standard", name, book.standards).faults)
            elif times > 1 or book.standards[name][0].unit not in {_MONTHLY, _YEARLY}:
                self.faults.append(fault("path_no_standard", f"--standard {name}", unit=_MONTHLY))
            else:
                found.append(book.standards[name][0])
        if not wanted:
            self.faults.append(fault("path_nothing_to_set", place=self.dossier.jurisdiction.label))
        return tuple(found)

    def _step(self) -> Fraction:
        step = amount_in(self.step, _YUAN)
        if step is None or not step.unit.goes_with(_YUAN) or step.number <= 0:
            self.faults.append(fault("path_step_malformed", "--round", text=self.step))
            return Fraction(1)
        return step.size_in(_YUAN)

    def _standing(
        self, book: Rulebook, standard: Standard, step: Fraction, reported: tuple[Observation, ...]
    ) -> Standing | None:
        begun = self._start(book, standard)
        persons = self._recipients(standard, reported)
        share = self._paid(standard)
        if begun is None or persons is None:
            return None
        return Standing(standard, *begun, step, persons, share)

    def _start(self, book: Rulebook, standard: Standard) -> tuple[Fraction, Clause | None] | None:
        given = self.start.get(standard.id)
        if given is not None:
            amount = amount_in(given, standard.unit)
            if amount is None or not amount.unit.goes_with(standard.unit) or amount.number <= 0:
                self.faults.append(fault("path_start_malformed", f"--start {standard.id}", text=given))
                return None
            return amount.size_in(standard.unit), None
        if not self.years:
            return None
        found = book.on(date(self.years[0] - 1, 12, 31)).standard(as_tree(standard))
        if isinstance(found, Message):
            self.faults.append(
                fault("path_start_unknown", f"--start {standard.id}", year=self.years[0] - 1, why=found)
            )
            return None
        assert isinstance(found.value, Amount)  # noqa: S101 - standards hold amounts
        return found.value.size_in(standard.unit), found.clause

    def _recipients(self, standard: Standard, reported: tuple[Observation, ...]) -> Recipients | None:
        given = self.recipients.get(standard.id)
        place = f"--recipients {standard.id}"
        if given is None:
            self.faults.append(fault("path_recipients_unknown", place, standard=standard.label))
            return None
        parts = [amount_in(part, _PERSON) for part in given.split(",")]
        if given[:1].isalpha():
            figure = self._published(given, reported)
            if figure is None:
                self.faults.append(fault("path_figure_unknown", place, name=given))
                return None
            amount = figure.amount
            clause = None if isinstance(figure.source, str) else figure.source
            return Recipients((amount.size_in(_PERSON),) * len(self.years), clause) if amount else None
        persons = [
            each.size_in(_PERSON) for each in parts if each is not None and each.unit.goes_with(_PERSON)
        ]
        whole = all(each > 0 and each.denominator == 1 for each in persons)
        if len(persons) < len(parts) or not whole or len(persons) not in {1, len(self.years)}:
            self.faults.append(fault("path_recipients_malformed", place, text=given, years=len(self.years)))
            return None
        return Recipients(tuple(persons if len(persons) > 1 else persons * len(self.years)))

    def _published(self, name: str, reported: tuple[Observation, ...]) -> Observation | None:
        """Return the latest published number of persons of this name."""
        found = [
            each
            for each in reported
            if each.of.id == name and each.amount is not None and each.amount.unit.goes_with(_PERSON)
        ]
        return max(found, key=lambda each: each.period.end, default=None)

    def _paid(self, standard: Standard) -> Fraction:
        given = self.paid.get(standard.id)
        if given is None:
            return Fraction(1)
        share = amount_in(given, _SHARE)
        if share is None or not share.unit.is_ratio or not 0 < share.size_in(Unit.parse("1")) <= 1:
            self.faults.append(fault("path_paid_malformed", f"--paid {standard.id}", text=given))
            return Fraction(1)
        return share.size_in(Unit.parse("1"))

    def _assumptions(self, known: frozenset[str]) -> tuple[Assumption, ...]:
        found = []
        for text in self.assume:
            each = self._kept(lambda: assumption(text))  # noqa: B023 - called at once
            if each is None:
                continue
            if each.series not in known:
                self.faults.extend(UnknownName.among("series", each.series, known).faults)
            found.append(each)
        return tuple(found)

    def _kept(self, read: Callable[[], Assumption]) -> Assumption | None:
        try:
            return read()
        except CivaffairsError as error:
            self.faults.extend(error.faults)
            return None

    def _whens(self, book: Rulebook, standings: tuple[Standing, ...], figures: Figures) -> dict[int, When]:
        settings = {each.id: Setting(each.unit, each.start) for each in standings}
        first = self.years[0]
        return {
            year: When(year, first, settings, book.on(date(year, 12, 31)), figures)
            for year in (first - 1, *self.years)
        }


def as_tree(standard: Standard) -> LocalStandard:
    """Return the node by which rules refer to a standard."""
    return LocalStandard(standard.id, standard.label, standard.unit)


def _observations(plan: Plan) -> Iterator[Observation]:
    yield from (*plan.baselines, *plan.results, *plan.situation, *plan.observations)
