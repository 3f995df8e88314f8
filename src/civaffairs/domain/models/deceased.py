"""The dead, as the rules on funerals speak of them."""

from __future__ import annotations

from civaffairs.domain.models.fact import fact, model
from civaffairs.domain.models.people import Assistance


@model("逝者", "deceased person")
class Deceased:
    """Somebody who died, for whom a funeral benefit is asked.

    Attributes:
        id: number of the case.
        name: full name.
        assistance: the group of assisted people to which the dead belonged; `Assistance.NONE` where it is
            known that there was none.
        veteran_benefits: belonged to the key entitled groups (重点优抚对象).
        martyr: recognised as a martyr (烈士).
        local: was in the household register of the place that decides.
        cremated: whether cremated.
        ecological_burial: whether buried in a land-saving and ecological way (节地生态安葬).

    Raises:
        ModelInvalid: with everything that is wrong.

    Example:
        >>> Deceased(id="桃殡2025-031", assistance=Assistance.DIBAO, local=True, cremated=True)
        Deceased(id='桃*********', assistance=***, local=True, cremated=True)
    """

    id: str = fact("办理编号", "case number", personal=True)
    name: str | None = fact("姓名", "name", personal=True, default=None)
    assistance: Assistance | None = fact(
        "救助对象类别", "recorded assistance status", personal=True, default=None
    )
    veteran_benefits: bool | None = fact(
        "重点优抚对象", "a member of the key entitled groups", personal=True, default=None
    )
    martyr: bool | None = fact("烈士", "a martyr", personal=True, default=None)
    local: bool | None = fact("有本地户籍", "in the local household register", default=None)
    cremated: bool | None = fact("已火化", "cremated", default=None)
    ecological_burial: bool | None = fact("节地生态安葬", "buried ecologically", default=None)
