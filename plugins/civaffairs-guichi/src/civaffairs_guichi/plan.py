"""Guichi's results of 2016-2020 and its plan for 2021-2025, gathered from the chapters of the document.

What was published after it are standards: see `standards`.
"""

from civaffairs import Label, Plan
from civaffairs_guichi import (
    basic_protection,
    discrepancies,
    elderly_care,
    goals,
    governance,
    review,
    services,
    situation,
)
from civaffairs_guichi.documents import plan_14 as document

plans = [
    Plan(
        "guichi/plan-13",
        Label(
            "贵池区“十三五”民政事业发展规划指标",
            "Guichi civil affairs, targets of the 13th five-year plan",
        ),
        "guichi",
        "2016..2020",
        document,
        rows=review.rows,
        observations=review.observations,
        claim=review.claim,
        recomputations=review.recomputations,
        discrepancies=discrepancies.of_plan_13,
    ),
    Plan(
        "guichi/plan-14",
        Label("贵池区“十四五”民政事业发展规划", "Guichi civil affairs, 14th five-year plan"),
        "guichi",
        "2021..2025",
        document,
        rows=(*goals.rows, *basic_protection.rows, *elderly_care.rows, *governance.rows, *services.rows),
        situation=(*situation.situation, *basic_protection.situation),
        commitments=(
            *goals.commitments,
            *basic_protection.commitments,
            *elderly_care.commitments,
            *governance.commitments,
            *services.commitments,
        ),
        recomputations=(*situation.recomputations, *goals.recomputations),
        discrepancies=discrepancies.of_plan_14,
    ),
]
