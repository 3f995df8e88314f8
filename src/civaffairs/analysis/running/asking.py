"""What is asked of registers: provisions of a place on a day, and which facts they look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from civaffairs.analysis.running.tallies import Counted
from civaffairs.domain.models import IncomeKind
from civaffairs.domain.rulebook import versions_behind
from civaffairs.domain.rules.depends import fields_of, items_of, rules_of, standards_of
from civaffairs.domain.units import Amount
from civaffairs.engines.behind import stored_name
from civaffairs.engines.cases import given_by_models
from civaffairs.engines.columns import INCOME
from civaffairs.engines.sql.query import query
from civaffairs.errors import InputInvalid, Message, RuleRefused, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition, Rulebook
    from civaffairs.domain.rules.expr import Expr
    from civaffairs.engines.arrays.steps import Steps
    from civaffairs.engines.columns import Given
    from civaffairs.engines.outputs import Bulk
    from civaffairs.engines.sql.query import Query
    from civaffairs.errors import Fault

MODELS = ("Household", "Person")
"""The models whose registers a population consists of."""


@frozen
class Asked:
    """What is asked of the registers of a population.

    Attributes:
        edition: what holds in the place on the day.
        on: the day for which it is asked.
        provisions: what is asked; those of households and those of persons.
        left_out: why others of the place are not asked.
    """

    edition: Edition
    on: date
    provisions: tuple[Provision, ...]
    left_out: tuple[Fault, ...] = field(default=(), kw_only=True)

    @property
    def needed(self) -> Mapping[str, frozenset[str]]:
        """The columns that the provisions look at, by model; incomes are one for each kind."""
        memo = cast("dict[object, Mapping[str, frozenset[str]]]", self.edition.memo.setdefault("needed", {}))
        key = tuple(each.id for each in self.provisions)
        if key not in memo:
            memo[key] = self._needed()
        return memo[key]

    def _needed(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {model: set() for model in MODELS}
        for tree in self._trees():
            for fact in fields_of(tree):
                if fact.model in found:
                    found[fact.model].add(stored_name(fact))
            for items in items_of(tree):
                if items.of == INCOME:
                    found[items.model].update(f"{items.name}.{kind.id}" for kind in IncomeKind)
                elif items.model in found and items.of != "Person":
                    found[items.model].add(items.name)
        return {model: frozenset(names) for model, names in found.items()}

    @property
    def unsettled(self) -> tuple[Message, ...]:
        """Why rules and standards on which the provisions rest are not known on the day, each once."""
        trees = tuple(self._trees())
        rules = [*(rule for each in self.provisions for rule in each.rules)]
        rules += (rule for tree in trees for rule in rules_of(tree))
        versions = [self.edition.rule(rule) for rule in rules]
        versions += (self.edition.standard(each) for tree in trees for each in standards_of(tree))
        return tuple(dict.fromkeys(each for each in versions if isinstance(each, Message)))

    def steps(self, given: Given, *, reasons: bool = True, keep: Sequence[str] = ()) -> Steps:
        """Return all of it as steps over arrays.

        Args:
            given: the columns that the registers have.
            reasons: whether it says why not, and which facts are missing.
            keep: columns of households that pass through.
        """
        from civaffairs.engines.arrays.steps import steps

        return steps(self.provisions, self.edition, self.on, given=given, reasons=reasons, keep=keep)

    def query(self, given: Given, *, reasons: bool = True, keep: Sequence[str] = ()) -> Query:
        """Return all of it as one query over the nested layout, for DuckDB.

        Args:
            given: the columns that the registers have.
            reasons: whether it says why not, and which facts are missing.
            keep: columns of households that pass through.
        """
        return query(
            self.provisions, self.edition, self.on, given=given, layout="nested", reasons=reasons, keep=keep
        )

    def counted(self, asked: Bulk) -> tuple[Counted, ...]:
        """Return the provisions with the scales that their amounts have in what was asked."""
        scales = {
            output.provision.id: output.scale
            for outputs in asked.outputs.values()
            for output in outputs
            if output.what == "amount"
        }
        return tuple(Counted(each, scales.get(each.id, 1)) for each in self.provisions)

    def _trees(self) -> Iterator[Expr]:
        for provision in self.provisions:
            for version in versions_behind(provision.rules, self.edition):
                if not isinstance(version.value, Amount):
                    yield version.value


def asked_of(rulebook: Rulebook, *, on: date, provisions: Iterable[str] | None = None) -> Asked:
    """Return what is asked of the registers of a population.

    Args:
        rulebook: that of the place, `catalogue["jiangjin"].rulebook`.
        on: the day for which it is asked.
        provisions: the ids of those that are asked; by default all about households and persons that can be
            computed in bulk, and what is left out is said.

    Raises:
        InputInvalid: for a provision about other things.
        UnknownName: for a provision that there is not.
        RuleRefused: for one that was asked for and cannot be computed in bulk.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> asked = asked_of(load()["taoyuan"].rulebook, on=date(2024, 9, 1), provisions=["dibao"])
        >>> sorted(asked.needed["Household"])
        ['area', 'assets', 'income_unstable']
    """
    edition = rulebook.on(on)
    if provisions is None:
        wanted = list(rulebook.provisions_of(*MODELS))
        left_out = _refusals(wanted, edition, on)
        asked = [each for each in wanted if each.id not in left_out]
        return Asked(edition, on, tuple(asked), left_out=tuple(left_out.values()))
    wanted = [rulebook.provision(name) for name in dict.fromkeys(provisions)]
    raise_all(InputInvalid, (_other(each) for each in wanted if each.of not in MODELS))
    raise_all(RuleRefused, _refusals(wanted, edition, on).values())
    return Asked(edition, on, tuple(wanted))


def _refusals(provisions: Sequence[Provision], edition: Edition, on: date) -> dict[str, Fault]:
    """Return by its id why a provision cannot be computed in bulk, for those that cannot."""
    if not provisions:
        return {}
    given = given_by_models("Household")
    from civaffairs.engines.arrays.steps import steps

    try:
        steps(provisions, edition, on, given=given, reasons=False)
    except RuleRefused as error:
        if len(provisions) == 1:
            return {provisions[0].id: error.faults[0].under(provisions[0].id)}
        half = len(provisions) // 2
        return _refusals(provisions[:half], edition, on) | _refusals(provisions[half:], edition, on)
    return {}


def _other(provision: Provision) -> Fault:
    return fault("run_of_other", provision.id, provision=provision.label, model=provision.of)
