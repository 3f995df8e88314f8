"""The outline, its review of 2020 and the standards: each figure where it stands, each contradiction declared."""

import csv
from io import StringIO

import pytest

from civaffairs import Trust, load
from civaffairs.domain.checks import check, check_standards
from civaffairs.exchange.facts import Fact, facts, to_csv
from civaffairs_chongqing import discrepancies, documents, goals, notices, review
from civaffairs_chongqing.observations import recomputations, rural_dibao_shares
from civaffairs_chongqing.plan import plans
from civaffairs_chongqing.standards import STANDARDS, orphan_community, tekun_basic

(PLAN,) = plans


@pytest.fixture(scope="module")
def stated() -> tuple[Fact, ...]:
    return facts(plans, STANDARDS, lang="en")


def one(stated: tuple[Fact, ...], name: str) -> Fact:
    (found,) = [fact for fact in stated if fact.id.startswith(f"{name}/") or fact.id == name]
    return found


def test_the_plugin_loads_with_its_outline() -> None:
    catalogue = load(strict=True, only=["china", "chongqing"])
    assert catalogue["chongqing"].plan.id == "chongqing/outline-14"
    assert {report.name: report.faults for report in catalogue.reports} == {"china": (), "chongqing": ()}


@pytest.mark.parametrize(
    ("name", "value", "unit", "comparator", "kind"),
    [
        ("poor_in_dibao", "24.87", "万名", "", "achievement"),
        ("reform_measures", "37", "条", "", "achievement"),
        ("disability_subsidies_persons", "52.46", "万人", "", "achievement"),
        ("left_behind_projects", "200", "个", "余", "achievement"),
        ("public_beds", "4", "万张", "超过", "achievement"),
        ("community_stations_added", "2912", "个", "", "achievement"),
        ("care_staff_trained", "5330", "人次", "", "achievement"),
        ("allowance_100_coverage", "全覆盖", "", "", "achievement"),
        ("registered_social_organisations", "1.8", "万家", "", "achievement"),
        ("long_stay_settlement_rate", "100", "%", "", "target"),
        ("mental_rehabilitation_county_coverage", "80", "%", "以上", "target"),
        ("medical_care_capacity", "90", "%", "", "target"),
        ("urban_community_organisations", "13", "个", "不少于", "target"),
        ("charity_organisations_multiple", "翻一番", "", "", "target"),
        ("cremation_zone_rate", "95", "%", "", "target"),
        ("verified_volunteers", "650", "万人", "", "target"),
        ("care_staff_added", "3", "万人", "", "target"),
        ("mutual_care_points", "8000", "个", "", "project"),
        ("minors_network", "四级", "", "", "rule"),
        ("urban_dibao_increase", "16", "元/人·月", "", "achievement"),
    ],
)
def test_a_figure_is_stated_as_it_is_printed(  # noqa: PLR0917 - a line of the table
    stated: tuple[Fact, ...], name: str, value: str, unit: str, comparator: str, kind: str
) -> None:
    (fact,) = [each for each in stated if each.id.split("/")[2:3] == [name] and (each.kind == kind)]
    assert (fact.value, fact.unit, fact.comparator, fact.kind) == (value, unit, comparator, kind)


def test_the_floor_of_the_tekun_standard_is_kept_as_a_formula(stated: tuple[Fact, ...]) -> None:
    (floor,) = [each for each in stated if "/tekun_basic_standard/" in each.id]
    assert "1.3" in floor.value
    assert floor.comparator == "不低于"


def test_the_standards_of_2020_cite_the_article(stated: tuple[Fact, ...]) -> None:
    for name, value in (("dibao_urban", "620"), ("dibao_rural", "496"), ("tekun_basic", "806")):
        fact = one(stated, f"chongqing/{name}/2020")
        assert (fact.value, fact.document, fact.locator) == (
            value,
            "chongqing/outline-14",
            "精准帮扶兜牢底线",
        )
        assert "press" in fact.note


def test_shares_that_no_document_prints_are_no_facts(stated: tuple[Fact, ...]) -> None:
    assert all(share.derived for share in rural_dibao_shares)
    assert not [fact for fact in stated if "rural_dibao_share_of_urban" in fact.id]


def test_every_fact_has_its_place_and_goes_through_csv(stated: tuple[Fact, ...]) -> None:
    assert all(fact.document and fact.locator for fact in stated)
    assert len(list(csv.DictReader(StringIO(to_csv(stated))))) == len(stated)


def test_every_recomputation_agrees() -> None:
    found = [each.id for each in (*notices.recomputations, *recomputations) if not each.agrees]
    assert found == []


def test_where_the_tekun_standard_misses_its_floor_is_found_and_declared() -> None:
    found = check_standards(STANDARDS, STANDARDS, plans)
    assert [(problem.clause.document.id, problem.declared) for problem in found] == [
        ("chongqing/standards-2022", True),
        ("chongqing/standards-2023", True),
    ]
    assert tekun_basic.floor is not None


def test_nothing_else_is_found() -> None:
    assert [problem.what.text("en") for problem in check(PLAN) if not problem.declared] == []


def test_the_standard_that_only_the_article_of_2024_names_cites_it() -> None:
    (entry,) = [each for each in orphan_community.timeline if str(each.start) == "2023-09"]
    assert entry.clause.document == documents.notice_2024
    assert entry.clause.trust is Trust.REPRINT


def test_every_side_of_a_contradiction_and_every_label_says_something() -> None:
    for each in discrepancies.discrepancies:
        assert len({(side.clause, side.says) for side in each.sides}) == len(each.sides)
        assert all(label.zh and label.en for label in (each.label, each.uses, each.why))


@pytest.mark.parametrize("place", ["shapingba", "jiangjin"])
def test_the_plan_of_a_district_is_cited_as_the_district_declares_it(place: str) -> None:
    own = pytest.importorskip(f"civaffairs_{place}.documents").plan_14
    assert getattr(documents, f"{place}_plan_14") == own


def test_a_promise_without_a_date_has_none() -> None:
    (unified,) = [each for each in goals.commitments if each.id == "one_dibao_standard"]
    assert unified.by is None
    assert unified.text("en") == "step by step"


def test_figures_and_promises_have_names_of_their_own() -> None:
    observed = [each.of.id for each in (*review.observations, *notices.observations)]
    promised = [each.id for each in goals.commitments]
    assert len(set(observed)) == len(observed) == 56
    assert len(set(promised)) == len(promised)
