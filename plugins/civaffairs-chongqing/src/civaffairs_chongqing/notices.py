"""The yearly notices on standards: by how much the notice of 2021 raised them, and how the standards hang together."""

from civaffairs import Amount, Passage, Recomputation, Topic, difference_of, entry, product_of, total_of
from civaffairs_chongqing.documents import notice_2021
from civaffairs_chongqing.standards import (
    dibao_rural,
    dibao_urban,
    orphan_community,
    orphan_institutional,
    tekun_basic,
)

# 渝民〔2021〕143号: the increases over the standards of 2020
increases = Passage(notice_2021.at("提高金额"), Topic.SOCIAL_ASSISTANCE, period="2021-09-01", by=2025)
observations = (
    urban_increase := increases.figure("urban_dibao_increase", "城市低保标准提高", "increase of urban Dibao", 16, "元/人·月"),
    rural_increase := increases.figure("rural_dibao_increase", "农村低保标准提高", "increase of rural Dibao", 19, "元/人·月"),
    tekun_increase := increases.figure("tekun_increase", "特困人员标准提高", "increase of the tekun standard", 21, "元/人·月"),
)  # fmt: skip
increase_recomputations = (
    Recomputation("urban_dibao_increase", urban_increase, difference_of(entry(dibao_urban, "2021-09-01"), entry(dibao_urban, "2020"))),
    Recomputation("rural_dibao_increase", rural_increase, difference_of(entry(dibao_rural, "2021-09-01"), entry(dibao_rural, "2020"))),
    Recomputation("tekun_increase", tekun_increase, difference_of(entry(tekun_basic, "2021-09-01"), entry(tekun_basic, "2020"))),
)  # fmt: skip


# The tekun standard is 1.3 times the urban Dibao standard, rounded to the yuan.
def _tekun(id: str, since: str) -> Recomputation:
    return Recomputation(id, entry(tekun_basic, since), product_of(entry(dibao_urban, since), "1.3"))


tekun_recomputations = (
    _tekun("tekun_multiple_2017", "2017-04-01"),
    _tekun("tekun_multiple_2018", "2018-01-01"),
    _tekun("tekun_multiple_2019", "2019"),
    _tekun("tekun_multiple_2020", "2020"),
    _tekun("tekun_multiple_2021", "2021-09-01"),
    _tekun("tekun_multiple_2022", "2022-09"),
    _tekun("tekun_multiple_2023", "2023-09"),
    _tekun("tekun_multiple_2024", "2024-09"),
    _tekun("tekun_multiple_2025", "2025-07-01"),
)

# Orphans in institutions receive 200 yuan more than those in the community, in every year that is known.
MORE_IN_INSTITUTIONS = Amount(200, "元/人·月")


def _orphans(id: str, since: str) -> Recomputation:
    return Recomputation(
        id, entry(orphan_institutional, since), total_of(entry(orphan_community, since), MORE_IN_INSTITUTIONS)
    )


orphan_recomputations = (
    _orphans("orphans_2019", "2019"),
    _orphans("orphans_2021", "2021-09-01"),
    _orphans("orphans_2022", "2022-09"),
    _orphans("orphans_2023", "2023-09"),
    _orphans("orphans_2024", "2024-09"),
    _orphans("orphans_2025", "2025-07-01"),
)

recomputations = (*increase_recomputations, *tekun_recomputations, *orphan_recomputations)
