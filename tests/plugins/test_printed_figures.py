"""Every figure of the five documents, counted: a script read their digits off the pages.

`printed_figures.csv` holds how often each figure stands in each document: without dates, numbers of headings,
rows and pages, numbers of documents, and digits in names. No fact may be lost; `civaffairs sources verify`
holds each against its place in the text, for who has the text.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from civaffairs.exchange.facts import facts
from civaffairs.loading import load

FIGURES = Path(__file__).with_name("printed_figures.csv")


def printed() -> list[dict[str, str]]:
    with FIGURES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def stated() -> Counter[tuple[str, str]]:
    catalogue = load(strict=True)
    found: Counter[tuple[str, str]] = Counter()
    for fact in facts(catalogue.plans.values(), catalogue.standards, catalogue.rules, lang="zh"):
        found.update((fact.document, digits) for digits in re.findall(r"\d+(?:\.\d+)?", fact.value))
    return found


@pytest.mark.parametrize("row", printed(), ids=lambda row: f"{row['document']}-{row['figure']}")
def test_a_figure_is_a_fact_as_often_as_it_is_printed(
    row: dict[str, str], stated: Counter[tuple[str, str]]
) -> None:
    assert stated[row["document"], row["figure"]] >= int(row["times"])


def test_the_count_is_that_of_whole_documents() -> None:
    totals: Counter[str] = Counter()
    for row in printed():
        totals[row["document"]] += int(row["times"])
    assert {document for document, times in totals.items() if times > 60} == {
        "chongqing/outline-14", "guichi/plan-14", "jiangjin/plan-14", "shapingba/plan-14",
    }  # fmt: skip
