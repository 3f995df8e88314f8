"""The national laws and notices that the rules cite, by subject.

The trust mark is that of the copy that was read. Most were read in one law collection only; where an official
page or the press says the same, the mark is theirs.
"""

from civaffairs import Document, Label, Trust

STATE_COUNCIL = "国务院"
MINISTRY = "民政部"
# The collections in which the texts were read.
LAW_COLLECTION = "https://github.com/passwordgloo/Comet-law"
STATUTE_COLLECTION = "https://github.com/LawRefBook/Laws"

EARLIER = Label("来源中没有更早的规定", "earlier rules are not among the sources")


# Social assistance 社会救助

assistance_decree = Document(
    "china/social-assistance-decree",
    Label("社会救助暂行办法", "Interim Measures for Social Assistance"),
    STATE_COUNCIL,
    "2014-02-21",
    Trust.OFFICIAL,
    "国务院令第649号",
    "http://www.guangshui.gov.cn/jcxxgkpt/bmxxgk/smzj/fdzdgknr_15792/qtzd_guangshui/hygq_guangshui/202211/t20221123_1059587.shtml",
)
dibao_measures = Document(
    "china/dibao-measures",
    Label("最低生活保障审核确认办法", "Measures for the Examination and Confirmation of Dibao"),
    MINISTRY,
    "2021-06-11",
    Trust.REPRINT,
    "民发〔2021〕57号",
    LAW_COLLECTION,
)
tekun_measures = Document(
    "china/tekun-measures",
    Label("特困人员认定办法", "Measures for the Recognition of Tekun Persons"),
    MINISTRY,
    "2021-04-26",
    Trust.REPRINT,
    "民发〔2021〕43号",
    LAW_COLLECTION,
)
assistance_notice_2022 = Document(
    "china/assistance-notice-2022",
    Label(
        "关于进一步做好最低生活保障等社会救助兜底保障工作的通知",
        "Notice on Dibao and Other Basic Social Assistance",
    ),
    MINISTRY,
    "2022-10-20",
    Trust.REPRINT,
    "民发〔2022〕83号",
    LAW_COLLECTION,
)
reform_opinion = Document(
    "china/assistance-reform-opinion",
    Label("关于改革完善社会救助制度的意见", "Opinion on Reforming the System of Social Assistance"),
    "中共中央办公厅、国务院办公厅",
    "2020-08",
    Trust.REPRINT,
    "",
    LAW_COLLECTION,
)
# The next two were not read; the plans of several places say the same.
tekun_notice_2016 = Document(
    "china/tekun-notice-2016",
    Label(
        "关于贯彻落实《国务院关于进一步健全特困人员救助供养制度的意见》的通知",
        "Notice on Carrying Out the Opinion on the Support of Tekun Persons",
    ),
    MINISTRY,
    2016,
    Trust.UNCONFIRMED,
)
dispersed_tekun_notice = Document(
    "china/dispersed-tekun-notice",
    Label(
        "关于加强分散供养特困人员照料服务的通知",
        "Notice on Care for Tekun Persons in Dispersed Support",
    ),
    MINISTRY,
    2019,
    Trust.UNCONFIRMED,
    "民发〔2019〕124号",
)
homeless_opinion = Document(
    "china/homeless-opinion",
    Label(
        "关于加强生活无着流浪乞讨人员身份查询和照料安置工作的意见",
        "Opinion on Identifying, Caring for and Settling the Homeless",
    ),
    "民政部、公安部",
    "2015-08-20",
    Trust.REPRINT,
    "民发〔2015〕158号",
    "http://jinrizhengce.com/leone/vip_doc/7241729.html",
)
rigid_spending_measures = Document(
    "china/rigid-spending-measures",
    Label(
        "刚性支出困难家庭认定办法",
        "Measures for the Recognition of Families in Difficulty from Rigid Spending",
    ),
    MINISTRY,
    2024,
    Trust.PRESS,
    "",
    "https://wxredian.com/art?id=2c47aac267f4915ff324bd99abc740de",
)
temporary_assistance_opinion = Document(
    "china/temporary-assistance-opinion",
    Label(
        "关于进一步加强和改进临时救助工作的意见",
        "Opinion on Strengthening and Improving Temporary Assistance",
    ),
    MINISTRY,
    "2018-01-23",
    Trust.REPRINT,
    "民发〔2018〕23号",
    LAW_COLLECTION,
)


# Children 儿童福利

orphan_opinion = Document(
    "china/orphan-opinion",
    Label("关于加强孤儿保障工作的意见", "Opinion on Strengthening the Protection of Orphans"),
    "国务院办公厅",
    "2010-11-16",
    Trust.REPRINT,
    "国办发〔2010〕54号",
    LAW_COLLECTION,
)
children_in_difficulty_opinion = Document(
    "china/children-in-difficulty-opinion",
    Label(
        "关于加强困境儿童保障工作的意见",
        "Opinion on Strengthening the Protection of Children in Difficulty",
    ),
    STATE_COUNCIL,
    "2016-06",
    Trust.REPRINT,
    "国发〔2016〕36号",
    LAW_COLLECTION,
)
unattended_children_opinion = Document(
    "china/unattended-children-opinion",
    Label(
        "关于进一步加强事实无人抚养儿童保障工作的意见",
        "Opinion on Further Strengthening the Protection of De Facto Unattended Children",
    ),
    "民政部等12部门",
    "2019-06",
    Trust.REPRINT,
    "民发〔2019〕62号",
    LAW_COLLECTION,
)
tomorrow_plan_measures = Document(
    "china/tomorrow-plan-measures",
    Label("“孤儿医疗康复明天计划”项目实施办法", "Measures for the Tomorrow Plan for Orphans' Medical Care"),
    MINISTRY,
    2019,
    Trust.PRESS,  # the measures themselves were not read, only the report on them
    "",
    "http://china-lottery.net/news/468661.html",
)
education_grant_measures = Document(
    "china/education-grant-measures",
    Label(
        "“福彩圆梦·孤儿助学工程”项目实施暂行办法",
        "Interim Measures for the Education Grant for Orphans",
    ),
    "民政部办公厅",
    2019,
    Trust.OFFICIAL,  # as a county's notice restates them
    "民办发〔2019〕24号",
    "http://www.blzq.gov.cn/zzllms/zzllmstzgg/202412/t20241211_2492103.html",
)
education_grant_measures_2025 = Document(
    "china/education-grant-measures-2025",
    Label("“福彩圆梦·孤儿助学工程”项目实施办法", "Measures for the Education Grant for Orphans"),
    MINISTRY,
    "2025-04",
    Trust.PRESS,
    "",
    "http://nc.cnhubei.com/c/2025-04-22/125929.shtml",
)


# Persons with disabilities 残疾人福利

disability_subsidies_opinion = Document(
    "china/disability-subsidies-opinion",
    Label(
        "关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见",
        "Opinion on the Living Subsidy and the Nursing Subsidy for Persons with Disabilities",
    ),
    STATE_COUNCIL,
    "2015-09",
    Trust.PRESS,
    "国发〔2015〕52号",
    "http://www.victorzhang.cn/page/2017/0227/927180.shtml",
)
disability_care_notice = Document(
    "china/disability-care-notice",
    Label(
        "关于在脱贫攻坚中做好贫困重度残疾人照护服务工作的通知",
        "Notice on Care for Poor Persons with Severe Disabilities",
    ),
    "民政部等5部门",
    "2019-04",
    Trust.UNCONFIRMED,  # the notice itself was not read, only an article that reports it
    "",
    "https://fx361.cc/page/2019/0119/15203079.shtml",
)


# Elders 老年人

elders_law = Document(
    "china/elders-law",
    Label("老年人权益保障法", "Law on the Protection of the Rights of Elders"),
    "全国人民代表大会常务委员会",
    "2018-12-29",
    Trust.REPRINT,
    "",
    LAW_COLLECTION,
)
ability_standard = Document(
    "china/ability-standard",
    Label("老年人能力评估规范", "Specification for the Assessment of Elders' Abilities"),
    "国家市场监督管理总局、国家标准化管理委员会",
    "2022-12-30",
    Trust.REPRINT,
    "GB/T 42195-2022",
)


# Funerals 殡葬

grave_interpretation = Document(
    "china/grave-interpretation",
    Label(
        "关于贯彻执行《殡葬管理条例》中几个具体问题的解释",
        "Interpretation of Questions on the Funeral Regulations",
    ),
    MINISTRY,
    "1998-09-16",
    Trust.OFFICIAL,  # as a district's answer to the public restates it
    "民事发〔1998〕10号",
    "https://www.szgm.gov.cn/szgm/hdjl/ywzsk/sbfw/content/post_8353268.html",
)
grave_answers = Document(
    "china/grave-answers",
    Label("恩平市业务知识库 民政", "Enping's answers to the public on civil affairs"),
    "恩平市人民政府",
    None,
    Trust.UNCONFIRMED,  # a county-level page that does not name the rule behind it
    "",
    "http://www.enping.gov.cn/hdjl/ywzsk/m/content/post_2708574.html",
)


# Social organisations and charities 社会组织和慈善

association_regulations = Document(
    "china/association-regulations",
    Label(
        "社会团体登记管理条例(2016年修订)",
        "Regulations on the Registration of Associations as revised in 2016",
    ),
    STATE_COUNCIL,
    "2016-02-06",
    Trust.REPRINT,
    "",
    STATUTE_COLLECTION,
)
foundation_regulations = Document(
    "china/foundation-regulations",
    Label("基金会管理条例", "Regulations on Foundations"),
    STATE_COUNCIL,
    "2004-03-08",
    Trust.REPRINT,
    "",
    STATUTE_COLLECTION,
)

assessment_measures = Document(
    "china/assessment-measures",
    Label("社会组织评估管理办法", "Measures for the Assessment of Social Organisations"),
    MINISTRY,
    "2010-12",
    Trust.REPRINT,
    "民政部令第39号",
    LAW_COLLECTION,
)
charity_law_2016 = Document(
    "china/charity-law-2016",
    Label("慈善法(2016年)", "Charity Law of 2016"),
    "全国人民代表大会",
    "2016-03-16",
    Trust.REPRINT,
    "",
    STATUTE_COLLECTION,
)
charity_law = Document(
    "china/charity-law",
    Label("慈善法(2023年修正)", "Charity Law as amended in 2023"),
    "全国人民代表大会常务委员会",
    "2023-12-29",
    Trust.REPRINT,
    "",
    STATUTE_COLLECTION,
)
fundraising_measures = Document(
    "china/fundraising-measures",
    Label("慈善组织公开募捐管理办法", "Measures for Public Fundraising by Charities"),
    MINISTRY,
    2024,
    Trust.REPRINT,
    "",
    LAW_COLLECTION,
)


# Plans, and averages of the nation 规划和全国平均标准

# The next two were not read: the press and plans of provinces state their figures.
plan_14 = Document(
    "china/plan-14",
    Label("“十四五”民政事业发展规划", "14th Five-Year Plan for Civil Affairs"),
    "民政部、国家发展和改革委员会",
    2021,
    Trust.PRESS,
    "民发〔2021〕51号",
)
community_plan_14 = Document(
    "china/community-services-plan-14",
    Label("“十四五”城乡社区服务体系建设规划", "14th Five-Year Plan for Urban and Rural Community Services"),
    "国务院办公厅",
    2021,
    Trust.PRESS,
    "国办发〔2021〕56号",
)


def _averages(name: str, when: str, zh: str, en: str, trust: Trust) -> Document:
    """Where national averages were seen; neither issuer nor page is known."""
    return Document(f"china/averages-{name}", Label(zh, en), "", when, trust)


averages_2016 = _averages(
    "2016", "2016", "全国低保平均标准(2016年)", "National averages of Dibao in 2016", Trust.REPRINT
)
averages_2019 = _averages(
    "2019", "2019-03", "全国低保平均标准(2019年3月)", "National averages of Dibao in March 2019", Trust.PRESS
)
averages_2020 = _averages(
    "2020", "2020", "全国低保平均标准(2020年)", "National averages of Dibao in 2020", Trust.REPRINT
)
averages_2023 = _averages(
    "2023",
    "2023-01",
    "全国低保和孤儿平均标准(2023年1月)",
    "National averages of Dibao and of the support of orphans in January 2023",
    Trust.PRESS,
)
