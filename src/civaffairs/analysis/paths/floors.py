"""The floors that a place has declared for its standards, as inequalities, year by year.

They are read from what is declared, nothing is typed in here:

- the `Floor` of a standard, from when it holds;
- invariants about standards: a condition on them (`Always`), or how they move over time (`OverTime`);
- targets of plans whose indicator says by its definition which standards it is a figure of, in the year in
  which they are due.

What cannot be written as inequalities over the standards that are set is left out, with the reason. Two
declarations that say the same are one floor with two clauses.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from civaffairs.analysis.paths.figures import Untold
from civaffairs.analysis.paths.lines import (
    Clause,
    Inequality,
    Keeps,
    When,
    clauses_of,
    line_of,
    ratio_of,
)
from civaffairs.domain.invariants import Always, OverTime, Way
from civaffairs.domain.rules.depends import rules_of, series_of, standards_of
from civaffairs.domain.rules.expr import Condition, LocalStandard, Quantity, Quotient
from civaffairs.domain.rules.render import render
from civaffairs.domain.targets import Measure
from civaffairs.domain.units import RATIO
from civaffairs.domain.values import Value
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from civaffairs.analysis.paths.lines import Amounts, Point
    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.names import Label
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import Expr
    from civaffairs.domain.sources import Clause as Citation
    from civaffairs.domain.standards import Standard
    from civaffairs.domain.targets import Nature, Target
    from civaffairs.errors import Language, Message

Part: TypeAlias = Clause | Keeps
"""One thing that a floor demands of a year."""


@frozen
class Source:
    """Where a floor is laid down.

    Attributes:
        clause: the document and the place in it.
        nature: binding or expected; None where it is no target.
    """

    clause: Citation
    nature: Nature | None = None


@frozen(eq=False, repr=False, slots=False)
class Demand(Value):
    """What a floor demands of one year: every part of it holds."""

    year: int
    parts: tuple[Part, ...]

    def holds(self, amounts: Amounts) -> bool:
        """Whether it holds where the standards are so much."""
        return all(_holds(part, amounts) for part in self.parts)

    def broken(self, amounts: Amounts) -> tuple[Part, ...]:
        """Return the parts that do not hold."""
        return tuple(part for part in self.parts if not _holds(part, amounts))

    @property
    def points(self) -> frozenset[Point]:
        """The standards that it speaks of."""
        return frozenset(point for part in self.parts for point in points_of(part))


def points_of(part: Part) -> frozenset[Point]:
    """Return the standards that a part of a demand speaks of."""
    if isinstance(part, Keeps):
        return part.points
    return frozenset(point for each in part for point in each.points)


def _holds(part: Part, amounts: Amounts) -> bool:
    return part.holds(amounts) if isinstance(part, Keeps) else any(each.holds(amounts) for each in part)


@frozen
class PathFloor:
    """A floor, year by year, and who lays it down.

    Attributes:
        id: unique among the floors of a question.
        label: what must hold.
        sources: everywhere where it is laid down, the nearest place first.
        demands: what it demands, in each year in which it demands something.
    """

    id: str
    label: Label | Message
    sources: tuple[Source, ...]
    demands: tuple[Demand, ...]

    def text(self, lang: Language | None = None) -> str:
        """Return what must hold."""
        return self.label.text(lang)


@frozen
class LeftOut:
    """A floor that is not kept here in some years, and why.

    Attributes:
        label: what must hold.
        source: where it is laid down.
        years: in which years it is left out.
        why: what is not known, or what it rests on beside the standards that are set.
        lacking: the years of the figures that are not known; empty where it is not for want of one.
    """

    label: Label | Message
    source: Source
    years: tuple[int, ...]
    why: Message
    lacking: tuple[int, ...] = ()


@frozen
class _Declared:
    """One declaration: what it demands of a year is asked year by year."""

    id: str
    label: Label | Message
    source: Source
    trees: tuple[Expr, ...]
    parts_in: Callable[[int], tuple[Part, ...]]
    years: tuple[int, ...]


@frozen
class Declarations:
    """Everything in which a place may lay down floors.

    Attributes:
        rulebook: its rules and standards, and those of the places above it.
        invariants: what must hold there.
        plans: its plans, and those of the places above it.
    """

    rulebook: Rulebook
    invariants: tuple[Invariant, ...]
    plans: tuple[Plan, ...]

    def floors(self, whens: Mapping[int, When]) -> tuple[tuple[PathFloor, ...], tuple[LeftOut, ...]]:
        """Return the floors of some standards in some years, and what had to be left out.

        Args:
            whens: for each year of the path what trees are read with, and for the year before the first.
        """
        found: dict[tuple[Demand, ...], PathFloor] = {}
        left_out: list[LeftOut] = []
        standards = next(iter(whens.values())).standards
        for each in self._declared(whens):
            if not self._standards_in(each.trees) & standards.keys():
                continue
            demands, untold = _read(each)
            left_out += untold
            if demands in found:
                known = found[demands]
                found[demands] = evolve(known, sources=_with(known.sources, each.source))
            elif demands:
                found[demands] = PathFloor(each.id, each.label, (each.source,), demands)
        return tuple(found.values()), tuple(left_out)

    @property
    def figures(self) -> frozenset[str]:
        """The ids of what floors look at beside the standards that are set, whichever these are."""
        trees: list[Expr] = [
            *(tree for each in self.invariants if each.of is None for tree in each.claim.trees),
            *(standard.floor.bound for standard in self._own() if standard.floor is not None),
        ]
        for target in self._targets():
            if target.condition is not None and target.indicator.definition is not None:
                trees += [target.condition, target.indicator.definition]
        series = {each.id for tree in trees for each in series_of(tree)}
        return frozenset(series | {each.id for tree in trees for each in standards_of(tree)})

    def _own(self) -> Iterator[Standard]:
        """The nearest declaration of each standard."""
        return (declared[0] for declared in self.rulebook.standards.values())

    def _targets(self) -> Iterator[Target]:
        return (target for plan in self.plans for target in plan.targets)

    def _declared(self, whens: Mapping[int, When]) -> Iterator[_Declared]:
        years = tuple(sorted(whens)[1:])
        later: list[_Declared] = []
        for invariant in self.invariants:
            if invariant.of is None:
                named, implied = _of_invariant(invariant, whens, years)
                yield from named
                later += implied
        for standard in self._own():
            yield from _of_standard(standard, whens, years)
        for target in self._targets():
            yield from _of_target(target, whens, years)
        yield from later

    def _standards_in(self, trees: Iterable[Expr]) -> set[str]:
        """Return the ids of the standards behind some trees, through the rules that they name."""
        left, seen, found = list(trees), set[str](), set[str]()
        while left:
            tree = left.pop()
            found |= {each.id for each in standards_of(tree)}
            for rule in rules_of(tree):
                if rule.id not in seen:
                    seen.add(rule.id)
                    versions = self.rulebook.rules.get(rule.id, ())
                    left += [entry.value for version in versions for entry in version.timeline]
        return found


def _with(sources: tuple[Source, ...], source: Source) -> tuple[Source, ...]:
    """Add a source; two declarations may cite one place."""
    places = {(each.clause.document.id, each.clause.locator) for each in sources}
    place = (source.clause.document.id, source.clause.locator)
    return sources if place in places else (*sources, source)


def _read(declared: _Declared) -> tuple[tuple[Demand, ...], list[LeftOut]]:
    """Return what a declaration demands in each year, and the years of which that cannot be told."""
    demands: list[Demand] = []
    untold: dict[Message, list[tuple[int, int | None]]] = defaultdict(list)
    for year in declared.years:
        try:
            parts = tuple(part for part in declared.parts_in(year) if points_of(part))
        except Untold as each:
            untold[each.why].append((year, each.year))
            continue
        if parts:
            demands.append(Demand(year, parts))
    left_out = [
        LeftOut(
            declared.label,
            declared.source,
            tuple(year for year, _ in years),
            why,
            tuple(lacking for _, lacking in years if lacking is not None),
        )
        for why, years in untold.items()
    ]
    return tuple(demands), left_out


# --- one kind of declaration after the other -----------------------------------------------------------


def _of_standard(
    standard: Standard, whens: Mapping[int, When], years: tuple[int, ...]
) -> Iterator[_Declared]:
    floor = standard.floor
    if floor is None:
        return
    since = None if floor.since is None else floor.since.first_day
    kept = LocalStandard(standard.id, standard.label, standard.unit) >= floor.bound
    label = message("path_floor_of", standard=standard.label, bound=Rendered(floor.bound))
    holds = tuple(year for year in years if since is None or since <= date(year, 12, 31))
    id = f"{standard.jurisdiction}:{standard.id}"
    yield _Declared(
        id, label, Source(floor.clause), (kept,), lambda year: clauses_of(kept, whens[year]), holds
    )


def _of_invariant(
    invariant: Invariant, whens: Mapping[int, When], years: tuple[int, ...]
) -> tuple[list[_Declared], list[_Declared]]:
    """Return what an invariant declares by its name, and what it implies beside that."""
    id, source = f"{invariant.jurisdiction}:{invariant.id}", Source(invariant.clause)
    match invariant.claim:
        case Always(condition):
            named = _Declared(
                id,
                invariant.label,
                source,
                (condition,),
                lambda year: clauses_of(condition, whens[year]),
                years,
            )
            return [named], []
        case OverTime() as claim if claim.reported is None:
            trees = claim.trees[:1]
            (of,) = (tree for tree in trees if isinstance(tree, Quantity))
            moves = _Declared(
                id, invariant.label, source, trees, lambda year: _moves(of, claim.way, whens, year), years
            )
            if claim.at_least is None:
                return [moves], []
            least = claim.at_least
            grows = _Declared(
                id, invariant.label, source, trees, lambda year: _grows(of, least, whens, year), years
            )
            way = message("path_moves", of=Rendered(of), way=claim.way.label)
            return [grows], [evolve(moves, id=f"{id}:{claim.way.name.lower()}", label=way)]
        case _:
            return [], []


def _of_target(target: Target, whens: Mapping[int, When], years: tuple[int, ...]) -> Iterator[_Declared]:
    definition, condition = target.indicator.definition, target.condition
    if definition is None or condition is None or target.measure is not Measure.LEVEL:
        return

    def parts_in(year: int) -> tuple[Part, ...]:
        return clauses_of(condition, evolve(whens[year], observed=definition))

    id = f"{target.clause.document.id}:{target.indicator.id}:{target.by}"
    label = message("path_target", indicator=target.indicator.label, target=target, by=target.by)
    due = tuple(year for year in years if year == target.by.year)
    yield _Declared(id, label, Source(target.clause, target.nature), (definition,), parts_in, due)


def _moves(of: Quantity, way: Way, whens: Mapping[int, When], year: int) -> tuple[Part, ...]:
    if isinstance(of, Quotient):
        return _keeps(of, way, whens, year)
    before, after = line_of(of, whens[year - 1]), line_of(of, whens[year])
    line = after.minus(before) if way is Way.NEVER_FALLS else before.minus(after)
    return ((Inequality(line),),)


def _keeps(of: Quotient, way: Way, whens: Mapping[int, When], year: int) -> tuple[Part, ...]:
    before, after = ratio_of(of, whens[year - 1]), ratio_of(of, whens[year])
    kept = Keeps(before, after, way, ratio_of(of, whens[min(whens)]).at({}))
    # Before the first year every standard is what it was, so there the earlier share is a number.
    return (kept,) if before.points else ((kept.beside_start(),),)


def _grows(of: Quantity, least: Quantity, whens: Mapping[int, When], year: int) -> tuple[Part, ...]:
    before, after = line_of(of, whens[year - 1]), line_of(of, whens[year])
    growth = line_of(least, whens[year]).to(RATIO)
    if not growth.is_fixed:
        raise Untold(message("path_not_linear"))
    return ((Inequality(after.minus(before.times(1 + growth.number))),),)


@frozen
class Rendered:
    """A tree that waits for its language."""

    tree: Condition | Quantity

    def text(self, lang: Language | None = None) -> str:
        """Return the tree in words."""
        return render(self.tree, lang)
