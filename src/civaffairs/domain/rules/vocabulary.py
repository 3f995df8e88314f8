"""The facts of the models as nodes of rules. A misspelt name is an error where it is written.

`quantity(Person.disability_grade)` takes the attribute itself, so an editor finds and renames it. By name it
is `field_of(Person, "disability_grade")`, which the definitions of indicators use.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from attrs import frozen

from civaffairs.domain.models.fact import (
    Joined,
    attribute_of,
    attributes,
    fact_of,
    fact_of_derived,
    kind_of,
    label_of,
)
from civaffairs.domain.names import Label
from civaffairs.domain.rules.authors import refused
from civaffairs.domain.rules.expr import Count, Field, Flag, IsOneOf, Items, OneTerm, Total
from civaffairs.domain.units import RATIO
from civaffairs.domain.values import Value
from civaffairs.errors import UnknownName, fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from civaffairs.domain.models.fact import Fact
    from civaffairs.domain.models.terms import Term
    from civaffairs.domain.rules.expr import Condition

T = TypeVar("T", bound="Term")


@frozen(eq=False, repr=False, slots=False)
class TermFact(Value, Generic[T]):
    """A fact that is a term, or a list of terms; a condition is made of it by naming those that are meant."""

    model: str
    name: str
    label: Label
    known: tuple[T, ...]

    def is_one_of(self, *terms: T) -> IsOneOf:
        """Build the condition that the fact is one of `terms`, or, of a list, that one of them is in it.

        Raises:
            RuleRefused: for no term at all, and for what this fact never is.
        """
        if not terms or any(term not in self.known for term in terms):
            raise refused(fault("not_a_term", field=self.label, value=repr(terms), known=Joined(self.known)))
        return IsOneOf(
            self.model, self.name, self.label, tuple(OneTerm(term.id, term.label) for term in terms)
        )


def quantity(fact: Decimal | int | None, *, within: object = None) -> Field:
    """Return a number of a model as a quantity.

    Args:
        fact: the attribute of the model class, such as `Person.disability_grade`.
        within: for a fact of a part, the attribute that holds the part, such as `Person.child`.

    Example:
        >>> from civaffairs.domain.models import Person
        >>> quantity(Person.disability_grade).label.zh
        '残疾等级'
    """
    model, name, declared = _found(fact, within)
    return _field(model, name, declared)


def flag(fact: bool | None, *, within: object = None) -> Flag:  # noqa: FBT001 - it is an attribute
    """Return a yes or no of a model as a condition; the arguments are those of `quantity`."""
    model, name, declared = _found(fact, within)
    return Flag(model, name, declared.label)


def term(fact: T | None, *, within: object = None) -> TermFact[T]:
    """Return a term of a model, of which `is_one_of` makes a condition; see `quantity`.

    Example:
        >>> from civaffairs.domain.models import Household
        >>> from civaffairs.domain.models.terms import Area
        >>> term(Household.area).is_one_of(Area.RURAL).terms[0].label.zh
        '农村'
    """
    model, name, declared = _found(fact, within)
    return TermFact(model, name, declared.label, _terms_of(fact))


def terms(fact: tuple[T, ...] | None, *, within: object = None) -> TermFact[T]:
    """Return a list of terms of a model; see `term`."""
    model, name, declared = _found(fact, within)
    return TermFact(model, name, declared.label, _terms_of(fact))


def items(fact: tuple[object, ...] | None, of: type, *, unit: str, within: object = None) -> Items:
    """Return the things that a thing holds several of.

    Args:
        fact: the attribute of the model class, such as `Household.members`.
        of: the model that each of them is.
        unit: what they are counted in.
        within: as in `quantity`.

    Example:
        >>> from civaffairs.domain.models import Household, Person
        >>> items(Household.members, Person, unit="人").of
        'Person'
    """
    model, name, declared = _found(fact, within)
    return Items(model, name, declared.label, of.__name__, unit)


def derived(fact: Callable[[Any, date], int | None]) -> Field:
    """Return what follows from the facts of a thing on the day that is looked at, such as `Person.age_on`.

    Example:
        >>> from civaffairs.domain.models import Person
        >>> derived(Person.age_on).label.zh
        '年龄'
    """
    model, _, name = fact.__qualname__.rpartition(".")
    return _field(model, name, fact_of_derived(fact))


def field_of(model: type, name: str) -> Field:
    """Return a number of a model, by its name, as a quantity.

    Raises:
        UnknownName: with the fields of the model that come closest.

    Example:
        >>> from civaffairs.domain.models import CareInstitution
        >>> field_of(CareInstitution, "nursing_beds").label.zh
        '护理型床位数'
    """
    return _field(model.__name__, name, _fact(model, name))


def flag_of(model: type, name: str) -> Flag:
    """Return a yes or no of a model as a condition; raises as `field_of` does."""
    return Flag(model.__name__, name, _fact(model, name).label)


def total(of: Field, where: Condition | None = None) -> Total:
    """Return the total of a field over its register, or over the part of it for which a condition holds."""
    return Total(of, where)


def count(model: type, unit: str, where: Condition | None = None) -> Count:
    """Return how many things a register holds, or how many of them a condition holds for.

    Example:
        >>> from civaffairs.domain.models import Township
        >>> from civaffairs.domain.rules.render import render
        >>> render(count(Township, "township", flag_of(Township, "minors_station")), "en")
        "number of townships where equipped with a minors' protection station"
    """
    one = label_of(model)
    return Count(model.__name__, Label(one.zh, _several(one.en)), unit, where)


def _several(noun: str) -> str:
    """The plural of a model's English name: township, community."""
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _found(fact: object, within: object) -> tuple[str, str, Fact]:
    """Return the model, the name and the declaration of an attribute of a model class."""
    slot = cast("Any", fact)  # a type checker sees the fact, at run time it is the slot of the class
    model, name = slot.__objclass__, slot.__name__
    declared = _fact(model, name)
    if within is None:
        return model.__name__, name, declared
    part = cast("Any", within)
    return part.__objclass__.__name__, f"{part.__name__}.{name}", declared


def _terms_of(fact: object) -> tuple[Any, ...]:
    """Return every term that an attribute of a model class can be, or hold."""
    slot = cast("Any", fact)
    return tuple(cast("type[Term]", kind_of(attribute_of(slot.__objclass__, slot.__name__)).of))


def _field(model: str, name: str, declared: Fact) -> Field:
    return Field(
        model,
        name,
        declared.label,
        declared.unit or RATIO,
        _bound(declared.least),
        _bound(declared.most),
        declared.places or 0,
        declared.follows_from,
    )


def _bound(number: object) -> Decimal | None:
    return Decimal(number) if isinstance(number, int | Decimal) else None


def _fact(model: type, name: str) -> Fact:
    found = {attribute.name: attribute for attribute in attributes(model)}
    if name not in found:
        raise UnknownName.among("field", f"{model.__name__}.{name}", found)
    return fact_of(found[name])
