"""The catalogue: everything that the installed plugins declare, as one immutable value."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from attrs import field, frozen

from civaffairs.domain.indicators import Indicator
from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.plan import Plan
from civaffairs.domain.rules.depends import series_of
from civaffairs.domain.rules.expr import Series
from civaffairs.domain.sources import Clause, Document
from civaffairs.domain.standards import Standard
from civaffairs.errors import UnknownName, fault
from civaffairs.loading.reports import PluginReport, unchanging

Named = TypeVar("Named", Jurisdiction, Indicator)


@frozen
class Dossier:
    """Everything that is declared of one jurisdiction.

    Attributes:
        jurisdiction: the jurisdiction.
        chain: the jurisdictions above it, from the next up to the nation, as far as they are declared.
        plans: its plans, the earliest first.
        standards: the standards that it sets itself.
    """

    jurisdiction: Jurisdiction
    chain: tuple[Jurisdiction, ...]
    plans: tuple[Plan, ...]
    standards: tuple[Standard, ...]

    @property
    def plan(self) -> Plan:
        """The latest plan.

        Raises:
            UnknownName: where no plan is declared.
        """
        if not self.plans:
            raise UnknownName(fault("plan_absent", jurisdiction=self.jurisdiction.label))
        return self.plans[-1]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document that the plans and standards cite, each once."""
        return tuple(dict.fromkeys(clause.document for clause in self.clauses))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that the plans and standards cite, each once."""
        return tuple(dict.fromkeys(self._clauses()))

    def _clauses(self) -> Iterator[Clause]:
        for plan in self.plans:
            yield from clauses_of(plan)
        for standard in self.standards:
            yield from (entry.clause for entry in standard.timeline)


def clauses_of(plan: Plan) -> Iterator[Clause]:
    """Yield every clause that a plan cites, in the order of the plan."""
    for row in plan.rows:
        yield row.clause
        yield from (target.clause for target in row.targets)
    for seen in (*plan.baselines, *plan.results, *plan.observations):
        if not isinstance(seen.source, str):
            yield seen.source
    yield from (each.clause for each in plan.commitments)
    if plan.claim is not None:
        yield plan.claim.clause
    yield from (side.clause for each in plan.discrepancies for side in each.sides)


@frozen
class Catalogue:
    """Everything that the installed plugins declare.

    Attributes:
        jurisdictions: by id.
        indicators: by id.
        plans: by id.
        standards: in the order of the plugins.
        reports: what became of each plugin, the broken ones included.
    """

    jurisdictions: Mapping[str, Jurisdiction] = field(converter=unchanging)
    indicators: Mapping[str, Indicator] = field(converter=unchanging)
    plans: Mapping[str, Plan] = field(converter=unchanging)
    standards: tuple[Standard, ...]
    reports: tuple[PluginReport, ...]

    def __getitem__(self, name: str) -> Dossier:
        """Return the dossier of a jurisdiction, by id, division code, Chinese or English name.

        Raises:
            UnknownName: with the jurisdictions whose names come closest, or those that share the name.
        """
        found = self.jurisdiction(name)
        plans = [plan for plan in self.plans.values() if plan.jurisdiction == found.id]
        return Dossier(
            found,
            self.chain(found),
            tuple(sorted(plans, key=lambda plan: plan.years.first_day)),
            tuple(standard for standard in self.standards if standard.jurisdiction == found.id),
        )

    def __iter__(self) -> Iterator[Dossier]:
        return (self[name] for name in self.jurisdictions)

    def __contains__(self, name: object) -> bool:
        return name in self.jurisdictions

    def __len__(self) -> int:
        return len(self.jurisdictions)

    def jurisdiction(self, name: str) -> Jurisdiction:
        """Return a jurisdiction by id, division code or name; raises as `__getitem__` does."""
        return _find("jurisdiction", name, self.jurisdictions)

    def chain(self, jurisdiction: Jurisdiction) -> tuple[Jurisdiction, ...]:
        """Return the jurisdictions above one, from the next up to the nation, as far as declared."""
        above: list[Jurisdiction] = []
        parent = self.jurisdictions.get(jurisdiction.parent or "")
        while parent is not None and parent not in (jurisdiction, *above):  # a plugin may declare a circle
            above.append(parent)
            parent = self.jurisdictions.get(parent.parent or "")
        return tuple(above)

    def indicator(self, name: str) -> Indicator:
        """Return an indicator by id, or by its Chinese or English name.

        Raises:
            UnknownName: with the indicators whose names come closest, or those that share the name.
        """
        return _find("indicator", name, self.indicators)

    @property
    def series(self) -> Mapping[str, Series]:
        """Every series that a target refers to, by id."""
        found: dict[str, Series] = {}
        for plan in self.plans.values():
            for target in plan.targets:
                if target.condition is not None:
                    found |= {each.id: each for each in series_of(target.condition)}
        return MappingProxyType(found)


def _find(kind: str, name: str, values: Mapping[str, Named]) -> Named:
    """Return what has this id, or else the only one that is also called so."""
    if name in values:
        return values[name]
    found = [each for each in values.values() if name in _other_names(each)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownName(
            fault("name_ambiguous", name=name, known=", ".join(sorted(each.id for each in found)))
        )
    names: Collection[str] = values if name.isascii() else [each.label.zh for each in values.values()]
    raise UnknownName.among(kind, name, names)


def _other_names(value: Jurisdiction | Indicator) -> tuple[str, ...]:
    code = (value.code,) if isinstance(value, Jurisdiction) else ()
    return (value.label.zh, value.label.en, *code)
