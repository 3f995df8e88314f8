"""What is said of changes that are reckoned through."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

SIMULATING: dict[str, Wording] = {
    "kind_proposal": Wording("建议", "proposal"),
    "change_unreadable": Wording(
        "“{text}”看不懂",
        "{text} cannot be read",
        "请写成 标准编号=数，如 dibao_urban=700、dibao_rural=+5%、tekun_basic=120%、dibao_urban=-20",
        "Write standard=number, as dibao_urban=700, dibao_rural=+5%, tekun_basic=120% or dibao_urban=-20",
    ),
    "change_of_share": Wording(
        "“{text}”：该标准本身是百分比，看不出是百分点还是百分之几",
        "{text}: the standard is a percentage itself, so it is not clear of what the per cent are",
        "请写调整后的数，如 =65%",
        "Write what it is to be, as =65%",
    ),
    "change_of_nothing": Wording(
        "“{text}”是相对调整，而当天的标准不明：{why}",
        "{text} is relative, and what is in force on that day is not known: {why}",
        "请写调整后的数",
        "Write what it is to be",
    ),
    "change_below_zero": Wording(
        "“{text}”会使标准成为 {after}",
        "{text} would make the standard {after}",
        "标准不能低于零",
        "A standard cannot be below zero",
    ),
    "simulated_twice": Wording(
        "“{name}”调整了不止一次", "{name} is changed more than once", "请只写一次", "Name it once"
    ),
    "nothing_simulated": Wording(
        "没有说明调整什么",
        "nothing is changed",
        "请用 --set 标准=值 或 --proposal 建议编号",
        "Give --set STANDARD=VALUE or --proposal ID",
    ),
    "breaks_floor": Wording(
        "{standard}为{amount}，低于下限{least}", "{standard}: {amount}, below its floor of {least}"
    ),
    "breaks_fixed": Wording(
        "{standard}由上级统一规定为{above}，下级不得变动；这里设为{amount}",
        "{standard}: those above fix it at {above}, here it is {amount}",
    ),
    "breaks_raise_only": Wording(
        "{standard}下级只可提高，上级为{above}；这里设为{amount}",
        "{standard}: it may only be raised above {above}, here it is {amount}",
    ),
    "breaks_invariant": Wording("不再成立：{what}", "no longer so: {what}"),
    "breaks_way": Wording(
        "不再成立：{what}（{before} → {after}）", "no longer so: {what} ({before} → {after})"
    ),
    "income_of_rule": Wording(
        "{rule}，除以人数，舍去不足一分的部分",
        "{rule}, divided by its members and rounded down to the fen",
    ),
    "income_of_registers": Wording(
        "全部成员的全部收入，除以人数，舍去不足一分的部分",
        "all incomes of all members, divided by their number and rounded down to the fen",
    ),
    "change_touches_nothing": Wording(
        "这些调整不影响任何关于家庭和人员的规定",
        "no provision about households and persons rests on what is changed",
        "请调整别的标准，或用 --provisions 说明看哪些规定",
        "Change another standard, or name provisions with --provisions",
    ),
    "nobody_earns": Wording(
        "家庭中没有满 {age} 岁的成员，没有谁的收入可以变化",
        "nobody in the household is {age} or older, so there is no income to vary",
        "请加入一名成年成员，或写明谁有收入",
        "Add an adult, or give somebody an income",
    ),
    "title_proposals": Wording("建议（未作出规定）", "Proposals, laid down nowhere"),
    # The report.
    "title_simulation": Wording(
        "{place}：{day} 的规定与调整后的比较", "{place}: the rules of {day}, and after the change"
    ),
    "kicker_simulation": Wording("调整测算", "What a change would cost"),
    "report_notes": Wording("说明", "How to read it"),
    "report_tables_footer": Wording(
        "由 civaffairs 生成。数字由规定逐户算出，不经浮点换算；不能判断的单独计数，不当作零。",
        "Made by civaffairs. Every figure is computed household by household from the rules, exactly; what cannot be told is counted apart and never taken as zero.",
    ),
    "sheet_about": Wording("说明", "About"),
    "simulation_synthetic": Wording(
        "结果来自合成样本（{households} 户，种子 {seed}），不涉及任何真实家庭；每户代表当地 {factor} 户，数字已按此放大并取整。",
        "From a synthetic sample ({households} households, seed {seed}) that is about no real household; each stands for {factor} households of the place, and figures are scaled up by that and rounded.",
    ),
    "simulation_of_default": Wording(
        "当地的常住人口没有公布，放大所用的 {households} 户是默认值：看比例，不要看总数。",
        "How many residents the place has is not published; the {households} that figures are scaled to are a default: look at shares, not at totals.",
    ),
    "simulation_breaks": Wording(
        "调整后有 {number} 项下限或应当成立的要求不成立，仍照算，详见下表。",
        "After the change {number} of the declared floors and requirements do not hold; it is reckoned all the same, see the table.",
    ),
    "simulation_year": Wording(
        "一年按所问月份的 12 个月计；有发放期的按发放月数计；按年发放的折成每月十二分之一；一次性发放的只计一次。不考虑起发时间和人口变化。",
        "A year is 12 months like the month asked, or as many as a benefit lasts; what is paid by the year is a twelfth of it in a month; what is paid once counts once. When payment starts, and how the population changes, is left out of account.",
    ),
    "simulation_least": Wording(
        "“≥”表示下限：还有不能判断的对象或不明的金额。差额只计前后都能判断的家庭；合计要求列出的每项都能判断，可用 --provisions 只看其中几项。",
        "“≥” marks a lower bound: of some it cannot be told, or not how much. Differences are over the households of which both sides can be told; of all benefits together only where each of them can, so name fewer with --provisions to see more.",
    ),
    "simulation_tenths": Wording(
        "按家庭人均收入分为人数相等的十组，收入相同的按户编号排列；一户归入其第一名成员所在的组；收入不详的另列。收入：{income}。",
        "The groups are tenths of the persons by income per head of their households, those of one income in the order of their keys; a household belongs where its first member falls; where the income is not known it stands apart. Income: {income}.",
    ),
    "simulation_absent": Wording(
        "登记册没有这些列，凡用到它们之处都按“不知道”处理：{columns}",
        "The registers lack these columns, and what rests on them cannot be told: {columns}",
    ),
    "simulation_left_out": Wording("没有计算：{fault}", "Not computed: {fault}"),
    "simulation_untouched": Wording(
        "不受调整影响、未列出的现金给付：{names}",
        "Cash benefits that rest on nothing that changes, and are not shown: {names}",
    ),
    "simulation_set_aside": Wording(
        "因登记册有错而搁置 {households} 户，不在数字之内。",
        "Set aside for faults in the registers, and in no figure: {households} households.",
    ),
    "simulation_unnumbered": Wording(
        "人员没有编号，有人重复登记也看不出来。",
        "Persons have no numbers, so that nobody sees whether somebody is there twice.",
    ),
    "simulation_only_standards": Wording(
        "只核对了关于标准的下限和要求；对每个家庭都应成立的要求，请用 civaffairs prove 验证。",
        "Only floors and requirements about standards were looked at; what must hold for every household is for civaffairs prove.",
    ),
    "said_supposed": Wording("设想", "supposed"),
    "said_together": Wording("现金给付合计", "all cash benefits together"),
    "said_before": Wording("调整前", "before"),
    "said_after": Wording("调整后", "after"),
    "said_gain": Wording("增加", "gain"),
    "said_lose": Wording("减少", "lose"),
    "said_unchanged": Wording("不变", "unchanged"),
    "said_doubtful": Wording("不能判断", "cannot tell"),
    "said_tenths": Wording("人均收入十等分", "tenths by income per head"),
    "said_tenth": Wording("第 {number} 组", "tenth {number}"),
    "as_share": Wording("{share}%", "{share}%"),
    "at_least_share": Wording("≥ {share}%", "≥ {share}%"),
    "no_fall": Wording("没有", "none"),
    "title_changes": Wording("调整的内容", "What changes"),
    "title_broken": Wording("不成立的下限和要求", "Floors and requirements that do not hold"),
    "title_reach": Wording("惠及范围", "Whom it reaches"),
    "title_costs": Wording("支出（元）", "What it costs (yuan)"),
    "title_moved": Wording("增加和减少的家庭（元/月）", "Who gains and who loses (yuan a month)"),
    "title_by": Wording("按{by}（元/月）", "By {by} (yuan a month)"),
    "title_coverage": Wording("覆盖面，按{by}", "Coverage, by {by}"),
    "title_falls": Wording(
        "收入增加时总收入的跌落（元/月）", "Where earning more leaves less (yuan a month)"
    ),
    "course_explained": Wording(
        "一户的第一名有收入者收入从零增加，其余不变；总收入为全部收入加按月的现金给付。跌落是多挣一分钱时少得的钱，精确到分；一元以内的取整不计。“每元被减”是没有跌落的区间内，多挣一元最多少得多少。",
        "The income of the first earner grows from nothing, all else stays; what there is in all are all incomes and the monthly cash benefits. A fall is how much less there is for one fen more, found to the fen; a yuan or less is rounding. The rate is how much of a further yuan is taken away at most, where there is no fall.",
    ),
    "course_left_out": Wording(
        "{household}：未计入 {names}（不能判断，或没有公布金额）",
        "{household}: without {names} (cannot be told, or of no published amount)",
    ),
    "chart_spending": Wording("每月支出", "Spending in a month"),
    "chart_tenths": Wording("各组增加和减少的家庭占比", "Households that gain and lose, by income"),
    "chart_tenths_unit": Wording(
        "占该组家庭的 %，第 1 组收入最低", "% of the households of each tenth, the poorest first"
    ),
    "chart_course": Wording(
        "{household}：挣得越多，总共有多少", "{household}: what there is as more is earned"
    ),
    "chart_course_unit": Wording(
        "总收入，元/月；点为最大的跌落", "what there is in all, yuan a month; the dot is the largest fall"
    ),
    "chart_course_across": Wording("挣得的收入，元/月", "earned income, yuan a month"),
    "head_changed": Wording("标准或规则", "Standard or rule"),
    "head_before": Wording("调整前", "Before"),
    "head_after": Wording("调整后", "After"),
    "head_proposed": Wording("来由", "Proposed in"),
    "head_broken": Wording("内容", "What"),
    "head_already": Wording("现在就不成立", "So already"),
    "head_households_before": Wording("户，前", "Households before"),
    "head_households_after": Wording("户，后", "Households after"),
    "head_persons_before": Wording("人，前", "Persons before"),
    "head_persons_after": Wording("人，后", "Persons after"),
    "head_newly_in": Wording("新增", "Newly in"),
    "head_newly_out": Wording("退出", "Newly out"),
    "head_doubtful_before": Wording("不能判断，前", "Cannot tell before"),
    "head_doubtful_after": Wording("不能判断，后", "Cannot tell after"),
    "head_month_before": Wording("每月，前", "Month before"),
    "head_month_after": Wording("每月，后", "Month after"),
    "head_month_change": Wording("每月差额", "Month difference"),
    "head_year_before": Wording("每年，前", "Year before"),
    "head_year_after": Wording("每年，后", "Year after"),
    "head_benefit": Wording("给付", "Benefit"),
    "head_way": Wording("变化", "Change"),
    "head_households": Wording("户", "Households"),
    "head_persons": Wording("人", "Persons"),
    "head_change_month": Wording("每月合计", "Together"),
    "head_change_median": Wording("中位数", "Median"),
    "head_change_largest": Wording("最大", "Largest"),
    "head_gain_households": Wording("增加的户", "Households that gain"),
    "head_lose_households": Wording("减少的户", "Households that lose"),
    "head_doubtful_households": Wording("不能判断的户", "Cannot tell"),
    "head_share_households_before": Wording("户占比，前", "Households before"),
    "head_share_households_after": Wording("户占比，后", "Households after"),
    "head_share_persons_before": Wording("人占比，前", "Persons before"),
    "head_share_persons_after": Wording("人占比，后", "Persons after"),
    "head_household": Wording("家庭", "Household"),
    "head_side": Wording("前后", "When"),
    "head_fall": Wording("最大跌落", "Largest fall"),
    "head_fall_income": Wording("收入达到", "From an income of"),
    "head_falls": Wording("跌落处数", "Falls"),
    "head_rate": Wording("每元被减", "Taken of a yuan"),
    # The command.
    "help_simulate": Wording(
        "测算标准或规则调整的影响：支出、受益和受损的家庭、收入增加时的跌落。",
        "Reckon what a change of standards or rules would cost, who gains and who loses, and where the cliffs are.",
    ),
    "option_simulate_on": Wording(
        "按哪个月(月末)或哪一天的规定比较，如 2024-09。",
        "Month, by its last day, or day whose rules it is compared with, as 2024-09.",
    ),
    "option_set": Wording(
        "调整一项标准，可重复：dibao_urban=700、dibao_rural=+5%、tekun_basic=120%、dibao_urban=-20。",
        "Change a standard; may be repeated: dibao_urban=700, dibao_rural=+5%, tekun_basic=120%, dibao_urban=-20.",
    ),
    "option_proposal": Wording(
        "采用插件声明的一项建议（编号），可重复。",
        "Try a proposal that a plugin declares, by its id; may be repeated.",
    ),
    "option_nested": Wording(
        "civaffairs nest 生成的文件，代替两个登记册。",
        "A file that civaffairs nest wrote, instead of registers.",
    ),
    "option_simulate_sample": Wording(
        "不用登记册，抽取这么多户的合成样本，结果按当地规模放大。",
        "Instead of registers, draw a synthetic sample of so many households; figures are scaled up to the place.",
    ),
    "option_simulate_provisions": Wording(
        "只看这些规定（编号，逗号分隔）；不写则看所有受影响的。",
        "Only these provisions, by id with commas; by default all that rest on what changes.",
    ),
    "option_simulate_by": Wording(
        "按哪些列分组（逗号分隔）；decile 是按人均收入的十等分。",
        "Columns by which groups are made, with commas; decile are tenths by income per head.",
    ),
    "option_household_type": Wording(
        "用这个案例文件中的家庭看收入增加时的变化，可重复；不写则用三个合成家庭。",
        "Look at the household in this case file as it earns more; may be repeated; by default three synthetic ones.",
    ),
    "simulate_source": Wording(
        "请给出且只给出一种人口：登记册、嵌套文件或样本",
        "a population is needed, and only one: registers, a nested file, or a sample",
        "请写 --households 和 --persons，或 --nested，或 --sample 20000",
        "Give --households and --persons, or --nested, or --sample 20000",
    ),
    "simulate_sample_besides": Wording(
        "样本不读登记册，用不上这个选项",
        "a sample reads no registers and has no use for this option",
        "请去掉它，或用登记册代替 --sample",
        "Leave it out, or give registers instead of --sample",
    ),
    "type_no_household": Wording(
        "案例不是家庭", "the case is no household", "请给出家庭的案例文件", "Give a case file of a household"
    ),
    "simulate_progress": Wording("测算家庭", "reckoning households"),
    "said_township": Wording("乡镇、街道", "township"),
}
