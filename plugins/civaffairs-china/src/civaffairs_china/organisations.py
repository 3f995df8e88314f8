"""Social organisations: who may ask for an assessment, what a grade gives; and who may raise funds in public."""

from __future__ import annotations

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import AnnualCheck, AnnualCheckResult, OrgKind, SocialOrg
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import Condition, ConditionRule, all_of, any_of
from civaffairs.domain.rules.named import condition_rule, dated
from civaffairs.domain.rules.views import annual_check, organisation
from civaffairs.domain.sources import Clause
from civaffairs.domain.timeline import Timeline
from civaffairs.domain.units import RATIO
from civaffairs_china.law import (
    EARLIER,
    assessment_measures,
    charity_law,
    charity_law_2016,
    fundraising_measures,
)

ONE_YEAR, TWO_YEARS, THREE_YEARS, FIVE_YEARS = (Amount(years, "年") for years in (1, 2, 3, 5))


def _from_2011(tree: Condition, clause: Clause) -> Timeline[Condition]:
    return dated(EARLIER, since("2011-03-01", tree, clause))


# Who may apply (社会组织评估管理办法, chapter 2)

first_assessment = condition_rule(
    "first_assessment",
    "china",
    Label("属于登记满两年、无评估等级的组织", "is an organisation of at least two years without a grade"),
    SocialOrg,
    _from_2011(
        ~organisation.assessed & (organisation.years_registered >= TWO_YEARS),
        assessment_measures.at(
            "第六条第一项",
            Label(
                "登记满两个年度而未参加过评估的；“年度”按整年计",
                "registered for two years and never assessed; years are read as full years",
            ),
        ),
    ),
)
grade_expired = condition_rule(
    "grade_expired",
    "china",
    Label("持有已满五年有效期的评估等级", "holds a grade whose five years are over"),
    SocialOrg,
    _from_2011(
        organisation.assessed & (organisation.years_since_award >= FIVE_YEARS),
        assessment_measures.at(
            "第六条第二项", Label("等级满5年有效期的", "the five years of the grade are over")
        ),
    ),
)
grade_expiring = condition_rule(
    "grade_expiring",
    "china",
    Label("持有有效期只剩两年以内的评估等级", "holds a grade in the last two of its five years"),
    SocialOrg,
    _from_2011(
        all_of(
            organisation.assessed,
            organisation.years_since_award >= THREE_YEARS,
            organisation.years_since_award < FIVE_YEARS,
        ),
        assessment_measures.at(
            "第二十九条",
            Label(
                "期满前2年可以申请重新评估；读作最后两年之内",
                "may be reassessed two years before the end; read as within the last two years",
            ),
        ),
    ),
)
last_check_stands = condition_rule(
    "last_check_stands",
    "china",
    Label("为上年度合格、基本合格或者尚未年检", "is passed, basically passed or still to come for last year"),
    AnnualCheck,
    _from_2011(
        annual_check.years_ago.equals(ONE_YEAR)
        & annual_check.result.is_one_of(
            AnnualCheckResult.PASSED, AnnualCheckResult.BASICALLY_PASSED, AnnualCheckResult.NOT_YET
        ),
        assessment_measures.at(
            "第七条第一、二项",
            Label(
                "未参加上年度年检或者不合格的不予评估",
                "not assessed where last year's check was missed or failed",
            ),
        ),
    ),
)
basic_last_year = condition_rule(
    "basic_last_year",
    "china",
    Label("为上年度基本合格", "is basically passed for last year"),
    AnnualCheck,
    _from_2011(
        annual_check.years_ago.equals(ONE_YEAR)
        & annual_check.result.is_one_of(AnnualCheckResult.BASICALLY_PASSED),
        assessment_measures.at(
            "第七条第二项", Label("连续两年中的上年度", "the later of two years in a row")
        ),
    ),
)
basic_year_before = condition_rule(
    "basic_year_before",
    "china",
    Label("为前年基本合格", "is basically passed for the year before last"),
    AnnualCheck,
    _from_2011(
        annual_check.years_ago.equals(TWO_YEARS)
        & annual_check.result.is_one_of(AnnualCheckResult.BASICALLY_PASSED),
        assessment_measures.at(
            "第七条第二项", Label("连续两年中的前一年", "the earlier of two years in a row")
        ),
    ),
)
# A list of checks is complete: where last year is not in it, there was no check.
checks_in_order = condition_rule(
    "checks_in_order",
    "china",
    Label("年检情况符合评估要求", "meets the requirement on annual checks"),
    SocialOrg,
    _from_2011(
        organisation.annual_checks.any(last_check_stands)
        & ~(
            organisation.annual_checks.any(basic_last_year)
            & organisation.annual_checks.any(basic_year_before)
        ),
        assessment_measures.at(
            "第七条第一、二项",
            Label(
                "上年度参加年检且合格，并非连续两年基本合格",
                "checked last year without failing, and not just basically passed two years in a row",
            ),
        ),
    ),
)
not_lately_demoted = condition_rule(
    "not_lately_demoted",
    "china",
    Label("满足两年内未被降低评估等级的要求", "has not been demoted within two years"),
    SocialOrg,
    _from_2011(
        ~organisation.was_demoted | (organisation.years_since_demotion >= TWO_YEARS),
        assessment_measures.at(
            "第三十一条", Label("降级后2年内不得申请", "no application for two years after")
        ),
    ),
)
not_lately_revoked = condition_rule(
    "not_lately_revoked",
    "china",
    Label("满足三年内未被取消评估等级的要求", "has not lost its grade within three years"),
    SocialOrg,
    _from_2011(
        ~organisation.was_revoked | (organisation.years_since_revocation >= THREE_YEARS),
        assessment_measures.at(
            "第三十一条", Label("取消后3年内不得申请", "no application for three years after")
        ),
    ),
)
org_assessment = condition_rule(
    "org_assessment",
    "china",
    Label("可以申请社会组织评估", "may apply for an assessment"),
    SocialOrg,
    _from_2011(
        all_of(
            any_of(first_assessment, grade_expired, grade_expiring),
            checks_in_order,
            not_lately_demoted,
            not_lately_revoked,
        ),
        assessment_measures.at(
            "第六条、第七条、第二十九条、第三十一条",
            Label("申请评估的条件", "the conditions of an application"),
        ),
    ),
)


# What a grade gives (chapter 6)

grade_in_force = condition_rule(
    "grade_in_force",
    "china",
    Label("持有五年有效期内的评估等级", "holds a grade within its five years"),
    SocialOrg,
    _from_2011(
        organisation.assessed & (organisation.years_since_award < FIVE_YEARS),
        assessment_measures.at("第二十八条第一款", Label("等级有效期5年", "a grade holds for five years")),
    ),
)
grade_3a = condition_rule(
    "grade_3a",
    "china",
    Label("持有有效的3A以上评估等级", "holds a grade of 3A or higher"),
    SocialOrg,
    _from_2011(
        grade_in_force & (organisation.grade >= Amount(3, RATIO)),
        assessment_measures.at("第二十八条第二款", Label("3A以上", "3A or higher")),
    ),
)
grade_4a = condition_rule(
    "grade_4a",
    "china",
    Label("持有有效的4A以上评估等级", "holds a grade of 4A or higher"),
    SocialOrg,
    _from_2011(
        grade_in_force & (organisation.grade >= Amount(4, RATIO)),
        assessment_measures.at(
            "第二十八条第四款", Label("4A以上可以简化年检", "a simpler annual check from 4A")
        ),
    ),
)
org_tax_qualification = condition_rule(
    "org_tax_qualification",
    "china",
    Label("可以申请公益性捐赠税前扣除资格", "may apply for the tax qualification for donations"),
    SocialOrg,
    _from_2011(
        grade_3a & (organisation.kind.is_one_of(OrgKind.FOUNDATION) | organisation.charitable),
        assessment_measures.at(
            "第二十八条第三款",
            Label("3A以上的基金会、慈善组织等", "foundations and charities of 3A or higher"),
        ),
    ),
)


# Public fundraising (慈善法)

graded_or_young = condition_rule(
    "graded_or_young",
    "china",
    Label("满足公开募捐的评估等级要求", "has the grade that public fundraising asks for"),
    SocialOrg,
    dated(
        EARLIER,
        since(
            "2024-09-05",
            grade_3a | (organisation.years_registered < TWO_YEARS),
            fundraising_measures.at(
                "第五条第七项",
                Label(
                    "有效期内的3A以上等级，登记不满二年的除外",
                    "a grade of 3A or higher in force, unless registered for less than two years",
                ),
            ),
        ),
    ),
)
public_fundraising = condition_rule(
    "public_fundraising",
    "china",
    Label("可以申请公开募捐资格", "may apply for public fundraising"),
    SocialOrg,
    dated(
        EARLIER,
        since(
            "2016-09-01",
            organisation.charitable & (organisation.years_registered >= TWO_YEARS),
            charity_law_2016.at(
                "第二十二条", Label("登记满二年的慈善组织", "charities registered for two years")
            ),
        ),
        since(
            "2024-09-05",
            all_of(organisation.charitable, organisation.years_registered >= ONE_YEAR, graded_or_young),
            charity_law.at("第二十二条", Label("登记满一年的慈善组织", "charities registered for one year")),
        ),
    ),
)


RULES: tuple[ConditionRule, ...] = (
    first_assessment,
    grade_expired,
    grade_expiring,
    last_check_stands,
    basic_last_year,
    basic_year_before,
    checks_in_order,
    not_lately_demoted,
    not_lately_revoked,
    org_assessment,
    grade_in_force,
    grade_3a,
    grade_4a,
    org_tax_qualification,
    graded_or_young,
    public_fundraising,
)

PROVISIONS = (
    Provision(
        "org_assessment",
        "china",
        Label("申请社会组织评估", "application for an assessment of a social organisation"),
        Topic.SOCIAL_ORGANISATIONS,
        ProvisionKind.STATUS,
        org_assessment,
        not_modelled=(
            Label(
                "上年度受过行政处罚、处罚未执行完毕或者正被立案调查的不予评估",
                "not assessed where punished last year, still serving it, or under investigation",
            ),
        ),
    ),
    Provision(
        "org_grade_benefits",
        "china",
        Label(
            "证书牌匾，优先承接政府职能、购买服务和奖励",
            "certificate and plaque, priority in functions, purchases and awards of government",
        ),
        Topic.SOCIAL_ORGANISATIONS,
        ProvisionKind.SERVICE,
        grade_3a,
    ),
    Provision(
        "org_simpler_check",
        "china",
        Label("简化年度检查程序", "simpler annual check"),
        Topic.SOCIAL_ORGANISATIONS,
        ProvisionKind.SERVICE,
        grade_4a,
    ),
    Provision(
        "org_tax_qualification",
        "china",
        Label("申请公益性捐赠税前扣除资格", "application for the tax qualification for donations"),
        Topic.SOCIAL_ORGANISATIONS,
        ProvisionKind.STATUS,
        org_tax_qualification,
        not_modelled=(
            Label("税务规定的其他条件未收录", "the other conditions of the tax rules are left out"),
        ),
    ),
    Provision(
        "public_fundraising",
        "china",
        Label("申请公开募捐资格", "application for public fundraising"),
        Topic.CHARITY,
        ProvisionKind.STATUS,
        public_fundraising,
        not_modelled=(
            Label(
                "登记后才被认定为慈善组织的，一年自认定起算；认定日期未收录",
                "for organisations recognised as charities later the year runs from then; that date is not recorded",
            ),
            Label(
                "内部治理、支出比例、信用和处罚等条件须由人判断",
                "governance, spending shares, credit and punishments are for people to judge",
            ),
        ),
    ),
)
