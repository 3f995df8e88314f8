"""The plugin loads with its parents, holds every row of its tables, and declares what its figures contradict."""

import pytest

from civaffairs import Missing, Observation, Plan, load
from civaffairs.domain.checks import check
from civaffairs_jiangjin import goals, review
from civaffairs_jiangjin.plan import plans

FINISHED, CURRENT = plans


def seen(name: str, period: str) -> Observation:
    (found,) = [each for each in FINISHED.observations if each.of.id == name and str(each.period) == period]
    return found


def test_the_plugin_loads_and_misses_nothing() -> None:
    reports = {report.name: report for report in load(strict=True).reports}
    assert reports["jiangjin"].faults == ()


def test_every_row_of_the_tables_is_there() -> None:
    assert (len(review.rows), len(goals.table_rows)) == (16, 16)
    assert FINISHED.rows == review.rows
    assert CURRENT.rows[:16] == goals.table_rows


def test_the_copy_names_no_date_of_issue() -> None:
    assert CURRENT.document.issued is None


@pytest.mark.parametrize("plan", plans, ids=lambda plan: plan.id)
def test_every_contradiction_that_the_checks_find_is_declared(plan: Plan) -> None:
    assert [problem.what.text("en") for problem in check(plan) if not problem.declared] == []


@pytest.mark.parametrize(
    ("name", "period", "figure"),
    [
        ("poor_in_assistance", "2016..2020", "5373人"),
        ("poverty_funds", "2016..2020", "6587.55万元"),
        ("urban_dibao", "2016", "460元/人·月"),
        ("rural_dibao_growth", "2016..2020", "65.33%"),
        ("community_orphan_standard", "2020", "1256元/月"),
        ("registered_volunteers", "2020", "24.4万人"),
        ("lottery_sales_five_years", "2016..2020", "7.35亿元"),
        ("charity_assisted", "2016..2020", "22.7万人次"),
        ("care_beds", "2020", "5936张"),
        ("nursing_bed_share", "2020", "34.77%"),
        ("dependent_elder_allowance_persons", "2016..2020", "0.5万人"),
    ],
)
def test_figures_of_the_review(name: str, period: str, figure: str) -> None:
    found = seen(name, period)
    assert not isinstance(found.value, bool | Missing)
    assert found.value.text("zh") == figure


def test_a_word_for_a_number_stays_as_it_is_printed() -> None:
    almost = seen("urban_community_care_coverage", "2020")
    assert almost.printed is not None
    assert (almost.printed.value, almost.amount) == ("基本实现全覆盖", review.rows[2].results[0].amount)
    doubled = CURRENT.row("charity_organisations_multiple").targets[0]
    assert (doubled.printed.value, doubled.text("en")) == ("翻一番", "at least 2 times")


def test_the_table_is_followed_where_text_and_box_say_otherwise() -> None:
    stations = [row for row in CURRENT.rows if row.indicator.id == "minors_protection_station_coverage"]
    assert [row.targets[0].text("zh") for row in stations] == ["不低于100%", "不低于50%"]
    institutions = [row for row in CURRENT.rows if row.indicator.id == "township_care_institution_coverage"]
    assert [row.targets[0].text("zh") for row in institutions] == ["不低于90%", "不低于100%"]


def test_what_is_due_before_2025_is_a_step_on_the_way() -> None:
    steps = {
        (row.indicator.id, str(target.by))
        for row in CURRENT.rows
        for target in row.targets
        if target.milestone
    }
    assert steps == {("dependent_tekun_centres", "2022"), ("rural_community_care_coverage", "2022")}


@pytest.mark.parametrize(
    ("name", "by", "promise"),
    [
        ("rescue_station_beds", None, "不低于50张"),
        ("minors_in_streets", None, "不超过0人"),
        ("rehabilitation_institutions", "2025", "3–4个"),
        ("lottery_sales_five_years", "2021..2025", "不低于7.5亿元"),
        ("boundary_stones", None, "不低于24个"),
        ("township_public_cemeteries", "2025", "不低于16个"),
        ("village_points", "2022", "不低于173个"),
        ("centres_begun", "2023", "不低于4个"),
        ("tekun_beds_added", "2025", "不低于1000张"),
        ("education_grant_age", None, "不低于18岁"),
    ],
)
def test_promises_of_the_text_and_the_boxes(name: str, by: str | None, promise: str) -> None:
    (found,) = [each for each in CURRENT.commitments if each.id == name]
    assert (str(found.by) if found.by else None, found.text("zh")) == (by, promise)


def test_only_the_parts_of_the_care_staff_do_not_add_up() -> None:
    wrong = [each.id for plan in plans for each in plan.recomputations if not each.agrees]
    assert wrong == ["care_staff"]
    assert "care_staff_parts" in {each.id for each in CURRENT.discrepancies}


@pytest.mark.parametrize("plan", plans, ids=lambda plan: plan.id)
def test_every_discrepancy_has_sides_that_differ(plan: Plan) -> None:
    for each in plan.discrepancies:
        said = [(side.says.zh, side.clause.locator) for side in each.sides]
        assert len(set(said)) == len(said), each.id
