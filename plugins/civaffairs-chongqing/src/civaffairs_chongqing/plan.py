"""Chongqing's outline of 2021-2025 with its review of 2020, gathered from the article and the notices on standards."""

from civaffairs import Label, Plan
from civaffairs_chongqing import goals, notices, review
from civaffairs_chongqing.discrepancies import discrepancies
from civaffairs_chongqing.documents import outline_14 as document
from civaffairs_chongqing.observations import recomputations, rural_dibao_shares

plans = [
    Plan(
        "chongqing/outline-14",
        Label("重庆民政“十四五”“1365”格局", "Chongqing civil affairs, outline of the 14th five-year plan"),
        "chongqing",
        "2021..2025",
        document,
        rows=goals.rows,
        observations=(*review.observations, *notices.observations, *rural_dibao_shares),
        commitments=goals.commitments,
        recomputations=(*notices.recomputations, *recomputations),
        discrepancies=discrepancies,
    )
]
