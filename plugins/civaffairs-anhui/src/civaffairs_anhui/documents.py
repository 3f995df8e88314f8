"""The documents of Anhui and of Chizhou that Guichi's plan says it follows.

None of them was read, except for what one mirror gives of the notice of 2023: the others are known by the names
under which the plan cites them, without issuer, date or figures. So nothing is declared here for the province and
the city beyond what they are called; whoever has a text adds its figures under its document.
"""

from civaffairs import Document, Label, Trust

# 安徽省 Anhui: named in Guichi's plan as what rural Dibao and the assessment of elders go by.
poverty_standard = Document(
    "anhui/poverty-standard",
    Label("安徽省扶贫标准", "poverty line of Anhui"),
    "",
    None,
    Trust.UNCONFIRMED,
)
ability_standard = Document(
    "anhui/ability-standard",
    Label("安徽省老年人能力评估标准", "Anhui's standard for the assessment of elders' abilities"),
    "",
    None,
    Trust.UNCONFIRMED,
)

# 池州市 Chizhou: the plan and the measures that Guichi's plan carries out.
plan_14 = Document(
    "chizhou/plan-14",
    Label("池州市“十四五”民政事业发展规划", "14th five-year plan for civil affairs of Chizhou"),
    "",
    None,
    Trust.UNCONFIRMED,
)
assistance_reform = Document(
    "chizhou/assistance-reform",
    Label(
        "关于改革完善社会救助制度的实施方案", "Chizhou's scheme for reforming the system of social assistance"
    ),
    "池州市委、市政府",
    None,
    Trust.UNCONFIRMED,
)
children_scheme = Document(
    "chizhou/children-scheme",
    Label(
        "池州市进一步加强困境儿童保障和农村留守儿童关爱保护工作实施方案",
        "Chizhou's scheme for children in difficulty and rural left-behind children",
    ),
    "",
    None,
    Trust.UNCONFIRMED,
)
child_welfare_plan = Document(
    "chizhou/child-welfare-plan-2035",
    Label("池州市儿童福利事业发展规划(2021—2035年)", "Chizhou's plan for child welfare for 2021-2035"),
    "",
    None,
    Trust.UNCONFIRMED,
)
elderly_care_opinion = Document(
    "chizhou/elderly-care-opinion",
    Label(
        "池州市人民政府关于加快发展养老服务业的实施意见",
        "Opinion of the Government of Chizhou on developing elderly care faster",
    ),
    "池州市人民政府",
    None,
    Trust.UNCONFIRMED,
)
delta_care_scheme = Document(
    "chizhou/delta-elderly-care-scheme",
    Label(
        "长三角养老服务一体化池州行动方案(2020-2025)",
        "Chizhou's scheme for elderly care across the Yangtze delta for 2020-2025",
    ),
    "",
    None,
    Trust.UNCONFIRMED,
)
community_governance_opinion = Document(
    "chizhou/community-governance-opinion",
    Label(
        "关于进一步加强和完善城乡社区治理的实施意见",
        "Chizhou's opinion on the governance of communities in towns and villages",
    ),
    "",
    None,
    Trust.UNCONFIRMED,
)

# Seen on one mirror only; the month from which the figures hold was not seen.
standards_2023 = Document(
    "chizhou/standards-2023",
    Label("池州市2023年城乡低保和特困供养标准", "Dibao and tekun standards of Chizhou in 2023"),
    "池州市人民政府办公室",
    2023,
    Trust.UNCONFIRMED,
    "池政办秘〔2023〕66号",
)

DOCUMENTS = (
    poverty_standard,
    ability_standard,
    plan_14,
    assistance_reform,
    children_scheme,
    child_welfare_plan,
    elderly_care_opinion,
    delta_care_scheme,
    community_governance_opinion,
    standards_2023,
)
