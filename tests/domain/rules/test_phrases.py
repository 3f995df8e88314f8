from __future__ import annotations

import pytest

from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.rules.phrases import (
    are,
    is_not_en,
    is_not_zh,
    is_predicate_en,
    is_so_zh,
    listed,
    rounding,
    said,
    the,
    whether_zh,
)
from civaffairs.domain.units import Amount


@pytest.mark.parametrize(
    ("label", "so", "denied", "asked"),
    [
        ("重病患者", "为重病患者", "不是重病患者", "是否为重病患者"),
        ("独居", "独居", "并非独居", "是否独居"),
        ("有劳动能力", "有劳动能力", "没有劳动能力", "是否有劳动能力"),
        ("属于低保对象", "属于低保对象", "不属于低保对象", "是否属于低保对象"),
        ("已征得业主同意", "已征得业主同意", "未征得业主同意", "是否已征得业主同意"),
        ("未满18周岁", "未满18周岁", "已满18周岁", "是否未满18周岁"),
        ("业主同意", "业主同意", "业主不同意", "业主是否同意"),
        ("财产符合规定", "财产符合规定", "财产不符合规定", "财产是否符合规定"),
        ("等级曾被降低", "等级曾被降低", "等级未曾被降低", "等级是否曾被降低"),
        # Denying the first of two clauses would deny too little.
        ("有房且有地", "有房且有地", "并非有房且有地", "是否有房且有地"),
        ("有房或有地", "有房或有地", "并非有房或有地", "是否有房或有地"),
        (
            "甲符合一项，乙符合一项",
            "甲符合一项，乙符合一项",
            "并非甲符合一项，乙符合一项",
            "是否甲符合一项，乙符合一项",
        ),
    ],
)
def test_a_chinese_label_is_said_denied_and_asked(label, so, denied, asked):
    assert (is_so_zh(label), is_not_zh(label), whether_zh(label)) == (so, denied, asked)


@pytest.mark.parametrize(
    ("label", "denied"),
    [
        ("is a Dibao recipient", "is not a Dibao recipient"),
        ("has a grade", "does not have a grade"),
        ("meets the conditions", "does not meet the conditions"),
        ("qualifies to apply", "does not qualify to apply"),
        ("passes the check", "does not pass the check"),
        ("wishes to move", "does not wish to move"),
        ("lies in town", "does not lie in town"),
        ("may apply", "may not apply"),
        ("has not been demoted", "has been demoted"),
        ("assets are small", "assets are not small"),
        ("income is small", "income is not small"),
        ("has no grade", "not (has no grade)"),
        ("is old and has a home", "not (is old and has a home)"),
        ("is old or has a home", "not (is old or has a home)"),
        ("is ill or dependent", "is not ill or dependent"),
        ("seriously ill", "not seriously ill"),
    ],
)
def test_an_english_label_is_denied(label, denied):
    assert is_not_en(label) == denied


def test_a_predicate_is_told_from_a_noun_by_its_verb():
    assert [is_predicate_en(each) for each in ("is old", "assets are small", "income is small", "old")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("label", "phrase", "verb"),
    [
        ("monthly income", "the monthly income", "is"),
        ("the urban standard", "the urban standard", "is"),
        ("a fifth of the wages", "a fifth of the wages", "is"),
        ("2 of the wages", "2 of the wages", "is"),
        ("wages", "the wages", "are"),
        ("kinds of disability", "the kinds of disability", "are"),
        ("limit on assets", "the limit on assets", "is"),
        ("illness", "the illness", "is"),
        ("basis", "the basis", "is"),
        ("status", "the status", "is"),
    ],
)
def test_an_english_noun_phrase_has_its_article_and_its_verb(label, phrase, verb):
    assert (the(label), are(label)) == (phrase, verb)


def test_months_are_a_time_and_not_a_month_of_the_year():
    assert said(Amount(12, "月"), "zh") == "12个月"
    assert said(Amount(12, "月"), "en") == "12 months"
    assert said(Amount(12, "元/月"), "zh") == "12元/月"


def test_things_are_listed_with_the_word_before_the_last():
    assert [listed(list("abc")[:n], "en", word="or") for n in (1, 2, 3)] == ["a", "a or b", "a, b or c"]
    assert [listed(list("甲乙丙")[:n], "zh", word="或") for n in (1, 2, 3)] == ["甲", "甲或乙", "甲、乙或丙"]


@pytest.mark.parametrize(
    ("places", "how", "zh", "en"),
    [
        (0, "down", "向下取整", "rounded down to a whole number"),
        (0, "up", "向上取整", "rounded up to a whole number"),
        (0, "half_up", "四舍五入取整", "rounded to a whole number, halves up"),
        (1, "down", "保留1位小数，舍去尾数", "rounded down to 1 decimal"),
        (2, "up", "保留2位小数，尾数进一", "rounded up to 2 decimals"),
        (2, "half_up", "保留2位小数，四舍五入", "rounded to 2 decimals, halves up"),
    ],
)
def test_a_rounding_is_said(places, how, zh, en):
    tree = Literal(Amount(1, "元")).rounded("元", places=places, rounding=how)
    assert (rounding(tree, "zh"), rounding(tree, "en")) == (zh, en)


def test_a_label_of_several_clauses_is_denied_as_a_whole():
    assert is_not_zh("有住房且有存款") == "并非有住房且有存款"
    assert is_not_zh("有住房，无存款") == "并非有住房，无存款"


def test_what_begins_with_a_number_has_no_article_and_the_first_noun_decides():
    assert the("12-month income") == "12-month income"
    assert are("months of unemployment in the year") == "are"
    assert are("month of the wages in dispute") == "is"
