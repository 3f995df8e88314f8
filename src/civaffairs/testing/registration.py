"""Tell hypothesis how each type of the domain is drawn, so that `st.from_type(Household)` works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from civaffairs.domain import models
from civaffairs.domain.indicators import Indicator, Statistic
from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.models.every import MODELS
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Commitment, Discrepancy, Plan, Row
from civaffairs.domain.rules.expr import Series
from civaffairs.domain.sources import Clause, Document
from civaffairs.domain.standards import Standard
from civaffairs.domain.targets import Target
from civaffairs.domain.units import Amount, AmountRange, Points, Unit
from civaffairs.testing import strategies as some

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

_DRAWN_BY: dict[type, Callable[[], SearchStrategy[Any]]] = {
    Amount: some.amounts,
    AmountRange: some.ranges,
    Clause: some.clauses,
    Commitment: some.commitments,
    Discrepancy: some.discrepancies,
    Document: some.documents,
    Indicator: some.indicators,
    Jurisdiction: some.jurisdictions,
    Label: some.labels,
    Observation: some.observations,
    Period: some.periods,
    Plan: some.plans,
    Points: some.points,
    Row: some.rows,
    Series: some.series,
    Standard: some.standards,
    Statistic: some.statistics,
    Target: some.targets,
    Unit: some.units,
    models.CareInstitution: some.care_institutions,
    models.Cemetery: some.cemeteries,
    models.Person: some.people,
    models.SocialOrg: some.organisations,
}


def register() -> None:
    """Register a strategy for every model and every other value that plugins declare."""
    for cls in MODELS:
        st.register_type_strategy(cls, some.models)
    for kind, strategy in _DRAWN_BY.items():
        st.register_type_strategy(kind, _whatever_is_asked(strategy))


def _whatever_is_asked(
    strategy: Callable[[], SearchStrategy[Any]],
) -> Callable[[object], SearchStrategy[Any]]:
    """Return the function that hypothesis calls with the type."""
    return lambda _: strategy()
