"""Shapingba's plan for 2021-2025 and its work points for 2025, gathered from the chapters."""

from civaffairs import Label, Plan
from civaffairs_chongqing.observations import rural_dibao_shares
from civaffairs_shapingba import (
    affairs,
    assistance,
    discrepancies,
    elderly_care,
    goals,
    governance,
    review,
    welfare,
    work_points,
)
from civaffairs_shapingba.documents import plan_14, points_2025

plans = [
    Plan(
        "shapingba/plan-14",
        Label("沙坪坝区民政事业发展“十四五”规划", "Shapingba civil affairs, 14th five-year plan"),
        "shapingba",
        "2021..2025",
        plan_14,
        # The table first: what the text says again of a target is not followed a second time.
        rows=(
            *goals.table_rows,
            *goals.text_rows,
            *assistance.rows,
            *elderly_care.rows,
            *welfare.rows,
            *governance.rows,
            *affairs.rows,
        ),
        observations=(*review.observations, *rural_dibao_shares),
        situation=review.situation,
        commitments=(
            *goals.commitments,
            *assistance.commitments,
            *elderly_care.commitments,
            *welfare.commitments,
            *governance.commitments,
            *affairs.commitments,
        ),
        recomputations=review.recomputations,
        discrepancies=discrepancies.of_plan_14,
        outlook=2035,
    ),
    Plan(
        "shapingba/points-2025",
        Label("沙坪坝区2025年民政工作要点", "Shapingba civil affairs, work points for 2025"),
        "shapingba",
        "2025..2025",
        points_2025,
        rows=work_points.rows,
        situation=work_points.situation,
        commitments=work_points.commitments,
        discrepancies=discrepancies.of_the_points,
    ),
]
