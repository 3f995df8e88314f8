"""What a sample is calibrated to: published figures, what follows from them, or a declared default.

A figure that is not published is not invented: it is derived from others, which are then named, or it is a
default of `civaffairs.analysis.sampling.defaults` and says so.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from attrs import evolve, frozen

from civaffairs.analysis.sampling import defaults
from civaffairs.domain.indicators import CommonFigure
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation
from civaffairs.domain.rules.expr import Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civaffairs.domain.plan import Plan


class Origin(Enum):
    """Where a figure comes from."""

    PUBLISHED = Label("公布", "published")
    DERIVED = Label("由公布数推算", "derived from published figures")
    DEFAULT = Label("默认值", "default")
    GIVEN = Label("使用者给定", "given by the user")

    @property
    def label(self) -> Label:
        """The origin in both languages."""
        return self.value


@frozen
class Figure:
    """One figure of the place itself, before it is scaled to the size of a sample.

    Attributes:
        id: what it is, a key of `LABELS`.
        number: how many, exactly; a share is a part of one.
        origin: where it comes from.
        sources: the observations behind it; of a default the ones that its share is applied to.
    """

    id: str
    number: Fraction
    origin: Origin
    sources: tuple[Observation, ...] = ()

    @property
    def label(self) -> Label:
        """What it is, in both languages."""
        return LABELS[self.id]


LABELS: Mapping[str, Label] = {
    "residents": Label("常住人口", "residents"),
    "households": Label("家庭", "households"),
    "elders": Label("60岁及以上人口", "residents aged 60 or older"),
    "elders_65": Label("65岁及以上人口", "residents aged 65 or older"),
    "dibao_persons": Label("低保对象", "persons in Dibao"),
    "tekun_persons": Label("特困人员", "tekun persons"),
    "children_in_difficulty": Label("困境儿童", "children in difficulty"),
    "care_institutions": Label("养老机构", "care institutions"),
    "private_institutions": Label("社会办养老机构", "care institutions run by social forces"),
    "care_beds": Label("养老机构床位", "care beds"),
    "private_beds": Label("社会办养老机构床位", "care beds run by social forces"),
    "nursing_beds": Label("护理型床位", "nursing beds"),
    "organisations": Label("社会组织", "social organisations"),
    "associations": Label("社会团体", "social associations"),
    "service_organisations": Label("社会服务机构", "social service organisations"),
    "foundations": Label("基金会", "foundations"),
    "organisations_3a": Label("3A级及以上社会组织", "social organisations graded 3A or higher"),
}
"""Every figure that a sample is measured against."""


def figures_of(plans: Iterable[Plan], *, residents: int | None = None) -> tuple[Figure, ...]:
    """Return every figure of `LABELS` for a place, from the observations of its plans.

    What an observation means is for its plugin to say: see `civaffairs.CommonFigure`.

    Args:
        plans: the plans; of several observations of one figure the latest counts, and of those the first.
        residents: how many residents there are, where the user knows; goes before what is published.

    Example:
        >>> {each.origin.name for each in figures_of(())}
        {'DEFAULT'}
    """
    seen = _Seen(tuple(plans))
    chosen: dict[str, Figure] = {}

    def keep(id: str, *ways: Figure | None) -> Figure:
        found = next(way for way in ways if way is not None)
        chosen[id] = evolve(found, id=id)
        return chosen[id]

    given = None if residents is None else Figure("residents", Fraction(residents), Origin.GIVEN)
    elders = seen(CommonFigure.ELDERS) or _stands_for(seen(CommonFigure.REGISTERED_ELDERS))
    everybody = keep(
        "residents",
        given,
        seen(CommonFigure.RESIDENTS),
        _quotient(elders, seen(CommonFigure.ELDER_SHARE)),
        _quotient(seen(CommonFigure.VOLUNTEERS), seen(CommonFigure.VOLUNTEER_SHARE)),
        *(
            None if part is None else _by_default(part, 1 / share)
            for part, share in (
                (elders, defaults.ELDERS),
                (seen(CommonFigure.DIBAO_PERSONS), defaults.DIBAO),
                (seen(CommonFigure.ORGANISATIONS), defaults.ORGANISATIONS),
            )
        ),
        Figure("residents", defaults.RESIDENTS, Origin.DEFAULT),
    )
    keep("households", _by_default(everybody, 1 / defaults.MEMBERS))
    elders = keep(
        "elders",
        elders,
        _quotient(seen(CommonFigure.CARE_BEDS), seen(CommonFigure.BEDS_PER_ELDER)),
        _by_default(everybody, defaults.ELDERS),
    )
    keep("elders_65", seen(CommonFigure.ELDERS_65), _by_default(elders, defaults.ELDERS_65))
    keep("dibao_persons", seen(CommonFigure.DIBAO_PERSONS), _by_default(everybody, defaults.DIBAO))
    keep("tekun_persons", seen(CommonFigure.TEKUN_PERSONS), _by_default(everybody, defaults.TEKUN))
    keep(
        "children_in_difficulty",
        seen(CommonFigure.CHILDREN_IN_DIFFICULTY),
        _by_default(everybody, defaults.CHILDREN_IN_DIFFICULTY),
    )
    _beds(seen, keep, elders)
    _organisations(seen, keep, everybody)
    return tuple(chosen[id] for id in LABELS)


class _Keep(Protocol):
    """The function that keeps the first way that gives a figure."""

    def __call__(self, id: str, *ways: Figure | None) -> Figure: ...


class _Seen:
    """The latest published amount of each figure that many places report."""

    def __init__(self, plans: tuple[Plan, ...]) -> None:
        self._latest: dict[CommonFigure, Observation] = {}
        for plan in plans:
            for each in (*plan.situation, *plan.baselines, *plan.results, *plan.observations):
                meant = None if isinstance(each.of, Series) else each.of.means
                if meant is None or each.amount is None or each.derived:
                    continue
                before = self._latest.get(meant)
                if before is None or each.period.end > before.period.end:
                    self._latest[meant] = each

    def __call__(self, meant: CommonFigure) -> Figure | None:
        found = self._latest.get(meant)
        if found is None or found.amount is None:
            return None
        return Figure(meant.id, found.amount.size_in(meant.unit), Origin.PUBLISHED, (found,))


def _beds(seen: _Seen, keep: _Keep, elders: Figure) -> None:
    public, private = seen(CommonFigure.PUBLIC_BEDS), seen(CommonFigure.PRIVATE_BEDS)
    both = None if public is None or private is None else _sum(public, private)
    beds = keep(
        "care_beds",
        seen(CommonFigure.CARE_BEDS),
        both,
        _product(elders, seen(CommonFigure.BEDS_PER_ELDER)),
        _by_default(elders, defaults.BEDS),
    )
    privately = keep(
        "private_beds",
        private,
        _product(beds, seen(CommonFigure.PRIVATE_BED_SHARE)),
        _product(beds, _rest(seen(CommonFigure.PUBLIC_BED_SHARE))),
        _by_default(beds, defaults.BEDS_IN_PRIVATE),
    )
    keep(
        "nursing_beds",
        _product(beds, seen(CommonFigure.NURSING_BED_SHARE)),
        _by_default(beds, defaults.NURSING_BEDS),
    )
    private_homes = seen(CommonFigure.PRIVATE_INSTITUTIONS)
    publicly = beds.number - privately.number
    with_public = (
        None
        if private_homes is None
        else Figure(
            "care_institutions",
            private_homes.number + publicly / defaults.BEDS_AN_INSTITUTION,
            Origin.DEFAULT,
            (*private_homes.sources, *beds.sources),
        )
    )
    homes = keep(
        "care_institutions",
        seen(CommonFigure.CARE_INSTITUTIONS),
        with_public,
        _by_default(beds, 1 / defaults.BEDS_AN_INSTITUTION),
    )
    share = privately.number / beds.number if beds.number else Fraction(0)
    keep("private_institutions", private_homes, _by_default(homes, share))


def _organisations(seen: _Seen, keep: _Keep, everybody: Figure) -> None:
    associations = seen(CommonFigure.ASSOCIATIONS)
    services = seen(CommonFigure.SERVICE_ORGANISATIONS)
    foundations = seen(CommonFigure.FOUNDATIONS)
    every = keep(
        "organisations", seen(CommonFigure.ORGANISATIONS), _by_default(everybody, defaults.ORGANISATIONS)
    )
    rest = 1 - defaults.ASSOCIATIONS - defaults.FOUNDATIONS
    keep("associations", associations, _by_default(every, defaults.ASSOCIATIONS))
    keep("service_organisations", services, _by_default(every, rest))
    # A place that counts the two other kinds and no foundations has none that it counts.
    none = None
    if associations is not None and services is not None:
        sources = (*associations.sources, *services.sources)
        none = Figure("foundations", Fraction(0), Origin.DERIVED, sources)
    keep("foundations", foundations, none, _by_default(every, defaults.FOUNDATIONS))
    keep(
        "organisations_3a",
        _product(every, seen(CommonFigure.ORGANISATIONS_3A_SHARE)),
        _by_default(every, defaults.GRADED_3A),
    )


def _derived(number: Fraction, *figures: Figure) -> Figure:
    sources = tuple(dict.fromkeys(source for figure in figures for source in figure.sources))
    origins = {figure.origin for figure in figures}
    origin = Origin.DEFAULT if Origin.DEFAULT in origins else Origin.DERIVED
    return Figure(figures[0].id, number, origin, sources)


def _stands_for(other: Figure | None) -> Figure | None:
    """A figure that is nearly the one that is wanted, and is not it."""
    return None if other is None else _derived(other.number, other)


def _sum(one: Figure, other: Figure) -> Figure:
    return _derived(one.number + other.number, one, other)


def _product(whole: Figure, share: Figure | None) -> Figure | None:
    return None if share is None else _derived(whole.number * share.number, whole, share)


def _quotient(part: Figure | None, share: Figure | None) -> Figure | None:
    if part is None or share is None or not share.number:
        return None
    return _derived(part.number / share.number, part, share)


def _rest(share: Figure | None) -> Figure | None:
    return None if share is None else evolve(share, number=1 - share.number)


def _by_default(whole: Figure, share: Fraction) -> Figure:
    return Figure(whole.id, whole.number * share, Origin.DEFAULT, whole.sources)
