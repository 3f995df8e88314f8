"""What the sources of Jiangsu and of its cities imply for everybody.

The province's plan was read in the press only; most of the cities' rules were read in copies.
"""

from __future__ import annotations

from civaffairs import Always, Amount, Clause, Invariant, Label, Topic
from civaffairs.domain.invariants import OverTime, Way
from civaffairs.domain.rules.expr import share
from civaffairs.domain.rules.views import cemetery
from civaffairs_china.funerals import joint_plot_area, single_plot_area
from civaffairs_china.local_standards import dibao_rural, dibao_urban, orphan_community, tekun_basic
from civaffairs_jiangsu.cities import suzhou, taizhou, wuxi
from civaffairs_jiangsu.city_rules import tekun_basic_rural, tekun_basic_urban
from civaffairs_jiangsu.documents import averages, cemetery_measures, plan_14

PLOT = "平方米/个墓位"


def _standards(id: str, place: str, label: Label, claim: Always, clause: Clause) -> Invariant:
    return Invariant(id, place, label, Topic.SOCIAL_ASSISTANCE, None, claim, clause)


# 江苏省: the plan of 2021, and what it was before
tekun_follows_dibao = _standards(
    "tekun_follows_dibao",
    "jiangsu",
    Label(
        "特困人员基本生活标准每年不低于低保标准的1.3倍",
        "each year the basic living standard of tekun persons is at least 1.3 times the Dibao standard",
    ),
    Always(tekun_basic >= dibao_urban * "1.3"),
    plan_14.at("社会救助 1.3倍", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")),
)
# Where town and country have two standards.
urban_tekun_follows_dibao = _standards(
    "urban_tekun_follows_dibao",
    "jiangsu",
    Label(
        "城市特困人员基本生活标准不低于城市低保标准的1.3倍",
        "the standard of urban tekun persons is at least 1.3 times the urban Dibao standard",
    ),
    Always(tekun_basic_urban >= dibao_urban * "1.3"),
    plan_14.at("社会救助 1.3倍", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")),
)
rural_tekun_follows_dibao = _standards(
    "rural_tekun_follows_dibao",
    "jiangsu",
    Label(
        "农村特困人员基本生活标准不低于农村低保标准的1.3倍",
        "the standard of rural tekun persons is at least 1.3 times the rural Dibao standard",
    ),
    Always(tekun_basic_rural >= dibao_rural * "1.3"),
    plan_14.at("社会救助 1.3倍", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")),
)
rural_share_never_falls = Invariant(
    "rural_share_never_falls",
    "jiangsu",
    Label(
        "农村低保标准占城市低保标准的比例不下降",
        "the rural Dibao standard as a share of the urban one never falls",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(share(dibao_rural, dibao_urban, places=2, rounding="half_up"), Way.NEVER_FALLS),
    averages.at(
        "平均标准",
        Label("城乡标准接近后成为一个；由此得出", "the two grew into one, from which it follows"),
    ),
)

# 江苏省公墓管理办法: plots of exactly the largest area
single_plot_of_exactly_the_limit = Invariant(
    "single_plot_of_exactly_the_limit",
    "jiangsu",
    Label("单人墓位恰为0.5平方米的符合规定", "a single plot of exactly 0.5 m² is within the limit"),
    Topic.FUNERALS,
    "Cemetery",
    Always(~cemetery.single_plot_area.equals(Amount("0.5", PLOT)) | single_plot_area),
    cemetery_measures.at("墓位面积", Label("0.5平方米以内，含0.5", "at most 0.5 m², 0.5 included")),
)
joint_plot_of_exactly_the_limit = Invariant(
    "joint_plot_of_exactly_the_limit",
    "jiangsu",
    Label("双人墓位恰为0.8平方米的符合规定", "a joint plot of exactly 0.8 m² is within the limit"),
    Topic.FUNERALS,
    "Cemetery",
    Always(~cemetery.joint_plot_area.equals(Amount("0.8", PLOT)) | joint_plot_area),
    cemetery_measures.at("墓位面积", Label("0.8平方米以内，含0.8", "at most 0.8 m², 0.8 included")),
)

# The cities' own multiples of Dibao
suzhou_tekun = _standards(
    "tekun_at_least_1_4_times_dibao",
    "suzhou",
    Label("特困人员标准不低于低保标准的1.4倍", "the tekun standard is at least 1.4 times the Dibao standard"),
    Always(tekun_basic >= dibao_urban * "1.4"),
    suzhou.rules_2020.at("特困人员 140%", Label("低保标准的140%，读作下限", "140 %, read as a floor")),
)
wuxi_tekun = _standards(
    "tekun_at_least_1_5_times_dibao",
    "wuxi",
    Label("特困人员标准不低于低保标准的1.5倍", "the tekun standard is at least 1.5 times the Dibao standard"),
    Always(tekun_basic >= dibao_urban * "1.5"),
    wuxi.notice_2024.at("特困人员 1.5倍", Label("不低于低保标准的1.5倍", "at least 1.5 times")),
)
taizhou_orphans = _standards(
    "orphans_at_least_2_4_times_dibao",
    "taizhou-jiangsu",
    Label(
        "散居孤儿标准不低于低保标准的2.4倍",
        "the standard of orphans in the community is at least 2.4 times the Dibao standard",
    ),
    Always(orphan_community >= dibao_urban * "2.4"),
    taizhou.notice_2024.at("散居孤儿", Label("不低于低保标准的2.4倍", "at least 2.4 times")),
)

INVARIANTS = (
    tekun_follows_dibao,
    urban_tekun_follows_dibao,
    rural_tekun_follows_dibao,
    rural_share_never_falls,
    single_plot_of_exactly_the_limit,
    joint_plot_of_exactly_the_limit,
    suzhou_tekun,
    wuxi_tekun,
    taizhou_orphans,
)
