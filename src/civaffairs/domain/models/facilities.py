"""Places where services are given, and the communities and townships that have them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from civaffairs.domain.models.fact import amount, count, fact, model, only_where, within
from civaffairs.domain.models.terms import Area, Term
from civaffairs.domain.names import Label
from civaffairs.errors import Fault, fault


class CareInstitutionKind(Term):
    """The kinds of elderly-care institution (养老机构)."""

    WELFARE_INSTITUTION = Label("社会福利院", "social welfare institution")
    TEKUN_HOME = Label("特困人员供养服务机构(敬老院)", "tekun home")
    TEKUN_CARE_CENTRE = Label("失能特困人员集中照护中心", "care centre for dependent tekun persons")
    ELDERLY_HOME = Label("养老院", "elderly home")
    NURSING_HOME = Label("护理院", "nursing home")


class Operator(Term):
    """Who owns and who runs a facility."""

    PUBLIC = Label("公办公营", "public")
    PUBLIC_BUILT_PRIVATE_RUN = Label("公建民营", "publicly built, privately run")
    SOCIAL = Label("社会力量举办", "run by social forces")


class CommunityCareKind(Term):
    """The kinds of community elderly-care facility (社区养老服务设施)."""

    CENTRE = Label("养老服务中心", "elderly-care centre")
    STATION = Label("社区养老服务站", "community elderly-care station")
    DAY_CARE = Label("日间照料中心", "day-care centre")
    MUTUAL_HELP = Label("互助养老点", "mutual-help point")


class TownshipKind(Term):
    """The kinds of division below the district."""

    SUBDISTRICT = Label("街道", "sub-district")
    TOWN = Label("镇", "town")
    TOWNSHIP = Label("乡", "township")


@model("养老机构", "care institution")
class CareInstitution:
    """An elderly-care institution.

    Attributes:
        name: registered name.
        kind: what kind it is.
        operator: who owns and who runs it.
        beds: all beds.
        nursing_beds: beds for dependent residents (护理型床位).
        dementia_beds: beds in units for dementia, most of them nursing beds too.
        residents: people who live there; more than beds is a notice, not a fault.
        dependent_residents: residents who depend on care, partly or fully.
        caregivers: staff who give care (养老护理员).
        certified_caregivers: those of them with a certificate.
        social_workers: social workers on the staff.
        rated: whether it has a grade (养老机构等级评定).
        rating: 1 to 5, five is the best.
        meets_quality_standard: whether its services meet the basic quality standard (服务基本质量达标).
        comprehensive: whether it has comprehensive functions (具备综合功能) for its township.
        medical_care: whether it can give medical care (医养结合).

    Raises:
        ModelInvalid: with everything that is wrong, as a part that is more than its whole.

    Example:
        >>> CareInstitution(name="一号院", beds=120, nursing_beds=72, operator=Operator.PUBLIC)
        CareInstitution(name='一号院', operator=Operator.PUBLIC, beds=120, nursing_beds=72)
    """

    name: str = fact("名称", "name")
    kind: CareInstitutionKind | None = fact("养老机构类型", "kind of institution", default=None)
    operator: Operator | None = fact("运营方式", "operator", default=None)
    beds: int | None = count("床位数", "beds", unit="张", default=None)
    nursing_beds: int | None = count("护理型床位数", "nursing beds", unit="张", default=None)
    dementia_beds: int | None = count("认知障碍照护床位数", "dementia beds", unit="张", default=None)
    residents: int | None = count("入住人数", "residents", unit="人", default=None)
    dependent_residents: int | None = count("入住失能人数", "dependent residents", unit="人", default=None)
    caregivers: int | None = count("养老护理员数", "caregivers", unit="人", default=None)
    certified_caregivers: int | None = count(
        "持证养老护理员数", "certified caregivers", unit="人", default=None
    )
    social_workers: int | None = count("社会工作者数", "social workers", unit="人", default=None)
    rated: bool | None = fact("已评定等级", "rated", default=None)
    rating: int | None = fact("养老机构等级", "rating", least=1, most=5, default=None)
    meets_quality_standard: bool | None = fact("服务基本质量达标", "up to the quality standard", default=None)
    comprehensive: bool | None = fact("具备综合功能", "equipped with comprehensive functions", default=None)
    medical_care: bool | None = fact("医养结合", "equipped for medical care", default=None)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from within(self, "beds", "nursing_beds")
        yield from within(self, "beds", "dementia_beds")
        yield from within(self, "residents", "dependent_residents")
        yield from within(self, "caregivers", "certified_caregivers")
        yield from only_where(self, "rated", "rating")

    def notice(self) -> Iterator[Fault]:
        """Yield where more people live there than there are beds: it happens, and so do wrong figures."""
        if self.residents is not None and self.beds is not None and self.residents > self.beds:
            yield fault("more_residents_than_beds", "residents", residents=self.residents, beds=self.beds)


@model("城乡社区综合服务设施", "community service facility")
class CommunityFacility:
    """A comprehensive service facility of a community (综合服务设施).

    Attributes:
        name: what it is called.
        community: name of the community that it serves.
        area: floor area.
        volunteer_station: whether it has a volunteer service station.
        owned: whether the community owns it (自有产权), not rents it.
        office_area: floor area of the offices in it.
        scattered: whether the offices are scattered over several places.
        badly_sited: whether it lies where residents cannot reach it well (位置不合理).

    Raises:
        ModelInvalid: with everything that is wrong, as offices larger than the facility.
    """

    name: str = fact("名称", "name")
    community: str | None = fact("所属社区", "community", default=None)
    area: Decimal | None = amount("建筑面积", "floor area", unit="平方米", default=None)
    volunteer_station: bool | None = fact(
        "设有志愿服务站点", "equipped with a volunteer station", default=None
    )
    owned: bool | None = fact("自有产权", "owned", default=None)
    office_area: Decimal | None = amount("办公用房面积", "office area", unit="平方米", default=None)
    scattered: bool | None = fact("办公用房分散", "with scattered offices", default=None)
    badly_sited: bool | None = fact("位置不合理", "badly sited", default=None)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from within(self, "area", "office_area")


@model("社区养老服务设施", "community care facility")
class CommunityCareFacility:
    """A facility for elderly care in a community.

    Attributes:
        name: what it is called.
        kind: what kind it is.
        community: name of the community that it serves.
        operator: who owns and who runs it.
        beds: beds for day care and short stays.
        area: floor area.
        meets_standard: whether it was built as the standard for its housing area wants (配套建设达标).
    """

    name: str = fact("名称", "name")
    kind: CommunityCareKind | None = fact("设施类型", "kind of facility", default=None)
    community: str | None = fact("所属社区", "community", default=None)
    operator: Operator | None = fact("运营方式", "operator", default=None)
    beds: int | None = count("床位数", "beds", unit="张", default=None)
    area: Decimal | None = amount("建筑面积", "floor area", unit="平方米", default=None)
    meets_standard: bool | None = fact("配套建设达标", "up to the building standard", default=None)


@model("城乡社区", "community")
class Community:
    """A community (社区) or a village.

    Attributes:
        name: what it is called.
        area: urban or rural.
        households: households that live there.
        residents: people who live there.
        workers: community workers (社区工作者).
        certified_workers: those of them with a certificate as social worker.
        service_facility: whether it has a comprehensive service facility.
        care_facility: whether it has a facility for elderly care.
    """

    name: str = fact("名称", "name")
    area: Area | None = fact("城乡", "area", default=None)
    households: int | None = count("户数", "households", unit="户", default=None)
    residents: int | None = count("常住人口", "residents", unit="人", default=None)
    workers: int | None = count("社区工作者数", "community workers", unit="人", default=None)
    certified_workers: int | None = count(
        "持证社区工作者数", "certified community workers", unit="人", default=None
    )
    service_facility: bool | None = fact("有综合服务设施", "served by a comprehensive facility", default=None)
    care_facility: bool | None = fact("有社区养老服务设施", "served by a care facility", default=None)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from within(self, "workers", "certified_workers")


@model("乡镇(街道)", "township")
class Township:
    """A township, a town or a sub-district.

    Attributes:
        name: what it is called.
        kind: township, town or sub-district.
        minors_station: whether it has a station for the protection of minors (未成年人保护工作站).
        social_work_station: whether it has a social work station (社工站).
        public_burial: whether a public-benefit burial or ash facility covers it (公益性安葬(放)设施).
        comprehensive_care: whether it has an elderly-care institution with comprehensive functions.
    """

    name: str = fact("名称", "name")
    kind: TownshipKind | None = fact("类型", "kind", default=None)
    minors_station: bool | None = fact(
        "有未成年人保护工作站", "equipped with a minors' protection station", default=None
    )
    social_work_station: bool | None = fact(
        "有社会工作服务站", "equipped with a social work station", default=None
    )
    public_burial: bool | None = fact(
        "公益性安葬(放)设施覆盖", "covered by a public burial facility", default=None
    )
    comprehensive_care: bool | None = fact(
        "有具备综合功能的养老服务机构",
        "served by a care institution with comprehensive functions",
        default=None,
    )
