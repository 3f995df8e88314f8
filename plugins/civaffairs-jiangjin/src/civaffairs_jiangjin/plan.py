"""Jiangjin's plan for 2021-2025 and its results of 2016-2020, gathered from the chapters."""

from civaffairs import Label, Plan
from civaffairs_chongqing.observations import rural_dibao_shares
from civaffairs_jiangjin import (
    basic_protection,
    discrepancies,
    elderly_care,
    goals,
    governance,
    review,
    safeguards,
    services,
)
from civaffairs_jiangjin.documents import plan_14 as document

plans = [
    Plan(
        "jiangjin/plan-13",
        Label("江津区“十三五”民政事业发展目标", "Jiangjin civil affairs, targets of the 13th five-year plan"),
        "jiangjin",
        "2016..2020",
        document,
        rows=review.rows,
        observations=review.observations,
        recomputations=review.recomputations,
        claim=review.claim,
        discrepancies=discrepancies.of_plan_13,
    ),
    Plan(
        "jiangjin/plan-14",
        Label("江津民政事业发展“十四五”规划", "Jiangjin civil affairs, 14th five-year plan"),
        "jiangjin",
        "2021..2025",
        document,
        # The table first: what the text says again of a target is not followed a second time.
        rows=(
            *goals.table_rows,
            *goals.text_rows,
            *basic_protection.rows,
            *governance.rows,
            *services.rows,
            *elderly_care.rows,
        ),
        situation=basic_protection.situation,
        commitments=(
            *goals.commitments,
            *basic_protection.commitments,
            *governance.commitments,
            *services.commitments,
            *elderly_care.commitments,
            *safeguards.commitments,
        ),
        observations=rural_dibao_shares,
        recomputations=elderly_care.recomputations,
        discrepancies=discrepancies.of_plan_14,
        outlook=2035,
    ),
]
