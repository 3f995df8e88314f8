"""The laws that define words of the glossary and that no rule cites. All were read in one law collection."""

from civaffairs import Document, Label, Trust
from civaffairs_china.law import STATE_COUNCIL, STATUTE_COLLECTION

CONGRESS = "全国人民代表大会"
STANDING_COMMITTEE = "全国人民代表大会常务委员会"

civil_code = Document(
    "china/civil-code",
    Label("民法典", "Civil Code"),
    CONGRESS,
    "2020-05-28",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
minors_law = Document(
    "china/minors-law",
    Label("未成年人保护法", "Law on the Protection of Minors"),
    STANDING_COMMITTEE,
    "2024-04-26",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
disability_law = Document(
    "china/disability-law",
    Label("残疾人保障法", "Law on the Protection of Persons with Disabilities"),
    STANDING_COMMITTEE,
    "2018-10-26",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
accessibility_law = Document(
    "china/accessibility-law",
    Label("无障碍环境建设法", "Law on Building an Accessible Environment"),
    STANDING_COMMITTEE,
    "2023-06-28",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
mental_health_law = Document(
    "china/mental-health-law",
    Label("精神卫生法", "Mental Health Law"),
    STANDING_COMMITTEE,
    "2018-04-27",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
residents_committee_law = Document(
    "china/residents-committee-law",
    Label("城市居民委员会组织法", "Organic Law of Urban Residents' Committees"),
    STANDING_COMMITTEE,
    "2018-12-29",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
villagers_committee_law = Document(
    "china/villagers-committee-law",
    Label("村民委员会组织法", "Organic Law of Villagers' Committees"),
    STANDING_COMMITTEE,
    "2018-12-29",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
homeless_decree = Document(
    "china/homeless-decree",
    Label(
        "城市生活无着的流浪乞讨人员救助管理办法",
        "Measures on Assistance to Homeless Persons and Beggars in Cities",
    ),
    STATE_COUNCIL,
    "2003-06-20",
    Trust.REPRINT,
    "国务院令第381号",
    STATUTE_COLLECTION,
)
associations_regulation = Document(
    "china/associations-regulation",
    Label("社会团体登记管理条例", "Regulation on the Registration of Associations"),
    STATE_COUNCIL,
    "2016-02-06",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
non_enterprise_regulation = Document(
    "china/non-enterprise-regulation",
    Label(
        "民办非企业单位登记管理暂行条例",
        "Interim Regulation on the Registration of Private Non-enterprise Units",
    ),
    STATE_COUNCIL,
    "1998-10-25",
    Trust.REPRINT,
    "国务院令第251号",
    STATUTE_COLLECTION,
)
foundations_regulation = Document(
    "china/foundations-regulation",
    Label("基金会管理条例", "Regulation on Foundations"),
    STATE_COUNCIL,
    "2004-03-08",
    Trust.REPRINT,
    "国务院令第400号",
    STATUTE_COLLECTION,
)
volunteering_regulation = Document(
    "china/volunteering-regulation",
    Label("志愿服务条例", "Regulation on Volunteering"),
    STATE_COUNCIL,
    "2017-08-22",
    Trust.REPRINT,
    "国务院令第685号",
    STATUTE_COLLECTION,
)
lottery_regulation = Document(
    "china/lottery-regulation",
    Label("彩票管理条例", "Regulation on Lotteries"),
    STATE_COUNCIL,
    "2009-05-04",
    Trust.REPRINT,
    "国务院令第554号",
    STATUTE_COLLECTION,
)
funeral_regulation = Document(
    "china/funeral-regulation",
    Label("殡葬管理条例", "Regulation on Funerals"),
    STATE_COUNCIL,
    "2012-11-09",
    Trust.REPRINT,
    url=STATUTE_COLLECTION,
)
place_names_regulation = Document(
    "china/place-names-regulation",
    Label("地名管理条例", "Regulation on Place Names"),
    STATE_COUNCIL,
    "2022-03-30",
    Trust.REPRINT,
    "国务院令第753号",
    STATUTE_COLLECTION,
)
boundaries_regulation = Document(
    "china/boundaries-regulation",
    Label("行政区域界线管理条例", "Regulation on the Boundaries of Administrative Areas"),
    STATE_COUNCIL,
    "2002-05-13",
    Trust.REPRINT,
    "国务院令第353号",
    STATUTE_COLLECTION,
)
