"""Social organisations (社会组织): what they are, their assessment and checks, the Party's work in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from civaffairs.domain.models.fact import (
    amount,
    count,
    derived,
    fact,
    label_in,
    model,
    not_before,
    only_where,
    repeated,
)
from civaffairs.domain.models.identifiers import credit_problems, tidied
from civaffairs.domain.models.terms import Term
from civaffairs.domain.models.years import full_years
from civaffairs.domain.names import Label
from civaffairs.errors import Fault, NotInForce, fault

MOST_YEARS = 150
"""The most years that may lie between a date of the record and the day on which a case is decided."""


class OrgKind(Term):
    """The three kinds of social organisation; the second character of the credit code says the same."""

    ASSOCIATION = Label("社会团体", "social association")
    SERVICE = Label("社会服务机构", "social service organisation")
    FOUNDATION = Label("基金会", "foundation")


_PREFIXES = {OrgKind.ASSOCIATION: "51", OrgKind.SERVICE: "52", OrgKind.FOUNDATION: "53"}
"""How the credit code begins: 5 for registration by civil affairs, then the kind."""


class AnnualCheckResult(Term):
    """What the annual check (年检) of a year found."""

    PASSED = Label("合格", "passed")
    BASICALLY_PASSED = Label("基本合格", "basically passed")
    FAILED = Label("不合格", "failed")
    NOT_TAKEN = Label("未参加年检", "not taken")
    NOT_YET = Label("尚未年检", "not yet checked")


@model("年检", "annual check")
class AnnualCheck:
    """The annual check of one year.

    Attributes:
        year: the year that was checked, not the one in which it was done.
        result: what it found; `AnnualCheckResult.NOT_YET` where it is known that it is still to come.
    """

    year: int = fact("年度", "year", least=1950, most=2100)
    result: AnnualCheckResult = fact("年检结论", "result")

    @derived(
        "距今年数",
        "time since the year checked",
        follows_from="year",
        unit="年",
        least=-MOST_YEARS,
        most=MOST_YEARS,
    )
    def years_ago_on(self, day: date) -> int:
        """Return how many years the year that was checked lies back: 1 for last year, -1 for next year.

        Example:
            >>> AnnualCheck(year=2024, result=AnnualCheckResult.PASSED).years_ago_on(date(2025, 3, 1))
            1
        """
        return day.year - self.year


@model("社会组织", "social organisation")
class SocialOrg:
    """A registered social organisation.

    Attributes:
        name: registered name.
        kind: association, service organisation (formerly 民办非企业单位) or foundation.
        credit_code: unified social credit code; it must begin as the kind wants.
        registered: date of registration.
        assessed: whether an assessment grade (评估等级) is in force.
        grade: 1 to 5, as in 3A.
        awarded: date on which the grade was awarded.
        was_demoted: whether the grade was ever lowered.
        demoted: date on which it was lowered, the last time where it was more than once.
        was_revoked: whether the grade was ever taken away.
        revoked: date on which it was taken away, the last time where it was more than once.
        party_organisation: whether a Party organisation covers it (党的组织覆盖).
        party_work: whether the Party's work covers it (党的工作覆盖).
        annual_checks: one entry a year; None where nothing is known of them, empty where there was none yet.
        charitable: whether it is registered or recognised as a charity (慈善组织).
        public_fundraising: whether it may raise funds in public (公开募捐资格); charities only.
        donations: donations received, in yuan a year.
        full_time_staff: full-time staff.

    Raises:
        ModelInvalid: with everything that is wrong.

    Example:
        >>> club = SocialOrg(
        ...     name="桃源区棋类协会",
        ...     kind=OrgKind.ASSOCIATION,
        ...     credit_code="51100000000000001h",
        ...     assessed=True,
        ...     grade=3,
        ... )
        >>> club.credit_code
        '51100000000000001H'
    """

    name: str = fact("名称", "name")
    kind: OrgKind = fact("社会组织类型", "kind of organisation")
    credit_code: str = fact(
        "统一社会信用代码", "unified social credit code", converter=tidied, check=credit_problems
    )
    registered: date | None = fact("登记日期", "date of registration", default=None)
    assessed: bool | None = fact("有评估等级", "assessed", default=None)
    grade: int | None = fact("评估等级", "assessment grade", least=1, most=5, default=None)
    awarded: date | None = fact("评估等级授予日期", "date of award", default=None)
    was_demoted: bool | None = fact("评估等级曾被降低", "ever lowered in grade", default=None)
    demoted: date | None = fact("评估等级被降低的日期", "date of the lowering of the grade", default=None)
    was_revoked: bool | None = fact("评估等级曾被取消", "ever deprived of its grade", default=None)
    revoked: date | None = fact("评估等级被取消的日期", "date of the revocation of the grade", default=None)
    party_organisation: bool | None = fact("党的组织覆盖", "covered by a Party organisation", default=None)
    party_work: bool | None = fact("党的工作覆盖", "covered by Party work", default=None)
    annual_checks: tuple[AnnualCheck, ...] | None = fact("年检", "annual checks", default=None)
    charitable: bool | None = fact("慈善组织", "a charity", default=None)
    public_fundraising: bool | None = fact(
        "具有公开募捐资格", "qualified for public fundraising", default=None
    )
    donations: Decimal | None = amount("接受社会捐赠", "donations received", unit="元/年", default=None)
    full_time_staff: int | None = count("专职工作人员", "full-time staff", unit="人", default=None)

    @derived(
        "登记年数",
        "time since registration",
        follows_from="registered",
        unit="年",
        least=0,
        most=MOST_YEARS,
    )
    def years_registered_on(self, day: date) -> int | None:
        """Return for how many full years the organisation has been registered; None where that is unknown.

        Raises:
            NotInForce: for a day before the registration; so do the other counts of years.

        Example:
            >>> club = SocialOrg(
            ...     name="桃源区棋类协会",
            ...     kind=OrgKind.ASSOCIATION,
            ...     credit_code="51100000000000001H",
            ...     registered=date(2019, 5, 5),
            ... )
            >>> club.years_registered_on(date(2021, 5, 5)), club.years_registered_on(date(2021, 5, 6))
            (1, 2)
        """
        return self._years_since("registered", day)

    @derived(
        "评估等级授予后年数",
        "time since the award",
        follows_from="awarded",
        unit="年",
        least=0,
        most=MOST_YEARS,
    )
    def years_since_award_on(self, day: date) -> int | None:
        """Return for how many full years the grade has been held; None where its date is not given."""
        return self._years_since("awarded", day)

    @derived(
        "评估等级被降低后年数",
        "time since the lowering of the grade",
        follows_from="demoted",
        unit="年",
        least=0,
        most=MOST_YEARS,
    )
    def years_since_demotion_on(self, day: date) -> int | None:
        """Return how many full years ago the grade was lowered; None where no date is given."""
        return self._years_since("demoted", day)

    @derived(
        "评估等级被取消后年数",
        "time since the revocation of the grade",
        follows_from="revoked",
        unit="年",
        least=0,
        most=MOST_YEARS,
    )
    def years_since_revocation_on(self, day: date) -> int | None:
        """Return how many full years ago the grade was taken away; None where no date is given."""
        return self._years_since("revoked", day)

    def _years_since(self, name: str, day: date) -> int | None:
        begin: date | None = getattr(self, name)
        if begin is not None and day < begin:
            raise NotInForce(
                fault(
                    "not_yet_so",
                    name,
                    day=day.isoformat(),
                    label=label_in(self, name),
                    begin=begin.isoformat(),
                )
            )
        return None if begin is None else full_years(begin, day)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        prefix = _PREFIXES.get(self.kind)
        if prefix and self.credit_code and not self.credit_code.startswith(prefix):
            code = self.credit_code[:2]
            yield fault("credit_of_another_kind", "credit_code", kind=self.kind, prefix=prefix, code=code)
        yield from only_where(self, "assessed", "grade", "awarded")
        yield from only_where(self, "was_demoted", "demoted")
        yield from only_where(self, "was_revoked", "revoked")
        yield from only_where(self, "charitable", "public_fundraising")
        for later in ("awarded", "demoted", "revoked"):
            yield from not_before(self, "registered", later)
        yield from repeated(self, "annual_checks", lambda check: check.year)
