"""Income of a household as social assistance counts it (家庭收入).

What the four kinds of income consist of, which receipts are left out, and what is deducted. 民发〔2021〕57号
says it for Dibao; Dibao-marginal families are judged by the same income.
"""

from civaffairs import Amount, Label, since
from civaffairs.domain.models import Household, IncomeKind, Person
from civaffairs.domain.rules.expr import as_quantity, cases, least
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs_china.law import EARLIER, dibao_measures, temporary_assistance_opinion
from civaffairs_china.local_standards import basic_pension_counted

NOTHING = Amount(0, "元/月")


# One person 个人

# The exclusions of article 13 are the kinds that are not listed here. Old-age allowances and benefits of medical
# insurance it does not name; they are read as what a prefecture or a place above it may leave out.
counted_kinds = income.kind.is_one_of(
    IncomeKind.WAGES, IncomeKind.BUSINESS, IncomeKind.PROPERTY, IncomeKind.TRANSFER
)
receives_basic_pension = condition_rule(
    "receives_basic_pension",
    "china",
    Label("领取中央基础养老金", "receives the central basic pension"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            person.incomes.any(income.kind.is_one_of(IncomeKind.BASIC_PENSION)),
            dibao_measures.at(
                "第十三条第二款第三项",
                Label(
                    "中央确定的城乡居民基本养老保险基础养老金",
                    "the basic pension of residents that the central government sets",
                ),
            ),
        ),
    ),
)
basic_pension = amount_rule(
    "basic_pension",
    "china",
    Label("计入的中央基础养老金", "the central basic pension as far as it counts"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            as_quantity(NOTHING),
            dibao_measures.at(
                "第十三条第二款第三项",
                Label(
                    "“十四五”期间中央基础养老金不计入家庭收入",
                    "from 2021 to 2025 the central basic pension does not count",
                ),
            ),
        ),
        # No text for the years after 2025 is among the sources: the amount stays unknown, and only for those who
        # receive the pension.
        since(
            "2026-01-01",
            cases(
                (receives_basic_pension, basic_pension_counted),
                otherwise=NOTHING,
            ),
            dibao_measures.at(
                "第十三条第二款第三项",
                Label(
                    "不计入的期限随“十四五”结束，其后的规定不在来源之中",
                    "the term ended with 2025; what holds after it is not among the sources",
                ),
            ),
        ),
    ),
)
gross_income = amount_rule(
    "gross_income",
    "china",
    Label("应计收入", "gross income"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            person.incomes.total(income.monthly, where=counted_kinds) + basic_pension,
            dibao_measures.at(
                "第十三条",
                Label(
                    "工资性、经营、财产、转移四类收入计入；优抚、计生、奖学、见义勇为和救助款物不计入",
                    "wages, business, property and transfers count; pensions and grants to entitled groups, "
                    "family-planning awards, scholarships, awards for bravery and assistance do not",
                ),
            ),
        ),
    ),
)
wages = amount_rule(
    "wages",
    "china",
    Label("工资性收入", "wages"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES)),
            dibao_measures.at(
                "第十三条第一款第一项",
                Label("就业人员的全部劳动报酬和福利", "everything that work is paid with"),
            ),
        ),
    ),
)
employment_cost = amount_rule(
    "employment_cost",
    "china",
    Label("扣减的就业成本", "deducted cost of working"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            # Asking for wages first spares those without any the question whether they work. Nothing is deducted
            # beyond the wages, since it is of them that the article deducts.
            cases(
                ((wages > NOTHING) & person.employed, least(person.work_cost, wages)),
                otherwise=NOTHING,
            ),
            dibao_measures.at(
                "第十三条第一款第一项、第三款",
                Label(
                    "从就业人员的工资性收入中扣除必要的就业成本，以工资性收入为限",
                    "the necessary cost of working is deducted from the wages of those in work, at most the wages",
                ),
            ),
        ),
    ),
)
countable_income = amount_rule(
    "countable_income",
    "china",
    Label("计入家庭收入的个人收入", "counted income"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            gross_income - employment_cost,
            dibao_measures.at(
                "第十三条",
                Label("四类收入减去必要的就业成本", "the four kinds of income less the cost of working"),
            ),
        ),
    ),
)


# The household 家庭

household_income = amount_rule(
    "household_income",
    "china",
    Label("家庭月收入", "monthly income of the household"),
    Household,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            household.members.total(countable_income),
            dibao_measures.at(
                "第十三条",
                Label("共同生活的家庭成员收入之和", "the incomes of all members together"),
            ),
        ),
    ),
)
household_size = amount_rule(
    "household_size",
    "china",
    Label("共同生活的家庭成员人数", "number of members of the household"),
    Household,
    "人",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            household.members.count(),
            dibao_measures.at(
                "第七条",
                Label(
                    "配偶、未成年子女、不能独立生活的成年子女和长期共同居住的其他法定义务关系人",
                    "spouse, minor children, adult children who cannot live on their own, and others with a legal "
                    "duty who live together for long",
                ),
            ),
        ),
    ),
)
income_per_head = amount_rule(
    "income_per_head",
    "china",
    Label("家庭月人均收入", "monthly income per head"),
    Household,
    "元/人·月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            # No source says how to round. Rounded down to the fen, an income that is below a standard stays below
            # it, and one that is not stays so too, since standards are whole fen.
            household_income.divided_by(household_size, "元/人·月", places=2, rounding="down"),
            dibao_measures.at(
                "第八条、第二十三条",
                Label("家庭收入除以家庭成员人数", "the income of the household by its members"),
            ),
        ),
    ),
)
yearly_income_per_head = amount_rule(
    "yearly_income_per_head",
    "china",
    Label("前12个月家庭人均收入", "yearly income per head"),
    Household,
    "元/人·年",
    dated(
        EARLIER,
        since(
            "2018-01-23",
            household.yearly_income.divided_by(household_size, "元/人·年", places=2, rounding="down"),
            temporary_assistance_opinion.at(
                "二（一）",
                Label(
                    "家庭人均可支配收入，与当地上年度水平相比",
                    "disposable income per head, to be compared with that of the place",
                ),
            ),
        ),
    ),
)

RULES = (
    receives_basic_pension,
    basic_pension,
    gross_income,
    wages,
    employment_cost,
    countable_income,
    household_income,
    household_size,
    income_per_head,
    yearly_income_per_head,
)
PROVISIONS = ()
