"""What is said when rules are compiled to SQL."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

COMPILING: dict[str, Wording] = {
    "not_in_sql": Wording(
        "“{what}”({node})不能用 SQL 计算",
        "{what} ({node}) cannot be computed in SQL",
        "请改用规则树表达，或用 decide 逐案判断",
        "Say it as a tree, or decide case by case with `decide`",
    ),
    "provisions_apart": Wording(
        "一次查询只能回答同一类事物的规定，而这里是{models}",
        "one query answers for one kind of thing with what is within it, and these are about {models}",
        "请按类别分别查询",
        "Ask for each kind by itself",
    ),
    "purpose_populations": Wording("计算全部人口", "running whole populations"),
}
