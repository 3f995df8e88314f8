from __future__ import annotations

import string

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.glossary import Term
from civaffairs.domain.indicators import SHARE, Direction, Indicator
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Verdict
from civaffairs.domain.plan import Claim, Commitment, Deed, Discrepancy, Grade, Plan, Side
from civaffairs.domain.rules.expr import Series, growth
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.tables import Table, baseline, goal, result
from civaffairs.domain.targets import Nature, at_least
from civaffairs.domain.timeline import NotModelled, Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import UnknownName
from civaffairs.loading import Catalogue, PluginReport, Stage, Status, clauses_of

NATION = Jurisdiction("peach-nation", Label("桃国", "Peach Nation"), Level.NATION, "100000")
CITY = Jurisdiction("peach-city", Label("桃市", "Peach City"), Level.CITY, "990100", "peach-nation")
TOWN = Jurisdiction(
    "peach-town", Label("桃源区", "Peach Town"), Level.DISTRICT, "990101", "peach-city", fictional=True
)
PAPER = Document("peach-town/plan-14", Label("桃源区规划", "Peach Town plan"), "桃源区民政局", 2022)
BEDS = Indicator(
    "nursing_bed_share", Label("护理型床位占比", "nursing beds"), "%", Direction.UP, Topic.ELDERLY_CARE, SHARE
)
CONSUMPTION = Series("consumption", Label("人均消费支出", "consumption per head"), "元/人·年")
ROW = Table(PAPER.at("表1"), (baseline("2020年", 2020), result("2021年", 2021), goal("2025年", 2025))).row(
    "1", BEDS, "护理型床位占比", "%", 40, 41, at_least(growth(CONSUMPTION)), nature=Nature.EXPECTED
)


def plan(name: str, years: str, **parts: object) -> Plan:
    return Plan(f"peach-town/{name}", Label("规划", "Plan"), "peach-town", years, PAPER, **parts)


PAY = Standard(
    "peach_pay",
    "peach-town",
    Label("桃补", "peach pay"),
    "元/月",
    Topic.FUNDING,
    Timeline(
        (NotModelled(Label("缺", "unknown"), before=2021), since(2021, Amount(600, "元/月"), PAPER.at("三")))
    ),
    Freedom.SET,
)


def catalogue(
    *jurisdictions: Jurisdiction, indicators=(), terms=(), plans=(), standards=(), reports=(), plugins=None
) -> Catalogue:
    return Catalogue(
        jurisdictions={each.id: each for each in jurisdictions},
        indicators={each.id: each for each in indicators},
        terms={each.id: each for each in terms},
        plans={each.id: each for each in plans},
        standards=tuple(standards),
        rules=(),
        provisions=(),
        reports=tuple(reports),
        plugins=plugins or {},
    )


BLOSSOM = Term(
    "blossom_care",
    Label("桃花照护", "blossom care"),
    Label("桃树下的照护", "care under peach trees"),
    Topic.ELDERLY_CARE,
    also=("花护",),
    also_en=("peach care",),
)
PEACH = catalogue(NATION, CITY, TOWN, indicators=[BEDS], terms=[BLOSSOM], standards=[PAY])


@pytest.mark.parametrize("name", ["peach-town", "桃源区", "Peach Town", "990101"])
def test_a_jurisdiction_is_found_by_id_by_either_name_and_by_code(name):
    assert PEACH.jurisdiction(name) is TOWN
    assert PEACH[name].jurisdiction is TOWN


@pytest.mark.parametrize("name", ["nursing_bed_share", "护理型床位占比", "nursing beds"])
def test_an_indicator_is_found_by_id_and_by_either_name(name):
    assert PEACH.indicator(name) is BEDS


@pytest.mark.parametrize("name", ["blossom_care", "桃花照护", "花护", "blossom care"])
def test_a_term_is_found_by_id_by_every_chinese_name_and_by_its_handle(name):
    assert PEACH.term(name) is BLOSSOM


def test_a_term_that_is_nearly_right_is_answered_with_the_one_meant():
    with pytest.raises(UnknownName, match="term called") as caught:
        PEACH.term("桃花照料")
    assert "桃花照护" in caught.value.faults[0].what.mend("zh")


def test_words_that_labels_may_use_for_a_term_are_no_names_of_it():
    with pytest.raises(UnknownName):
        PEACH.term("peach care")


@pytest.mark.parametrize(
    ("written", "meant"), [("peach-twon", "peach-town"), ("桃源", "桃源区"), ("peachtown", "peach-town")]
)
def test_a_name_that_is_nearly_right_is_answered_with_the_one_meant(written, meant):
    with pytest.raises(UnknownName) as caught:
        PEACH[written]
    assert meant in caught.value.faults[0].what.mend("en")
    assert "没有名为" in caught.value.text("zh")


def test_an_indicator_that_is_nearly_right_is_answered_with_the_one_meant():
    with pytest.raises(UnknownName, match="nursing_bed_share"):
        PEACH.indicator("nursing_beds_share")


def test_a_name_that_two_share_is_answered_with_both_ids_and_an_id_still_decides():
    other = Jurisdiction("plum-town", Label("桃源区", "Plum Town"), Level.DISTRICT, "980101", "peach-nation")
    both = catalogue(NATION, CITY, TOWN, other)
    with pytest.raises(UnknownName) as caught:
        both["桃源区"]
    assert "peach-town, plum-town" in caught.value.text("zh")
    assert both["plum-town"].jurisdiction is other


def test_an_id_goes_before_the_name_of_another():
    namesake = Jurisdiction(
        "plum", Label("peach-town", "peach-town"), Level.PROVINCE, "980000", "peach-nation"
    )
    assert catalogue(NATION, namesake, TOWN)["peach-town"].jurisdiction is TOWN


def test_the_chain_leads_up_to_the_nation_and_ends_where_a_parent_is_not_declared():
    assert PEACH.chain(TOWN) == PEACH["peach-town"].chain == (CITY, NATION)
    assert PEACH.chain(NATION) == ()
    assert catalogue(NATION, TOWN).chain(TOWN) == ()


@given(st.lists(st.integers(0, 7), min_size=1, max_size=8))
def test_every_chain_ends_names_nobody_twice_and_never_the_one_it_starts_from(parents):
    """Any district may name any other as its parent, itself included: a plugin is not to be trusted."""
    declared = [
        Jurisdiction(f"d{n}", Label("区", "d"), Level.DISTRICT, "990101", f"d{parent}")
        for n, parent in enumerate(parents)
    ]
    circle = catalogue(*declared)
    for each in declared:
        chain = circle.chain(each)
        assert len(set(chain)) == len(chain)
        assert each not in chain
        assert all(above.id == below.parent for above, below in zip(chain, (each, *chain), strict=False))


@given(st.text(st.sampled_from([*string.ascii_lowercase, "-", "桃", "源", "区"]), max_size=12))
def test_any_text_finds_what_is_called_so_or_is_refused_with_advice_in_both_languages(name):
    called = ("peach-town", "桃源区", "Peach Town", "990101", "peach-city", "桃市", "peach-nation", "桃国")
    if name in called:
        assert PEACH[name]
        return
    with pytest.raises(UnknownName) as caught:
        PEACH[name]
    assert caught.value.faults[0].what.mend("zh") != caught.value.faults[0].what.mend("en")


def test_nothing_in_a_catalogue_can_be_changed():
    for part in (PEACH.jurisdictions, PEACH.indicators, PEACH.terms, PEACH.plans, PEACH.series):
        with pytest.raises(TypeError):
            part["new"] = None
    with pytest.raises(FrozenInstanceError):
        PEACH.standards = ()
    report = PluginReport(
        "peach", "civaffairs-peach", "1", Status.LOADED, Stage.CATALOGUE, counts={"hook": 1}
    )
    with pytest.raises(TypeError):
        report.counts["hook"] = 2
    with pytest.raises(FrozenInstanceError):
        report.status = Status.BROKEN


def test_a_catalogue_keeps_its_own_copy_of_what_it_is_given():
    given_away = {TOWN.id: TOWN}
    kept = Catalogue(given_away, {}, {}, {}, (), (), (), ())
    given_away.clear()
    assert kept["peach-town"].jurisdiction is TOWN


def test_a_catalogue_is_gone_through_counted_and_asked_by_jurisdiction():
    assert [dossier.jurisdiction for dossier in PEACH] == [NATION, CITY, TOWN]
    assert len(PEACH) == 3
    assert "peach-town" in PEACH
    assert "plum-town" not in PEACH


def test_a_dossier_holds_what_is_declared_of_its_jurisdiction_alone():
    later, earlier = plan("plan-14", "2021..2025"), plan("plan-13", "2016..2020")
    full = catalogue(NATION, CITY, TOWN, plans=[later, earlier], standards=[PAY])
    assert full["peach-town"].plans == (earlier, later)
    assert full["peach-town"].plan is later
    assert full["peach-town"].standards == (PAY,)
    assert full["peach-city"].plans == full["peach-city"].standards == ()


@given(st.permutations(["2016..2020", "2021..2025", "2025", "2023..2025", "2021..2024"]))
def test_the_plan_of_a_jurisdiction_ends_last_and_holds_those_of_single_years(years):
    full = catalogue(TOWN, plans=[plan(f"plan-{n}", each) for n, each in enumerate(years)])
    assert str(full["peach-town"].plan.years) == "2021..2025"
    starts = [each.years.first_day for each in full["peach-town"].plans]
    assert starts == sorted(starts)


def test_a_plan_that_ends_later_goes_before_a_longer_one():
    full = catalogue(TOWN, plans=[plan("points", "2026"), plan("plan-14", "2021..2025")])
    assert full["peach-town"].plan.id == "peach-town/points"


def test_the_plugin_of_a_province_speaks_for_the_places_that_it_declares():
    full = catalogue(
        NATION, CITY, TOWN,
        plugins={"peach-nation": "peach-nation", "peach-town": "peach-city", "peach-city": "peach-city"},
    )  # fmt: skip
    assert [each.jurisdiction for each in full.of_plugin("peach-city")] == [CITY, TOWN]
    assert [each.jurisdiction for each in full.of_plugin("桃市")] == [CITY, TOWN]
    assert [each.jurisdiction for each in full.of_plugin("peach-nation")] == [NATION]
    # a place that is declared by another's plugin stands for itself alone
    assert [each.jurisdiction for each in full.of_plugin("peach-town")] == [TOWN]
    with pytest.raises(UnknownName):
        full.of_plugin("plum-town")


def test_a_catalogue_that_knows_no_plugins_answers_with_the_place_alone():
    assert [each.jurisdiction for each in PEACH.of_plugin("peach-city")] == [CITY]
    assert dict(PEACH.plugins) == {}
    with pytest.raises(TypeError):
        PEACH.plugins["plum"] = "plum"


def test_the_plan_of_a_jurisdiction_without_one_is_refused_with_its_name():
    with pytest.raises(UnknownName) as caught:
        _ = PEACH["peach-city"].plan
    assert "桃市" in caught.value.text("zh")
    assert "Peach City" in caught.value.text("en")


def test_every_clause_of_plans_and_standards_is_named_once_in_the_order_of_the_plan():
    spoken = Observation(BEDS, 2020, Amount(39, "%"), PAPER.at("第一章"))
    stood = Observation(BEDS, 2019, Amount(38, "%"), PAPER.at("前言"))
    counted = Observation(BEDS, 2022, Amount(44, "%"), "the bureau's own count")
    full = plan(
        "plan-14",
        "2021..2025",
        rows=[ROW],
        observations=[spoken, counted],
        situation=[stood],
        commitments=[
            Commitment(
                "home", Label("新建", "home"), Deed.BUILD, 2025, Topic.ELDERLY_CARE, PAPER.at("第二章")
            )
        ],
        claim=Claim(Verdict(reached=True, printed="完成"), PAPER.at("第三章")),
        discrepancies=[
            Discrepancy(
                "two_figures",
                Label("甲", "A"),
                Grade.TWO_VALUES,
                (Side(Label("一", "one"), PAPER.at("第四章")), Side(Label("二", "two"), PAPER.at("第一章"))),
                Label("一", "one"),
                Label("因", "because"),
            )
        ],
    )
    dossier = catalogue(TOWN, plans=[full], standards=[PAY])["peach-town"]
    named = [clause.locator for clause in dossier.clauses]
    assert named == [
        "表1 序号1",
        "表1 序号1 2025年",
        "表1 序号1 2020年",
        "表1 序号1 2021年",
        "前言",
        "第一章",
        "第二章",
        "第三章",
        "第四章",
        "三",
    ]
    assert set(clauses_of(full)) < set(dossier.clauses)
    assert dossier.documents == (PAPER,)


def test_the_series_are_those_that_targets_refer_to():
    assert dict(catalogue(TOWN, plans=[plan("plan-14", "2021..2025", rows=[ROW])]).series) == {
        "consumption": CONSUMPTION
    }
    assert dict(PEACH.series) == {}
