"""The figures of laws and measures on which no case depends: time limits, quorums, shares, funds."""

from __future__ import annotations

from datetime import date

import pytest

from civaffairs import load
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.rules.evaluate import Things, measure
from civaffairs.domain.units import Size

RULEBOOK = load(parts=("standards", "rules", "provisions"))["china"].rulebook
FIGURES = [
    ("clergy_years", "2021-07-01", "3年"),
    ("single_clergy_years", "2021-07-01", "3年"),
    ("dibao_survey_start", "2021-07-01", "3日"),
    ("dibao_surveyors", "2021-07-01", "2人"),
    ("dibao_check_start", "2021-07-01", "3日"),
    ("dibao_publicity", "2021-07-01", "7日"),
    ("dibao_county_decision", "2021-07-01", "10日"),
    ("dibao_refusal", "2021-07-01", "3日"),
    ("dibao_whole_procedure", "2021-07-01", "30日"),
    ("dibao_hard_case", "2021-07-01", "45日"),
    ("dibao_refused_jobs", "2021-07-01", "3个"),
    ("dibao_after_death", "2022-10-20", "3月"),
    ("unemployed_months", "2022-10-20", "3月"),
    ("dibao_delegated_procedure", "2022-10-20", "20日"),
    ("tekun_survey", "2021-07-01", "15日"),
    ("tekun_publicity", "2021-07-01", "7日"),
    ("tekun_spot_check", "2021-07-01", "30%"),
    ("tekun_decision", "2021-07-01", "15日"),
    ("tekun_refusal", "2021-07-01", "3日"),
    ("tekun_tasks", "2021-07-01", "6项"),
    ("tekun_reassessment", "2021-07-01", "10日"),
    ("rigid_spending_period", "2025-01-01", "12月"),
    ("rigid_spending_procedure", "2025-01-01", "30日"),
    ("rigid_spending_hard_case", "2025-01-01", "45日"),
    ("unattended_child_check", "2020-01-01", "15日"),
    ("unattended_child_decision", "2020-01-01", "15日"),
    ("long_term_care_months", "2016-01-01", "6月"),
    ("ability_items", "2022-12-30", "26项"),
    ("ability_items_self_care", "2022-12-30", "8项"),
    ("ability_items_movement", "2022-12-30", "4项"),
    ("ability_items_mind", "2022-12-30", "9项"),
    ("ability_items_senses", "2022-12-30", "5项"),
    ("assessment_committee_least", "2011-03-01", "7人"),
    ("assessment_committee_most", "2011-03-01", "25人"),
    ("assessment_quorum_of_three", "2011-03-01", "2人"),
    ("assessment_majority", "2011-03-01", "50%"),
    ("assessment_grades", "2011-03-01", "5个"),
    ("association_persons", "2016-02-06", "50人"),
    ("association_units", "2016-02-06", "30个"),
    ("association_mixed", "2016-02-06", "50个"),
    ("association_funds_local", "2016-02-06", "3万元"),
    ("association_funds_national", "2016-02-06", "10万元"),
    ("association_decision", "2016-02-06", "60日"),
    ("foundation_funds_private", "2004-06-01", "200万元"),
    ("foundation_funds_local", "2004-06-01", "400万元"),
    ("foundation_funds_national", "2004-06-01", "800万元"),
    ("foundation_spending_public", "2004-06-01", "70%"),
    ("foundation_spending_private", "2004-06-01", "8%"),
    ("foundation_overhead", "2004-06-01", "10%"),
    ("charity_registration", "2024-09-05", "30日"),
    ("charity_recognition", "2024-09-05", "20日"),
    ("charity_extension", "2024-09-05", "60日"),
    ("fundraising_decision", "2024-09-05", "20日"),
    ("charity_spending", "2024-09-05", "70%"),
    ("charity_spending_mean", "2024-09-05", "70%"),
    ("charity_overhead", "2024-09-05", "10%"),
    ("single_body_plot_limit", "1998-09-16", "4平方米/个墓位"),
    ("joint_body_plot_limit", "1998-09-16", "6平方米/个墓位"),
    ("plot_term", "1998-09-16", "20年"),
]


@pytest.mark.parametrize(("rule", "day", "figure"), FIGURES)
def test_each_figure_is_the_one_of_its_source(rule: str, day: str, figure: str) -> None:
    (found, *_) = RULEBOOK.rules[rule]
    on = date.fromisoformat(day)
    size = measure(found, CaseFacts(RULEBOOK.on(on), on), Things({}))  # type: ignore[arg-type]
    assert isinstance(size, Size)
    assert size.text("zh") == figure
