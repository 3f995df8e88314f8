"""Dated cases for the provisions of a place, drawn outside of a test: the same seed draws the same cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from random import Random
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from civaffairs.domain.rules.shape import lineage
from civaffairs.testing.around import thresholds

if TYPE_CHECKING:
    from datetime import date

    from hypothesis.strategies import SearchStrategy

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Rulebook

T = TypeVar("T")

_UNKNOWN = (0, 0, 8, 2)
"""Of half of the cases every fact is known that rules look at, of the others one in so many is not."""


def provisions_by_kind(rulebook: Rulebook) -> dict[str, tuple[Provision, ...]]:
    """Return the provisions of a place by the kind of case: those on persons are decided with households.

    Example:
        >>> from civaffairs import load
        >>> [each.id for each in provisions_by_kind(load()["taoyuan"].rulebook)["Cemetery"]]
        ['plot_area', 'stone_height', 'ecological_plots']
    """
    found: dict[str, list[Provision]] = defaultdict(list)
    for provision in rulebook.provisions.values():
        found[lineage(provision.of)[-1]].append(provision)
    return {kind: tuple(provisions) for kind, provisions in found.items()}


def dated_cases(
    provisions: Iterable[Provision], rulebook: Rulebook, days: Iterable[date] | None = None
) -> SearchStrategy[tuple[date, object]]:
    """Draw cases at the thresholds of provisions about one kind of case, each with a day to decide it for.

    Args:
        provisions: what is asked.
        rulebook: that of the place.
        days: the days, the most important first; by default those on which any rule or standard that the
            provisions rest on changes, the latest first. Half of the cases are of the first of them.
    """
    rules = [rule for provision in provisions for rule in provision.rules]
    kind = lineage(rules[0].of)[-1]
    wanted = tuple(reversed(rulebook.days_of_change(rules)) if days is None else days)

    @cache
    def things(day: date) -> SearchStrategy[object]:
        found = thresholds(rules, rulebook, day)
        each = {one: found.cases(kind, unknown=one, others=False) for one in _UNKNOWN}
        return st.sampled_from(_UNKNOWN).flatmap(each.__getitem__)

    on = st.just(wanted[0]) | st.sampled_from(wanted)
    return on.flatmap(lambda day: st.tuples(st.just(day), things(day)))


def drawn(strategy: SearchStrategy[T], *, examples: int, seed: int) -> tuple[T, ...]:
    """Return so many values of a strategy, or fewer where there are no more.

    Example:
        >>> sorted(drawn(st.sampled_from("abc"), examples=10, seed=0))
        ['a', 'b', 'c']
    """
    kept: list[T] = []
    _find(strategy, lambda each: bool(kept.append(each)), [Phase.generate], examples, seed)  # type: ignore[func-returns-value]
    return tuple(kept)


def simplest(
    strategy: SearchStrategy[T], wanted: Callable[[T], bool], *, examples: int, seed: int
) -> T | None:
    """Return the simplest value found that is as wanted among those that `drawn` returns; None for none.

    Example:
        >>> simplest(st.integers(0, 1000), lambda number: number > 17, examples=50, seed=0)
        18
    """
    return _find(strategy, wanted, [Phase.generate, Phase.shrink], examples, seed)


def _find(
    strategy: SearchStrategy[T], wanted: Callable[[T], bool], phases: list[Phase], examples: int, seed: int
) -> T | None:
    quiet = settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    try:
        return find(strategy, wanted, settings=quiet, random=Random(seed))
    except NoSuchExample:
        return None
