"""What is said of deciding whole registers."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

RUNNING: dict[str, Wording] = {
    "run_of_other": Wording(
        "“{provision}”的对象是 {model}，不是家庭或人员",
        "{provision} is about a {model}, not about households or persons",
        "人口登记册只能计算关于家庭和人员的规定；其他对象请用 civaffairs decide",
        "Registers of a population are decided for provisions about households and persons; for other things use civaffairs decide",
    ),
    "run_column_unknown": Wording(
        "家庭登记册没有“{column}”这一列",
        "the register of households has no column {column}",
        "可以按这些列汇总：{known}",
        "Totals can be made by these: {known}",
    ),
    "month_malformed": Wording(
        "“{text}”不是月份或日期",
        "{text} is neither a month nor a day",
        "请写成 2024-09 或 2024-09-01",
        "Write it as 2024-09 or 2024-09-01",
    ),
    "memory_malformed": Wording(
        "“{text}”不是内存大小",
        "{text} is no amount of memory",
        "请写成 400MB 或 2GB",
        "Write it as 400MB or 2GB",
    ),
    "memory_of_duckdb": Wording(
        "引擎 {engine} 没有内存上限可设",
        "the engine {engine} has no amount of memory to be set",
        "请去掉 --memory，或者写 --engine duckdb",
        "Leave --memory out, or write --engine duckdb",
    ),
    "run_progress": Wording("核定家庭", "deciding households"),
    "nest_progress": Wording("整理家庭", "nesting households"),
    "run_facts_absent": Wording(
        "登记册没有这些列，凡用到它们之处都按“不知道”处理：{columns}",
        "the registers lack these columns, and what rests on them cannot be told: {columns}",
    ),
    "run_unsettled": Wording("不能判断的原因之一：{why}", "one reason why it cannot be told: {why}"),
    "run_left_out": Wording(
        "未计算的规定 {number} 项：{which}",
        "provisions that were not computed, {number}: {which}",
    ),
    "run_set_aside": Wording(
        "因登记册有错而搁置 {households} 户、{persons} 人，逐行列在结果目录的 set_aside 文件中",
        "set aside for faults in the registers: {households} households, {persons} persons; the file set_aside among the results lists them",
    ),
    "run_for_day": Wording("按 {day} 的规定和年龄计算", "by the rules and ages of {day}"),
    "title_run": Wording(
        "{name}：{households} 户、{persons} 人", "{name}: {households} households, {persons} persons"
    ),
    "head_provision": Wording("规定", "Provision"),
    "head_group": Wording("组别", "Group"),
    "head_things": Wording("总数", "All"),
    "head_yes": Wording("符合", "Yes"),
    "head_refused": Wording("不符合", "No"),
    "head_doubtful": Wording("不能判断", "Cannot tell"),
    "head_total": Wording("金额合计", "Amount"),
    "head_unsized": Wording("金额不明", "Amount unknown"),
    "said_group_unknown": Wording("不详", "not known"),
    "said_everybody": Wording("全部", "all"),
    "help_run": Wording(
        "用同一套规定核定整个登记册：结果逐户逐人，金额到分，并给出汇总。",
        "Decide whole registers by the same rules: results by household and person, to the fen, and totals.",
    ),
    "help_nest": Wording(
        "把家庭和人员登记册整理成一户一行的文件，供反复计算。",
        "Write the registers as one file with a row for each household, for repeated runs.",
    ),
    "option_households_file": Wording(
        "家庭登记册(Parquet 或 CSV)，或 civaffairs nest 生成的文件。",
        "Register of households (Parquet or CSV), or a file that civaffairs nest has written.",
    ),
    "option_persons_file": Wording("人员登记册(Parquet 或 CSV)。", "Register of persons (Parquet or CSV)."),
    "option_columns": Wording(
        "列名对照文件(TOML)：登记册的列各是什么。",
        "File (TOML) that says what the columns of the registers are.",
    ),
    "option_month": Wording("月份，如 2024-09；也可写日期。", "Month, as 2024-09; or a day."),
    "option_run_output": Wording("写入的目录；不得已有内容。", "Folder to write; nothing may be there yet."),
    "option_nest_output": Wording("写入的文件(.arrow)。", "File to write (.arrow)."),
    "option_provisions": Wording(
        "要计算的规定，以逗号分隔；默认全部。", "Provisions to decide, with commas between; by default all."
    ),
    "option_by": Wording(
        "按家庭登记册的这一列汇总；可多次给出。默认 area，有 township 时也按它。",
        "Total by this column of households; may be repeated. By default area, and township where there is one.",
    ),
    "option_faulty": Wording(
        "登记册有错的行：stop 全部列出后停止，set-aside 搁置该户、其余照算。",
        "Faulty rows: stop lists them all and stops, set-aside leaves their households out and goes on.",
    ),
    "option_engine": Wording(
        "计算引擎：numpy、duckdb 在本机，spark 在 Spark 集群(列名、类型须合规，只读 Parquet)。",
        "Engine: numpy or duckdb on this machine, spark where Spark runs (columns as the facts are called and typed; Parquet only).",
    ),
    "run_spark_needs": Wording(
        "用 Spark 计算不支持 {what}",
        "a run on Spark does without {what}",
        "请去掉它，或不用 Spark",
        "Leave it out, or do without Spark",
    ),
    "run_spark_parquet": Wording(
        "Spark 只读 Parquet 登记册",
        "on Spark registers are read from Parquet",
        "请改为 Parquet，或用 --engine duckdb",
        "Write them as Parquet, or use --engine duckdb",
    ),
    "option_run_form": Wording("结果文件的格式。", "Kind of file for the results."),
    "option_least": Wording(
        "另写一份可公布的汇总(published.csv)，小于此数的隐去。",
        "Also write totals for publication (published.csv) in which counts below this are withheld.",
    ),
    "option_memory": Wording("引擎 duckdb 最多占用的内存。", "How much memory the engine duckdb may take."),
    "option_run_json": Wording("以 JSON 输出报告。", "Print the report as JSON."),
}
