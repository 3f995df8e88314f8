"""What a rule cannot say is refused where its author wrote it."""

from __future__ import annotations

from importlib import util
from textwrap import dedent

import pytest

from civaffairs.errors import LANGUAGES, RuleRefused

HEAD = """\
from civaffairs.domain.models import Household, Income, Person
from civaffairs.domain.models.terms import Area
from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import LocalStandard, all_of, any_of, as_quantity, cases, greatest, least
from civaffairs.domain.rules.expr import Count, Judged, Observed, Series, Total, growth
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import child, household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.units import Amount

LABEL = Label("规则", "rule")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")


def amount(unit, tree, of=Household, id="allowance", place="taoyuan", above=None):
    return amount_rule(id, place, LABEL, of, unit, dated(LABEL, since(2021, tree, CLAUSE)), supersedes=above)


def condition(tree, of=Household, id="poor", place="taoyuan", above=None):
    return condition_rule(id, place, LABEL, of, dated(LABEL, since(2021, tree, CLAUSE)), supersedes=above)


city = amount("元/月", household.yearly_income, place="city")
"""

# What an author writes, and the code with which it is refused.
REFUSED = [
    ("x = 5 if person.employed else 6", "rule_has_no_truth_yet"),
    ("x = 5 if person.age > Amount(60, '岁') else 6", "rule_has_no_truth_yet"),
    ("x = person.employed and person.disabled", "rule_has_no_truth_yet"),
    ("x = person.employed or person.disabled", "rule_has_no_truth_yet"),
    ("x = not person.employed", "rule_has_no_truth_yet"),
    ("x = Amount(60, '岁') <= person.age <= Amount(80, '岁')", "rule_has_no_truth_yet"),
    ("x = max(person.work_cost, income.monthly)", "rule_has_no_truth_yet"),
    ("x = sorted([person.work_cost, income.monthly])", "rule_has_no_truth_yet"),
    ("x = [each for each in [person.employed] if each]", "rule_has_no_truth_yet"),
    ("x = person.age * 1.5", "not_exact"),
    ("x = 0.6 * person.age", "not_exact"),
    ("x = person.age * True", "not_exact"),
    ("x = person.age > 60", "not_a_quantity"),
    ("x = person.age + 1", "not_a_quantity"),
    ("x = 1 - person.age", "not_a_quantity"),
    ("x = sum([person.work_cost, income.monthly])", "not_a_quantity"),
    ("x = greatest(person.age, '60岁')", "not_a_quantity"),
    ("x = person.age.times(2)", "not_a_quantity"),
    ("x = person.age.divided_by(12, '岁', places=0, rounding='down')", "not_a_quantity"),
    ("x = household.members.total(person.employed)", "not_a_quantity"),
    ("x = cases((person.employed, 5), otherwise=Amount(6, '元/月'))", "not_a_quantity"),
    ("x = cases((True, Amount(5, '元/月')), otherwise=Amount(6, '元/月'))", "not_a_condition"),
    ("x = person.employed & (person.age == Amount(60, '岁'))", "not_a_condition"),
    ("x = person.employed & (person.age in (Amount(60, '岁'), Amount(61, '岁')))", "not_a_condition"),
    ("x = person.employed & (household.area == Area.URBAN)", "not_a_condition"),
    ("x = person.employed | person.age", "not_a_condition"),
    ("x = all_of(person.employed, None)", "not_a_condition"),
    ("x = household.members.any(person.age)", "not_a_condition"),
    ("x = household.members.all(True)", "not_a_condition"),
    ("x = household.area.is_one_of()", "not_a_term"),
    ("x = household.area.is_one_of('urban')", "not_a_term"),
    ("x = person.schooling.is_one_of(Area.URBAN)", "not_a_term"),
    ("x = person.disability_kinds.is_one_of(Area.URBAN)", "not_a_term"),
    ("x = person.work_cost / 12", "division_without_rounding"),
    ("x = 12 / person.work_cost", "division_without_rounding"),
    ("x = person.work_cost // household.members.count()", "division_without_rounding"),
    ("x = person.work_cost % Amount(10, '元/月')", "division_without_rounding"),
    ("amount('元/月', person.work_cost + Amount(3, '人'), of=Person)", "unit_clash"),
    ("amount('人', person.work_cost, of=Person)", "unit_clash"),
    ("condition(person.age > Amount(60, '元'), of=Person)", "unit_clash"),
    (
        "amount('元', household.yearly_income.divided_by(Amount(1, '元'), '元', places=0, rounding='up'))",
        "quotient_unit",
    ),
    ("condition(person.employed)", "fact_out_of_sight"),
    ("condition(income.monthly > Amount(0, '元/月'), of=Person)", "fact_out_of_sight"),
    ("amount('元/月', household.members.total(income.monthly))", "fact_out_of_sight"),
    (
        "condition(household.members.any(condition(person.employed, of=Person)) & child.orphan)",
        "fact_out_of_sight",
    ),
    ("condition(Judged(LABEL))", "node_not_for_cases"),
    ("condition(Observed('%') > Amount(3, '%'))", "node_not_for_cases"),
    ("amount('元/月', Series('pay', LABEL, '元/月').previous_year)", "node_not_for_cases"),
    ("amount('%', growth(Series('pay', LABEL, '元/月')))", "node_not_for_cases"),
    ("amount('元/月', Total(person.work_cost))", "node_not_for_cases"),
    ("amount('个', Count('Person', LABEL, '个'))", "node_not_for_cases"),
    ("amount('元/月', Amount(5, '元/月'))", "amount_without_node"),
    ("condition(Amount(5, '元/月'))", "amount_without_node"),
    ("condition(household.assets)", "not_a_condition"),
    ("condition(household.assets == Amount(5, '元'))", "not_a_condition"),
    ("amount('元', household.assets_within_limits)", "not_a_quantity"),
    (
        "amount('元*元*元', household.assets.times(household.assets).times(household.assets))",
        "rule_overflows",
    ),
    ("amount('分', as_quantity(Amount(9000000000, '亿元')))", "rule_overflows"),
    ("amount('分/月', household.yearly_income, above=city)", "supersedes_another"),
    ("amount('元/月', household.yearly_income, id='other', above=city)", "supersedes_another"),
    ("amount('元/月', person.work_cost, of=Person, above=city)", "supersedes_another"),
    ("condition(household.assets_within_limits, id='allowance', above=city)", "supersedes_another"),
    ("amount('元/月', household.yearly_income, place='city', above=city)", "supersedes_itself"),
]


@pytest.fixture
def plugin(tmp_path):
    """Write a plugin's module whose last line is the one given, and run it."""

    def run(line):
        home = tmp_path / "civaffairs_peach"
        home.mkdir()
        file = home / "rules.py"
        file.write_text(f"{HEAD}\n{line}\n", "utf-8")
        spec = util.spec_from_file_location("civaffairs_peach.rules", file)
        spec.loader.exec_module(util.module_from_spec(spec))

    return run


LINE = HEAD.count("\n") + 2


@pytest.mark.parametrize(("line", "code"), REFUSED, ids=[line for line, _ in REFUSED])
def test_what_a_rule_cannot_say_is_refused_at_the_line_of_its_author(plugin, line, code):
    with pytest.raises(RuleRefused) as caught:
        plugin(line)
    assert [each.code for each in caught.value.faults] == [code]
    # Within helper functions of the plugin it is the innermost line of the plugin that is named.
    for each in caught.value.faults:
        place, number = (
            each.where.split(".rules")[0].split(".amount")[0],
            each.where.split(":")[1].split(".")[0],
        )
        assert place.startswith("civaffairs_peach/rules.py:")
        assert int(number) == LINE or HEAD.splitlines()[int(number) - 1].startswith("    return ")
        assert all(each.what.mend(lang) for lang in LANGUAGES)


@pytest.mark.parametrize(
    "line",
    [
        "condition(household.members.all(person.age >= Amount(18, '岁')) | household.assets_within_limits)",
        "amount('元/月', household.members.total(person.work_cost * '0.5') - household.yearly_income)",
        "amount('元/月', Amount(5, '元/月') + person.work_cost, of=Person)",
        "amount('元/月', as_quantity(Amount(5, '元/月')), above=city)",
    ],
)
def test_what_a_rule_can_say_is_let_through(plugin, line):
    plugin(line)


@pytest.mark.parametrize(
    "line",
    [
        "x = 5 in person.incomes",
        "x = [each for each in household.members]",
        "x = abs(person.age)",
        "x = -person.age",
    ],
)
def test_what_python_itself_cannot_do_with_a_node_it_refuses(plugin, line):
    with pytest.raises(TypeError):
        plugin(line)


def test_the_line_is_the_innermost_one_that_is_not_ours(plugin):
    with pytest.raises(RuleRefused) as caught:
        plugin(
            dedent("""\
            def wrong():
                return person.age / 2
            wrong()""")
        )
    assert caught.value.faults[0].where == f"civaffairs_peach/rules.py:{LINE + 1}"


def test_everything_that_is_wrong_with_a_rule_is_said_at_once(plugin):
    with pytest.raises(RuleRefused) as caught:
        plugin(
            "amount_rule('allowance', 'taoyuan', LABEL, Household, '元/月', dated(LABEL,"
            " since(2021, person.work_cost, CLAUSE), since(2022, household.assets, CLAUSE),"
            " since(2023, household.yearly_income, CLAUSE)), supersedes=amount('元/年', city, place='city'))"
        )
    assert [each.code for each in caught.value.faults] == [
        "supersedes_another",
        "fact_out_of_sight",
        "unit_clash",
    ]
    assert [each.where.partition(f":{LINE}.")[2] for each in caught.value.faults] == [
        "allowance",
        "allowance[2021]",
        "allowance[2022]",
    ]
