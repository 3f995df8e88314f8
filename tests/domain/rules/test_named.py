from __future__ import annotations

import pytest

from civaffairs.domain.models import Household, Person
from civaffairs.domain.names import Label
from civaffairs.domain.rules.evaluate import NoFacts, Things, holds, measure
from civaffairs.domain.rules.expr import AmountRule, ConditionRule, as_quantity
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated, shape_of_rule
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import NotModelled, since
from civaffairs.domain.units import Amount, Size, Unit
from civaffairs.errors import DeclarationError, RuleRefused

LABEL, EARLIER = Label("补贴", "allowance"), Label("更早的没有收录", "nothing earlier is modelled")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
TEN = as_quantity(Amount(10, "元/月"))


def amount(place="taoyuan", tree=TEN, unit="元/月", above=None):
    timeline = dated(EARLIER, since("2021-03", tree, CLAUSE))
    return amount_rule("allowance", place, LABEL, Household, unit, timeline, supersedes=above)


def condition(place="taoyuan", tree=household.sudden_hardship, above=None):
    timeline = dated(EARLIER, since("2021-03", tree, CLAUSE))
    return condition_rule("struck", place, LABEL, Household, timeline, supersedes=above)


def test_a_rule_begins_with_its_first_version_and_says_why_there_is_nothing_before():
    first, *others = amount().timeline.entries
    assert first == NotModelled(EARLIER, before="2021-03")
    assert others == [since("2021-03", TEN, CLAUSE)]
    gap = dated(EARLIER, NotModelled(EARLIER, since=2019, before=2020), since(2020, TEN, CLAUSE))
    assert gap.entries[0] == NotModelled(EARLIER, before=2019)


def test_a_rule_is_a_node_with_the_name_of_its_model_and_its_unit():
    assert amount() == AmountRule("allowance", "taoyuan", LABEL, "Household", "元/月", amount().timeline)
    assert condition() == ConditionRule("struck", "taoyuan", LABEL, "Household", condition().timeline)
    assert amount().unit == Unit.parse("元/月")
    assert len({amount(), amount(), amount("city")}) == 2
    assert len({condition(), condition(), condition("city")}) == 2


def test_a_rule_that_replaces_another_names_whose_it_is():
    above = amount("city")
    assert amount(above=above).supersedes == "city"
    assert amount().supersedes is None
    assert condition(above=condition("city")).supersedes == "city"


@pytest.mark.parametrize("make", [amount, condition])
def test_a_rule_cannot_replace_one_of_its_own_jurisdiction(make):
    with pytest.raises(RuleRefused) as caught:
        make(above=make())
    assert [each.code for each in caught.value.faults] == ["supersedes_itself"]


def test_a_rule_replaces_one_of_the_same_kind_and_unit_only():
    said, above = amount().timeline, amount("city")
    for wrong in (
        lambda: amount(above=condition("city")),
        lambda: condition(above=amount("city")),
        lambda: amount(unit="元/年", above=amount("city")),
        lambda: amount_rule("other", "taoyuan", LABEL, Household, "元/月", said, supersedes=above),
        lambda: amount_rule("allowance", "taoyuan", LABEL, Person, "元/月", said, supersedes=above),
    ):
        with pytest.raises(RuleRefused) as caught:
            wrong()
        assert [each.code for each in caught.value.faults] == ["supersedes_another"]


def test_a_rule_comes_out_in_its_own_unit():
    yearly = amount(unit="元/年")

    class Said(NoFacts):
        def amount(self, rule):
            return next(iter(rule.timeline)).value

    assert measure(yearly, Said()) == Size(120, Unit.parse("元/年"))
    assert shape_of_rule(yearly).most == 120


def test_a_rule_of_which_nobody_says_where_it_applies_is_unknown():
    assert [each.code for each in measure(amount(), NoFacts()).missing] == ["need_place"]
    assert [each.code for each in holds(condition(), NoFacts(), Things({})).missing] == ["need_place"]


@pytest.mark.parametrize(
    "wrong", [{"id": "Allowance"}, {"jurisdiction": "Taoyuan"}, {"id": ""}, {"jurisdiction": "a b"}]
)
def test_names_of_rules_are_checked(wrong):
    said = {"id": "allowance", "jurisdiction": "taoyuan", **wrong}
    with pytest.raises(DeclarationError):
        amount_rule(said["id"], said["jurisdiction"], LABEL, Household, "元/月", amount().timeline)
    with pytest.raises(DeclarationError):
        condition_rule(said["id"], said["jurisdiction"], LABEL, Household, condition().timeline)


def test_each_version_is_checked():
    timeline = dated(
        EARLIER,
        since(2021, TEN, CLAUSE),
        since(2022, person.work_cost, CLAUSE),
        since(2023, household.assets, CLAUSE),
    )
    with pytest.raises(RuleRefused) as caught:
        amount_rule("allowance", "taoyuan", LABEL, Household, "元/月", timeline)
    assert [each.code for each in caught.value.faults] == ["fact_out_of_sight", "unit_clash"]
    assert "allowance[2022]" in caught.value.faults[0].where
    assert "allowance[2023]" in caught.value.faults[1].where


def test_each_version_fits_and_all_of_them_in_one_scale_do_not():
    most = as_quantity(Amount(2**63 - 1, "元/月"))
    assert isinstance(amount(tree=most), AmountRule)
    timeline = dated(
        EARLIER,
        since(2021, most, CLAUSE),
        since(2022, TEN * "0.5", CLAUSE),
        since(2023, TEN * "0.01", CLAUSE),
    )
    with pytest.raises(RuleRefused) as caught:
        amount_rule("allowance", "taoyuan", LABEL, Household, "元/月", timeline)
    assert [each.code for each in caught.value.faults] == ["rule_overflows"]


def test_the_shape_of_a_rule_spans_all_its_versions():
    later = as_quantity(Amount(30, "元/月"))
    versions = dated(LABEL, since("2021", later, CLAUSE), since("2022", TEN, CLAUSE))
    shape = shape_of_rule(amount_rule("pay", "taoyuan", LABEL, Household, "元/月", versions))
    assert (shape.least, shape.most) == (10, 30)
