"""The catalogue: everything that the installed plugins declare, as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen
from attrs.converters import optional

from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.errors import NotLoaded, UnknownName, fault
from civaffairs.loading.reports import PluginReport, unchanging

if TYPE_CHECKING:  # read by people and type checkers: whoever loads no plans does not import them
    from civaffairs.domain.exemptions import Exemption
    from civaffairs.domain.glossary import Term
    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.proposals import Proposal
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import AmountRule, ConditionRule, Rule, Series
    from civaffairs.domain.sources import Clause, Document
    from civaffairs.domain.standards import Standard

Named = TypeVar("Named", "Jurisdiction", "Indicator", "Term")
Local = TypeVar(
    "Local",
    "Plan",
    "Standard",
    "AmountRule | ConditionRule",
    "Provision",
    "Invariant",
    "Exemption",
    "Proposal",
)
V = TypeVar("V")


@frozen
class Dossier:
    """Everything that is declared of one jurisdiction.

    Attributes:
        jurisdiction: the jurisdiction.
        chain: the jurisdictions above it, from the next up to the nation, as far as they are declared.

    Raises:
        NotLoaded: where a part is asked for that the catalogue was loaded without.
    """

    jurisdiction: Jurisdiction
    chain: tuple[Jurisdiction, ...]
    _plans: tuple[Plan, ...] | None
    _standards: tuple[Standard, ...] | None
    _rules: tuple[Rule, ...] | None
    _provisions: tuple[Provision, ...] | None
    _invariants: tuple[Invariant, ...] | None
    _catalogue: Catalogue = field(repr=False, eq=False)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that it lays down itself."""
        return _loaded("rules", self._rules)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that it lays down itself."""
        return _loaded("provisions", self._provisions)

    @property
    def invariants(self) -> tuple[Invariant, ...]:
        """What must hold here: what it declares itself, then what those above it declare, the nearest first.

        Nothing below replaces an invariant: what a nation's sources say of everybody holds in each district.
        """
        every = _loaded("invariants", self._invariants)
        return tuple(each for place in self.places for each in every if each.jurisdiction == place.id)

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """What is known not to conform here: declared here, then by those above, the nearest first."""
        every = self._catalogue.exemptions
        return tuple(each for place in self.places for each in every if each.jurisdiction == place.id)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What is proposed for it: declared here, then by those above, the nearest first."""
        every = self._catalogue.proposals
        return tuple(each for place in self.places for each in every if each.jurisdiction == place.id)

    @property
    def places(self) -> tuple[Jurisdiction, ...]:
        """The jurisdiction and those above it, the nearest first."""
        return (self.jurisdiction, *self.chain)

    @property
    def rulebook(self) -> Rulebook:
        """What applies here: its own rules, provisions and standards and those of everybody above it.

        Raises:
            DeclarationError: where a rule replaces one above without saying so.
        """
        return self._catalogue.rulebook(self.jurisdiction)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Its plans, the earliest first."""
        return _loaded("plans", self._plans)

    @property
    def standards(self) -> tuple[Standard, ...]:
        """The standards that it sets itself."""
        return _loaded("standards", self._standards)

    @property
    def plan(self) -> Plan:
        """The plan that ends last; of several, the one that began first, as a five-year plan holds a year's.

        Raises:
            UnknownName: where no plan is declared.
        """
        if not self.plans:
            raise UnknownName(fault("plan_absent", jurisdiction=self.jurisdiction.label))
        return max(self.plans, key=lambda plan: (plan.years.last_day, -plan.years.first_day.toordinal()))

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document that the plans and standards cite, each once."""
        return tuple(dict.fromkeys(clause.document for clause in self.clauses))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that the plans and standards cite, each once."""
        return tuple(dict.fromkeys(self._clauses()))

    def _clauses(self) -> Iterator[Clause]:
        from civaffairs.domain.rules.depends import opaque_of

        for plan in self.plans:
            yield from clauses_of(plan)
        for standard in self.standards:
            yield from (entry.clause for entry in standard.timeline)
            if standard.floor is not None:
                yield standard.floor.clause
        for rule in self.rules:
            for entry in rule.timeline:
                yield entry.clause
                yield from (opaque.clause for opaque in opaque_of(entry.value))


def clauses_of(plan: Plan) -> Iterator[Clause]:
    """Yield every clause that a plan cites, in the order of the plan."""
    for row in plan.rows:
        yield row.clause
        yield from (target.clause for target in row.targets)
    for seen in (*plan.baselines, *plan.results, *plan.situation, *plan.observations):
        if not isinstance(seen.source, str):
            yield seen.source
    yield from (each.clause for each in plan.commitments)
    if plan.claim is not None:
        yield plan.claim.clause
    yield from (side.clause for each in plan.discrepancies for side in each.sides)


@frozen
class Catalogue:
    """Everything that the installed plugins declare.

    It may be loaded without some of the parts, which are then None where it is made and refused where
    somebody asks for them: what was not looked at is not empty.

    Attributes:
        jurisdictions: by id.
        reports: what became of each plugin, the broken ones included.
        plugins: the name of the plugin that declares each jurisdiction, by the jurisdiction's id.

    Raises:
        NotLoaded: where a part is asked for that it was loaded without.
    """

    jurisdictions: Mapping[str, Jurisdiction] = field(converter=unchanging)
    _indicators: Mapping[str, Indicator] | None = field(converter=optional(unchanging))
    _terms: Mapping[str, Term] | None = field(converter=optional(unchanging))
    _plans: Mapping[str, Plan] | None = field(converter=optional(unchanging))
    _standards: tuple[Standard, ...] | None
    _rules: tuple[Rule, ...] | None
    _provisions: tuple[Provision, ...] | None
    reports: tuple[PluginReport, ...]
    plugins: Mapping[str, str] = field(factory=dict, converter=unchanging)
    _invariants: tuple[Invariant, ...] | None = None
    _exemptions: tuple[Exemption, ...] | None = None
    _proposals: tuple[Proposal, ...] | None = None
    _rulebooks: dict[str, Rulebook] = field(factory=dict, repr=False, eq=False)

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators by id."""
        return _loaded("indicators", self._indicators)

    @property
    def terms(self) -> Mapping[str, Term]:
        """The terms of the glossary by id."""
        return _loaded("terms", self._terms)

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The plans by id."""
        return _loaded("plans", self._plans)

    @property
    def standards(self) -> tuple[Standard, ...]:
        """The standards in the order of the plugins."""
        return _loaded("standards", self._standards)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in the order of the plugins."""
        return _loaded("rules", self._rules)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions in the order of the plugins."""
        return _loaded("provisions", self._provisions)

    @property
    def invariants(self) -> tuple[Invariant, ...]:
        """The invariants in the order of the plugins; a dossier has those that hold in its place."""
        return _loaded("invariants", self._invariants)

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """What is declared not to conform, in the order of the plugins."""
        return _loaded("exemptions", self._exemptions)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What is proposed and laid down nowhere, in the order of the plugins."""
        return _loaded("proposals", self._proposals)

    def rulebook(self, jurisdiction: Jurisdiction) -> Rulebook:
        """Return what applies in a jurisdiction, the same rulebook each time; see `Dossier.rulebook`."""
        from civaffairs.domain.rulebook import Rulebook

        if jurisdiction.id not in self._rulebooks:
            chain = (jurisdiction, *self.chain(jurisdiction))
            self._rulebooks[jurisdiction.id] = Rulebook.of(chain, self.rules, self.provisions, self.standards)
        return self._rulebooks[jurisdiction.id]

    def __getitem__(self, name: str) -> Dossier:
        """Return the dossier of a jurisdiction, by id, division code, Chinese or English name.

        Raises:
            UnknownName: with the jurisdictions whose names come closest, or those that share the name.
        """
        found = self.jurisdiction(name)
        plans = None if self._plans is None else _of(found, self._plans.values())
        return Dossier(
            found,
            self.chain(found),
            plans and tuple(sorted(plans, key=lambda plan: plan.years.first_day)),
            None if self._standards is None else _of(found, self._standards),
            None if self._rules is None else _of(found, self._rules),
            None if self._provisions is None else _of(found, self._provisions),
            self._invariants,
            self,
        )

    def __iter__(self) -> Iterator[Dossier]:
        return (self[name] for name in self.jurisdictions)

    def of_plugin(self, name: str) -> tuple[Dossier, ...]:
        """Return the dossier of a jurisdiction, and those that the plugin called after it declares with it.

        A province's plugin speaks for its cities too.

        Raises:
            UnknownName: as `__getitem__` does.
        """
        mine = self[name].jurisdiction.id
        with_it = (each for each, plugin in self.plugins.items() if plugin == mine and each != mine)
        return (self[mine], *(self[each] for each in with_it))

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

    def term(self, name: str) -> Term:
        """Return a term by id, by any of its Chinese names, as 低保, or by its English handle.

        Raises:
            UnknownName: with the terms whose names come closest, or those that share the name.
        """
        return _find("term", name, self.terms)

    @property
    def series(self) -> Mapping[str, Series]:
        """Every series that a target refers to, by id."""
        from civaffairs.domain.rules.depends import series_of

        found: dict[str, Series] = {}
        for plan in self.plans.values():
            for target in plan.targets:
                if target.condition is not None:
                    found |= {each.id: each for each in series_of(target.condition)}
        return MappingProxyType(found)


def _loaded(part: str, values: V | None) -> V:
    if values is None:
        raise NotLoaded(fault("part_not_loaded", part=part))
    return values


def _of(jurisdiction: Jurisdiction, values: Iterable[Local]) -> tuple[Local, ...]:
    return tuple(value for value in values if value.jurisdiction == jurisdiction.id)


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
    chinese = (other for each in values.values() for other in _other_names(each) if not other.isascii())
    names: Iterable[str] = values if name.isascii() else chinese
    raise UnknownName.among(kind, name, names)


def _other_names(value: Jurisdiction | Indicator | Term) -> tuple[str, ...]:
    code = (value.code,) if isinstance(value, Jurisdiction) else ()
    return (value.label.zh, value.label.en, *code, *getattr(value, "also", ()))
