"""Strategies for the things of the field: people, households, organisations, cemeteries, institutions.

Whatever is drawn is sound: its facts are within their bounds and go together. What is written on it is made
up: no identity number that is drawn belongs to a county that exists.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from hypothesis import strategies as st

from civaffairs.domain.models import (
    CareInstitution,
    Cemetery,
    Child,
    Elder,
    Household,
    OrgKind,
    Person,
    Sex,
    SocialOrg,
    Term,
    attributes,
    credit_check,
    credit_problems,
    fact_of,
    identity_check,
    identity_problems,
    is_model,
    label_of,
)
from civaffairs.domain.models.fact import kind_of, not_empty
from civaffairs.errors import ModelInvalid
from civaffairs.testing.strategies.basics import LAST_DAY, texts
from civaffairs.testing.strategies.days import births, years_before

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from attrs import Attribute
    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")

_NOTHING: Mapping[str, SearchStrategy[Any]] = MappingProxyType({})
_PREFIX_OF = {OrgKind.ASSOCIATION: "51", OrgKind.SERVICE: "52", OrgKind.FOUNDATION: "53"}
_MOST_PEOPLE_AGE, _AGE_OF_ELDERS, _AGE_OF_MAJORITY = 105, 60, 18


# --- numbers ---------------------------------------------------------------------------------------


@cache
def identity_numbers(*, born: date | None = None, sex: Sex | None = None) -> SearchStrategy[str]:
    """Draw resident identity numbers that pass every check and belong to a county code that nobody has.

    Args:
        born: the date of birth that they say; by default any.
        sex: the sex that they say; by default any.
    """
    days = st.dates(date(1900, 1, 1), date(2030, 12, 31)) if born is None else st.just(born)
    orders = st.integers(0, 999)
    if sex is not None:
        orders = st.integers(0, 499).map(lambda half: 2 * half + (sex is Sex.MALE))
    return st.builds(
        lambda day, order: _with_check(f"110000{day:%Y%m%d}{order:03d}", identity_check), days, orders
    )


@cache
def credit_codes(prefix: str = "51") -> SearchStrategy[str]:
    """Draw unified social credit codes that pass every check."""
    return st.integers(0, 10**9 - 1).map(lambda n: _with_check(f"{prefix}100000{n:09d}", credit_check))


def _with_check(first: str, check: Callable[[str], str]) -> str:
    return f"{first}{check(first)}"


# --- any model -------------------------------------------------------------------------------------


@st.composite
def models(
    draw: DrawFn,
    cls: type[T],
    *,
    unknown: int = 2,
    until: date = LAST_DAY,
    facts: Mapping[str, SearchStrategy[Any]] = _NOTHING,
) -> T:
    """Draw instances of a model: every fact within its bounds or unknown.

    Facts that cannot be true together are made unknown again.

    Args:
        draw: given by hypothesis.
        cls: the model.
        unknown: one in how many of the facts that may be unknown is; 0 for none of them. A role, such as
            `Person.child`, always may be.
        until: the last date that is drawn.
        facts: by name, the facts that are drawn otherwise.
    """
    return draw(sound(cls, {**_facts(cast("Hashable", cls), unknown, until), **facts}))


@st.composite
def sound(draw: DrawFn, cls: type[T], facts: Mapping[str, SearchStrategy[Any]]) -> T:
    """Draw instances of a model from a strategy for each fact; those left out are unknown.

    A part that is more than its whole, or a date before another, is drawn again a few times. What still
    cannot be true together is denied where it was affirmed, or made unknown, or drawn again where it must be
    known.
    """
    drawn = {name: draw(each) for name, each in facts.items()}
    optional = {each.name for each in attributes(cls) if each.default is None}
    tries = _TRIES
    while True:
        try:
            return cls(**drawn)
        except ModelInvalid as error:
            wrong = {each.where.partition("[")[0].partition(".")[0]: each.code for each in error.faults}
        tries -= 1
        again = {name for name, code in wrong.items() if code in _WORTH_ANOTHER_TRY and tries > 0}
        for name in (again or wrong.keys()) & facts.keys():
            if name in again or name not in optional:
                drawn[name] = draw(_fitting(name, drawn, facts[name]))
            else:
                drawn[name] = False if drawn[name] is True else None


def _fitting(name: str, drawn: Mapping[str, Any], usual: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Return a strategy for a fact that fits what else was drawn, where another draw would seldom do so."""
    kind = drawn.get("kind")
    return credit_codes(_PREFIX_OF[kind]) if name == "credit_code" and isinstance(kind, OrgKind) else usual


_TRIES = 4
_WORTH_ANOTHER_TRY = {"part_exceeds_whole", "dates_reversed"}


@cache
def _facts(cls: Hashable, unknown: int, until: date) -> dict[str, SearchStrategy[object]]:
    return {each.name: fact_values(each, unknown, until) for each in attributes(cast("type", cls))}


def fact_values(attribute: Attribute[Any], unknown: int, until: date) -> SearchStrategy[object]:
    """Return a strategy for one fact of a model; the arguments are those of `models`."""
    declared, kind = fact_of(attribute), kind_of(attribute)
    if declared.check is identity_problems:
        known: SearchStrategy[Any] = identity_numbers()
    elif declared.check is credit_problems:
        known = st.sampled_from(tuple(_PREFIX_OF.values())).flatmap(credit_codes)
    elif kind.several:
        items = _of(kind.of, declared.least, declared.most, unknown, until)
        known = st.lists(items, min_size=int(declared.check is not_empty), max_size=2).map(tuple)
    else:
        known = _of(kind.of, declared.least, declared.most, unknown, until)
    if not kind.optional:
        return known
    return st.none() | known if is_model(kind.of) and not kind.several else perhaps(known, unknown)


def perhaps(known: SearchStrategy[Any], unknown: int) -> SearchStrategy[Any]:
    """Return a strategy that draws None one time in so many; 0 is never."""
    return st.integers(1, unknown).flatmap(lambda n: st.none() if n == 1 else known) if unknown else known


def _of(
    kind: Any,  # noqa: ANN401 - read from annotations
    least: Any,  # noqa: ANN401 - a number or a date
    most: Any,  # noqa: ANN401 - as least
    unknown: int,
    until: date,
) -> SearchStrategy[Any]:
    if is_model(kind):
        return models(kind, unknown=unknown, until=until)
    if issubclass(kind, Term):
        return st.sampled_from(cast("type[Term]", kind))
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(least, most)
    if kind is Decimal:
        return st.decimals(least, most, places=2) | st.integers(least, int(most)).map(Decimal)
    if kind is date:
        return st.dates(least or date(1900, 1, 1), min(most or until, until))
    return texts()


# --- people ----------------------------------------------------------------------------------------


@st.composite
def people(
    draw: DrawFn,
    *,
    unknown: int = 2,
    until: date = LAST_DAY,
    born: SearchStrategy[date] | None = None,
    facts: Mapping[str, SearchStrategy[Any]] = _NOTHING,
) -> Person:
    """Draw people whose identity number, where it is known, says their own birth and sex.

    Args:
        draw: given by hypothesis.
        unknown: as for `models`.
        until: the last date that is drawn; nobody is born after it.
        born: when they are born; by default up to 105 years before the last date.
        facts: as for `models`.
    """
    day = draw(st.dates(years_before(until, _MOST_PEOPLE_AGE), until) if born is None else born)
    sex = draw(perhaps(st.sampled_from(Sex), unknown))
    known = {"born": st.just(day), "sex": st.just(sex)}
    numbers = perhaps(identity_numbers(born=day, sex=sex), unknown)
    return draw(
        models(Person, unknown=unknown, until=until, facts={"identity_number": numbers, **facts, **known})
    )


@st.composite
def elders(draw: DrawFn, *, on: date, least_age: int = _AGE_OF_ELDERS, unknown: int = 2) -> Person:
    """Draw people of an age, 60 or more by default, on a day, of whom something is recorded as elders."""
    ages = st.integers(least_age, _MOST_PEOPLE_AGE)
    role = models(Elder, unknown=unknown, until=on)
    known = {"elder": role, "child": st.none()}
    return draw(
        people(unknown=unknown, until=on, born=ages.flatmap(lambda age: births(age, on=on)), facts=known)
    )


@st.composite
def children(draw: DrawFn, *, on: date, below: int = _AGE_OF_MAJORITY, unknown: int = 2) -> Person:
    """Draw people below an age, 18 by default, on a day, of whom something is recorded as children."""
    born = st.dates(years_before(on, below), on)
    role = models(Child, unknown=unknown, until=on)
    known = {"child": role, "elder": st.none()}
    return draw(people(unknown=unknown, until=on, born=born, facts=known))


@st.composite
def households(draw: DrawFn, *, on: date, most: int = 4, unknown: int = 2) -> Household:
    """Draw households of one to so many people of any age on a day, elders and children among them."""
    somebody = people(unknown=unknown, until=on) | elders(on=on, unknown=unknown)
    anybody = somebody | children(on=on, unknown=unknown)
    members = st.lists(
        anybody, min_size=1, max_size=most, unique_by=lambda each: each.identity_number or id(each)
    ).map(tuple)
    return draw(models(Household, unknown=unknown, until=on, facts={"members": members}))


# --- organisations and places ----------------------------------------------------------------------


@st.composite
def organisations(
    draw: DrawFn, *, kind: OrgKind | None = None, until: date = LAST_DAY, unknown: int = 2
) -> SocialOrg:
    """Draw social organisations whose credit code fits their kind and whose dates are in order."""
    which = kind or draw(st.sampled_from(OrgKind))
    registered = draw(st.dates(date(1980, 1, 1), until))
    later = st.dates(registered, until)
    states = {name: draw(st.booleans()) for name in ("assessed", "was_demoted", "was_revoked")}
    facts = {
        "kind": st.just(which),
        "credit_code": credit_codes(_PREFIX_OF[which]),
        "registered": perhaps(st.just(registered), unknown),
        **{name: st.just(state) for name, state in states.items()},
        "grade": perhaps(st.integers(1, 5), unknown) if states["assessed"] else st.none(),
        "awarded": perhaps(later, unknown) if states["assessed"] else st.none(),
        "demoted": perhaps(later, unknown) if states["was_demoted"] else st.none(),
        "revoked": perhaps(later, unknown) if states["was_revoked"] else st.none(),
    }
    return draw(models(SocialOrg, unknown=unknown, until=until, facts=facts))


@st.composite
def cemeteries(draw: DrawFn, *, plots: int | None = None, unknown: int = 2) -> Cemetery:
    """Draw cemeteries of so many plots, or any number; single and joint plots, used and free ones add up."""
    whole = draw(st.integers(0, 5000)) if plots is None else plots
    single = draw(st.integers(0, whole))
    niches = draw(st.integers(0, 2000))
    facts = {
        "plots": st.just(whole) if plots is not None else perhaps(st.just(whole), unknown),
        "single_plots": perhaps(st.just(single), unknown),
        "joint_plots": perhaps(st.just(whole - single) | st.integers(0, whole - single), unknown),
        "ecological_plots": perhaps(_part(whole), unknown),
        "used_plots": perhaps(_part(whole), unknown),
        "niches": perhaps(st.just(niches), unknown),
        "used_niches": perhaps(_part(niches), unknown),
    }
    return draw(models(Cemetery, unknown=unknown, facts=facts))


@st.composite
def care_institutions(draw: DrawFn, *, beds: int | None = None, unknown: int = 2) -> CareInstitution:
    """Draw care institutions of so many beds, or any number; now and then more people than beds."""
    whole = draw(st.integers(0, 800)) if beds is None else beds
    residents = draw(_part(whole) | st.integers(whole, whole + 20))
    caregivers = draw(st.integers(0, 200))
    rated = draw(st.booleans())
    facts = {
        "beds": st.just(whole) if beds is not None else perhaps(st.just(whole), unknown),
        "nursing_beds": perhaps(_part(whole), unknown),
        "dementia_beds": perhaps(_part(whole), unknown),
        "residents": perhaps(st.just(residents), unknown),
        "dependent_residents": perhaps(_part(residents), unknown),
        "caregivers": perhaps(st.just(caregivers), unknown),
        "certified_caregivers": perhaps(_part(caregivers), unknown),
        "rated": st.just(rated),
        "rating": perhaps(st.integers(1, 5), unknown) if rated else st.none(),
    }
    return draw(models(CareInstitution, unknown=unknown, facts=facts))


def _part(whole: int) -> SearchStrategy[int]:
    """Draw a part of a whole; nothing and all of it are drawn often."""
    return st.integers(0, whole) | st.sampled_from((0, whole))


@st.composite
def registers(
    draw: DrawFn,
    cls: type[T],
    *,
    most: int = 5,
    unknown: int = 0,
    until: date = LAST_DAY,
    adding_up: Mapping[str, int] = MappingProxyType({}),
) -> tuple[T, ...]:
    """Draw the register of a model: several things with names of their own whose figures add up.

    Args:
        draw: given by hypothesis.
        cls: the model.
        most: the most things in it; it holds one at least.
        unknown: as for `models`.
        until: the last date that is drawn.
        adding_up: by the name of a count, to what it adds up over the register.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=5)
        ... @given(registers(CareInstitution, adding_up={"beds": 900}))
        ... def add_up(homes):
        ...     assert sum(home.beds for home in homes) == 900
        >>> add_up()
    """
    size = draw(st.integers(1, most))
    shares = {name: _shares(draw, whole, size) for name, whole in adding_up.items()}
    return tuple(
        draw(_records(cls, number, each, unknown=unknown, until=until))
        for number, each in enumerate(
            {name: parts[number] for name, parts in shares.items()} for number in range(size)
        )
    )


def _shares(draw: DrawFn, whole: int, size: int) -> list[int]:
    cuts = sorted(draw(st.lists(st.integers(0, whole), min_size=size - 1, max_size=size - 1)))
    return [end - start for start, end in zip([0, *cuts], [*cuts, whole], strict=True)]


@st.composite
def _records(
    draw: DrawFn, cls: type[T], number: int, shares: Mapping[str, int], *, unknown: int, until: date
) -> T:
    """Draw the thing at one place of a register; its number keeps it apart from the others."""
    names = {each.name for each in attributes(cls)}
    known: dict[str, object] = dict(shares)
    if "name" in names:
        known["name"] = f"{label_of(cls).zh}{number + 1}"
    if "credit_code" in names:
        kind = draw(st.sampled_from(OrgKind))
        code = _with_check(f"{_PREFIX_OF[kind]}100000{number:09d}", credit_check)
        known |= {"kind": kind, "credit_code": code}
    facts = {name: st.just(value) for name, value in known.items()}
    for whole in shares.keys() & _PARTS_OF.keys():
        parts = {name: perhaps(_part(shares[whole]), unknown) for name in _PARTS_OF[whole]}
        facts = {**parts, **facts}
    return draw(models(cls, unknown=unknown, until=until, facts=facts))


_PARTS_OF: Mapping[str, tuple[str, ...]] = {
    "beds": ("nursing_beds", "dementia_beds"),
    "plots": ("ecological_plots", "used_plots", "single_plots"),
}
"""Parts that are drawn within a whole that is given."""
