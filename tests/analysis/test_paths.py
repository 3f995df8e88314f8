"""The cheapest path: optimal, checked by plain arithmetic, and honest about what it leaves out."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from math import ceil
from types import SimpleNamespace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from civaffairs import (
    RATIO,
    SHARE,
    Always,
    Amount,
    Bounds,
    Direction,
    Document,
    Floor,
    Freedom,
    Indicator,
    Invariant,
    Label,
    Nature,
    NotModelled,
    Observation,
    Plan,
    Series,
    Standard,
    Statistic,
    Target,
    Timeline,
    Topic,
    Unit,
    at_least,
    between,
    greatest,
    growth,
    least,
    since,
)
from civaffairs.analysis.paths.beside import published
from civaffairs.analysis.paths.figures import Figures, Untold, assumption
from civaffairs.analysis.paths.lines import Inequality, Line, Ratio, Setting, When, clauses_of
from civaffairs.analysis.paths.question import StandardPath
from civaffairs.analysis.paths.sheet import Sheet
from civaffairs.analysis.paths.solving import Cheapest, NoPath, NotSettled, cheapest, price_of
from civaffairs.domain.invariants import OverTime, Way
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.plan import Row
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.expr import LocalStandard, share
from civaffairs.domain.rules.views import household
from civaffairs.domain.units import rounded
from civaffairs.errors import InputInvalid
from civaffairs.present.words import NotKnown

pytest.importorskip("z3")

MONTHLY = "元/人·月"
UNIT = Unit.parse(MONTHLY)
DOCUMENT = Document("xiyuan/plan", Label("西园规划", "Xiyuan plan"), "西园区民政局", 2021)
PLACE = Jurisdiction("xiyuan", Label("西园区", "Xiyuan"), Level.DISTRICT, "990199", "city", fictional=True)
urban_dibao, rural_dibao, tekun = (
    LocalStandard(name, Label(zh, en), MONTHLY)
    for name, zh, en in (
        ("dibao_urban", "城市低保标准", "urban Dibao"),
        ("dibao_rural", "农村低保标准", "rural Dibao"),
        ("tekun_basic", "特困标准", "tekun"),
    )
)
CONSUMPTION = Series("consumption", Label("消费支出", "consumption"), "元/人·年")
rural_share = share(rural_dibao, urban_dibao, places=2, rounding="half_up")
SHARE_INDICATOR = Indicator(
    "rural_share",
    Label("城乡比", "rural share"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
    rural_share,
)
NEVER_FALLS = Way.NEVER_FALLS


def at(place):
    return DOCUMENT.at(place)


def standard(tree, start, *later, floor=None):
    entries = (since(2020, Amount(start, MONTHLY), at("一")), *later)
    return Standard(
        tree.id,
        "xiyuan",
        tree.label,
        MONTHLY,
        Topic.SOCIAL_ASSISTANCE,
        Timeline((NotModelled(Label("无", "none"), before=2020), *entries)),
        Freedom.SET,
        floor,
    )


def since_year(year, amount):
    return since(year, Amount(amount, MONTHLY), at(f"{year}"))


def invariant(name, claim):
    return Invariant(
        name, "xiyuan", Label(f"底线{name}", name), Topic.SOCIAL_ASSISTANCE, None, claim, at(name)
    )


def target(predicate, by=2022, indicator=SHARE_INDICATOR):
    promised = predicate.predicate(Unit.parse("%"), Direction.UP)
    one = Target(indicator, by, promised, Nature.EXPECTED, at("表1"))
    row = Row(at("表1"), indicator, "城乡比", None, targets=(one,))
    return Plan("xiyuan/plan", Label("规划", "Plan"), "xiyuan", "2021..2025", DOCUMENT, rows=(row,))


def dossier(standards, invariants=()):
    return SimpleNamespace(
        jurisdiction=PLACE,
        rulebook=Rulebook.of((PLACE,), (), (), tuple(standards)),
        invariants=tuple(invariants),
    )


def asked(standards, invariants=(), plans=(), years=2, persons=None, **more):
    names = [each.id for each in standards]
    persons = persons or dict.fromkeys(names, "10")
    return StandardPath.of(
        dossier(standards, invariants), plans, range(2021, 2021 + years), recipients=persons, **more
    )


def when():
    edition = dossier([standard(urban_dibao, 1)]).rulebook.on(date(2021, 12, 31))
    both = {name: Setting(UNIT, Fraction(1)) for name in ("dibao_urban", "dibao_rural")}
    return When(2021, 2021, both, edition, Figures((), ()))


def kept_by_plain_arithmetic(question, amounts, rules):
    """Whether each year keeps rules that are written here once more, without a tree or a solver."""
    starts = {each.id: each.start for each in question.standards}
    path = [starts, *({name: amounts[name, year] for name in starts} for year in question.years)]
    return all(rule(before, after) for before, after in pairwise(path) for rule in rules)


# --- the optimum ---------------------------------------------------------------------------------------

SMALL = st.integers(6, 10)


@st.composite
def problems(draw):
    """Two standards over two years, with floors of every kind; and the same floors as plain functions."""
    start_urban, start_rural = draw(SMALL), draw(SMALL)
    percent = draw(st.integers(-5, 12))
    ratio = draw(st.sampled_from(["0.7", "0.85", "1", "1.3"]))
    kinds = draw(st.sets(st.sampled_from(["falls", "grows", "ratio", "within", "share"]), min_size=1))
    # Without it, each standard could be next to nothing, and plain search would be long.
    kinds.add("falls")
    claims = {
        "falls": [OverTime(urban_dibao, NEVER_FALLS), OverTime(rural_dibao, NEVER_FALLS)],
        "grows": [OverTime(urban_dibao, NEVER_FALLS, growth(CONSUMPTION).previous_year)],
        "ratio": [Always(rural_dibao >= urban_dibao * ratio)],
        "within": [Always(urban_dibao >= rural_dibao)],
        "share": [OverTime(rural_share, NEVER_FALLS)],
    }
    g, k = Fraction(percent, 100), Fraction(ratio)

    def rounded_share(each):
        return rounded(Fraction(each["dibao_rural"]) / each["dibao_urban"] * 100, 2, "half_up")

    rules = {
        "falls": lambda a, b: all(b[name] >= a[name] for name in a),
        "grows": lambda a, b: b["dibao_urban"] >= a["dibao_urban"] * (1 + g),
        "ratio": lambda _, b: b["dibao_rural"] >= b["dibao_urban"] * k,
        "within": lambda _, b: b["dibao_urban"] >= b["dibao_rural"],
        "share": lambda a, b: rounded_share(b) >= rounded_share(a),
    }
    weights = draw(st.tuples(st.integers(1, 9), st.integers(1, 9)))
    question = asked(
        [standard(urban_dibao, start_urban), standard(rural_dibao, start_rural)],
        [
            invariant(f"{kind}_{number}", claim)
            for kind in sorted(kinds)
            for number, claim in enumerate(claims[kind])
        ],
        persons=dict(zip(("dibao_urban", "dibao_rural"), map(str, weights), strict=True)),
        assume=[f"consumption={percent}%"] if "grows" in kinds else [],
    )
    return question, [rules[kind] for kind in kinds], weights


def by_brute_force(question, rules, weights):
    """The least cost among all paths of whole yuan up to a bound beyond which nothing is cheaper."""
    starts = tuple(int(each.start) for each in question.standards)
    names = tuple(each.id for each in question.standards)
    most = max(starts) * 2 + 4
    pairs = [dict(zip(names, pair, strict=True)) for pair in product(range(min(starts), most), repeat=2)]
    cost = {id(each): sum(w * each[name] for name, w in zip(names, weights, strict=True)) for each in pairs}
    before = dict(zip(names, starts, strict=True))
    best = None
    for one in (each for each in pairs if all(rule(before, each) for rule in rules)):
        if best is not None and cost[id(one)] >= best:
            continue
        for two in pairs:
            total = cost[id(one)] + cost[id(two)]
            if (best is None or total < best) and all(rule(one, two) for rule in rules):
                best = total
    return best


@settings(max_examples=20)
@given(problems())
def test_the_answer_is_the_optimum_that_brute_force_finds(problem):
    question, rules, weights = problem
    answer, lowest = cheapest(question), by_brute_force(question, rules, weights)
    if lowest is None:
        assert isinstance(answer, NoPath)
    else:
        assert isinstance(answer, Cheapest)
        assert answer.total == 12 * lowest
        assert kept_by_plain_arithmetic(question, answer.amounts, rules)


@settings(max_examples=10)
@given(problems(), st.data())
def test_leaving_a_floor_out_never_makes_the_path_dearer(problem, data):
    question, *_ = problem
    answer = cheapest(question)
    assume(isinstance(answer, Cheapest))
    floor = data.draw(st.sampled_from(question.floors))
    price = price_of(answer, floor)
    assert price is not None
    assert price >= 0


@settings(max_examples=12)
@given(problems())
def test_each_standard_is_held_up_by_a_floor_that_one_step_lower_breaks(problem):
    question, *_ = problem
    answer = cheapest(question)
    assume(isinstance(answer, Cheapest))
    held = {hold.point for hold in answer.holds}
    assert held == set(question.points)
    for hold in answer.holds:
        assert hold.least is None or answer.amounts[hold.point] - 1 < hold.least <= answer.amounts[hold.point]


# --- floors as they are declared -------------------------------------------------------------------------


def test_the_floor_of_a_standard_is_kept_in_whole_yuan_and_to_the_step_asked_for():
    floor = Floor(urban_dibao * "1.3", at("三"))
    standards = [standard(urban_dibao, 717), standard(tekun, 900, floor=floor)]
    never = [invariant("urban", OverTime(urban_dibao, NEVER_FALLS))]
    amounts = cheapest(asked(standards, never, years=1)).amounts
    assert amounts == {("dibao_urban", 2021): 717, ("tekun_basic", 2021): 933}
    tenths = cheapest(asked(standards, never, years=1, step="0.1元")).amounts
    assert tenths["tekun_basic", 2021] == Fraction("932.1")
    fives = cheapest(asked(standards, never, years=1, step="5元")).amounts
    assert fives == {("dibao_urban", 2021): 720, ("tekun_basic", 2021): 940}


def test_a_floor_holds_from_when_it_is_laid_down():
    floor = Floor(urban_dibao * "1.3", at("三"), since=2022)
    standards = [standard(urban_dibao, 100), standard(tekun, 100, floor=floor)]
    never = [invariant(each.id, OverTime(each, NEVER_FALLS)) for each in (urban_dibao, tekun)]
    amounts = cheapest(asked(standards, never)).amounts
    assert (amounts["tekun_basic", 2021], amounts["tekun_basic", 2022]) == (100, 130)


def test_growth_is_exact_and_starts_from_the_standard_in_force_before_the_first_year():
    grows = invariant("grows", OverTime(urban_dibao, NEVER_FALLS, growth(CONSUMPTION).previous_year))
    question = asked([standard(urban_dibao, 620)], [grows], years=3, assume=["consumption=2.6%"])
    amounts = cheapest(question).amounts
    expected, before = [], 620
    for _ in range(3):
        before = ceil(Fraction(before) * Fraction("1.026"))
        expected.append(before)
    assert [amounts["dibao_urban", year] for year in question.years] == expected


def test_growth_that_is_published_comes_before_what_is_assumed():
    seen = [
        Observation(CONSUMPTION, year, Amount(number, "元/人·年"), at("二"))
        for year, number in ((2019, 100), (2020, 110))
    ]
    plan = Plan("xiyuan/plan", Label("规划", "Plan"), "xiyuan", "2021..2025", DOCUMENT, observations=seen)
    grows = invariant("grows", OverTime(urban_dibao, NEVER_FALLS, growth(CONSUMPTION).previous_year))
    question = asked([standard(urban_dibao, 100)], [grows], [plan], assume=["consumption=5%"])
    amounts = cheapest(question).amounts
    assert (amounts["dibao_urban", 2021], amounts["dibao_urban", 2022]) == (110, 116)
    assert [(each.year, each.clause is None) for each in question.figures] == [(2020, False), (2021, True)]


def test_what_nobody_published_or_assumed_leaves_a_floor_out_and_says_so():
    grows = invariant("grows", OverTime(urban_dibao, NEVER_FALLS, growth(CONSUMPTION).previous_year))
    question = asked([standard(urban_dibao, 100)], [grows], years=3, assume=["consumption.2021=5%"])
    (left,) = question.left_out
    assert (left.years, left.lacking) == ((2021, 2023), (2020, 2022))
    assert "--assume consumption" in left.why.text("en")
    # That it does not fall is no matter of consumption, and kept in every year.
    assert [cheapest(question).amounts["dibao_urban", year] for year in question.years] == [100, 105, 105]


def test_a_level_is_carried_on_by_assumed_growth():
    texts = ("consumption.2020=1000元/人·年", "consumption=10%", "consumption.2023=0%")
    figures = Figures((), tuple(assumption(text) for text in texts))
    assert [figures.level(CONSUMPTION, year) for year in (2020, 2022, 2023)] == [1000, 1210, 1210]
    with pytest.raises(Untold):
        figures.level(CONSUMPTION, 2019)


def test_a_target_holds_in_the_year_in_which_it_is_due_by_the_definition_of_its_indicator():
    never = [invariant(each.id, OverTime(each, NEVER_FALLS)) for each in (urban_dibao, rural_dibao)]
    standards = [standard(urban_dibao, 620), standard(rural_dibao, 496)]
    question = asked(standards, never, [target(at_least(85))], years=3)
    amounts = cheapest(question).amounts
    assert amounts["dibao_rural", 2021] == 496
    assert amounts["dibao_rural", 2022] == ceil(Fraction(85, 100) * 620)
    (floor,) = [each for each in question.floors if each.sources[0].nature]
    assert floor.sources[0].nature is Nature.EXPECTED
    assert [demand.year for demand in floor.demands] == [2022]


def test_a_target_between_two_bounds_and_a_higher_of_two_are_read_as_they_are_meant():
    consumption_share = Indicator(
        "urban_share",
        Label("占消费支出", "share of consumption"),
        "%",
        Direction.NEUTRAL,
        Topic.SOCIAL_ASSISTANCE,
        Bounds(),
        share(urban_dibao, CONSUMPTION.previous_year, places=2, rounding="half_up"),
    )
    higher = invariant(
        "higher", Always(tekun >= greatest(urban_dibao * "1.3", CONSUMPTION.previous_year * "0.6"))
    )
    plan = target(between(28, 35), indicator=consumption_share)
    question = asked(
        [standard(urban_dibao, 400), standard(tekun, 400)],
        [higher],
        [plan],
        assume=["consumption.2020=24000元/人·年", "consumption=0%"],
    )
    amounts = cheapest(question).amounts
    monthly = Fraction(24000, 12)
    assert amounts["tekun_basic", 2021] == ceil(monthly * Fraction(6, 10))
    assert amounts["dibao_urban", 2022] == ceil(monthly * Fraction("0.27995"))
    top = asked(
        [standard(urban_dibao, 900)],
        [invariant("urban", OverTime(urban_dibao, NEVER_FALLS))],
        [plan],
        assume=["consumption.2021=24000元/人·年"],
    )
    assert isinstance(cheapest(top), NoPath)


def test_a_share_that_never_falls_is_kept_to_the_last_printed_decimal():
    claims = [
        invariant("share", OverTime(rural_share, NEVER_FALLS)),
        invariant("grows", OverTime(urban_dibao, NEVER_FALLS, growth(CONSUMPTION).previous_year)),
        invariant("rural", OverTime(rural_dibao, NEVER_FALLS)),
    ]
    question = asked(
        [standard(urban_dibao, 620), standard(rural_dibao, 497)], claims, years=5, assume=["consumption=3.3%"]
    )
    amounts = cheapest(question).amounts
    path = [(620, 497)]
    path += [(amounts["dibao_urban", year], amounts["dibao_rural", year]) for year in question.years]
    shares = [rounded(Fraction(rural) / urban * 100, 2, "half_up") for urban, rural in path]
    assert shares == sorted(shares)


def test_two_declarations_of_one_floor_are_one_with_two_clauses():
    same = Always(tekun >= urban_dibao * "1.3")
    standards = [
        standard(urban_dibao, 100),
        standard(tekun, 100, floor=Floor(urban_dibao * "1.3", at("另一处"))),
    ]
    question = asked(standards, [invariant("one", same), invariant("two", same)])
    (floor,) = question.floors
    assert [source.clause.locator for source in floor.sources] == ["one", "two", "另一处"]


def test_what_speaks_of_another_standard_or_of_cases_is_left_out_with_the_reason():
    mixed = invariant(
        "mixed", Always(urban_dibao >= household.members.count().times(Amount(1, "元/人·人·月")))
    )
    other = invariant("other", Always(tekun >= urban_dibao))
    quotient = invariant("product", Always(urban_dibao.times(urban_dibao) >= Amount(1, "元·元/人·人·月·月")))
    question = asked([standard(urban_dibao, 100)], [mixed, other, quotient])
    codes = {each.source.clause.locator: each.why.code for each in question.left_out}
    assert codes == {"mixed": "path_about_cases", "other": "path_need_level", "product": "path_not_linear"}


def test_an_assumed_standard_takes_the_place_of_one_that_is_not_set():
    other = invariant("other", Always(urban_dibao >= tekun * "0.5"))
    question = asked([standard(urban_dibao, 100)], [other], years=1, assume=["tekun_basic.2021=301元/人·月"])
    assert cheapest(question).amounts["dibao_urban", 2021] == 151


@given(
    over=st.integers(1, 300),
    under=st.integers(1, 300),
    number=st.fractions(0, 200, max_denominator=300),
    strict=st.booleans(),
    rounding=st.sampled_from(["down", "half_up", "up"]),
)
@settings(max_examples=100)
def test_a_rounded_share_against_a_number_is_the_same_as_its_inequality(
    over, under, number, strict, rounding
):
    rural, urban = (Line.of_standard((name, 2021), UNIT) for name in ("r", "u"))
    ratio = Ratio(rural.times(Fraction(100)), urban, 1, rounding)
    amounts = {("r", 2021): Fraction(over), ("u", 2021): Fraction(under)}
    found = ratio.at(amounts)
    reached = found > number if strict else found >= number
    assert ratio.at_least(number, strict=strict).holds(amounts) == reached


@pytest.mark.parametrize(
    ("rounding", "over", "reaches"),
    [
        ("down", 101, True),
        ("down", 100, False),
        ("half_up", 201, True),
        ("half_up", 200, False),
        ("up", 100, False),
    ],
)
def test_the_edge_from_which_rounding_reaches_a_number_is_its_own(rounding, over, reaches):
    """10.1 % from a quotient of exactly 10.1 % down, 10.05 % halves up, and of more than 10.0 % up."""
    under = 2000 if rounding == "half_up" else 1000
    rural, urban = (Line.of_standard((name, 2021), UNIT) for name in ("r", "u"))
    ratio = Ratio(rural.times(Fraction(100)), urban, 1, rounding)
    amounts = {("r", 2021): Fraction(over), ("u", 2021): Fraction(under)}
    assert (
        ratio.at_least(Fraction("10.1")).holds(amounts) == reaches == (ratio.at(amounts) >= Fraction("10.1"))
    )


CAP = Amount(85, "%")
HUNDRED = Amount(100, MONTHLY)


@pytest.mark.parametrize(
    ("condition", "rural", "urban", "holds"),
    [
        (rural_share <= CAP, 85, 100, True),
        (rural_share <= CAP, 86, 100, False),
        (rural_share < CAP, 85, 100, False),
        (rural_share < CAP, 84, 100, True),
        (rural_share > CAP, 85, 100, False),
        (rural_share.equals(CAP), 85, 100, True),
        (rural_share.equals(CAP), 86, 100, False),
        (greatest(urban_dibao, rural_dibao) >= HUNDRED, 1, 100, True),
        (least(urban_dibao, rural_dibao) >= HUNDRED, 1, 100, False),
        (least(urban_dibao, rural_dibao) <= HUNDRED, 1, 900, True),
        (greatest(urban_dibao, rural_dibao) <= HUNDRED, 1, 900, False),
    ],
)
def test_a_condition_about_shares_and_extremes_is_read_at_its_edge(condition, rural, urban, holds):
    amounts = {("dibao_rural", 2021): Fraction(rural), ("dibao_urban", 2021): Fraction(urban)}
    clauses = clauses_of(condition, when())
    assert all(any(each.holds(amounts) for each in clause) for clause in clauses) == holds


@given(st.tuples(*[st.integers(1, 30)] * 2))
def test_a_condition_and_its_clauses_say_the_same(sizes):
    urban, rural = (Amount(each, MONTHLY) for each in sizes)
    poor = (urban_dibao > Amount(12, MONTHLY)) & (rural_dibao <= urban_dibao * "0.5")
    condition = ~poor | urban_dibao.equals(Amount(20, MONTHLY))
    amounts = {("dibao_urban", 2021): Fraction(urban.number), ("dibao_rural", 2021): Fraction(rural.number)}
    clauses = clauses_of(condition, when())
    plain = not (urban.number > 12 and rural.number * 2 <= urban.number) or urban.number == 20
    assert all(any(each.holds(amounts) for each in clause) for clause in clauses) == plain


# --- no path, and not settled ------------------------------------------------------------------------------


def test_floors_that_clash_are_named_and_without_any_one_of_them_there_is_a_path():
    claims = [
        invariant("rural_high", Always(rural_dibao >= urban_dibao * "0.9")),
        invariant("rural_capped", Always(Amount(500, MONTHLY) >= rural_dibao)),
        invariant("urban_never", OverTime(urban_dibao, NEVER_FALLS)),
        invariant("rural_never", OverTime(rural_dibao, NEVER_FALLS)),
        invariant("within", Always(urban_dibao >= rural_dibao)),
    ]
    standards = [standard(urban_dibao, 600), standard(rural_dibao, 480)]
    answer = cheapest(asked(standards, claims))
    assert isinstance(answer, NoPath)
    assert answer.minimal
    clash = {floor.id.partition(":")[2]: years for floor, years in answer.clash}
    assert clash.keys() == {"rural_high", "rural_capped", "urban_never"}
    for name in clash:
        rest = [each for each in claims if each.id != name]
        assert isinstance(cheapest(asked(standards, rest)), Cheapest)


def test_a_clash_over_a_share_that_never_falls_is_found_too():
    claims = [
        invariant("share", OverTime(rural_share, NEVER_FALLS)),
        invariant("apart", Always(urban_dibao * "0.8" >= rural_dibao)),
        invariant("urban", OverTime(urban_dibao, NEVER_FALLS)),
    ]
    answer = cheapest(asked([standard(urban_dibao, 620), standard(rural_dibao, 600)], claims))
    assert isinstance(answer, NoPath)
    assert {floor.id.partition(":")[2] for floor, _ in answer.clash} == {"share", "apart"}


def test_a_solver_that_may_not_work_says_that_nothing_is_settled():
    claims = [
        invariant("share", OverTime(rural_share, NEVER_FALLS)),
        invariant("grows", OverTime(urban_dibao, NEVER_FALLS, growth(CONSUMPTION).previous_year)),
    ]
    question = asked(
        [standard(urban_dibao, 620), standard(rural_dibao, 497)], claims, years=5, assume=["consumption=3.3%"]
    )
    answer = cheapest(question, steps=1)
    assert isinstance(answer, NotSettled)
    assert answer.at_least > 0
    assert Sheet.of(answer).record()["outcome"] == "not_settled"


# --- beside what was published ---------------------------------------------------------------------------


def test_the_published_path_is_costed_alike_and_what_it_misses_is_said_with_how_much():
    floor = Floor(urban_dibao * "1.3", at("三"))
    standards = [
        standard(urban_dibao, 636, since_year("2021-09", 717), since_year("2022-09", 735)),
        standard(tekun, 827, since_year("2021-09", 932), since_year("2022-09", 955), floor=floor),
    ]
    question = asked(standards, [invariant("urban", OverTime(urban_dibao, NEVER_FALLS))])
    beside = published(question)
    assert beside.costs == {2021: 12 * 10 * (717 + 932), 2022: 12 * 10 * (735 + 955)}
    assert [(miss.year, miss.shortfall.by) for miss in beside.misses] == [
        (2021, Fraction(1, 10)),
        (2022, Fraction(1, 2)),
    ]


def test_what_was_not_published_is_unknown_and_never_nothing():
    gap = NotModelled(Label("无", "none"), since=2022)
    question = asked(
        [standard(urban_dibao, 100, gap)], [invariant("urban", OverTime(urban_dibao, NEVER_FALLS))]
    )
    beside = published(question)
    assert beside.costs == {2021: 12000, 2022: None}
    assert beside.total is None
    shown = Sheet.of(cheapest(question)).report().tables[3]
    assert [isinstance(cell, NotKnown) for cell in shown.rows[1]] == [False, True, True, True]


def test_the_average_share_that_is_paid_and_recipients_by_year_weigh_the_costs():
    question = asked(
        [standard(urban_dibao, 100)],
        [invariant("urban", OverTime(urban_dibao, NEVER_FALLS))],
        persons={"dibao_urban": "10,20"},
        paid={"dibao_urban": "65%"},
    )
    assert cheapest(question).costs == {2021: 12 * 10 * 65, 2022: 12 * 20 * 65}


def test_recipients_may_be_the_id_of_a_published_figure():
    figure = Statistic("helped", Label("惠及人数", "persons helped"), "万人", Topic.SOCIAL_ASSISTANCE)
    plan = Plan(
        "xiyuan/plan",
        Label("规划", "Plan"),
        "xiyuan",
        "2021..2025",
        DOCUMENT,
        observations=(Observation(figure, 2020, Amount("1.5", "万人"), at("四")),),
    )
    question = asked([standard(urban_dibao, 100)], plans=[plan], persons={"dibao_urban": "helped"})
    assert question.standards[0].recipients.persons == (15000, 15000)
    assert question.standards[0].recipients.clause == at("四")


# --- wrong input -----------------------------------------------------------------------------------------


def test_everything_that_is_wrong_is_said_at_once_and_where():
    ratio = Standard(
        "line",
        "xiyuan",
        Label("比例", "line"),
        "%",
        Topic.SOCIAL_ASSISTANCE,
        Timeline((NotModelled(Label("无", "none"), before=2020), since(2020, Amount(5, "%"), at("一")))),
        Freedom.SET,
    )
    with pytest.raises(InputInvalid) as raised:
        StandardPath.of(
            dossier([standard(urban_dibao, 100), standard(tekun, 100), ratio]),
            (),
            (2019, 2021),
            standards=["dibao_urban", "tekun_basic", "line", "dibao_urbn"],
            recipients={"dibao_urban": "1.5", "tekun_basic": "nobody"},
            start={"dibao_urban": "-3", "orphans": "1"},
            paid={"dibao_urban": "120%"},
            assume=["consumption", "no_such=5%"],
            step="0",
        )
    assert [each.code for each in raised.value.faults] == [
        "path_years",
        "path_no_standard",
        "unknown_name",
        "path_not_among",
        "path_step_malformed",
        "path_start_malformed",
        "path_recipients_malformed",
        "path_paid_malformed",
        "path_start_unknown",
        "path_figure_unknown",
        "path_assumption_malformed",
        "unknown_name",
    ]
    assert all(each.what.mend("en") for each in raised.value.faults)


@pytest.mark.parametrize(
    "text",
    [
        "consumption",
        "consumption=5",
        "consumption=5元/人·年",
        "=5%",
        "consumption.20=5%",
        "consumption=1/0%",
    ],
)
def test_an_assumption_that_cannot_be_read_is_refused(text):
    with pytest.raises(InputInvalid):
        assumption(text)


# --- the real floors ---------------------------------------------------------------------------------------


def test_shapingbas_floors_come_from_its_plan_and_chongqings_standards_miss_some_of_them():
    from civaffairs.loading.loader import load

    catalogue = load()
    question = StandardPath.of(
        catalogue["shapingba"],
        catalogue.plans.values(),
        range(2021, 2026),
        recipients={"dibao_urban": "300000", "dibao_rural": "587200", "tekun_basic": "tekun_persons"},
        assume=["urban_consumption=5%"],
    )
    assert question.left_out == ()
    answer = cheapest(question)
    urban, rural, basic = (
        [answer.amounts[name, year] for year in question.years]
        for name in ("dibao_urban", "dibao_rural", "tekun_basic")
    )
    assert urban == [651, 684, 719, 755, 793]
    assert rural == [521, 548, 577, 606, 675]
    assert answer.total == 43_964_602_800
    assert all(t >= Fraction(13, 10) * u > t - 1 for t, u in zip(basic, urban, strict=True))
    assert rounded(rural[-1] / urban[-1] * 100, 2, "half_up") >= 85
    tekun_misses = [
        (miss.year, miss.shortfall.by)
        for miss in published(question).misses
        if miss.shortfall and miss.shortfall.point[0] == "tekun_basic"
    ]
    assert tekun_misses == [(2022, Fraction(1, 10)), (2023, Fraction(1, 2))]
    assert ("dibao_rural", 2025) in {
        miss.shortfall.point for miss in published(question).misses if miss.shortfall
    }
    notes = [note.text("en") for note in Sheet(answer, published(question)).report().notes]
    assert any("set by Chongqing" in note for note in notes)


def test_a_line_of_ratios_has_no_unit_of_money():
    assert Inequality(Line.fixed(Fraction(0), Unit.parse(str(RATIO)))).holds({})
    assert not Inequality(Line.fixed(Fraction(0), RATIO), strict=True).holds({})
