"""What households own and members earn: below the standard with assistance, from it upwards without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.analysis.sampling import defaults
from civaffairs.analysis.sampling.blocks import CHILD, ELDER
from civaffairs.analysis.sampling.cells import AREAS, ASSISTED
from civaffairs.analysis.sampling.draws import banded, numpy, some
from civaffairs.domain.models import Assistance, IncomeKind
from civaffairs.exchange.columns import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from civaffairs.analysis.sampling.blocks import Block
    from civaffairs.analysis.sampling.plan import Sample

_MONTHS = 12


def means(
    sample: Sample, block: Block, persons: Mapping[str, Column]
) -> tuple[dict[str, Column], dict[str, Column]]:
    """Return the facts of households, and what their members earn and receive.

    Args:
        sample: the standards that incomes turn on.
        block: the households.
        persons: what their members are, of which `employed` decides who has wages.
    """
    known = block.gaps.known
    standard = numpy.array([sample.urban_fen, sample.rural_fen], dtype=numpy.int64)[block.area]
    per_head = _per_head(block, standard)
    employed = persons["employed"].values
    income = _incomes(block, per_head * block.members, employed)
    wages = numpy.where(employed, income, 0)
    known_income = known(block.persons)
    cost = wages * defaults.WORK_COST // defaults.THOUSAND
    poor = (block.assistance > 0) | (per_head * 100 < standard * defaults.HARDSHIP_PERCENT)
    received = _received(block, standard, per_head)
    sizes = {IncomeKind.WAGES: wages, IncomeKind.TRANSFER: income - wages}
    earned = {
        f"incomes.{kind.id}_fen": Column(sizes.get(kind, numpy.zeros_like(wages)), known_income)
        for kind in IncomeKind
    } | {
        "other_benefits_fen": Column(block.each(received), known(block.persons)),
        "work_cost_fen": Column(cost, known_income & known(block.persons)),
        "economic_hardship": Column(block.each(poor), known(block.persons)),
    }
    told = block.total(known_income) == block.members
    return _owned(block, standard, per_head, told), earned


def _owned(
    block: Block,
    standard: NDArray[numpy.int64],
    per_head: NDArray[numpy.int64],
    told: NDArray[numpy.bool_],
) -> dict[str, Column]:
    random, many, known = block.random, block.households, block.gaps.known
    low = banded(random, many, ((*defaults.ASSETS_FEN[0][:2], defaults.THOUSAND),))
    assets = numpy.where(block.assistance > 0, low, banded(random, many, defaults.ASSETS_FEN))
    limit = standard * block.members * defaults.ASSETS_LIMIT_MONTHS
    in_dibao = block.assistance == ASSISTED.index(Assistance.DIBAO)
    return {
        "area": Column(block.area, terms=tuple(each.id for each in AREAS)),
        "assets_fen": Column(assets, known(many)),
        "assets_within_limits": Column(assets <= limit, known(many)),
        "yearly_income_fen": Column(per_head * block.members * _MONTHS, told & known(many)),
        "income_unstable": Column(some(random, many, defaults.INCOME_UNSTABLE), known(many)),
        "rising_through_work": Column(
            in_dibao & some(random, many, defaults.RISING_THROUGH_WORK), known(many)
        ),
        "sudden_hardship": Column(some(random, many, defaults.SUDDEN_HARDSHIP), known(many)),
        "hardship_from_spending": Column(some(random, many, defaults.HARDSHIP_FROM_SPENDING), known(many)),
    }


def _per_head(block: Block, standard: NDArray[numpy.int64]) -> NDArray[numpy.int64]:
    """Income per head in fen a month."""
    random, many = block.random, block.households
    percent = banded(random, many, defaults.INCOME_BANDS)
    others = standard * percent // 100 + random.integers(100, size=many)
    return numpy.where(block.assistance > 0, random.integers(standard), others)


def _incomes(
    block: Block, total: NDArray[numpy.int64], employed: NDArray[numpy.bool_]
) -> NDArray[numpy.int64]:
    """What each member brings in: the same for all with work or a pension, else for adults, else for all."""
    elder = block.role == ELDER
    earners = employed | (elder & some(block.random, block.persons, defaults.PENSIONED))
    for candidates in (block.role != CHILD, numpy.ones(block.persons, dtype=bool)):
        idle = block.total(earners) == 0
        earners |= candidates & block.each(idle)
    before: NDArray[numpy.int64] = numpy.cumsum(earners) - earners
    is_first = earners & (before == before[block.begin][block.home])
    shares = block.total(earners)
    part = total // shares
    rest = total - part * shares
    found: NDArray[numpy.int64] = numpy.where(earners, block.each(part), 0)
    found += numpy.where(is_first, block.each(rest), 0)
    return found


def _received(
    block: Block, standard: NDArray[numpy.int64], per_head: NDArray[numpy.int64]
) -> NDArray[numpy.int64]:
    """What each member receives a month of Dibao or of tekun support; nothing without assistance."""
    by_group = {
        Assistance.DIBAO: standard - per_head,
        Assistance.TEKUN: standard * defaults.TEKUN_PERCENT // 100,
    }
    found = numpy.zeros(block.households, dtype=numpy.int64)
    for group, fen in by_group.items():
        found = numpy.where(block.assistance == ASSISTED.index(group), fen, found)
    return found
