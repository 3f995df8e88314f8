"""What people earn and receive, by the kinds that the rules tell apart."""

from __future__ import annotations

from decimal import Decimal

from civaffairs.domain.models.fact import amount, fact, model
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label


class IncomeKind(Term):
    """The kinds of income. The first four are what income consists of; the others the rules leave out."""

    WAGES = Label("工资性收入", "wages")
    BUSINESS = Label("经营净收入", "net business income")
    PROPERTY = Label("财产净收入", "net property income")
    TRANSFER = Label("转移净收入", "net transfers")
    VETERAN_BENEFIT = Label("优抚对象抚恤金和补助", "pensions and grants to entitled groups")
    FAMILY_PLANNING_AWARD = Label("计划生育奖励与扶助", "family-planning awards")
    SCHOLARSHIP = Label("奖学金与助学金", "scholarships and grants to students")
    BRAVERY_AWARD = Label("见义勇为奖励", "awards for bravery")
    GOVERNMENT_ASSISTANCE = Label("政府救助款物", "government assistance")
    BASIC_PENSION = Label("城乡居民基础养老金(中央部分)", "central basic pension of residents")
    OLD_AGE_ALLOWANCE = Label("高龄津贴", "old-age allowance")
    MEDICAL_INSURANCE = Label("基本医疗保险待遇", "benefits of basic medical insurance")


@model("收入项", "income")
class Income:
    """What somebody earns or receives from one source.

    Attributes:
        kind: what kind of income it is.
        monthly: how much, in yuan a month.

    Example:
        >>> Income(kind=IncomeKind.OLD_AGE_ALLOWANCE, monthly=Decimal(100))
        Income(kind=***, monthly=***)
    """

    kind: IncomeKind = fact("收入类别", "kind of income", personal=True)
    monthly: Decimal = amount("月收入", "monthly income", unit="元/月", personal=True)
