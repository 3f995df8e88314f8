"""What a sample assumes where nothing is published. These are our choices, no statistics of any place.

A report names them: those that stand for a figure of the place with the figure, the others as `ASSUMED` has
them. Shares are whole thousandths where nothing else is said, so that they are exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from civaffairs.domain.models import Dependence, DisabilityKind, IncomeKind, Registration, Schooling, Term
from civaffairs.domain.names import Label

THOUSAND = 1000

SIZES = {1: 250, 2: 300, 3: 210, 4: 130, 5: 110}
"""Households by number of members, in thousandths."""
WITHOUT_ELDERS = {
    1: {(0, 1, 0): 1000},
    2: {(0, 2, 0): 700, (0, 1, 1): 300},
    3: {(0, 2, 1): 800, (0, 3, 0): 200},
    4: {(0, 2, 2): 800, (0, 3, 1): 200},
    5: {(0, 2, 3): 600, (0, 3, 2): 400},
}
"""Compositions (elders, adults, children) of households without elders, by size, in thousandths."""
WITH_ELDERS = {
    1: {(1, 0, 0): 1000},
    2: {(2, 0, 0): 800, (1, 0, 1): 50, (1, 1, 0): 150},
    3: {(1, 2, 0): 500, (2, 0, 1): 100, (2, 1, 0): 400},
    4: {(1, 2, 1): 700, (2, 2, 0): 300},
    5: {(2, 2, 1): 600, (1, 2, 2): 400},
}
"""The same of households with elders."""
MEMBERS = Fraction(sum(size * share for size, share in SIZES.items()), THOUSAND)
"""Members a household on average; the published residents divided by it are the households of the place."""

EARNED = (IncomeKind.WAGES, IncomeKind.TRANSFER)
"""The kinds of income that anybody has; of each other kind the registers say that there is none."""
URBAN = Fraction(600, THOUSAND)
RESIDENTS = Fraction(1_000_000)
"""Residents of a place that publishes neither them nor anything that gives them."""
ELDERS = Fraction(190, THOUSAND)  # of residents
ELDERS_65 = Fraction(700, THOUSAND)  # of elders
ELDERS_80 = Fraction(140, THOUSAND)  # of elders
DIBAO = Fraction(25, THOUSAND)  # of residents
TEKUN = Fraction(3, THOUSAND)  # of residents
CHILDREN_IN_DIFFICULTY = Fraction(1, THOUSAND)  # of residents
BEDS = Fraction(30, THOUSAND)  # of elders
BEDS_IN_PRIVATE = Fraction(500, THOUSAND)  # of beds
BEDS_AN_INSTITUTION = Fraction(100)
NURSING_BEDS = Fraction(500, THOUSAND)  # of beds
ORGANISATIONS = Fraction(5, 10_000)  # of residents
ASSOCIATIONS = Fraction(450, THOUSAND)  # of organisations
FOUNDATIONS = Fraction(10, THOUSAND)  # of organisations
GRADED_3A = Fraction(50, THOUSAND)  # of organisations

DIBAO_FEN = 70_000
"""The Dibao standard, in fen a month, that incomes turn on where no standard is known for the day."""

TOWNSHIP_RESIDENTS = Fraction(40_000)
MOST_TOWNSHIPS = 100
TOWNSHIP_SIZES = (1, 5)
REGISTERED = {
    Registration.HOUSEHOLD_REGISTER: 870,
    Registration.RESIDENCE_PERMIT: 100,
    Registration.NEITHER: 30,
}
SCHOOLING = {
    Schooling.PRESCHOOL: (3, 6, 900),
    Schooling.COMPULSORY: (6, 15, 1000),
    Schooling.SENIOR_SECONDARY: (15, 18, 600),
    Schooling.VOCATIONAL: (15, 18, 350),
    Schooling.UNDERGRADUATE: (18, 22, 500),
    Schooling.POSTGRADUATE: (22, 25, 80),
}
DISABLED_BY_GRADE = (8, 10, 16, 26)
DISABILITY_KINDS = {
    DisabilityKind.VISUAL: 130,
    DisabilityKind.HEARING: 170,
    DisabilityKind.SPEECH: 20,
    DisabilityKind.PHYSICAL: 480,
    DisabilityKind.INTELLECTUAL: 90,
    DisabilityKind.MENTAL: 110,
}
SERIOUSLY_ILL = 12
DEPENDENT_ELDERS = {
    Dependence.SELF_CARING: 850,
    Dependence.PARTLY_DEPENDENT: 110,
    Dependence.FULLY_DEPENDENT: 40,
}
DEPENDENT_DISABLED = {
    Dependence.SELF_CARING: 400,
    Dependence.PARTLY_DEPENDENT: 400,
    Dependence.FULLY_DEPENDENT: 200,
}
TASKS_UNABLE = {
    Dependence.SELF_CARING: (0, 1),
    Dependence.PARTLY_DEPENDENT: (1, 4),
    Dependence.FULLY_DEPENDENT: (4, 7),
}
EMPLOYED = 740
EMPLOYED_ELDERS = 120
PENSIONED = 850
ORPHANS = Fraction(60, THOUSAND)
UNATTENDED = Fraction(240, THOUSAND)
LEFT_BEHIND = 40
ELDERS_LEFT_BEHIND = 60
ABILITY_ASSESSED = 300
TEKUN_IN_INSTITUTIONS = 200
TEKUN_WANTS_INSTITUTION = 100

INCOME_BANDS = ((100, 150, 40), (150, 300, 260), (300, 600, 400), (600, 1500, 250), (1500, 6000, 50))
ASSETS_FEN = ((0, 1_000_000, 250), (1_000_000, 10_000_000, 550), (10_000_000, 100_000_000, 200))
ASSETS_LIMIT_MONTHS = 36
HARDSHIP_PERCENT = 150
TEKUN_PERCENT = 130
WORK_COST = 100
SUDDEN_HARDSHIP = 5
HARDSHIP_FROM_SPENDING = 10
INCOME_UNSTABLE = 80
RISING_THROUGH_WORK = 10

ASSUMED: Mapping[str, Label] = {
    "SIZES": Label("家庭按人数的分布，‰", "households by number of members, in thousandths"),
    "WITHOUT_ELDERS": Label(
        "无老年人家庭的构成(老年人、成年人、儿童)，‰",
        "compositions (elders, adults, children) of households without elders, in thousandths",
    ),
    "WITH_ELDERS": Label(
        "有老年人家庭的构成(老年人、成年人、儿童)，‰",
        "compositions (elders, adults, children) of households with elders, in thousandths",
    ),
    "URBAN": Label("城市家庭占比", "share of urban households"),
    "TOWNSHIP_RESIDENTS": Label("每个乡镇(街道)的人口", "residents a township or sub-district"),
    "MOST_TOWNSHIPS": Label("乡镇(街道)个数上限", "the most townships and sub-districts"),
    "TOWNSHIP_SIZES": Label(
        "乡镇(街道)大小之比，自(含)至(不含)", "relative sizes of townships, from and below"
    ),
    "ELDERS_80": Label("80岁及以上占老年人的比例", "share of elders who are 80 or older"),
    "REGISTERED": Label(
        "未受救助者的登记状况，‰；受救助者均有本地户籍",
        "registration of who is not assisted, in thousandths; all others are in the household register",
    ),
    "SCHOOLING": Label(
        "在学情况：自(含)至(不含)岁，‰", "schooling: from an age, below another, so many thousandths"
    ),
    "DISABLED_BY_GRADE": Label(
        "持证残疾人一至四级占全部人口，‰",
        "certified disabilities of grade 1 to 4, in thousandths of all persons",
    ),
    "DISABILITY_KINDS": Label(
        "残疾人按残疾类别，‰；每人一类", "kinds of disability, one for each disabled person, in thousandths"
    ),
    "SERIOUSLY_ILL": Label("重病患者，‰", "seriously ill persons, in thousandths"),
    "DEPENDENT_ELDERS": Label("老年人的失能等级，‰", "elders by level of dependence, in thousandths"),
    "DEPENDENT_DISABLED": Label(
        "60岁以下一、二级残疾人的失能等级，‰；其他60岁以下者自理",
        "persons below 60 with a disability of grade 1 or 2 by level of dependence, in thousandths; "
        "others below 60 care for themselves",
    ),
    "TASKS_UNABLE": Label(
        "不能独立完成的自理项目数，自(含)至(不含)，按失能等级；非自理者需要长期照护",
        "tasks of self-care that need help, from and below, by dependence; who depends needs long-term care",
    ),
    "EMPLOYED": Label(
        "60岁以下不在学、非完全失能成年人就业，‰；就业者以及60岁以下非重残、非重病、能自理的成年人有劳动能力",
        "adults below 60 in work, of those neither in school nor fully dependent, in thousandths; able to "
        "work are they, and adults below 60 not severely disabled, not seriously ill, caring for themselves",
    ),
    "EMPLOYED_ELDERS": Label(
        "非完全失能老年人就业，‰", "elders in work, of those not fully dependent, in thousandths"
    ),
    "PENSIONED": Label(
        "不工作的老年人有转移收入，‰；家庭收入由有收入者平分",
        "elders without work who have transfers, in thousandths; all who have an income have the same part "
        "of the household's",
    ),
    "EARNED": Label(
        "有的收入类别，其余各类为零", "the kinds of income that there are; there is none of any other"
    ),
    "ORPHANS": Label("孤儿占困境儿童", "orphans among children in difficulty; all of them in the community"),
    "UNATTENDED": Label("事实无人抚养儿童占困境儿童", "unattended children among children in difficulty"),
    "LEFT_BEHIND": Label(
        "非孤儿的儿童留守，‰", "left-behind children, in thousandths of those who are no orphans"
    ),
    "ELDERS_LEFT_BEHIND": Label("老年人留守，‰", "left-behind elders, in thousandths"),
    "ABILITY_ASSESSED": Label("已作能力评估的老年人，‰", "elders assessed for ability, in thousandths"),
    "TEKUN_IN_INSTITUTIONS": Label("特困人员集中供养，‰", "tekun persons in institutions, in thousandths"),
    "TEKUN_WANTS_INSTITUTION": Label(
        "分散供养特困人员愿集中供养，‰", "tekun persons outside who wish for an institution, in thousandths"
    ),
    "INCOME_BANDS": Label(
        "未受救助家庭人均收入占低保标准的%，自(含)至(不含)，‰；受救助家庭低于标准",
        "income per head of who is not assisted in per cent of the Dibao standard: from, below, thousandths; "
        "that of others is below the standard",
    ),
    "ASSETS_FEN": Label(
        "未受救助家庭的财产(分)，自(含)至(不含)，‰；受救助家庭在第一档",
        "assets of who is not assisted in fen: from, below, thousandths; others have some of the first band",
    ),
    "ASSETS_LIMIT_MONTHS": Label(
        "财产限额为每人多少个月低保标准", "limit of assets a head in months of the Dibao standard"
    ),
    "HARDSHIP_PERCENT": Label(
        "人均收入低于低保标准的百分之多少为经济困难；受救助者均为经济困难",
        "in economic difficulty below this per cent of the Dibao standard a head, and with assistance",
    ),
    "TEKUN_PERCENT": Label(
        "特困人员已领取金额占低保标准的%", "what tekun persons receive, in per cent of the Dibao standard"
    ),
    "WORK_COST": Label("就业成本占工资，‰", "cost of working, in thousandths of wages"),
    "SUDDEN_HARDSHIP": Label("遭遇突发困难的家庭，‰", "households in sudden hardship, in thousandths"),
    "HARDSHIP_FROM_SPENDING": Label(
        "支出型困难家庭，‰", "households in hardship from spending, in thousandths"
    ),
    "INCOME_UNSTABLE": Label("收入来源不固定的家庭，‰", "households of unstable income, in thousandths"),
    "RISING_THROUGH_WORK": Label(
        "因就业收入增加的低保家庭，‰；年收入为月收入的12倍",
        "households in Dibao whose income rose through work, in thousandths; a year's income is twelve times "
        "a month's",
    ),
}
"""What each of those is that stand for no figure of a place."""


def assumed() -> list[dict[str, object]]:
    """Return what is assumed of every sample as data for its report.

    Example:
        >>> next(each["value"] for each in assumed() if each["id"] == "dependent_elders")
        [['self_caring', 850], ['partly_dependent', 110], ['fully_dependent', 40]]
    """
    return [
        {"id": name.lower(), "zh": label.zh, "en": label.en, "value": _plain(globals()[name])}
        for name, label in ASSUMED.items()
    ]


def _plain(value: object) -> object:
    """Numbers as they are, fractions as texts, terms as their ids, and lists of these."""
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(each)] for key, each in value.items()]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Term):
        return value.id
    return str(value) if isinstance(value, Fraction) else value
