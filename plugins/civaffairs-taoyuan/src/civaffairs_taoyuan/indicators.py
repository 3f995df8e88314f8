"""Indicators that only Taoyuan has. Shared ones come from the national plugin."""

from civaffairs import SHARE, Amount, Bounds, Direction, Indicator, Label, Topic
from civaffairs.domain.models import CareInstitution
from civaffairs.domain.rules.expr import share
from civaffairs.domain.rules.vocabulary import field_of, total

# A share that registers can give, as numerator over denominator.
dependent_residents = Indicator(
    "dependent_resident_share",
    Label("养老机构入住失能老年人占比", "dependent elders among the residents of elderly-care institutions"),
    "%",
    Direction.NEUTRAL,
    Topic.ELDERLY_CARE,
    SHARE,
    share(
        total(field_of(CareInstitution, "dependent_residents")),
        total(field_of(CareInstitution, "residents")),
        places=1,
        rounding="half_up",
    ),
)

# Less is better: a target is then a ceiling.
decision_days = Indicator(
    "dibao_decision_days",
    Label("低保审核确认平均用时", "average time to decide on Dibao"),
    "日",
    Direction.DOWN,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(low=Amount(0, "日")),
)

# Something that is so or is not.
reform_zone = Indicator(
    "marriage_reform_zone",
    Label("婚俗改革实验区", "zone of marriage-custom reform"),
    "1",
    Direction.NEUTRAL,
    Topic.MARRIAGE,
    Bounds(),
)
