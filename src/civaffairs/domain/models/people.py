"""People, those who have a duty to support them, and households.

A role (see `civaffairs.domain.models.roles`) belongs to a person and not the other way round: `person.elder`
holds what is recorded of somebody as an elder, `person.child` as a child, `person.tekun` as a tekun person
(特困人员). So all members of a household are of one type, an age limit that differs between benefits (60,
65, 80) needs no other class, and a register of persons is one row for each. A role that is None says nothing:
each fact in it is unknown.

What holds for people of any age stands at the person: disability, dependence (tekun persons of any age are
graded by it), illness, schooling, work.

A yes-or-no fact and its particulars are separate: `disabled` with `disability_grade` and `disability_kinds`.
Where `disabled` is False, `disabled & (disability_grade <= 2)` is settled, although there is no grade.

A list that is empty says that there is nothing to list: `incomes=()` is somebody known to have no income,
`incomes=None` somebody of whose income nothing is known. What is listed is complete.

Example:
    >>> from datetime import date
    >>> from decimal import Decimal
    >>> from civaffairs.domain.models.incomes import IncomeKind
    >>> mother = Person(
    ...     born=date(1941, 3, 8),
    ...     name="张甲",
    ...     incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal("318.50")),),
    ...     disabled=True,
    ...     disability_grade=2,
    ... )
    >>> home = Household(area=Area.URBAN, members=(mother,), assets=Decimal(12000))
    >>> home.members[0].age_on(date(2021, 3, 9))
    80
    >>> mother
    Person(born=***, name='张*', incomes=***, disabled=***, disability_grade=***)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from civaffairs.domain.models.fact import (
    amount,
    derived,
    fact,
    model,
    not_both,
    not_empty,
    only_where,
    repeated,
)
from civaffairs.domain.models.identifiers import EARLIEST_BIRTH, birth_in, identity_problems, sex_in, tidied
from civaffairs.domain.models.incomes import Income
from civaffairs.domain.models.roles import Child, Elder, Tekun
from civaffairs.domain.models.terms import Area, Sex, Term
from civaffairs.domain.models.years import full_years
from civaffairs.domain.names import Label
from civaffairs.errors import Fault, NotInForce, fault

MOST_AGE = 150
"""The greatest age in full years with which the engines reckon."""
SELF_CARE_TASKS = 6
"""How many tasks the assessment of self-care looks at: eating, dressing, getting in and out of bed, going to
the toilet, walking indoors, washing (特困人员认定办法)."""


class Registration(Term):
    """How somebody is registered in the place that decides."""

    HOUSEHOLD_REGISTER = Label("户籍登记", "household register")
    RESIDENCE_PERMIT = Label("居住证", "residence permit")
    NEITHER = Label("无本地户籍和居住证", "neither of them")


class Assistance(Term):
    """The group of assisted people to which somebody was found to belong; the groups exclude each other."""

    NONE = Label("非救助对象", "not assisted")
    DIBAO = Label("最低生活保障对象", "Dibao recipient")
    TEKUN = Label("特困人员", "tekun person")
    DIBAO_MARGINAL = Label("最低生活保障边缘家庭成员", "member of a Dibao-marginal family")
    RIGID_SPENDING = Label("刚性支出困难家庭成员", "member of a family in difficulty from rigid spending")


class Dependence(Term):
    """How far somebody depends on the care of others."""

    SELF_CARING = Label("自理", "caring for oneself")
    PARTLY_DEPENDENT = Label("部分失能", "partly dependent")
    FULLY_DEPENDENT = Label("完全失能", "fully dependent")


class DisabilityKind(Term):
    """The kinds of disability on the certificate."""

    VISUAL = Label("视力残疾", "visual")
    HEARING = Label("听力残疾", "hearing")
    SPEECH = Label("言语残疾", "speech")
    PHYSICAL = Label("肢体残疾", "physical")
    INTELLECTUAL = Label("智力残疾", "intellectual")
    MENTAL = Label("精神残疾", "mental")
    MULTIPLE = Label("多重残疾", "multiple")


class Schooling(Term):
    """The stage of full-time education that somebody attends; vocational schools stand apart."""

    NONE = Label("未在学", "not in school")
    PRESCHOOL = Label("学前教育", "pre-school")
    COMPULSORY = Label("义务教育", "compulsory education")
    SENIOR_SECONDARY = Label("高中阶段教育", "senior secondary education")
    VOCATIONAL = Label("中等职业教育", "vocational education")
    UNDERGRADUATE = Label("普通高等学校本专科", "undergraduate study")
    POSTGRADUATE = Label("研究生教育", "postgraduate study")


@model("义务人", "supporter")
class Supporter:
    """Somebody who by law has to support a person (法定赡养、抚养、扶养义务人), as far as is known.

    Whether a supporter is able to do so is for the rules to say; here stands what they ask.

    Attributes:
        born: date of birth.
        assistance: the group of assisted people; `Assistance.NONE` where it is known that there is none.
        income_below_average: whether the supporter's own income is below the disposable income per head of
            the place in the year before.
        assets_within_limits: whether what the supporter owns is within the limits that the place sets.
        disabled: whether a disability is certified; its grade and kinds are given only where it is.
        disability_grade: 1 (most severe) to 4.
        disability_kinds: every kind certified.
        without_capacity: without capacity for civil acts (无民事行为能力).
        missing: declared missing by a court.
        imprisoned: serving a sentence in prison.

    Raises:
        ModelInvalid: with everything that is wrong.

    Example:
        >>> son = Supporter(born=date(1950, 6, 1), income_below_average=True)
        >>> son, son.age_on(date(2025, 6, 2)), Supporter().age_on(date(2025, 6, 2))
        (Supporter(born=***, income_below_average=***), 75, None)
    """

    born: date | None = fact("出生日期", "date of birth", personal=True, least=EARLIEST_BIRTH, default=None)
    assistance: Assistance | None = fact(
        "救助对象类别", "recorded assistance status", personal=True, default=None
    )
    income_below_average: bool | None = fact(
        "收入低于当地上年人均可支配收入", "income below the average", personal=True, default=None
    )
    assets_within_limits: bool | None = fact(
        "财产状况符合当地规定", "assets within the limits", personal=True, default=None
    )
    disabled: bool | None = fact("残疾人", "disabled", personal=True, default=None)
    disability_grade: int | None = fact(
        "残疾等级", "disability grade", personal=True, least=1, most=4, default=None
    )
    disability_kinds: tuple[DisabilityKind, ...] | None = fact(
        "残疾类别", "kinds of disability", personal=True, check=not_empty, default=None
    )
    without_capacity: bool | None = fact(
        "无民事行为能力", "without capacity for civil acts", personal=True, default=None
    )
    missing: bool | None = fact("被宣告失踪", "declared missing", personal=True, default=None)
    imprisoned: bool | None = fact("在监狱服刑", "in prison", personal=True, default=None)

    @derived("年龄", "age", follows_from="born", unit="岁", least=0, most=MOST_AGE, personal=True)
    def age_on(self, day: date) -> int | None:
        """Return the age in full years on a day, counted as a person's; None where the birth is unknown.

        Raises:
            NotInForce: for a day before the birth.
        """
        return None if self.born is None else _age(self.born, day)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from only_where(self, "disabled", "disability_grade", "disability_kinds")
        yield from repeated(self, "disability_kinds", lambda kind: kind)


@model("人员", "person")
class Person:
    """Somebody, as far as is known.

    Attributes:
        born: date of birth; every age is counted from it, so it is required.
        name: full name.
        sex: as the household register has it.
        identity_number: 18 characters; stored with plain digits and an upper-case X.
        registration: household register or residence permit of the place that decides.
        assistance: the group of assisted people; `Assistance.NONE` where it is known that there is none.
        incomes: what the person earns and receives, one entry for each source, counted by law or not; empty
            where it is known that there is none.
        other_benefits: what the person already receives of other basic living benefits, in yuan a month:
            Dibao, tekun support, the living subsidy for persons with disabilities.
        economic_hardship: in economic difficulty (经济困难) as the place determines.
        work_cost: necessary cost of working that may be deducted, in yuan a month.
        employed: whether in work.
        able_to_work: whether able to work (有劳动能力).
        schooling: the stage of full-time education; `Schooling.NONE` where it is known that there is none.
        seriously_ill: whether found to be seriously ill (重病).
        disabled: whether a disability is certified; its grade and kinds are given only where it is.
        disability_grade: 1 (most severe) to 4.
        disability_kinds: every kind certified; `DisabilityKind.MULTIPLE` where the register does not say
            which.
        dependence: how far the person depends on care.
        tasks_unable: how many of the six tasks of self-care the person cannot do alone.
        long_term_care: whether the person needs care for a long time (长期照护).
        supporters: everybody who by law has to support the person; empty where it is known that there is
            nobody.
        elder: what is recorded of the person as an elder.
        child: what is recorded of the person as a child.
        tekun: what is recorded of the person as a tekun person.

    Raises:
        ModelInvalid: with everything that is wrong.
    """

    born: date = fact("出生日期", "date of birth", personal=True, least=EARLIEST_BIRTH)
    name: str | None = fact("姓名", "name", personal=True, default=None)
    sex: Sex | None = fact("性别", "sex", default=None)
    identity_number: str | None = fact(
        "居民身份证号",
        "resident identity number",
        personal=True,
        converter=tidied,
        check=identity_problems,
        default=None,
    )
    registration: Registration | None = fact("登记状况", "registration", default=None)
    assistance: Assistance | None = fact(
        "救助对象类别", "recorded assistance status", personal=True, default=None
    )
    incomes: tuple[Income, ...] | None = fact("收入", "incomes", personal=True, default=None)
    other_benefits: Decimal | None = amount(
        "已领取的其他基本生活保障金", "other living benefits", unit="元/月", personal=True, default=None
    )
    economic_hardship: bool | None = fact("经济困难", "in economic difficulty", personal=True, default=None)
    work_cost: Decimal | None = amount(
        "必要的就业成本", "necessary cost of working", unit="元/月", personal=True, default=None
    )
    employed: bool | None = fact("已就业", "employed", default=None)
    able_to_work: bool | None = fact("有劳动能力", "able to work", personal=True, default=None)
    schooling: Schooling | None = fact("在学情况", "schooling", default=None)
    seriously_ill: bool | None = fact("重病患者", "seriously ill", personal=True, default=None)
    disabled: bool | None = fact("残疾人", "disabled", personal=True, default=None)
    disability_grade: int | None = fact(
        "残疾等级", "disability grade", personal=True, least=1, most=4, default=None
    )
    disability_kinds: tuple[DisabilityKind, ...] | None = fact(
        "残疾类别", "kinds of disability", personal=True, check=not_empty, default=None
    )
    dependence: Dependence | None = fact("失能等级", "level of dependence", personal=True, default=None)
    tasks_unable: int | None = fact(
        "不能独立完成的自理项目数",
        "tasks of self-care that need help",
        unit="项",
        personal=True,
        least=0,
        most=SELF_CARE_TASKS,
        default=None,
    )
    long_term_care: bool | None = fact(
        "需要长期照护", "in need of long-term care", personal=True, default=None
    )
    supporters: tuple[Supporter, ...] | None = fact(
        "法定赡养、抚养、扶养义务人", "supporters", personal=True, default=None
    )
    elder: Elder | None = fact("老年人信息", "facts as an elder", default=None)
    child: Child | None = fact("儿童信息", "facts as a child", default=None)
    tekun: Tekun | None = fact("特困人员供养信息", "facts as a tekun person", default=None)

    @derived("年龄", "age", follows_from="born", unit="岁", least=0, most=MOST_AGE, personal=True)
    def age_on(self, day: date) -> int:
        """Return the age in full years (周岁) on a day, counted as `full_years` does.

        That is how the Supreme People's Court counts ages too (法释〔2006〕1号, article 2): whoever was born
        on 29 February is a year older from 1 March, in leap years and others. `以上` and `以下` include the
        age itself (Civil Code, article 1259).

        Raises:
            NotInForce: for a day before the birth.

        Example:
            >>> elder = Person(born=date(1940, 2, 29))
            >>> elder.age_on(date(2020, 2, 29)), elder.age_on(date(2020, 3, 1))
            (79, 80)
        """
        return _age(self.born, day)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from only_where(self, "disabled", "disability_grade", "disability_kinds")
        yield from repeated(self, "disability_kinds", lambda kind: kind)
        yield from not_both(self, "elder", "child")
        if self.tekun is not None and self.assistance not in (None, Assistance.TEKUN):
            yield fault("tekun_not_assisted", "tekun")

    def notice(self) -> Iterator[Fault]:
        """Yield where the identity number says something else: it may carry the date of registration."""
        if self.identity_number is None:
            return
        if birth_in(self.identity_number) != self.born:
            yield fault("number_says_other_birth", "born")
        if self.sex not in (None, sex_in(self.identity_number)):
            yield fault("number_says_other_sex", "sex")


@model("家庭", "household")
class Household:
    """People who live together and are judged together.

    Attributes:
        area: whether the urban or the rural standard applies.
        members: everybody who counts as a member.
        id: the number of the file, where there is one.
        assets: what the household owns that counts as assets, in yuan.
        assets_within_limits: whether what the household owns is within the limits that the place sets.
        yearly_income: disposable income of the household over the last twelve months, in yuan a year.
        rising_through_work: whether the income rose because somebody found work.
        income_unstable: whether the income comes from no fixed source.
        sudden_hardship: struck by an emergency (急难).
        hardship_from_spending: necessary spending is more than the household can bear (支出型困难).
        rigid_spending: necessary spending over the last twelve months on illness, disability or schooling
            (刚性支出), in yuan a year.

    Raises:
        ModelInvalid: with everything that is wrong, for a household without members too.
    """

    area: Area = fact("城乡类别", "area")
    members: tuple[Person, ...] = fact("共同生活的家庭成员", "members", check=not_empty)
    id: str | None = fact("家庭编号", "file number", personal=True, default=None)
    assets: Decimal | None = amount("家庭财产", "assets", unit="元", personal=True, default=None)
    assets_within_limits: bool | None = fact(
        "家庭财产状况符合当地规定", "assets within the limits", personal=True, default=None
    )
    yearly_income: Decimal | None = amount(
        "前12个月家庭可支配收入",
        "disposable income of the last twelve months",
        unit="元/年",
        personal=True,
        default=None,
    )
    rising_through_work: bool | None = fact(
        "因就业收入增加", "income risen through work", personal=True, default=None
    )
    income_unstable: bool | None = fact("收入来源不固定", "of unstable income", personal=True, default=None)
    sudden_hardship: bool | None = fact("遭遇突发困难", "in sudden hardship", personal=True, default=None)
    hardship_from_spending: bool | None = fact(
        "必需支出超出家庭承受能力", "in hardship from spending", personal=True, default=None
    )
    rigid_spending: Decimal | None = amount(
        "刚性支出", "rigid spending", unit="元/年", personal=True, default=None
    )

    def check(self) -> Iterator[Fault]:
        """Yield each member who is listed twice."""
        yield from repeated(self, "members", lambda member: member.identity_number)


def _age(born: date, day: date) -> int:
    if day < born:
        raise NotInForce(fault("not_yet_born", day=day.isoformat()))
    return full_years(born, day)
