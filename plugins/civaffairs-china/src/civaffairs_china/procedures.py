"""Terms, numbers and shares that national texts lay down beside who is entitled to what.

How long an authority may take, how many must take part, what an organisation needs to begin with: each is an amount
rule with its clause. No decision about a case rests on them. Terms of working days are counted in days, and their
labels say so.
"""

from __future__ import annotations

from attrs import frozen

from civaffairs import Amount, Document, Label, since
from civaffairs.domain.models import Cemetery, Household, Person, SocialOrg
from civaffairs.domain.rules.expr import AmountRule, as_quantity
from civaffairs.domain.rules.named import amount_rule, dated
from civaffairs_china.law import (
    EARLIER,
    ability_standard,
    assessment_measures,
    assistance_notice_2022,
    association_regulations,
    charity_law,
    dibao_measures,
    disability_subsidies_opinion,
    foundation_regulations,
    grave_interpretation,
    rigid_spending_measures,
    tekun_measures,
    unattended_children_opinion,
)


@frozen
class _Text:
    """A text in force: what it lays down holds from one day on and is about one kind of thing."""

    start: str
    of: type
    document: Document

    def says(self, locator: str, id: str, zh: str, en: str, amount: Amount) -> AmountRule:
        """Declare one figure of the text."""
        since_then = since(self.start, as_quantity(amount), self.document.at(locator))
        return amount_rule(id, "china", Label(zh, en), self.of, amount.unit, dated(EARLIER, since_then))


def days(number: int) -> Amount:
    """Days, of work where the label says so."""
    return Amount(number, "日")


def months(number: int) -> Amount:
    """Months."""
    return Amount(number, "月")


def years(number: int) -> Amount:
    """Years."""
    return Amount(number, "年")


def percent(number: int) -> Amount:
    """A share."""
    return Amount(number, "%")


def things(number: int) -> Amount:
    """So many of what the label names."""
    return Amount(number, "thing")


def items(number: int) -> Amount:
    """So many items."""
    return Amount(number, "项")


def persons(number: int) -> Amount:
    """So many persons."""
    return Amount(number, "人")


def ten_thousand_yuan(number: int) -> Amount:
    """Money, in units of 10,000 yuan."""
    return Amount(number, "万元")


# 最低生活保障审核确认办法, in force from July 2021

dibao = _Text("2021-07-01", Household, dibao_measures)

clergy_years = dibao.says(
    "第七条",
    "clergy_years",
    "宗教教职人员不计入家庭成员的离家年数",
    "years after which clergy away from home do not count as members",
    years(3),
)
DIBAO = (
    clergy_years,
    dibao.says("第八条", "single_clergy_years", "宗教教职人员可单独申请低保的离家年数",
               "years after which clergy in a place of worship may apply for Dibao alone", years(3)),
    dibao.says("第十五条", "dibao_survey_start", "启动低保经济状况调查的期限(工作日)",
               "working days until the survey for Dibao starts", days(3)),
    dibao.says("第十六条", "dibao_surveyors", "每组低保调查人员的最低人数", "least number of surveyors for Dibao", persons(2)),
    dibao.says("第十七条", "dibao_check_start", "启动低保信息核对的期限(工作日)",
               "working days until the check of data for Dibao starts", days(3)),
    dibao.says("第十九条", "dibao_publicity", "低保初审意见公示期", "days of public notice for Dibao", days(7)),
    dibao.says("第二十条", "dibao_county_decision", "县级提出低保审核确认意见的期限(工作日)",
               "working days for the county's decision on Dibao", days(10)),
    dibao.says("第二十一条", "dibao_refusal", "书面告知不予确认低保的期限(工作日)",
               "working days until a refusal of Dibao is given in writing", days(3)),
    dibao.says("第二十二条", "dibao_whole_procedure", "低保审核确认的期限(工作日)", "working days for the whole procedure of Dibao", days(30)),
    dibao.says("第二十二条", "dibao_hard_case", "特殊情况下低保审核确认的期限(工作日)",
               "working days for the whole procedure of Dibao in hard cases", days(45)),
    dibao.says("第三十四条", "dibao_refused_jobs", "减发或停发低保金的连续拒绝工作次数",
               "refusals of work in a row after which Dibao is cut or stopped", things(3)),
)  # fmt: skip


# 关于进一步做好最低生活保障等社会救助兜底保障工作的通知, of October 2022

notice = _Text("2022-10-20", Household, assistance_notice_2022)

NOTICE_2022 = (
    notice.says("一（三）", "dibao_after_death", "低保家庭成员死亡后的核查期限", "months in which Dibao is adjusted after a death",
                months(3)),
    notice.says("二（一）", "unemployed_months", "未参保失业人员无收入的连续月数",
                "months in a row without income for the uninsured out of work", months(3)),
    notice.says("四（一）", "dibao_delegated_procedure", "确认权限下放后低保审核确认的期限(工作日)",
                "working days for the whole procedure of Dibao where townships decide", days(20)),
)  # fmt: skip


# 特困人员认定办法, in force from July 2021

tekun = _Text("2021-07-01", Person, tekun_measures)

TEKUN = (
    tekun.says("第十三条", "tekun_survey", "特困人员调查核实的期限(工作日)", "working days for the survey of tekun persons", days(15)),
    tekun.says("第十五条", "tekun_publicity", "特困人员初审意见公示期", "days of public notice for tekun persons", days(7)),
    tekun.says("第十六条", "tekun_spot_check", "特困人员随机抽查的最低比例", "least share of spot checks of tekun persons", percent(30)),
    tekun.says("第十六条", "tekun_decision", "县级提出特困人员确认意见的期限(工作日)",
               "working days for the county's decision on tekun persons", days(15)),
    tekun.says("第十八条", "tekun_refusal", "书面告知不予确认特困人员的期限(工作日)",
               "working days until a refusal of tekun support is given in writing", days(3)),
    tekun.says("第二十一条", "tekun_tasks", "评估生活自理能力的指标数", "tasks by which care for oneself is assessed", items(6)),
    tekun.says("第二十三条", "tekun_reassessment", "自理能力变化后的复核期限(工作日)",
               "working days until a change in care for oneself is assessed anew", days(10)),
)  # fmt: skip


# 刚性支出困难家庭认定办法, in force from 2025

rigid_spending = _Text("2025-01-01", Household, rigid_spending_measures)

RIGID_SPENDING = (
    rigid_spending.says("第四条第四项", "rigid_spending_period", "核算刚性支出的月数", "months of which rigid spending is counted", months(12)),
    rigid_spending.says("第八条", "rigid_spending_procedure", "刚性支出困难家庭认定的期限(工作日)",
                        "working days for the finding of rigid spending", days(30)),
    rigid_spending.says("第八条", "rigid_spending_hard_case", "特殊情况下刚性支出困难家庭认定的期限(工作日)",
                        "working days for the finding of rigid spending in hard cases", days(45)),
)  # fmt: skip


# 民发〔2019〕62号 on de facto unattended children; 国发〔2015〕52号 on subsidies; GB/T 42195-2022 on abilities

unattended = _Text("2020-01-01", Person, unattended_children_opinion)

subsidies = _Text("2016-01-01", Person, disability_subsidies_opinion)
ability = _Text("2022-12-30", Person, ability_standard)

PERSONS = (
    unattended.says("二(二)", "unattended_child_check", "乡镇查验事实无人抚养儿童的期限(工作日)",
                    "working days for the township's check of de facto unattended children", days(15)),
    unattended.says("二(三)", "unattended_child_decision", "县级确认事实无人抚养儿童的期限(工作日)",
                    "working days for the county's decision on de facto unattended children", days(15)),
    subsidies.says("二(一)", "long_term_care_months", "长期照护的最低月数", "least months of special care that count as long-term",
                   months(6)),
    # Twenty-six in four groups. The bands of the grades are left out: two sources differ on them.
    ability.says("指标", "ability_items", "老年人能力评估的指标数", "items of the assessment of elders' abilities", items(26)),
    ability.says("指标", "ability_items_self_care", "老年人能力评估的自理能力指标数", "items on self-care among them", items(8)),
    ability.says("指标", "ability_items_movement", "老年人能力评估的基础运动能力指标数", "items on basic movement among them", items(4)),
    ability.says("指标", "ability_items_mind", "老年人能力评估的精神状态指标数", "items on the state of mind among them", items(9)),
    ability.says("指标", "ability_items_senses", "老年人能力评估的感知觉与社会参与指标数", "items on senses and taking part among them", items(5)),
)  # fmt: skip


# 社会组织评估管理办法, in force from March 2011

assessment = _Text("2011-03-01", SocialOrg, assessment_measures)

ASSESSMENT = (
    assessment.says("第十一条", "assessment_committee_least", "评估委员会的最低人数", "least members of an assessment committee", persons(7)),
    assessment.says("第十一条", "assessment_committee_most", "评估委员会的最高人数", "most members of an assessment committee", persons(25)),
    # Two thirds are no decimal share: so many of each three.
    assessment.says("第十三条", "assessment_quorum_of_three", "评估会议每三名委员的最低出席人数",
                    "members of each three that must attend an assessment", persons(2)),
    assessment.says("第十三条", "assessment_majority", "评估结论的通过比例(全体委员半数以上)",
                    "share of all members that must agree on an assessment", percent(50)),
    assessment.says("第二十六条", "assessment_grades", "社会组织评估的等级数", "grades of the assessment", things(5)),
)  # fmt: skip


# 社会团体登记管理条例 and 基金会管理条例

association = _Text("2016-02-06", SocialOrg, association_regulations)

foundation = _Text("2004-06-01", SocialOrg, foundation_regulations)

REGISTRATION = (
    association.says("第十条", "association_persons", "社会团体个人会员的最低数", "least individual members of an association", persons(50)),
    association.says("第十条", "association_units", "社会团体单位会员的最低数", "least member organisations of an association", things(30)),
    association.says("第十条", "association_mixed", "社会团体混合会员的最低总数", "least members of both kinds of an association", things(50)),
    association.says("第十条", "association_funds_local", "地方性社会团体的最低活动资金", "least funds of a local association", ten_thousand_yuan(3)),
    association.says("第十条", "association_funds_national", "全国性社会团体的最低活动资金", "least funds of a national association",
                     ten_thousand_yuan(10)),
    association.says("第十二条", "association_decision", "社会团体登记决定的期限", "days for the decision on an association", days(60)),
    foundation.says("第八条", "foundation_funds_private", "非公募基金会的最低原始基金", "least endowment of a non-public foundation",
                    ten_thousand_yuan(200)),
    foundation.says("第八条", "foundation_funds_local", "地方性公募基金会的最低原始基金", "least endowment of a local public foundation",
                    ten_thousand_yuan(400)),
    foundation.says("第八条", "foundation_funds_national", "全国性公募基金会的最低原始基金",
                    "least endowment of a national public foundation", ten_thousand_yuan(800)),
    foundation.says("第二十九条", "foundation_spending_public", "公募基金会公益支出占上年总收入的最低比例",
                    "least spending of a public foundation as a share of last year's income", percent(70)),
    foundation.says("第二十九条", "foundation_spending_private", "非公募基金会公益支出占上年基金余额的最低比例",
                    "least spending of a non-public foundation as a share of last year's balance", percent(8)),
    foundation.says("第二十九条", "foundation_overhead", "基金会工资福利和办公支出的最高比例",
                    "largest share of pay and office costs of a foundation", percent(10)),
)  # fmt: skip


# 慈善法(2023年修正), in force from September 2024; it changes parts of the regulations on foundations

charity = _Text("2024-09-05", SocialOrg, charity_law)

CHARITY = (
    charity.says("第十条", "charity_registration", "慈善组织登记决定的期限", "days for the decision to register a charity", days(30)),
    charity.says("第十条", "charity_recognition", "慈善组织认定决定的期限", "days for the decision to recognise a charity", days(20)),
    charity.says("第十条", "charity_extension", "慈善组织登记或认定的最长延期", "most days by which either is extended", days(60)),
    charity.says("第二十二条", "fundraising_decision", "公开募捐资格决定的期限", "days for the decision on public fundraising", days(20)),
    charity.says("第六十一条", "charity_spending", "可公募基金会年度支出占上年总收入的最低比例",
                 "least spending of a fundraising foundation as a share of last year's income", percent(70)),
    charity.says("第六十一条", "charity_spending_mean", "可公募基金会年度支出占前三年收入平均数的最低比例",
                 "least spending of a fundraising foundation as a share of its mean income of three years", percent(70)),
    charity.says("第六十一条", "charity_overhead", "可公募基金会年度管理费用的最高比例",
                 "largest share of management costs of a fundraising foundation", percent(10)),
)  # fmt: skip


# 民事发〔1998〕10号 on graves: the limits for ashes are rules of cemeteries, these are for bodies and terms

grave = _Text("1998-09-16", Cemetery, grave_interpretation)

GRAVES = (
    grave.says("四", "single_body_plot_limit", "单人遗体墓位占地上限", "the largest area of a single plot for a body", Amount(4, "平方米/个墓位")),
    grave.says("四", "joint_body_plot_limit", "双人遗体墓位占地上限", "the largest area of a joint plot for bodies", Amount(6, "平方米/个墓位")),
    grave.says("四", "plot_term", "墓位使用周期", "term of use of a plot", years(20)),
)  # fmt: skip

RULES = (
    *DIBAO,
    *NOTICE_2022,
    *TEKUN,
    *RIGID_SPENDING,
    *PERSONS,
    *ASSESSMENT,
    *REGISTRATION,
    *CHARITY,
    *GRAVES,
)
PROVISIONS = ()
