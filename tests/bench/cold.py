"""From nothing to the first answer: load what deciding in Jiangjin needs, and decide on Dibao."""

from datetime import date
from decimal import Decimal

from civaffairs.domain.models import Household, Income, IncomeKind, Person
from civaffairs.domain.models.terms import Area
from civaffairs.engines.deciding import decide
from civaffairs.loading import load

DECIDING = ("jurisdictions", "standards", "rules", "provisions")

home = Household(
    area=Area.URBAN,
    assets_within_limits=True,
    members=(
        Person(
            born=date(1985, 5, 1),
            incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal(1000)),),
            employed=True,
            work_cost=Decimal(0),
        ),
        Person(born=date(2015, 5, 1), incomes=(), employed=False),
    ),
)
book = load(only=("china", "chongqing", "jiangjin"), parts=DECIDING)["jiangjin"].rulebook
print(decide(book, home, on=date(2024, 3, 1), provisions=["dibao"])["dibao"].amount)
