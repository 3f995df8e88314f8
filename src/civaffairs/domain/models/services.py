"""What the indicators need beside people and places: the homeless, registries, helpers, lottery outlets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from civaffairs.domain.models.fact import amount, count, fact, model, only_where
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label
from civaffairs.errors import Fault


class SocialWorkLevel(Term):
    """The levels of the professional qualification in social work."""

    ASSISTANT = Label("助理社会工作师", "assistant social worker")
    SOCIAL_WORKER = Label("社会工作师", "social worker")
    SENIOR = Label("高级社会工作师", "senior social worker")


@model("流浪乞讨受助人员", "assisted homeless person")
class AssistedPerson:
    """Somebody homeless or begging who was assisted (救助的流浪乞讨人员), once for each time.

    Attributes:
        id: number of the case.
        name: as far as it is known.
        minor: whether a minor.
        identity_known: whether it was found out who the person is (查明身份信息).
        returned: whether escorted home (接送返回); only somebody whose identity is known can be.
        days_stayed: days in the station so far.
        settled: whether settled here after a long stay (落户安置).

    Raises:
        ModelInvalid: with everything that is wrong.

    Example:
        >>> AssistedPerson(id="桃救2025-017", identity_known=True, returned=True)
        AssistedPerson(id='桃*********', identity_known=True, returned=True)
    """

    id: str = fact("救助编号", "case number", personal=True)
    name: str | None = fact("姓名", "name", personal=True, default=None)
    minor: bool | None = fact("未成年人", "a minor", default=None)
    identity_known: bool | None = fact("已查明身份信息", "identified", default=None)
    returned: bool | None = fact("已接送返回", "escorted home", default=None)
    days_stayed: int | None = count("在站天数", "days stayed", unit="天", default=None)
    settled: bool | None = fact("已落户安置", "settled", default=None)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from only_where(self, "identity_known", "returned")


@model("婚姻登记机关", "marriage registry")
class MarriageRegistry:
    """An office that registers marriages.

    Attributes:
        name: what it is called.
        cross_province: whether it serves couples from other provinces (跨省通办).
        online: whether appointments and forms are handled online (互联网+婚姻服务).
        marriages: marriages registered in a year.
        divorces: divorces registered in a year.
    """

    name: str = fact("名称", "name")
    cross_province: bool | None = fact("实施“跨省通办”", "offering cross-province service", default=None)
    online: bool | None = fact("网上办理", "offering online service", default=None)
    marriages: int | None = count("结婚登记", "marriages", unit="对/年", default=None)
    divorces: int | None = count("离婚登记", "divorces", unit="对/年", default=None)


@model("志愿者", "volunteer")
class Volunteer:
    """A volunteer.

    Attributes:
        id: number in the register of volunteers.
        name: full name.
        verified: whether registered under a verified name (实名注册).
        registered: date of registration.
        hours: hours of service on record; zero where it is known that there are none.
    """

    id: str = fact("志愿者编号", "volunteer number", personal=True)
    name: str | None = fact("姓名", "name", personal=True, default=None)
    verified: bool | None = fact("实名注册", "registered under a verified name", default=None)
    registered: date | None = fact("注册日期", "date of registration", default=None)
    hours: Decimal | None = amount("志愿服务时长", "hours of service", unit="小时", default=None)


@model("社会工作专业人才", "social worker")
class SocialWorker:
    """Somebody who works in social work as a profession (社会工作专业人才).

    Attributes:
        id: number in the register.
        name: full name.
        qualified: whether holding a certificate (持证).
        level: its level.
    """

    id: str = fact("编号", "number", personal=True)
    name: str | None = fact("姓名", "name", personal=True, default=None)
    qualified: bool | None = fact("持有社会工作者职业资格证书", "qualified", default=None)
    level: SocialWorkLevel | None = fact("职业资格级别", "level", default=None)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from only_where(self, "qualified", "level")


@model("福利彩票销售网点", "lottery outlet")
class LotteryOutlet:
    """An outlet of the welfare lottery.

    Attributes:
        id: number of the outlet.
        name: what it is called.
        in_operation: whether it sells at present.
        sales: what it sells, in yuan a year.
    """

    id: str = fact("网点编号", "outlet number")
    name: str | None = fact("名称", "name", default=None)
    in_operation: bool | None = fact("在营", "in operation", default=None)
    sales: Decimal | None = amount("销售额", "sales", unit="元/年", default=None)
