from __future__ import annotations

import pytest

from civaffairs.domain.models import Household, Person
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import as_quantity
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import LANGUAGES, DeclarationError

LABEL = Label("低保", "Dibao")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")


def amount(tree, unit, of=Household, id="allowance"):
    return amount_rule(id, "taoyuan", LABEL, of, unit, dated(LABEL, since(2021, tree, CLAUSE)))


def months(number, unit="月", id="term"):
    return amount(as_quantity(Amount(number, unit)), unit, id=id)


WHEN = condition_rule(
    "when", "taoyuan", LABEL, Household, dated(LABEL, since(2021, household.sudden_hardship, CLAUSE))
)
PAY = amount(as_quantity(Amount(600, "元/月")), "元/月")


def provision(**said):
    named = {"id": "dibao", "jurisdiction": "taoyuan", "when": WHEN, **said}
    first = {name: named.pop(name) for name in ("id", "jurisdiction", "when")}
    return Provision(
        first["id"],
        first["jurisdiction"],
        LABEL,
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        first["when"],
        **named,
    )


def test_a_provision_is_about_what_its_condition_is_about():
    plain = provision()
    assert (plain.of, plain.amounts, plain.rules) == ("Household", (), (WHEN,))
    assert plain.supersedes is plain.amount is None


def test_its_amounts_are_amount_start_review_and_end_in_this_order_as_far_as_there_are_any():
    starts, review, end = months(1, id="starts"), months(6, id="review"), months(12, id="end")
    full = provision(lasts=end, review_after=review, starts_after=starts, amount=PAY)
    assert full.amounts == (PAY, starts, review, end)
    assert full.rules == (WHEN, PAY, starts, review, end)
    assert provision(lasts=end).amounts == (end,)


def test_what_is_not_modelled_is_said():
    assert provision(not_modelled=[LABEL]).not_modelled == (LABEL,)
    assert provision().not_modelled == ()


def test_a_kind_is_a_term_in_both_languages():
    assert [kind.text("zh") for kind in ProvisionKind] == ["现金给付", "服务或实物", "身份认定", "要求"]
    assert ProvisionKind.CASH.id == "cash"


def refused(**said):
    with pytest.raises(DeclarationError) as caught:
        provision(**said)
    for each in caught.value.faults:
        assert all(each.what.mend(lang) for lang in LANGUAGES)
    return [(each.where, each.code) for each in caught.value.faults]


def test_condition_and_amounts_are_about_one_model():
    mine = amount(person.work_cost.rounded("元/月", places=0, rounding="up"), "元/月", Person)
    assert refused(amount=mine) == [("dibao", "provision_of_two")]
    of_person = amount(as_quantity(Amount(1, "月")), "月", Person)
    for name in ("starts_after", "review_after", "lasts"):
        assert refused(**{name: of_person}) == [("dibao", "provision_of_two")]


@pytest.mark.parametrize("name", ["starts_after", "review_after", "lasts"])
def test_a_term_is_in_whole_months(name):
    assert refused(**{name: months(1, "年")}) == [("dibao", "provision_term")]
    assert refused(**{name: months("0.5")}) == [("dibao", "provision_term")]
    assert refused(**{name: PAY}) == [("dibao", "provision_term")]
    whole = amount(household.members.count().times(Amount(1, "月/人")), "月")
    assert provision(**{name: whole}).amounts == (whole,)


def test_an_amount_has_an_end_as_a_decimal_number():
    monthly = amount(household.yearly_income, "元/月")  # a twelfth of it, unrounded
    assert refused(amount=monthly) == [("dibao", "provision_amount_endless")]
    rounded = amount(household.yearly_income.rounded("元/月", places=2, rounding="down"), "元/月")
    for paid in (rounded, PAY, amount(as_quantity(Amount("0.125", "元/月")), "元/月")):
        assert provision(amount=paid).amount is paid


def test_everything_that_is_wrong_is_said_at_once():
    assert refused(
        amount=amount(household.yearly_income, "元/月"), lasts=months(1, "年"), starts_after=months(1, "年")
    ) == [
        ("dibao", "provision_term"),
        ("dibao", "provision_term"),
        ("dibao", "provision_amount_endless"),
    ]


@pytest.mark.parametrize("wrong", [{"id": "Dibao"}, {"jurisdiction": "Tao Yuan"}])
def test_its_names_are_checked(wrong):
    with pytest.raises(DeclarationError):
        provision(**wrong)


@pytest.mark.parametrize(
    "wrong", [{"when": PAY}, {"when": household.sudden_hardship}, {"amount": WHEN}, {"lasts": WHEN}]
)
def test_its_rules_are_rules(wrong):
    with pytest.raises(TypeError):
        provision(**wrong)
