"""What is measured. One id for one meaning, shared by all jurisdictions."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen
from attrs.validators import instance_of, optional

from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label, is_id
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.expr import Quantity
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, AmountRange, Unit, as_unit
from civaffairs.errors import Language, UnitClash, fault


class Direction(Enum):
    """Which way is better. There is no default: the worst wrong verdicts come from a guessed direction."""

    UP = Label("越高越好", "more is better")
    DOWN = Label("越低越好", "less is better")
    NEUTRAL = Label("无优劣方向", "neither is better")

    @property
    def label(self) -> Label:
        """The direction in both languages."""
        return self.value


@frozen
class Bounds:
    """The sizes that an indicator can have at all: a coverage lies between 0 and 100 %.

    Example:
        >>> Bounds(Amount(0, "%"), Amount(100, "%")).admit(Amount("1.01", "1"))
        False
    """

    low: Amount | None = None
    high: Amount | None = None

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None:
            AmountRange(self.low, self.high)  # refuses an interval that ends before it begins

    def admit(self, amount: Amount) -> bool:
        """Whether an amount is possible."""
        return (self.low is None or amount >= self.low) and (self.high is None or amount <= self.high)

    def text(self, lang: Language | None = None) -> str:
        """Return the bounds as an interval."""
        low, high = (bound.text(lang) if bound else "∞" for bound in (self.low, self.high))
        return f"{low} … {high}" if self.low else f"-{low} … {high}"


SHARE = Bounds(Amount(0, "%"), Amount(100, "%"))
"""A part of a whole."""


class CommonFigure(Term):
    """What many places report, each in words of its own: whatever means one of these can be read alike.

    Example:
        >>> CommonFigure.ELDERS.text("zh"), CommonFigure.ELDERS.unit.text("en")
        ('60岁及以上常住人口', 'persons')
    """

    RESIDENTS = Label("常住人口", "residents")
    ELDERS = Label("60岁及以上常住人口", "residents aged 60 or older")
    ELDER_SHARE = Label("60岁及以上人口占常住人口比重", "share of residents aged 60 or older")
    ELDERS_65 = Label("65岁及以上常住人口", "residents aged 65 or older")
    REGISTERED_ELDERS = Label("60岁及以上户籍人口", "registered population aged 60 or older")
    DIBAO_PERSONS = Label("低保对象", "persons in Dibao")
    TEKUN_PERSONS = Label("特困人员", "tekun persons")
    CHILDREN_IN_DIFFICULTY = Label("困境儿童", "children in difficulty")
    CARE_INSTITUTIONS = Label("养老机构", "care institutions")
    PRIVATE_INSTITUTIONS = Label("社会办养老机构", "care institutions run by social forces")
    CARE_BEDS = Label("养老床位", "care beds")
    PUBLIC_BEDS = Label("公办养老机构床位", "beds in public care institutions")
    PRIVATE_BEDS = Label("社会办养老机构床位", "beds in care institutions run by social forces")
    PUBLIC_BED_SHARE = Label("政府运营床位占比", "share of beds run by the government")
    PRIVATE_BED_SHARE = Label("社会办养老床位占比", "share of beds run by social forces")
    NURSING_BED_SHARE = Label("护理型床位占比", "share of nursing beds")
    BEDS_PER_ELDER = Label("每名老年人拥有养老床位数", "care beds per elder")
    ORGANISATIONS = Label("社会组织", "social organisations")
    ASSOCIATIONS = Label("社会团体", "social associations")
    SERVICE_ORGANISATIONS = Label("社会服务机构", "social service organisations")
    FOUNDATIONS = Label("基金会", "foundations")
    ORGANISATIONS_3A_SHARE = Label("3A级及以上社会组织占比", "share of organisations graded 3A or higher")
    VOLUNTEERS = Label("注册志愿者", "registered volunteers")
    VOLUNTEER_SHARE = Label("注册志愿者占常住人口比例", "registered volunteers as a share of residents")

    @property
    def unit(self) -> Unit:
        """The unit in which it is read; a source may print another of the same kind."""
        return Unit.parse(_READ_IN.get(self.name, "1" if self.name.endswith("SHARE") else "人"))


_READ_IN = {
    "CARE_INSTITUTIONS": "thing",
    "PRIVATE_INSTITUTIONS": "thing",
    "CARE_BEDS": "张",
    "PUBLIC_BEDS": "张",
    "PRIVATE_BEDS": "张",
    "BEDS_PER_ELDER": "张/人",
    "ORGANISATIONS": "organisation",
    "ASSOCIATIONS": "organisation",
    "SERVICE_ORGANISATIONS": "organisation",
    "FOUNDATIONS": "organisation",
}
_MEANT = optional(instance_of(CommonFigure))


def _check_meaning(what: Indicator | Statistic) -> None:
    if what.means is not None and not what.means.unit.goes_with(what.unit):
        raise UnitClash(fault("unit_clash", what.id, left=what.unit, right=what.means.unit))


@frozen
class Indicator:
    """What is measured, with its unit and the direction in which it improves.

    Attributes:
        id: one meaning, one id, in every jurisdiction.
        label: the official term and the term of the field.
        unit: the unit of the definition; a plan may print another of the same kind.
        direction: which way is better.
        topic: the subject it belongs to.
        bounds: sizes that it can have at all; `Bounds()` where there is no limit.
        definition: how registers give it, mostly numerator over denominator; None where they cannot.
        scope: what is counted and what is not, where the sources say.
        means: the figure that it is, where many places report it.

    Raises:
        UnitClash: where the definition, a bound or what it means is in another kind of unit.

    Example:
        >>> Indicator(
        ...     "nursing_bed_share",
        ...     Label("护理型床位占比", "share of nursing beds"),
        ...     "%",
        ...     Direction.UP,
        ...     Topic.ELDERLY_CARE,
        ...     SHARE,
        ... ).unit.text("en")
        '%'
    """

    id: str = field(validator=is_id)
    label: Label = field(validator=instance_of(Label))
    unit: Unit = field(converter=as_unit)
    direction: Direction = field(validator=instance_of(Direction))
    topic: Topic = field(validator=instance_of(Topic))
    bounds: Bounds = field(validator=instance_of(Bounds))
    definition: Quantity | None = None
    scope: Label | None = None
    means: CommonFigure | None = field(default=None, validator=_MEANT)

    def __attrs_post_init__(self) -> None:
        _check_meaning(self)
        if self.definition is not None:
            check_units(self.definition)
            if not unit_of(self.definition).goes_with(self.unit):
                raise UnitClash(fault("unit_clash", self.id, left=unit_of(self.definition), right=self.unit))
        for bound in (self.bounds.low, self.bounds.high):
            if bound is not None and not bound.unit.goes_with(self.unit):
                raise UnitClash(fault("unit_clash", self.id, left=bound.unit, right=self.unit))


@frozen
class Statistic:
    """Something that a document counts or adds up and that no shared indicator measures.

    It has no better direction and no limits: it is reported, and neither followed nor compared.

    Attributes:
        id: unique within the plan that reports it.
        label: what is counted, and its English rendering.
        unit: the unit of its figures.
        topic: the subject it belongs to.
        means: the figure that it is, where other places report it in words of their own.

    Raises:
        UnitClash: where what it means is in another kind of unit.

    Example:
        >>> Statistic(
        ...     "dibao_paid", Label("累计发放低保金", "Dibao paid out"), "万元", Topic.SOCIAL_ASSISTANCE
        ... ).unit
        Unit(powers=(('wan_yuan', 1),))
    """

    id: str = field(validator=is_id)
    label: Label = field(validator=instance_of(Label))
    unit: Unit = field(converter=as_unit)
    topic: Topic = field(validator=instance_of(Topic))
    means: CommonFigure | None = field(default=None, validator=_MEANT)

    def __attrs_post_init__(self) -> None:
        _check_meaning(self)
