"""What persons are, drawn so that the calibrated totals come out; what they earn stands in `means`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from civaffairs.analysis.sampling import defaults
from civaffairs.analysis.sampling.blocks import ADULT, CHILD, ELDER
from civaffairs.analysis.sampling.cells import ASSISTED, apportioned
from civaffairs.analysis.sampling.draws import Urn, numpy, one_of, some
from civaffairs.analysis.sampling.numbers import IdentityNumbers
from civaffairs.domain.models import (
    Assistance,
    Dependence,
    Guardianship,
    Placement,
    Registration,
    Schooling,
    Sex,
    TekunSupport,
)
from civaffairs.exchange.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from civaffairs.analysis.sampling.blocks import Block
    from civaffairs.analysis.sampling.cells import Cell
    from civaffairs.analysis.sampling.plan import Sample
    from civaffairs.domain.models import Term

_OLDEST = 100
_SEVERE = 2
_SEXES = tuple(Sex)
_REGISTRATIONS = tuple(defaults.REGISTERED)
_SCHOOLINGS = (Schooling.NONE, *defaults.SCHOOLING)
_DISABILITY_KINDS = tuple(defaults.DISABILITY_KINDS)
_DEPENDENCES = tuple(defaults.DEPENDENT_ELDERS)
_GUARDIANS = (Guardianship.PARENTS, Guardianship.RELATIVES)
_SUPPORTS = (TekunSupport.DISPERSED, TekunSupport.INSTITUTION)
_ORPHAN, _UNATTENDED = 1, 2


class Traits:
    """What persons are."""

    def __init__(self, sample: Sample, cells: tuple[Cell, ...]) -> None:
        elders = sum(cell.elders * cell.households for cell in cells)
        children = sum(cell.children * cell.households for cell in cells)
        self._days = _Days(sample.on)
        older = min(elders, sample.wanted("elders_65"))
        oldest = min(older, int(elders * defaults.ELDERS_80))
        self._elder_ages = Urn([elders - older, older - oldest, oldest])
        difficult = min(children, sample.wanted("children_in_difficulty"))
        orphans, unattended, others = apportioned(
            difficult, (defaults.ORPHANS, defaults.UNATTENDED, 1 - defaults.ORPHANS - defaults.UNATTENDED)
        )
        self._children = Urn([children - difficult, orphans, unattended, others])
        self._numbers = IdentityNumbers(sample.province) if sample.identity_numbers else None

    def of(self, block: Block) -> dict[str, Column]:
        """Return the facts of the members of a block's households, without their incomes."""
        born = self._births(block)
        assistance = block.each(block.assistance)
        sex = block.random.integers(2, size=block.persons).astype(numpy.int8)
        columns = {
            "born": Column(born),
            "sex": Column(sex, terms=_ids(_SEXES)),
            "assistance": Column(assistance, terms=_ids(ASSISTED)),
            "registration": _registration(block, assistance),
            **(work := self._work_and_health(block, born)),
            **_as_elders(block),
            **self._as_children(block, at_school=work["schooling"].values > 0),
            **_as_tekun(block, assistance),
        }
        if self._numbers is not None:
            columns["identity_number"] = Column(self._numbers.of(born, sex == _SEXES.index(Sex.MALE)))
        return columns

    def _births(self, block: Block) -> NDArray[numpy.datetime64]:
        """Days of birth, even within each band of ages: below 18, 18, 60, 65, 80 and older."""
        band = numpy.where(block.role == CHILD, 0, 1)
        elder = block.role == ELDER
        band[elder] = 2 + self._elder_ages.draw(block.random, int(elder.sum()))
        return self._days.between(block.random, band)

    def _work_and_health(self, block: Block, born: NDArray[numpy.datetime64]) -> dict[str, Column]:
        random, many = block.random, block.persons
        elder, adult = block.role == ELDER, block.role == ADULT
        school = self._days.schooling(random, born)
        ill = some(random, many, defaults.SERIOUSLY_ILL)
        grade = one_of(random, many, defaults.DISABLED_BY_GRADE) + 1
        disabled = grade <= len(defaults.DISABLED_BY_GRADE)
        kinds = one_of(random, many, tuple(defaults.DISABILITY_KINDS.values()))
        dependence = _dependence(block, severe=grade <= _SEVERE)
        self_caring = dependence == _DEPENDENCES.index(Dependence.SELF_CARING)
        may_work = dependence != _DEPENDENCES.index(Dependence.FULLY_DEPENDENT)
        employed = may_work & (
            (adult & (school == 0) & some(random, many, defaults.EMPLOYED))
            | (elder & some(random, many, defaults.EMPLOYED_ELDERS))
        )
        able = employed | (adult & self_caring & ~ill & (grade > _SEVERE))
        least, below = numpy.array([defaults.TASKS_UNABLE[each] for each in _DEPENDENCES]).T
        known = block.gaps.known
        known_disabled = known(many)
        return {
            "employed": Column(employed, known(many)),
            "able_to_work": Column(able, known(many)),
            "schooling": Column(school, known(many), _ids(_SCHOOLINGS)),
            "seriously_ill": Column(ill, known(many)),
            "disabled": Column(disabled, known_disabled),
            "disability_grade": Column(grade.astype(numpy.int8), disabled & known_disabled & known(many)),
            "disability_kinds": Column(
                kinds, disabled & known_disabled & known(many), _ids(_DISABILITY_KINDS)
            ),
            "dependence": Column(dependence, known(many), _ids(_DEPENDENCES)),
            "tasks_unable": Column(random.integers(least[dependence], below[dependence]), known(many)),
            "long_term_care": Column(~self_caring, known(many)),
        }

    def _as_children(self, block: Block, *, at_school: NDArray[numpy.bool_]) -> dict[str, Column]:
        """Whether somebody is an orphan is asked of students above 18 too; none of them is one here."""
        random, many, known = block.random, block.persons, block.gaps.known
        child = block.role == CHILD
        state = numpy.zeros(many, dtype=numpy.int8)
        state[child] = self._children.draw(random, int(child.sum()))
        orphan, unattended = state == _ORPHAN, state == _UNATTENDED
        left_behind = child & ~orphan & some(random, many, defaults.LEFT_BEHIND)
        guardian = (orphan | unattended).astype(numpy.int8)
        placement = numpy.zeros(many, dtype=numpy.int8)
        return {
            "child.in_difficulty": Column(state > 0, child),
            "child.orphan": Column(orphan, child | at_school),
            "child.unattended": Column(unattended, child),
            "child.left_behind": Column(left_behind, child & known(many)),
            "child.guardianship": Column(guardian, child & known(many), _ids(_GUARDIANS)),
            "child.placement": Column(placement, orphan & known(many), _ids([Placement.COMMUNITY])),
        }


def _registration(block: Block, assistance: NDArray[numpy.int8]) -> Column:
    """Who is assisted is in the household register, which comes first."""
    found = one_of(block.random, block.persons, tuple(defaults.REGISTERED.values()))
    here = _REGISTRATIONS.index(Registration.HOUSEHOLD_REGISTER)
    found = numpy.where(assistance > 0, numpy.int8(here), found)
    return Column(found, block.gaps.known(block.persons), _ids(_REGISTRATIONS))


def _dependence(block: Block, *, severe: NDArray[numpy.bool_]) -> NDArray[numpy.int8]:
    """Elders, the severely disabled below 60, and everybody else, who cares for himself."""
    elders = one_of(block.random, block.persons, tuple(defaults.DEPENDENT_ELDERS.values()))
    disabled = one_of(block.random, block.persons, tuple(defaults.DEPENDENT_DISABLED.values()))
    found: NDArray[numpy.int8] = numpy.where(
        block.role == ELDER, elders, numpy.where(severe, disabled, numpy.int8(0))
    )
    return found


def _as_elders(block: Block) -> dict[str, Column]:
    random, many, known = block.random, block.persons, block.gaps.known
    elder = block.role == ELDER
    alone = block.each(block.members) == 1
    left_behind = some(random, many, defaults.ELDERS_LEFT_BEHIND)
    assessed = some(random, many, defaults.ABILITY_ASSESSED)
    return {
        "elder.lives_alone": Column(alone, elder & known(many)),
        "elder.left_behind": Column(left_behind, elder & known(many)),
        "elder.ability_assessed": Column(assessed, elder & known(many)),
    }


def _as_tekun(block: Block, assistance: NDArray[numpy.int8]) -> dict[str, Column]:
    random, many, known = block.random, block.persons, block.gaps.known
    tekun = assistance == ASSISTED.index(Assistance.TEKUN)
    institution = some(random, many, defaults.TEKUN_IN_INSTITUTIONS)
    wants = institution | some(random, many, defaults.TEKUN_WANTS_INSTITUTION)
    return {
        "tekun.support": Column(institution.astype(numpy.int8), tekun & known(many), _ids(_SUPPORTS)),
        "tekun.wants_institution": Column(wants, tekun & known(many)),
    }


def _ids(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(each.id for each in terms)


class _Days:
    """The days between which somebody was born who has an age on a day."""

    _BANDS = ((0, 18), (18, 60), (60, 65), (65, 80), (80, _OLDEST))

    def __init__(self, on: date) -> None:
        self._on = on
        self._first = numpy.array([born_by(on, below) + 1 for _, below in self._BANDS])
        self._last = numpy.array([born_by(on, least) for least, _ in self._BANDS])

    def between(
        self, random: numpy.random.Generator, band: NDArray[numpy.int64]
    ) -> NDArray[numpy.datetime64]:
        return random.integers(self._first[band], self._last[band], endpoint=True).astype("datetime64[D]")

    def schooling(
        self, random: numpy.random.Generator, born: NDArray[numpy.datetime64]
    ) -> NDArray[numpy.int8]:
        """The stage of education of each, a place in `_SCHOOLINGS`; several stages of one age add up."""
        days: NDArray[Any] = born.astype(numpy.int64)
        lot = random.integers(defaults.THOUSAND, size=len(born))
        found = numpy.zeros(len(born), dtype=numpy.int8)
        taken = dict.fromkeys(((least, below) for least, below, _ in defaults.SCHOOLING.values()), 0)
        for place, (least, below, thousandths) in enumerate(defaults.SCHOOLING.values(), start=1):
            of_age = (days <= born_by(self._on, least)) & (days > born_by(self._on, below))
            before = taken[least, below]
            found[of_age & (lot >= before) & (lot < before + thousandths)] = place
            taken[least, below] += thousandths
        return found


def born_by(on: date, age: int) -> int:
    """Return the last day of birth of those who have reached an age on a day, as days since 1970.

    Example:
        >>> from datetime import timedelta
        >>> date(1970, 1, 1) + timedelta(born_by(date(2021, 2, 28), 1))
        datetime.date(2020, 2, 28)
    """
    try:
        day = on.replace(year=on.year - age)
    except ValueError:  # the 29th of February in a year without one
        day = on.replace(year=on.year - age, day=28)
    return (day - date(1970, 1, 1)) // timedelta(days=1)
