"""Engines are held against the reference evaluation: what is one fen off, or answers too much, is found."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve, frozen
from hypothesis import Phase, settings

from civaffairs import Area, Document, Household, Label, Person, Topic, load, since
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things
from civaffairs.domain.rules.expr import Opaque
from civaffairs.domain.rules.named import condition_rule, dated
from civaffairs.domain.units import Amount, Unit
from civaffairs.engines.python import Program
from civaffairs.testing import engines as tried
from civaffairs.testing.engines import (
    ENGINES,
    Answered,
    Raised,
    SwiftPython,
    TracedPython,
    agrees,
    disagreements,
    installed,
    reference,
)

BOOK = load(only=["china", "taoyuan"], strict=True)["taoyuan"].rulebook
DAY = date(2024, 9, 1)
CLAUSE = Document("t/1", Label("通知", "Notice"), "", 2020).at("一")
EARLIER = Label("更早没有", "nothing earlier")


def only(*names):
    """Taoyuan's rulebook with these provisions alone."""
    provisions = [BOOK.provisions[name] for name in names]
    rules = [each for several in BOOK.rules.values() for each in several]
    return Rulebook.of(BOOK.chain, rules, provisions, [s for each in BOOK.standards.values() for s in each])


@frozen
class Changed:
    """The traced Python, with each answer changed."""

    change: object
    name: str = "changed"
    needs: str = ""

    def answers(self, provision, edition, cases, on):
        found = TracedPython().answers(provision, edition, cases, on)
        return [self.change(each) for each in found]


def a_fen_more(answer):
    first, *others = answer.amounts or (None,)
    return answer if first is None else evolve(answer, amounts=(first + Fraction(1, 100), *others))


def no_for_unknown(answer):
    return Answered(False) if answer.holds is None else answer


def unknown_for_no(answer):
    return Answered(None) if answer.holds is False else answer


wrong = pytest.mark.parametrize("change", [a_fen_more, no_for_unknown, unknown_for_no])


@pytest.fixture
def as_drawn(monkeypatch):
    """What is found is not made simpler: that takes long."""
    monkeypatch.setattr(tried, "simplest", lambda *_, **__: None)
    before = settings.get_current_profile_name()
    settings.register_profile("as drawn", phases=[Phase.generate], database=None, derandomize=True)
    settings.load_profile("as drawn")
    yield
    settings.load_profile(before)


# Those of today, on the rules of a place and on what is drawn.
test_swift_python_agrees = agrees(SwiftPython(), examples=10)
test_traced_python_agrees = agrees(TracedPython(), examples=10)


def test_every_installed_engine_agrees_in_a_real_place():
    assert [each.name for each in installed()] == [each.name for each in ENGINES]
    assert list(disagreements(only("dibao", "home_visits", "plot_area"), examples=30)) == []


@wrong
@pytest.mark.usefixtures("as_drawn")
def test_an_engine_that_answers_something_else_is_found(change):
    (found,) = disagreements(only("dibao"), [Changed(change)], examples=200)
    assert (found.provision.id, found.engine) == ("dibao", "changed")
    edition = BOOK.on(found.day)
    assert reference(found.provision, edition, found.case, found.day) == found.expected
    assert change(found.expected) == found.found != found.expected


@wrong
@pytest.mark.usefixtures("as_drawn")
def test_an_engine_that_answers_something_else_fails_its_test(change):
    with pytest.raises(AssertionError, match="changed answers for provision on"):
        agrees(Changed(change), examples=150)()


def test_what_is_found_is_made_simple():
    (found,) = disagreements(only("plot_area"), [Changed(no_for_unknown)], examples=150)
    (cemetery,) = found.case.by_model.values()
    assert cemetery.single_plot_area is cemetery.joint_plot_area is cemetery.plots is None


def test_a_test_is_built_freshly_for_each_engine():
    assert agrees(SwiftPython()) is not agrees(SwiftPython())


@pytest.mark.usefixtures("as_drawn")
def test_the_words_show_both_answers_exactly_and_mask_the_case():
    (found,) = disagreements(only("dibao"), [Changed(a_fen_more)], examples=200)
    whole = Things(
        {"Household": Household(area=Area.URBAN, members=(Person(born=date(1950, 3, 1), name="钟离隐"),))}
    )
    answer = Answered(True, (Fraction(1, 3), None, Fraction(12)))
    shown = evolve(found, case=whole, expected=answer, found=Answered(None), day=DAY)
    assert shown.text("zh").startswith(
        "changed 对“最低生活保障”(2024-09-01)的回答是：不能判断；"
        "应当是：符合, 1/3 元/月, 不能判断, 12月；个案："
    )
    assert "it should be: yes, 1/3 yuan/month, cannot tell, 12 months; the case:" in shown.text("en")
    assert "changed answers for Dibao on 2024-09-01: no" in evolve(shown, found=Answered(False)).text("en")
    for lang in ("zh", "en"):
        assert "隐" not in shown.text(lang)
        assert "1950" not in shown.text(lang)


@pytest.mark.usefixtures("as_drawn")
def test_the_days_can_be_chosen_and_the_same_seed_finds_the_same():
    engine = [Changed(no_for_unknown)]
    (one,) = disagreements(only("home_visits"), engine, examples=150, days=[DAY], seed=3)
    (other,) = disagreements(only("home_visits"), engine, examples=150, days=[DAY], seed=3)
    assert one.day == DAY
    assert one == other


@frozen
class Broken:
    """An engine that raises, or loses a case, where there is a household of one."""

    loses: bool
    name: str = "broken"
    needs: str = ""

    def answers(self, provision, edition, cases, on):
        alone = [len(each.by_model["Household"].members) == 1 for each in cases]
        if any(alone) and not self.loses:
            raise ValueError(cases)
        found = TracedPython().answers(provision, edition, cases, on)
        return [each for each, lost in zip(found, alone, strict=True) if not lost]


@pytest.mark.parametrize(("loses", "said"), [(True, Raised("0 / 1")), (False, Raised("ValueError"))])
def test_an_engine_that_raises_or_loses_a_case_is_found_with_that_case_alone(loses, said):
    (found,) = disagreements(only("home_visits"), [Broken(loses)], examples=150)
    assert found.found == said
    assert len(found.case.by_model["Household"].members) == 1
    assert said.what in found.text("en")


@pytest.mark.usefixtures("as_drawn")
def test_a_swift_program_that_gives_up_although_nothing_is_missing_is_found(monkeypatch):
    monkeypatch.setattr(Program, "swift", lambda self, *things, on: None)
    found = {each.engine for each in disagreements(only("home_visits"), examples=150)}
    assert found == {"Python (swift)"}


def raising(person, day):
    raise ValueError(person.name)


def beyond(person, day):
    return 101


@pytest.mark.parametrize(
    ("compute", "said"), [(raising, "ValueError"), (beyond, "DeclarationError(opaque_beyond)")]
)
def test_a_rule_that_raises_is_found_whichever_engine_is_asked(compute, said):
    computed = Opaque("o", "Person", Label("另算", "computed"), Unit.parse("岁"), 0, 100, 0, CLAUSE, compute)
    tree = computed > Amount(3, "岁")
    when = condition_rule("when", "china", EARLIER, Person, dated(EARLIER, since(2020, tree, CLAUSE)))
    provision = Provision("p", "china", EARLIER, Topic.FUNERALS, ProvisionKind.STATUS, when)
    book = Rulebook.of(BOOK.chain, (when,), (provision,), ())
    (found,) = disagreements(book, examples=10)
    assert found.engine is None
    assert f"cannot be decided for 2020-12-31: error {said}; the case: Household(" in found.text("en")


def test_an_engine_without_its_library_is_passed_over(monkeypatch):
    absent = Changed(a_fen_more, needs="no_such_library_is_installed")
    monkeypatch.setattr(tried, "ENGINES", (SwiftPython(), absent, evolve(absent, needs="attrs")))
    assert [each.needs for each in installed()] == ["", "attrs"]


def test_where_there_is_nothing_to_ask_nothing_disagrees():
    assert list(disagreements(Rulebook.of(BOOK.chain, (), (), ()))) == []
