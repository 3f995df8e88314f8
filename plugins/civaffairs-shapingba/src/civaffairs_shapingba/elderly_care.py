"""Chapter 3, section 2 of Shapingba's plan: elderly care."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, at_most, between, exactly, qualitative
from civaffairs_china import indicators as china
from civaffairs_shapingba.documents import plan_14 as document

ALL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")

# 三(二) 健全多层次养老服务体系

# 三(二)1 加强养老服务设施建设
facilities = Passage(document.at("三(二)1"), Topic.ELDERLY_CARE, period=2020, by=2025)
centres = facilities.at("一是")
homes = facilities.at("二是")
facility_rows = (centres.aims(china.home_care_facility_coverage, "社区居家养老服务设施覆盖率", "%", 95),)
facility_commitments = (
    centres.builds("facilities_everywhere", "社区养老服务设施覆盖面", "coverage of elderly-care facilities in communities",
                   100, "%", by=NO_DATE, printed="全覆盖", note=ALL_IS_100),
    centres.introduces("facilities_with_estates", "养老服务设施作为小区建设改造的配套", "elderly-care facilities as part of new and renewed estates",
                       by=NO_DATE),
    centres.introduces("facilities_in_budget", "全覆盖资金纳入财政预算", "funds for full coverage in the budget",
                       by=NO_DATE, topic=Topic.FUNDING),
    centres.builds("care_circle", "社区居家养老服务圈", "circle of care at home and in the community", at_most(15, said=""), "分钟"),
    homes.builds("district_nursing_centre", "区社会福利护养中心", "social welfare nursing centre of the district", by=NO_DATE),
    homes.builds("township_homes_renewed", "镇街敬老院升级改造", "homes for the aged of townships renewed", by=NO_DATE),
    homes.introduces("township_homes_standing", "解决镇街敬老院法人身份", "legal standing of homes for the aged of townships", by=NO_DATE),
)  # fmt: skip

# 三(二)2 推动居家、社区和机构养老融合发展. Whose homes are adapted stands among the rules.
joined_care = Passage(document.at("三(二)2"), Topic.ELDERLY_CARE, period=2020, by=2025)
models = joined_care.at("一是")
adaptation = joined_care.at("二是")
institutions = joined_care.at("三是")
standards = joined_care.at("四是")
contents = joined_care.at("五是")
inclusive = joined_care.at("六是")
joined_rows = (
    institutions.aims(china.care_quality_compliance, "养老机构服务基本质量达标率", "%", 100),
    institutions.aims(china.township_care_institution_coverage, "镇(街道)具备综合服务功能养老服务机构覆盖率", "%",
                      at_least(90, said="以上")),
    contents.aims(china.care_service_coverage, "社区养老服务覆盖率", "%", 100),
)  # fmt: skip
joined_commitments = (
    models.introduces("community_care_support", "居家社区养老服务可持续发展扶持优惠政策",
                      "support and preferences for lasting care at home and in the community", by=NO_DATE),
    models.introduces("community_care_operation", "居家社区养老配套运营管理机制", "how care at home and in the community is run", by=NO_DATE),
    models.serves("time_bank", "“时间银行”互助养老", "mutual care by a time bank", by=NO_DATE),
    models.serves("home_care_beds", "“家庭照护床位”", "care beds at home", by=NO_DATE),
    models.serves("property_service_care", "“物业服务+养老”", "care by property managers", by=NO_DATE),
    adaptation.serves("adaptation_continued", "分散供养特困和高龄、失能、残疾老年人家庭适老化改造",
                      "homes of dispersed tekun persons and of very old, dependent and disabled elders adapted", by=NO_DATE),
    adaptation.serves("adaptation_extended", "适老化改造扩大到低保高龄、失能、残疾老年人家庭",
                      "adaptation extended to very old, dependent and disabled elders in Dibao", by=NO_DATE,
                      note=Label("“适时”，专栏二已列入", "when the time comes; box 2 has them already")),
    institutions.introduces("public_homes_together", "护养中心和敬老院统筹管理", "the nursing centre and the homes for the aged run as one",
                            by=NO_DATE),
    institutions.serves("public_homes_private", "公办养老机构公建民营试点", "pilots of public homes run privately", by=NO_DATE),
    institutions.serves("institutions_graded", "养老机构等级评定", "grading of care institutions", by=NO_DATE),
    institutions.introduces("liability_insurance", "养老机构综合责任保险", "liability insurance of care institutions", by=NO_DATE),
    institutions.introduces("accident_insurance", "老年人意外伤害保险", "accident insurance of elders", by=NO_DATE),
    institutions.introduces("care_supervision", "养老服务综合监管制度", "joint supervision of elderly care", by=NO_DATE),
    standards.introduces("care_local_standards", "家庭养老床位等服务的地方标准", "local standards of care beds at home and other services",
                         by=NO_DATE),
    contents.builds("elders_database", "老年人基础信息数据库", "database of elders", by=NO_DATE),
    contents.builds("care_circle_quarter", "社区居家养老服务圈", "circle of care at home and in the community",
                    at_most(15, said=""), "分钟", by=NO_DATE, printed="一刻钟", note=Label("一刻钟即15分钟", "a quarter of an hour is 15 minutes")),
    contents.serves("three_helps", "助餐、助浴、助医“三助”", "help with meals, baths and medical care",
                    exactly(3, said=""), "项", by=NO_DATE, printed="三助", note=Label("三助即三项", "three kinds of help")),
    inclusive.introduces("inclusive_care", "普惠养老政策支撑体系", "policies in support of inclusive care", by=NO_DATE),
)  # fmt: skip

# 专栏二 养老服务工程. Whose homes are adapted stands among the rules.
box_2 = Passage(document.at("专栏二"), Topic.ELDERLY_CARE, period=2020, by=2025)
new_facilities = box_2.at("1")
highlights = box_2.at("2")
box_2_rows = (
    new_facilities.aims(china.home_care_facility_coverage, "社区养老服务设施基本全覆盖", "%",
                        qualitative("基本全覆盖", "coverage all but complete"), printed="基本全覆盖",
                        note=Label("“基本”不成比例，由人判断", "all but complete is no share: a person judges it")),
    highlights.aims(china.care_quality_compliance, "养老机构服务基本质量达标率", "%", 100),
    highlights.aims(china.township_care_institution_coverage, "镇(街道)具备综合服务功能养老服务机构覆盖率", "%",
                    at_least(90, said="以上")),
)  # fmt: skip
box_2_commitments = (
    new_facilities.builds("street_centres", "街道养老服务中心", "care centres of sub-districts", 6, "个"),
    new_facilities.builds("town_centres", "镇养老服务中心", "care centres of towns", 6, "个"),
    new_facilities.builds("care_stations", "社区养老服务站", "care stations of communities", 30, "个"),
    new_facilities.builds("mutual_points", "村级互助养老点", "mutual care points of villages", 25, "个"),
    new_facilities.builds("care_circle_box", "社区居家养老服务圈", "circle of care at home and in the community", at_most(15, said=""), "分钟"),
    highlights.builds("star_centres", "社区养老“明星中心”", "model care centres of communities",
                      between(3, 4), "个", by=NO_DATE, printed="3-4"),
    box_2.at("3").serves("elders_minds", "老年人心理关爱服务工程", "care for the minds of elders", by=NO_DATE),
    box_2.at("4").serves("time_bank_box", "“时间银行”项目", "time bank", by=NO_DATE),
    box_2.at("5").builds("adaptation_project", "适老化改造工程", "project of home adaptation", by=NO_DATE),
)  # fmt: skip

# 三(二)3 加快医养结合发展
medical_care = Passage(document.at("三(二)3"), Topic.ELDERLY_CARE, period=2020, by=2025)
medical = medical_care.at("一是")
assessment = medical_care.at("二是")
medical_rows = (
    medical.aims(china.medical_care_capacity, "社区养老设施具备医养服务能力的比率", "%", 100, by=2022),
    medical.aims(china.nursing_bed_share, "养老机构护理型床位占比", "%", at_least(60, said="以上")),
    assessment.aims(china.referral_channel_coverage, "双向转介“绿色通道”", "%", 100, printed="全覆盖", note=ALL_IS_100),
)  # fmt: skip
medical_commitments = (
    assessment.builds("assessment_centre", "老年人综合能力评估中心", "centre for the assessment of elders", by=NO_DATE),
    assessment.introduces("assessment_by_others", "老年人能力第三方评估制度", "assessment of elders by third parties", by=NO_DATE),
)  # fmt: skip

# 三(二)4 推进养老服务产业发展
industry = Passage(document.at("三(二)4"), Topic.ELDERLY_CARE, period=2020, by=2025)
business = industry.at("一是")
smart = industry.at("三是")
industry_commitments = (
    business.serves("institution_subsidies", "符合条件养老机构的建设或运营补贴", "subsidies to qualified institutions, for building or running",
                    by=NO_DATE),
    business.introduces("support_list", "社会化发展扶持清单", "list of what supports private providers", by=NO_DATE),
    business.builds("smart_care_platform", "智慧养老服务平台", "platform of smart elderly care", by=NO_DATE),
    smart.builds("smart_care_cloud", "区智慧养老云平台", "cloud platform of smart care", by=NO_DATE),
    smart.builds("care_database", "养老服务数据库", "database of elderly care", by=NO_DATE),
    smart.builds("smart_homes", "“智慧养老院”", "smart homes for the aged", by=NO_DATE),
    smart.serves("round_the_clock", "安全自动值守", "automatic watch over safety", exactly(24, said=""), "小时", by=NO_DATE),
)  # fmt: skip

# 三(二)5 加强养老服务队伍建设. How many social workers an institution needs stands among the rules too.
workforce = Passage(document.at("三(二)5"), Topic.ELDERLY_CARE, period=2020, by=2025)
training = workforce.at("一是")
families = workforce.at("三是")
staff = workforce.at("四是")
staff_rows = (
    training.aims(china.care_worker_certification, "养老护理人员持证上岗率", "%", at_least(90, said="以上")),
    training.aims(china.social_workers_per_1000_elders, "每千名老年人拥有社会工作者", "名", 1, read_as="人/千名老年人"),
    training.aims(china.social_workers_per_100_beds, "每百张养老机构床位拥有社会工作者", "名", 1, read_as="人/百张"),
)  # fmt: skip
staff_commitments = (
    training.builds("training_base", "养老护理培训基地", "training base for caregivers", by=NO_DATE),
    training.introduces("caregiver_training", "养老护理员岗前和定期培训制度", "training of caregivers before and during their work", by=NO_DATE),
    training.introduces("master_studio", "“养老技师工作室”", "studios of master caregivers", by=NO_DATE),
    families.serves("family_caregivers", "家庭护老者能力培训", "training of families who care for elders", by=NO_DATE),
    staff.introduces("staff_credit", "养老从业人员信用评价体系", "rating of the trustworthiness of care staff", by=NO_DATE),
    staff.introduces("caregiver_grades", "养老护理员职业技能等级认定制度", "skill grades of caregivers", by=NO_DATE),
    staff.introduces("staff_allowances", "养老人才入职、工龄、特殊岗位补贴制度", "allowances to care staff on entry, by years and for hard posts",
                     by=NO_DATE),
)  # fmt: skip

rows = (*facility_rows, *joined_rows, *box_2_rows, *medical_rows, *staff_rows)
commitments = (
    *facility_commitments,
    *joined_commitments,
    *box_2_commitments,
    *medical_commitments,
    *industry_commitments,
    *staff_commitments,
)
