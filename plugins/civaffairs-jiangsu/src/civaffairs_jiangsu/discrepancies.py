"""What the cities' published standards give when they are worked out again, and where their sources disagree."""

from civaffairs import Discrepancy, Grade, Label, Recomputation, Side, entry, product_of
from civaffairs_jiangsu.cities import nanjing, nantong, suqian, suzhou, wuxi
from civaffairs_jiangsu.documents import plan_14

# 苏州 Suzhou: tekun at 1.4 times Dibao. 无锡 Wuxi: at least 1.5 times.
recomputations = (
    Recomputation(
        "suzhou_tekun_2018", entry(suzhou.tekun, "2018-07"), product_of(entry(suzhou.urban, "2018-07"), "1.4")
    ),
    Recomputation(
        "suzhou_tekun_2019", entry(suzhou.tekun, "2019-07-01"), product_of(entry(suzhou.urban, "2019-07-01"), "1.4")
    ),
    Recomputation(
        "suzhou_tekun_2020", entry(suzhou.tekun, "2020-07-01"), product_of(entry(suzhou.urban, "2020-07-01"), "1.4")
    ),
    Recomputation(
        "suzhou_tekun_2023", entry(suzhou.tekun, "2023"), product_of(entry(suzhou.urban, "2023"), "1.4")
    ),
    Recomputation(
        "suzhou_tekun_2024", entry(suzhou.tekun, "2024-07"), product_of(entry(suzhou.urban, "2024-07"), "1.4")
    ),
    Recomputation(
        "suzhou_tekun_2025", entry(suzhou.tekun, "2025-07-01"), product_of(entry(suzhou.urban, "2025-07-01"), "1.4")
    ),
    Recomputation(
        "wuxi_tekun_2023", entry(wuxi.tekun, "2023"), product_of(entry(wuxi.urban, "2023"), "1.5")
    ),
    Recomputation(
        "wuxi_tekun_2024", entry(wuxi.tekun, "2024-07-01"), product_of(entry(wuxi.urban, "2024-07-01"), "1.5")
    ),
    Recomputation(
        "wuxi_tekun_2025", entry(wuxi.tekun, "2025-07-01"), product_of(entry(wuxi.urban, "2025-07-01"), "1.5")
    ),
)  # fmt: skip

AS_PUBLISHED = Label("公布的数额", "the figure as published")

discrepancies = (
    # 南京 Nanjing: the old-age allowance
    Discrepancy(
        "nanjing_allowance_80",
        Label("南京市80至89周岁尊老金", "Nanjing's old-age allowance at 80 to 89"),
        Grade.TWO_VALUES,
        (
            Side(Label("每月50元", "50 yuan a month"), nanjing.old_age_accounts.at("尊老金 80至89周岁 一说")),
            Side(Label("每月60元", "60 yuan a month"), nanjing.old_age_accounts.at("尊老金 80至89周岁 又一说")),
        ),
        Label("两个数额都保留，不设标准", "both are kept, and there is no standard"),
        Label("均未经证实，也无日期", "neither is confirmed or dated"),
    ),
    Discrepancy(
        "nanjing_allowance_100",
        Label("南京市100周岁以上尊老金", "Nanjing's old-age allowance from 100 on"),
        Grade.TWO_VALUES,
        (
            Side(Label("每月300元", "300 yuan a month"), nanjing.old_age_accounts.at("尊老金 100周岁以上 一说")),
            Side(Label("每月600元", "600 yuan a month"), nanjing.old_age_accounts.at("尊老金 100周岁以上 又一说")),
        ),
        Label("两个数额都保留，不设标准", "both are kept, and there is no standard"),
        Label("均未经证实，也无日期", "neither is confirmed or dated"),
    ),
    # 苏州 Suzhou: tekun and 1.4 times Dibao
    Discrepancy(
        "suzhou_tekun_2023",
        Label("苏州市2023年特困标准与低保标准的1.4倍", "Suzhou's tekun standard of 2023 and 1.4 times Dibao"),
        Grade.TWO_VALUES,
        (
            Side(Label("特困1600元", "1600 yuan for tekun persons"), suzhou.notice_2023.at("特困人员")),
            Side(Label("低保1115元，1.4倍为1561元", "Dibao of 1115 yuan, 1.4 times which is 1561"),
                 suzhou.notice_2023.at("城市低保")),
            Side(Label("特困为低保的140%", "tekun support is 140 % of Dibao"), suzhou.rules_2020.at("特困人员 140%")),
        ),
        AS_PUBLISHED,
        Label("未经证实；140%读作下限，未被突破", "unconfirmed; 140 % is read as a floor, which it keeps"),
    ),
    Discrepancy(
        "suzhou_tekun_2024",
        Label("苏州市2024年特困标准与低保标准的1.4倍", "Suzhou's tekun standard of 2024 and 1.4 times Dibao"),
        Grade.TWO_VALUES,
        (
            Side(Label("特困1630元", "1630 yuan for tekun persons"), suzhou.before_2025.at("特困人员")),
            Side(Label("低保1155元，1.4倍为1617元", "Dibao of 1155 yuan, 1.4 times which is 1617"),
                 suzhou.before_2025.at("城市低保")),
            Side(Label("特困为低保的140%", "tekun support is 140 % of Dibao"), suzhou.rules_2020.at("特困人员 140%")),
        ),
        AS_PUBLISHED,
        Label("未经证实；140%读作下限，未被突破", "unconfirmed; 140 % is read as a floor, which it keeps"),
    ),
    Discrepancy(
        "suzhou_tekun_2025",
        Label("苏州市2025年特困标准与低保标准的1.4倍", "Suzhou's tekun standard of 2025 and 1.4 times Dibao"),
        Grade.TWO_VALUES,
        (
            Side(Label("特困1692元", "1692 yuan for tekun persons"), suzhou.notice_2025.at("特困人员")),
            Side(Label("低保1208元，1.4倍为1691.2元", "Dibao of 1208 yuan, 1.4 times which is 1691.2"),
                 suzhou.notice_2025.at("城市低保")),
        ),
        AS_PUBLISHED,
        Label("向上取整到元", "it is rounded up to the yuan"),
    ),
    Discrepancy(
        "suzhou_orphans_taicang",
        Label("苏州市2019年、2020年孤儿标准是太仓市的数额", "Suzhou's orphan standards of 2019 and 2020 are Taicang's"),
        Grade.SCOPE,
        (
            Side(Label("2020年机构2640元、散居2280元，是太仓市的", "2640 and 2280 yuan in 2020, those of Taicang"),
                 suzhou.notice_2020.at("集中供养孤儿")),
            Side(Label("2023年全市机构和散居都是3000元", "3000 yuan for both in 2023, those of the city"),
                 suzhou.notice_2023.at("集中供养孤儿")),
        ),
        Label("太仓市的数额", "Taicang's figures"),
        Label("未见全市的数额", "none of the whole city was seen"),
    ),
    # 无锡 Wuxi: tekun and 1.5 times Dibao
    Discrepancy(
        "wuxi_tekun",
        Label("无锡市特困标准与低保标准的1.5倍", "Wuxi's tekun standard and 1.5 times Dibao"),
        Grade.TWO_VALUES,
        (
            Side(Label("不低于低保标准的1.5倍", "at least 1.5 times the Dibao standard"), wuxi.notice_2024.at("特困人员 1.5倍")),
            Side(Label("2023年1645元，1095元的1.5倍为1642.5元", "1645 yuan in 2023; 1.5 times 1095 is 1642.5"),
                 wuxi.before_2024.at("特困人员")),
            Side(Label("2024年1675元，1115元的1.5倍为1672.5元", "1675 yuan in 2024; 1.5 times 1115 is 1672.5"),
                 wuxi.notice_2024.at("特困人员")),
            Side(Label("2025年1751元，1167元的1.5倍为1750.5元", "1751 yuan in 2025; 1.5 times 1167 is 1750.5"),
                 wuxi.notice_2025.at("特困人员")),
        ),
        AS_PUBLISHED,
        Label("1.5倍是下限，公布的数额都向上取整", "1.5 times is a floor; the published figures are rounded up from it"),
    ),
    # 南通 Nantong: town and country, city and county-level city
    Discrepancy(
        "nantong_tekun_by_area",
        Label("南通市城市和农村特困标准相差近一倍", "Nantong's urban tekun standard is nearly twice the rural one"),
        Grade.SCOPE,
        (
            Side(Label("低保750元时城市特困1945元", "1945 yuan urban while Dibao is 750"), nantong.before_2022.at("城市特困人员")),
            Side(Label("低保750元时农村特困1010元", "1010 yuan rural while Dibao is 750"), nantong.before_2022.at("农村特困人员")),
        ),
        Label("城乡分列，农村约1.35倍，城市约2.59倍", "two standards: about 1.35 times Dibao in the country and 2.59 in town"),
        Label("2022年、2023年仍是如此，不是笔误", "2022 and 2023 repeat it: no slip of the pen"),
    ),
    Discrepancy(
        "nantong_qidong",
        Label("以启东市的数额代南通市", "Qidong's figures stand for Nantong"),
        Grade.SCOPE,
        (
            Side(Label("2021年、2022年是启东市的数额", "those of 2021 and 2022 are Qidong's"), nantong.qidong_2022.at("城市低保")),
            Side(Label("2023年是南通市的数额", "those of 2023 are Nantong's"), nantong.notice_2023.at("城市低保")),
        ),
        Label("2023年以前用启东市的", "Qidong's before 2023"),
        Label("未见南通市这两年的数额；2022年城市特困与2023年全市相同",
              "none of Nantong was seen for these years; the urban tekun figure of 2022 is the city's of 2023"),
    ),
    Discrepancy(
        "nantong_counties_tekun",
        Label("海安、如皋、如东的特困标准", "the tekun standard in Hai'an, Rugao and Rudong"),
        Grade.SCOPE,
        (
            Side(Label("三县市1900元", "1900 yuan in the three counties"), nantong.notice_2023.at("特困人员")),
            Side(Label("全市城市特困2025元", "2025 yuan urban in the city"), nantong.notice_2023.at("城市特困人员")),
        ),
        Label("市定数额；1900元另列", "the city's figure; the 1900 yuan are listed beside it"),
        Label("三地另有规定", "the three have a rule of their own"),
    ),
    # 宿迁 Suqian: below the multiple that the province asked for later
    Discrepancy(
        "suqian_rural_tekun_2020",
        Label("宿迁市2020年末农村特困标准低于低保标准的1.3倍", "Suqian's rural tekun standard of 2020 is below 1.3 times Dibao"),
        Grade.DATES,
        (
            Side(Label("每年9061元，低保610元", "9061 yuan a year, with Dibao of 610 a month"), suqian.end_of_2020.at("农村特困人员")),
            Side(Label("不低于低保标准的1.3倍，即每年9516元", "at least 1.3 times Dibao, which is 9516 yuan a year"),
                 plan_14.at("社会救助 1.3倍")),
        ),
        AS_PUBLISHED,
        Label("省规划的下限在后，可能按较早的低保标准核定",
              "the province's floor is later, and an earlier Dibao standard may lie behind it"),
    ),
)  # fmt: skip
