"""People and households, and the roles in which the plans speak of people: elders, children, tekun persons.

A role belongs to a person and not the other way round: `person.elder` holds what is recorded of somebody as
an elder, `person.child` as a child, `person.tekun` as a tekun person (特困人员). So all members of a
household are of one type, an age limit that differs between benefits (60, 65, 80) needs no other class, and a
register of persons is one row for each. A role that is None says nothing: each fact in it is unknown.

What holds for people of any age stands at the person: disability, dependence (tekun persons of any age are
graded by it), illness, schooling, work.

A yes-or-no fact and its particulars are separate: `disabled` with `disability_grade` and `disability_kinds`.
Where `disabled` is False, `disabled & (disability_grade <= 2)` is settled, although there is no grade.

Example:
    >>> from datetime import date
    >>> from decimal import Decimal
    >>> mother = Person(
    ...     born=date(1941, 3, 8),
    ...     name="张甲",
    ...     monthly_income=Decimal("318.50"),
    ...     disabled=True,
    ...     disability_grade=2,
    ... )
    >>> home = Household(area=Area.URBAN, members=(mother,), assets=Decimal(12000))
    >>> home.members[0].age_on(date(2021, 3, 9))
    80
    >>> mother
    Person(born=***, name='张*', monthly_income=***, disabled=***, disability_grade=***)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from civaffairs.domain.models.fact import amount, fact, model, not_both, not_empty, only_where, repeated
from civaffairs.domain.models.identifiers import EARLIEST_BIRTH, birth_in, identity_problems, sex_in, tidied
from civaffairs.domain.models.terms import Area, Sex, Term
from civaffairs.domain.names import Label
from civaffairs.errors import Fault, NotInForce, fault


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
    """The stage of full-time education that somebody attends."""

    NONE = Label("未在学", "not in school")
    PRESCHOOL = Label("学前教育", "pre-school")
    COMPULSORY = Label("义务教育", "compulsory education")
    SENIOR_SECONDARY = Label("高中阶段教育", "senior secondary education")
    UNDERGRADUATE = Label("普通高等学校本专科", "undergraduate study")
    POSTGRADUATE = Label("研究生教育", "postgraduate study")


class CarePlace(Term):
    """Where an elder receives care."""

    NONE = Label("未接受照护", "no care")
    HOME = Label("居家", "at home")
    COMMUNITY = Label("社区", "in the community")
    INSTITUTION = Label("机构", "in an institution")


class TekunSupport(Term):
    """How a tekun person is supported."""

    INSTITUTION = Label("集中供养", "support in an institution")
    DISPERSED = Label("分散供养", "dispersed support")


class Guardianship(Term):
    """Who is a child's guardian."""

    PARENTS = Label("父母监护", "parents")
    RELATIVES = Label("其他近亲属监护", "other relatives")
    OTHERS = Label("其他个人或组织监护", "other persons or organisations")
    CIVIL_AFFAIRS = Label("民政部门监护", "civil-affairs department")
    NONE = Label("监护缺失", "nobody")


class Placement(Term):
    """Where a child whom the state supports is brought up."""

    INSTITUTION = Label("机构养育", "in an institution")
    COMMUNITY = Label("社会散居", "in the community")


@model("老年人", "elder")
class Elder:
    """What is recorded of somebody as an elder; dependence stands at the person.

    Attributes:
        lives_alone: alone in the home (独居).
        left_behind: the children live elsewhere for work (留守).
        in_special_difficulty: belongs to the elders in special difficulty (特殊困难老年人) as the place
            counts them.
        ability_assessed: whether the elder's abilities were assessed (老年人能力评估).
        care: where care is received; `CarePlace.NONE` where it is known that there is none.
        visited: whether somebody calls regularly (探访关爱).
    """

    lives_alone: bool | None = fact("独居", "living alone", default=None)
    left_behind: bool | None = fact("留守老年人", "left-behind elder", default=None)
    in_special_difficulty: bool | None = fact("特殊困难老年人", "elder in special difficulty", default=None)
    ability_assessed: bool | None = fact("已作老年人能力评估", "ability assessed", default=None)
    care: CarePlace | None = fact("接受照护的地点", "place of care", personal=True, default=None)
    visited: bool | None = fact("接受定期探访", "regularly visited", default=None)


@model("儿童", "child")
class Child:
    """What is recorded of somebody as a child; schooling and disability stand at the person.

    Attributes:
        guardianship: who the guardian is.
        orphan: both parents are dead or cannot be found (孤儿).
        unattended: de facto unattended (事实无人抚养); an orphan is not, the two groups exclude each other.
        left_behind: the parents are away for work (留守儿童).
        in_difficulty: belongs to the children in difficulty (困境儿童).
        placement: where a child whom the state supports is brought up.
    """

    guardianship: Guardianship | None = fact("监护情况", "guardianship", personal=True, default=None)
    orphan: bool | None = fact("孤儿", "orphan", personal=True, default=None)
    unattended: bool | None = fact(
        "事实无人抚养儿童", "de facto unattended child", personal=True, default=None
    )
    left_behind: bool | None = fact("留守儿童", "left-behind child", personal=True, default=None)
    in_difficulty: bool | None = fact("困境儿童", "child in difficulty", personal=True, default=None)
    placement: Placement | None = fact("养育方式", "placement", personal=True, default=None)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from not_both(self, "orphan", "unattended")
        yield from not_both(self, "orphan", "left_behind")
        if self.orphan and self.guardianship is Guardianship.PARENTS:
            yield fault("orphan_in_parents_care", "guardianship")


@model("特困人员供养", "support of a tekun person")
class Tekun:
    """What is recorded of somebody as a tekun person.

    Attributes:
        support: in an institution or dispersed.
        wants_institution: wishes to be supported in an institution (有集中供养意愿).
        care_agreement: for dispersed support, whether an agreement on care is signed (委托照料服务协议).
    """

    support: TekunSupport | None = fact("供养方式", "kind of support", default=None)
    wants_institution: bool | None = fact("有集中供养意愿", "wish for an institution", default=None)
    care_agreement: bool | None = fact("已签订委托照料服务协议", "care agreement signed", default=None)


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
        monthly_income: what the person earns and receives that counts as income, in yuan a month.
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
    registration: Registration | None = fact("户籍或居住证", "registration", default=None)
    assistance: Assistance | None = fact("救助对象类别", "assistance", personal=True, default=None)
    monthly_income: Decimal | None = amount(
        "月收入", "monthly income", unit="元/月", personal=True, default=None
    )
    work_cost: Decimal | None = amount(
        "必要的就业成本", "necessary cost of working", unit="元/月", personal=True, default=None
    )
    employed: bool | None = fact("就业", "employed", default=None)
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
    dependence: Dependence | None = fact("失能等级", "dependence", personal=True, default=None)
    elder: Elder | None = fact("老年人信息", "facts as an elder", default=None)
    child: Child | None = fact("儿童信息", "facts as a child", default=None)
    tekun: Tekun | None = fact("特困人员供养信息", "facts as a tekun person", default=None)

    def age_on(self, day: date) -> int:
        """Return the age in full years (周岁) on a day.

        A year of life is full at the end of the birthday, so the new age counts from the day after it. That
        is how the Civil Code counts a period of years (articles 201 and 202: its first day is left out, it
        ends with the corresponding day, and where the month has none, with the last day of the month) and how
        the Supreme People's Court counts ages (法释〔2006〕1号, article 2). Whoever was born on 29 February
        is a year older from 1 March, in leap years and others. `以上` and `以下` include the age itself
        (Civil Code, article 1259).

        Raises:
            NotInForce: for a day before the birth.

        Example:
            >>> elder = Person(born=date(1940, 2, 29))
            >>> elder.age_on(date(2020, 2, 29)), elder.age_on(date(2020, 3, 1))
            (79, 80)
        """
        if day < self.born:
            raise NotInForce(fault("not_yet_born", day=day.isoformat()))
        full = (day.month, day.day) > (self.born.month, self.born.day)
        return max(0, day.year - self.born.year - (not full))

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
        rigid_spending: necessary spending over the last twelve months on illness, disability or schooling
            (刚性支出), in yuan a year.

    Raises:
        ModelInvalid: with everything that is wrong, for a household without members too.
    """

    area: Area = fact("城乡", "area")
    members: tuple[Person, ...] = fact("共同生活的家庭成员", "members", check=not_empty)
    id: str | None = fact("家庭编号", "file number", personal=True, default=None)
    assets: Decimal | None = amount("家庭财产", "assets", unit="元", personal=True, default=None)
    rigid_spending: Decimal | None = amount(
        "刚性支出", "rigid spending", unit="元/年", personal=True, default=None
    )

    def check(self) -> Iterator[Fault]:
        """Yield each member who is listed twice."""
        yield from repeated(self, "members", lambda member: member.identity_number)
