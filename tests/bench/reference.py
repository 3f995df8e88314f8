"""The rule that engines and peers are measured with: Dibao for a household, in three ways of writing it down.

Countable income deducts a fifth of an earner's income, at most half the standard. A household whose income
per head is below the standard and whose assets are within 36 standards a head is topped up, rounded up to the
yuan. In a household beside it, below one and a half times both, the severely disabled and the seriously ill
each get the standard. The rule is fictional.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import Household, Income, IncomeKind, Person
from civaffairs.domain.models.terms import Area
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.expr import Condition, LocalStandard, Quantity, cases, greatest, least
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount

DAY = date(2025, 3, 1)
PLACE = Jurisdiction("bench", Label("测", "bench"), Level.DISTRICT, "990109", "china", fictional=True)
CLAUSE = Document("bench/rule", Label("测", "bench"), "", 2020).at("1")
EARLIER = Label("无", "nothing")
YUAN, HEAD = "元/月", "元/人·月"


def _one(tree: Quantity | Condition) -> Timeline:
    return dated(EARLIER, since("2020-01-01", tree, CLAUSE))


def _amount(name: str, of: type, unit: str, tree: Quantity):
    return amount_rule(name, "bench", Label(name, name), of, unit, _one(tree))


def _condition(name: str, of: type, tree: Condition):
    return condition_rule(name, "bench", Label(name, name), of, _one(tree))


def _standard(name: str, number: int) -> Standard:
    entries = dated(EARLIER, since("2024-01-01", Amount(number, HEAD), CLAUSE))
    return Standard(name, "bench", Label(name, name), HEAD, Topic.SOCIAL_ASSISTANCE, entries, Freedom.SET)


size = household.members.count()
standard = _amount(
    "standard",
    Household,
    HEAD,
    cases(
        (
            household.area.is_one_of(Area.URBAN),
            LocalStandard("dibao_urban", Label("城市低保标准", "urban"), HEAD),
        ),
        otherwise=LocalStandard("dibao_rural", Label("农村低保标准", "rural"), HEAD),
    ),
)
earned = _amount(
    "earned",
    Person,
    YUAN,
    person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES)),
)
cap = _amount(
    "cap",
    Household,
    YUAN,
    (standard * "0.5").times(Amount(1, "人")).rounded(YUAN, places=2, rounding="down"),
)
deduction = least((earned * "0.2").rounded(YUAN, places=2, rounding="down"), cap)
counted = _amount(
    "counted", Person, YUAN, earned - cases((person.employed, deduction), otherwise=Amount(0, YUAN))
)
candidate = _condition(
    "candidate", Person, (person.disabled & (person.disability_grade <= Amount(2, ""))) | person.seriously_ill
)
total = _amount("total", Household, YUAN, household.members.total(counted))
per_head = _amount("per_head", Household, HEAD, total.divided_by(size, HEAD, places=2, rounding="down"))
limit = _amount("limit", Household, "元", standard.times(Amount(36, "月")).times(size))
in_dibao = _condition("in_dibao", Household, (per_head < standard) & (household.assets <= limit))
amount = _amount(
    "amount",
    Household,
    YUAN,
    greatest(Amount(0, YUAN), (standard - per_head).times(size).rounded(YUAN, places=0, rounding="up")),
)
marginal = _condition(
    "marginal",
    Household,
    ~in_dibao & (per_head < standard * "1.5") & (household.assets <= limit * "1.5"),
)
singles = _amount(
    "singles",
    Household,
    YUAN,
    cases((marginal, standard.times(household.members.count(candidate))), otherwise=Amount(0, YUAN)),
)
helped = _condition("helped", Household, in_dibao | marginal)
paid = _amount("paid", Household, YUAN, cases((in_dibao, amount), otherwise=Amount(0, YUAN)) + singles)
RULES = (
    standard,
    earned,
    cap,
    counted,
    candidate,
    total,
    per_head,
    limit,
    in_dibao,
    amount,
    marginal,
    singles,
    helped,
    paid,
)
DIBAO = Provision(
    "dibao", "bench", Label("低保", "Dibao"), Topic.SOCIAL_ASSISTANCE, ProvisionKind.CASH, helped, amount=paid
)
BOOK = Rulebook.of((PLACE,), RULES, (DIBAO,), (_standard("dibao_urban", 620), _standard("dibao_rural", 496)))


def _person(born: date, monthly: str, *, employed: bool = False, grade: int | None = None) -> Person:
    incomes = (Income(kind=IncomeKind.WAGES, monthly=Decimal(monthly)),)
    return Person(
        born=born,
        incomes=incomes,
        employed=employed,
        disabled=grade is not None,
        disability_grade=grade,
        seriously_ill=False,
    )


HOME = Household(
    area=Area.URBAN,
    assets=Decimal(20000),
    members=(
        _person(date(1985, 5, 1), "1200", employed=True),
        _person(date(1986, 5, 1), "300", grade=2),
        _person(date(2015, 5, 1), "0"),
    ),
)
"""Three members in Dibao: what one household is decided with."""


def by_hand(home: Household) -> tuple[bool, int, int]:
    """The same rule as a plain function over the same models, in fen: in Dibao, the amount, singles."""
    rate = 62000 if home.area is Area.URBAN else 49600
    ceiling = rate // 2
    sum_, several = 0, 0
    for member in home.members:
        fen = sum(int(each.monthly * 100) for each in member.incomes if each.kind is IncomeKind.WAGES)
        if member.employed:
            fen -= min(fen // 5, ceiling)
        sum_ += fen
        several += (member.disabled and member.disability_grade <= 2) or member.seriously_ill
    heads = len(home.members)
    each = sum_ // heads
    most = 36 * rate * heads
    assets = int(home.assets * 100)
    inside = each < rate and assets <= most
    money = -(-(rate - each) * heads // 100) * 100 if inside else 0
    beside = not inside and 2 * each < 3 * rate and 2 * assets <= 3 * most
    return inside, money, several * rate if beside else 0


if __name__ == "__main__":  # from nothing to the first answer
    from civaffairs.engines.deciding import decide

    (decision,) = decide(BOOK, HOME, on=DAY)
    print(decision.amount)
