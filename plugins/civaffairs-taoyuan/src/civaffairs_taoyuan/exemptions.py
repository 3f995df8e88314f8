"""What is known not to conform in Taoyuan, and why that stays so: its documents leave some standards open.

A decision that needs one of them says that it cannot tell.
"""

from civaffairs import Clause, Exemption, Label, LocalStandard
from civaffairs_china import local_standards
from civaffairs_taoyuan.documents import dibao_rules, notice_2021, notice_2023


def _unpublished(standard: LocalStandard, clause: Clause) -> Exemption:
    reason = Label(
        f"桃源区没有公布{standard.label.zh}",
        f"Taoyuan publishes no such standard: {standard.label.en}",
    )
    return Exemption(f"no_{standard.id}", "taoyuan", "holes", standard.id, reason, clause)


EXEMPTIONS = (
    _unpublished(
        local_standards.orphan_institutional,
        notice_2023.at(
            "第二条", Label("只有散居孤儿的标准", "the standard of orphans in the community only")
        ),
    ),
    _unpublished(
        local_standards.disability_nursing_1,
        notice_2021.at("第五条", Label("只有困难残疾人生活补贴", "the living subsidy only")),
    ),
    _unpublished(
        local_standards.disability_nursing_2,
        notice_2021.at("第五条", Label("只有困难残疾人生活补贴", "the living subsidy only")),
    ),
    _unpublished(
        local_standards.basic_pension_counted,
        dibao_rules.at("第九条", Label("没有写明基础养老金如何计入", "says nothing of basic pensions")),
    ),
)
