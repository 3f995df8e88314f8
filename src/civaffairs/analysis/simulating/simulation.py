"""A scenario and registers → what it comes to.

First it is said which facts are needed, so that only their columns are read; then the registers are read
twice: once for the tenths by income per head, and once to decide them before and after the change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.analysis.running.asking import MODELS, Asked, asked_of
from civaffairs.analysis.running.outcomes import given_in, outcomes
from civaffairs.analysis.simulating.counting import DECILE, Counting, Decided, Watched, tenths_of
from civaffairs.analysis.simulating.effects import Simulation
from civaffairs.analysis.simulating.floors import broken
from civaffairs.analysis.simulating.heads import Heads, heads
from civaffairs.domain.provisions import ProvisionKind
from civaffairs.engines.sql.streaming import database
from civaffairs.errors import InputInvalid, RuleRefused, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from civaffairs.analysis.running.outcomes import Part
    from civaffairs.analysis.simulating.changes import Scenario
    from civaffairs.analysis.simulating.effects import Synthetic
    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.provisions import Provision
    from civaffairs.engines.arrays.steps import Steps
    from civaffairs.errors import Fault
    from civaffairs.exchange.registers import Nested

_KEY = "household_id"


@frozen(eq=False)
class Planned:
    """What is asked of the registers for a scenario.

    Attributes:
        scenario: the scenario.
        heads: the questions about size and income.
        provisions: what is watched.
        touched: those of them that rest on what changes.
        left_out: why others that rest on it cannot be computed in bulk.
    """

    scenario: Scenario
    heads: Heads
    provisions: tuple[Provision, ...]
    touched: tuple[Provision, ...]
    left_out: tuple[Fault, ...]

    @property
    def before(self) -> Asked:
        """What is asked as things are, size and income included."""
        edition = self.heads.rulebook.on(self.scenario.on)
        return Asked(edition, self.scenario.on, (self.heads.size, self.heads.income, *self.provisions))

    @property
    def after(self) -> Asked:
        """What is asked after the change: what it touches."""
        return Asked(self.scenario.editions[1], self.scenario.on, self.touched)

    @property
    def incomes(self) -> Asked:
        """What is asked for the tenths."""
        return Asked(self.before.edition, self.scenario.on, (self.heads.size, self.heads.income))

    @property
    def needed(self) -> Mapping[str, frozenset[str]]:
        """The facts that are looked at, by model."""
        before, after = self.before.needed, self.after.needed
        return {model: before[model] | after[model] for model in MODELS}


def planned(scenario: Scenario, provisions: Iterable[str] | None = None) -> Planned:
    """Return what is asked of registers for a scenario.

    Args:
        scenario: what is changed.
        provisions: the ids of those that are watched; by default all that rest on what changes.

    Raises:
        InputInvalid: for a provision about other things, and where nothing rests on what changes.
        UnknownName: for one that there is not.
        RuleRefused: for one that was asked for and cannot be computed in bulk.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> from civaffairs.analysis.simulating.changes import scenario
        >>> asked = scenario(load()["taoyuan"].rulebook, date(2024, 9, 1), ["winter_heating=50"])
        >>> [each.id for each in planned(asked).provisions]
        ['winter_heating']
    """
    names = None if provisions is None else tuple(dict.fromkeys(provisions))
    wanted = None if names is None else asked_of(scenario.before, on=scenario.on, provisions=names).provisions
    touched = scenario.touched() if wanted is None else tuple(filter(scenario.touches, wanted))
    raise_all(InputInvalid, () if touched or wanted else [fault("change_touches_nothing", "--set")])
    left_out = _refused(scenario, touched) if wanted is None else {}
    touched = tuple(each for each in touched if each.id not in left_out)
    return Planned(
        scenario, heads(scenario.before, scenario.on), wanted or touched, touched, tuple(left_out.values())
    )


def _refused(scenario: Scenario, provisions: Iterable[Provision]) -> dict[str, Fault]:
    """Return why provisions cannot be computed in bulk, before or after, by their ids."""
    found: dict[str, Fault] = {}
    for each in provisions:
        try:
            for book in (scenario.before, scenario.after):
                asked_of(book, on=scenario.on, provisions=[each.id])
        except RuleRefused as error:
            found[each.id] = error.faults[0]
    return found


def simulated(
    planned: Planned,
    nested: Callable[[], Nested],
    *,
    by: Sequence[str] = (),
    invariants: Iterable[Invariant] = (),
    synthetic: Synthetic | None = None,
    advance: Callable[[int], None] = lambda _: None,
) -> Simulation:
    """Return what a scenario comes to.

    Args:
        planned: what is asked.
        nested: opens the registers; it is called twice.
        by: columns of households by which groups are made, and `decile`.
        invariants: those that hold in the place.
        synthetic: where the registers are a sample.
        advance: told of how many households were read, both times.

    Raises:
        InputInvalid: where the registers have faults, or a column is not there.
    """
    scenario = planned.scenario
    columns = [each for each in by if each != DECILE]
    first = nested()
    given = given_in(first)
    with database() as connection:
        incomes = planned.incomes.steps(given, reasons=False)
        tenths = tenths_of(connection, _incomes(planned, first, incomes, advance))
        registers = nested()
        before = planned.before.steps(given, reasons=False, keep=columns)
        after = planned.after.steps(given, reasons=False)
        counting = Counting(
            connection,
            _watched(planned, before, after),
            columns,
            size=_amount(planned.heads.size),
            income=_amount(planned.heads.income),
            tenths=tenths,
        )
        asked = [before, after] if planned.touched else [before]
        for found in outcomes(registers, asked):
            advance(found[0].households.num_rows)
            counting.add(_decided(found))
        return Simulation(
            scenario,
            counting.whole(),
            {
                name: counting.groups(name)
                for name in dict.fromkeys((*by, DECILE))
                if name != DECILE or tenths
            },
            broken(scenario, invariants),
            planned.heads.said,
            _untouched(planned),
            planned.left_out,
            tuple(sorted(_absent(planned.needed, first.columns))),
            _set_aside(registers),
            registers.numbered,
            synthetic,
        )


def _amount(provision: Provision) -> str:
    return f"{provision.id}.amount"


def _incomes(planned: Planned, nested: Nested, asked: Steps, advance: Callable[[int], None]) -> Iterator[Any]:
    """Yield the income per head and the size of each household."""
    names = {_KEY: "home", _amount(planned.heads.income): "income", _amount(planned.heads.size): "size"}
    for (part,) in outcomes(nested, [asked]):
        advance(part.households.num_rows)
        yield part.households.select(list(names)).rename_columns(list(names.values()))


def _decided(found: tuple[Part, ...]) -> Decided:
    before, after = found[0], found[1] if len(found) > 1 else None
    return Decided(
        (before.households, None if after is None else after.households),
        (before.persons, None if after is None else after.persons),
    )


def _watched(planned: Planned, before: Steps, after: Steps) -> list[Watched]:
    scales = [
        {output.name: output.scale for outputs in one.outputs.values() for output in outputs}
        for one in (before, after)
    ]
    return [
        Watched(
            each,
            each in planned.touched,
            tuple(side.get(_amount(each), 1) for side in scales),  # type: ignore[arg-type]
        )
        for each in planned.provisions
    ]


def _untouched(planned: Planned) -> tuple[Provision, ...]:
    scenario = planned.scenario
    seen = {each.id for each in (*planned.provisions, *scenario.touched())}
    return tuple(
        each
        for each in scenario.before.provisions_of(*MODELS)
        if each.kind is ProvisionKind.CASH and each.id not in seen
    )


def _absent(needed: Mapping[str, frozenset[str]], columns: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the facts that registers lack."""
    for model, names in needed.items():
        given = set(columns.get(model, ()))
        yield from (each for each in names - given if not any(one.startswith(f"{each}.") for one in given))


def _set_aside(nested: Nested) -> int:
    return nested.set_aside.get("households", 0)
