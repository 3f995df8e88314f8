"""What is said when rules are compiled to SQL."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

COMPILING: dict[str, Wording] = {
    "not_in_bulk": Wording(
        "“{what}”({node})不能成批计算",
        "{what} ({node}) cannot be computed in bulk",
        "请改用规则树表达，或用 decide 逐案判断",
        "Say it as a tree, or decide case by case with `decide`",
    ),
    "purpose_spark": Wording("用 Spark 计算全部人口", "running whole populations on Spark"),
    "spark_does_not_start": Wording(
        "Spark 无法启动",
        "Spark does not start",
        "请安装 Java 17 或更高版本并设置 JAVA_HOME，或在已打开的 Spark 会话中运行",
        "Install Java 17 or later and set JAVA_HOME, or run this where a Spark session is open",
    ),
    "spark_not_of_people": Wording(
        "“{what}”不是关于家庭或人员的规定，登记册中没有它的对象",
        "{what} is not about households or persons, and the registers are of these",
        "请改用关于家庭或人员的规定",
        "Ask for a provision about households or persons",
    ),
    "spark_key_absent": Wording(
        "登记册没有 {column} 列",
        "a register has no column {column}",
        "请补上该列：每一行都要有它",
        "Add it; every row needs one",
    ),
    "spark_income_unknown": Wording(
        "没有 {column} 这一类收入",
        "there is no kind of income {column}",
        "可用的类别：{known}",
        "The kinds are: {known}",
    ),
    "spark_column_type": Wording(
        "{column} 列的类型是 {found}，应当是 {wanted}",
        "the column {column} is {found} and should be {wanted}",
        "请先换算：金额以分为单位取整数，日期取 DATE，分类取术语的 id",
        "Convert it first: money to whole fen, dates to DATE, categories to the ids of their terms",
    ),
    "provisions_apart": Wording(
        "一次查询只能回答同一类事物的规定，而这里是{models}",
        "one query answers for one kind of thing with what is within it, and these are about {models}",
        "请按类别分别查询",
        "Ask for each kind by itself",
    ),
    "purpose_populations": Wording("计算全部人口", "running whole populations"),
}
