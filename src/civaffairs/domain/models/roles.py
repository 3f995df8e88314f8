"""The roles in which the plans speak of people: elders, children with their parents, tekun persons.

A role belongs to a person: see `civaffairs.domain.models.people`.
"""

from __future__ import annotations

from collections.abc import Iterator

from civaffairs.domain.models.fact import count, fact, model, not_both, not_empty
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label
from civaffairs.errors import Fault, fault


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


class ParentState(Term):
    """Whether a parent can bring a child up, and what stands in the way (民发〔2019〕62号)."""

    CAPABLE = Label("能履行抚养义务", "able to bring the child up")
    DEAD = Label("死亡", "dead")
    MISSING = Label("失踪", "declared missing")
    SEVERELY_DISABLED = Label("重残", "severely disabled")
    SERIOUSLY_ILL = Label("重病", "seriously ill")
    IMPRISONED = Label("服刑在押", "in prison")
    IN_DETOX = Label("强制隔离戒毒", "in compulsory detoxification")
    RESTRAINED = Label("被执行其他限制人身自由的措施", "under another restraint of personal freedom")
    OUT_OF_CONTACT = Label("失联", "out of contact")


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
        owner_consents: whether the owner of the home agrees to changes in it.
        neighbours_consent: whether those with rights in adjacent property agree to them.
    """

    lives_alone: bool | None = fact("独居", "living alone", default=None)
    left_behind: bool | None = fact("留守老年人", "a left-behind elder", default=None)
    in_special_difficulty: bool | None = fact(
        "特殊困难老年人", "an elder in special difficulty", default=None
    )
    ability_assessed: bool | None = fact("已作老年人能力评估", "assessed for ability", default=None)
    care: CarePlace | None = fact("接受照护的地点", "place of care", personal=True, default=None)
    visited: bool | None = fact("接受定期探访", "regularly visited", default=None)
    owner_consents: bool | None = fact("房产权人同意", "with the owner's consent", default=None)
    neighbours_consent: bool | None = fact("相邻权人同意", "with the neighbours' consent", default=None)


@model("父母", "parent")
class Parent:
    """What is known of one parent of a child.

    Attributes:
        state: whether the parent can bring the child up, and what stands in the way.
        months: for how many months the state has lasted or will last, as for a term in prison or the time
            out of contact.
    """

    state: ParentState = fact("父母一方状况", "state of the parent", personal=True)
    months: int | None = count("持续月数", "duration", unit="月", personal=True, default=None)


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
        parents: one entry for each parent whom the child has by law, dead ones too.
        surgery_indicated: whether an illness or disability is found fit for surgery (手术适应症).

    Raises:
        ModelInvalid: with everything that is wrong.
    """

    guardianship: Guardianship | None = fact("监护情况", "guardian", personal=True, default=None)
    orphan: bool | None = fact("孤儿", "an orphan", personal=True, default=None)
    unattended: bool | None = fact(
        "事实无人抚养儿童", "a de facto unattended child", personal=True, default=None
    )
    left_behind: bool | None = fact("留守儿童", "a left-behind child", personal=True, default=None)
    in_difficulty: bool | None = fact("困境儿童", "a child in difficulty", personal=True, default=None)
    placement: Placement | None = fact("养育方式", "placement", personal=True, default=None)
    parents: tuple[Parent, ...] | None = fact(
        "父母一方", "parents", personal=True, check=not_empty, default=None
    )
    surgery_indicated: bool | None = fact(
        "具有手术适应症", "with an indication for surgery", personal=True, default=None
    )

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from not_both(self, "orphan", "unattended")
        yield from not_both(self, "orphan", "left_behind")
        if self.orphan and self.guardianship is Guardianship.PARENTS:
            yield fault("orphan_in_parents_care", "guardianship")
        for position, parent in enumerate(self.parents or ()):
            if self.orphan and parent.state is ParentState.CAPABLE:
                yield fault("orphan_of_capable_parent", f"parents[{position}].state")


@model("特困人员供养", "support of a tekun person")
class Tekun:
    """What is recorded of somebody as a tekun person.

    Attributes:
        support: in an institution or dispersed.
        wants_institution: wishes to be supported in an institution (有集中供养意愿).
        care_agreement: for dispersed support, whether an agreement on care is signed (委托照料服务协议).
    """

    support: TekunSupport | None = fact("供养方式", "kind of support", default=None)
    wants_institution: bool | None = fact("有集中供养意愿", "wishing for an institution", default=None)
    care_agreement: bool | None = fact("已签订委托照料服务协议", "with a signed care agreement", default=None)
