"""What the suite asks of rules: for each requirement what breaks just it, and Taoyuan, which meets all."""

from __future__ import annotations

import logging
import sys
import warnings
from datetime import date

import pytest
from attrs import evolve, frozen

from civaffairs import (
    Always,
    Amount,
    Catalogue,
    Document,
    Exemption,
    Floor,
    Freedom,
    Household,
    Invariant,
    Jurisdiction,
    Label,
    Level,
    NotModelled,
    Person,
    Standard,
    Topic,
    load,
    since,
)
from civaffairs.domain.checks import Problem
from civaffairs.domain.invariants import OfPlans
from civaffairs.domain.jurisdictions import NATION_CODE
from civaffairs.domain.models import Area, AssistedPerson
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import Literal, LocalStandard, Opaque
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.units import Unit
from civaffairs.errors import message
from civaffairs.present import decisions as shown_decisions
from civaffairs.testing import engines as tried
from civaffairs.testing import published
from civaffairs.testing.conformance import rendering as shown_formulas
from civaffairs.testing.conformance.agreement import engines
from civaffairs.testing.conformance.editions import editions, holes
from civaffairs.testing.conformance.invariants_hold import invariants, untested
from civaffairs.testing.conformance.masking import masking, plant
from civaffairs.testing.conformance.rendering import rendering
from civaffairs.testing.conformance.requirement import Subject
from civaffairs.testing.engines import Answered, TracedPython
from civaffairs_taoyuan import standards

LOADED = load(only=["china", "taoyuan"], strict=True)
NAME, EARLIER = Label("规则", "rule"), Label("更早没有", "nothing earlier")
OVER = Label("已经废止", "it was repealed")
CLAUSE = Document("t/1", Label("通知", "Notice"), "", 2020).at("一")
NATION = Jurisdiction("china", Label("全国", "China"), Level.NATION, NATION_CODE)
HERE = Jurisdiction("here", Label("某区", "a district"), Level.DISTRICT, "990101", "china", fictional=True)
YUAN = "元/月"


def subject(*declared, **more):
    """A district of which, and of the nation above it, this is declared and nothing else."""

    def those(*kinds):
        return tuple(each for each in declared if isinstance(each, kinds))

    conditions_and_amounts = (type(one(1)), type(is_so("x", person.disabled)))
    catalogue = Catalogue(
        {each.id: each for each in (NATION, HERE)},
        {},
        {},
        {},
        those(Standard),
        those(*conditions_and_amounts),
        those(Provision),
        (),
        invariants=those(Invariant),
        exemptions=those(Exemption),
    )
    return Subject(catalogue, catalogue["here"], **{"examples": 10, **more})


def taoyuan(examples=10, **changed):
    catalogue = evolve(LOADED, rulebooks={}, **changed)
    return Subject(catalogue, catalogue["taoyuan"], examples=examples)


def one(number, name="one", place="china", **more):
    return amount(name, Literal(Amount(number, YUAN)), place, **more)


def amount(name, tree, place="china", *, label=None, entries=None, supersedes=None):
    timeline = dated(EARLIER, *(entries or [since("2020-01-01", tree, CLAUSE)]))
    called = label or Label(f"金额{name}", f"amount {name}".replace("_", " "))
    return amount_rule(name, place, called, Household, YUAN, timeline, supersedes=supersedes)


def is_so(name, tree, of=Person, place="here"):
    timeline = dated(EARLIER, since("2020-01-01", tree, CLAUSE))
    return condition_rule(name, place, Label(f"条件{name}", f"condition {name}"), of, timeline)


def provision(name, when, **more):
    return Provision(name, "here", NAME, Topic.FUNERALS, ProvisionKind.STATUS, when, **more)


def standard(name, *entries):
    values = [since(start, Amount(number, YUAN), CLAUSE) for start, number in entries]
    return Standard(name, "here", NAME, YUAN, Topic.FUNERALS, dated(EARLIER, *values), Freedom.SET)


def codes(findings):
    return [(each.of, each.what.code) for each in findings]


# Everything that the suite asks of rules is met by the district that uses every feature once.


@pytest.mark.parametrize("asked", [editions, rendering, engines, masking])
def test_taoyuan_meets(asked):
    assert list(asked(taoyuan(examples=5))) == []


def test_the_invariants_of_taoyuan_about_standards_and_cases_hold():
    declared = [each for each in LOADED.invariants if each.jurisdiction == "taoyuan"]
    asked = taoyuan(invariants=declared, examples=30)
    assert list(invariants(asked)) == []
    assert len(asked.memo["invariants examined"]) == len(declared) > 0


# Editions


def test_rules_that_rest_on_each_other_since_one_was_replaced_are_found():
    first = one(1, "first")
    second = amount("second", first * "2")
    circle = amount("first", second * "3", "here", supersedes=first)
    given = provision("given", is_so("when", second > Amount(1, YUAN), Household))
    (found,) = editions(subject(first, second, circle, given.when, given))
    assert codes([found]) == [("first", "conform_circle")]
    assert (found.day, found.clause) == (date(2020, 1, 1), CLAUSE)
    assert "rest on each other: first → second → first" in found.what.text("en")


def ending(*entries):
    start = since("2020-01-01", Literal(Amount(1, YUAN)), CLAUSE)
    return amount("ending", None, entries=[start, *entries])


def test_a_rule_that_rests_on_one_that_has_ended_is_found_once_with_how_long_it_lasts():
    ended = ending(NotModelled(OVER, since="2022-07-01"))
    resting = amount("resting", ended * "2")
    asked = subject(ended, resting, standard("s", ("2021-01-01", 1), ("2023-01-01", 2), ("2024-05-01", 3)))
    (found,) = editions(asked)
    assert codes([found]) == [("resting", "conform_rests_on_ended")]
    assert found.day == date(2022, 7, 1)
    assert "“金额ending”已经失效(3 个变动日，至 2024-05-01)：已经废止" in found.what.text("zh")
    assert "on 3 of the dates of change, the last 2024-05-01): it was repealed" in found.what.text("en")


def test_what_rests_on_an_end_is_found_until_it_ends_itself():
    ended = ending(NotModelled(OVER, since="2022-07-01"))
    versions = [since("2020", ended * "2", CLAUSE), NotModelled(OVER, since="2023-07-01")]
    resting = amount("resting", None, entries=versions)
    (found,) = editions(subject(ended, resting, standard("s", ("2023-01-01", 1), ("2024-01-01", 2))))
    assert "(on 2 of the dates of change, the last 2023-01-01)" in found.what.text("en")


def test_a_provision_whose_amount_has_ended_is_found():
    ended = ending(NotModelled(OVER, since="2022-07-01"))
    given = provision("given", is_so("when", household.sudden_hardship, Household), amount=ended)
    (found,) = editions(subject(ended, given.when, given))
    assert codes([found]) == [("given", "conform_rests_on_ended")]


def test_of_a_rule_that_the_place_replaces_it_is_the_end_of_its_own_that_counts():
    first = ending(NotModelled(OVER, since="2021-01-01"))
    resting = amount("resting", first * "2")
    again = one(
        2, "ending", "here", supersedes=first, entries=[since("2023", Literal(Amount(1, YUAN)), CLAUSE)]
    )
    later = standard("s", ("2022-01-01", 1), ("2024-01-01", 2))
    assert list(editions(subject(first, resting, again, later))) == []
    over = [since("2023-01-01", Literal(Amount(1, YUAN)), CLAUSE), NotModelled(OVER, since="2024-01-01")]
    again = one(2, "ending", "here", supersedes=first, entries=over)
    assert [each.day for each in editions(subject(first, resting, again, later))] == [date(2024, 1, 1)]


def test_a_gap_that_is_said_is_an_answer_and_so_is_a_vague_start():
    gap = ending(
        NotModelled(OVER, since="2021-01-01", before="2022-01-01"),
        since("2022-01-01", Literal(Amount(1, YUAN)), CLAUSE),
        since("2023", Literal(Amount(2, YUAN)), CLAUSE),
    )
    assert list(editions(subject(gap, amount("resting", gap * "2")))) == []


def test_a_rule_that_nobody_declares_is_found_where_it_is_referred_to():
    undeclared = one(1, "undeclared")
    given = provision("given", is_so("when", undeclared > Amount(1, YUAN), Household))
    found = list(editions(subject(given.when, given)))
    assert codes(found) == [("when", "conform_rests_on_undeclared")]
    assert codes(editions(subject(one(1), given))) == [("given", "conform_rests_on_undeclared")]


def test_what_is_replaced_without_a_word_is_found_and_there_is_no_rulebook():
    (found,) = editions(subject(one(1), one(2, place="here")))
    assert codes([found]) == [("one", "supersedes_unsaid")]
    assert found.clause == CLAUSE


def test_what_replaces_nothing_is_found_of_rules_and_of_provisions():
    above = one(1)
    when = is_so("when", person.disabled)
    mine = [one(2, place="here", supersedes=above), when, provision("given", when, supersedes="china")]
    replaces = "conform_replaces_nothing"
    assert codes(editions(subject(*mine))) == [("one", replaces), ("given", replaces)]
    assert codes(editions(subject(above, *mine))) == [("given", replaces)]


def test_a_provision_that_cannot_be_compiled_with_the_rules_of_the_place_is_found():
    above = one(1)
    many = amount("many", above * "100000.00001")
    large = one(10**9 * 9, place="here", supersedes=above)
    given = provision("given", is_so("when", many > Amount(1, YUAN), Household))
    assert list(editions(subject(above, many, given.when, given))) == []
    (found,) = editions(subject(above, many, large, given.when, given))
    assert codes([found]) == [("given", "conform_not_compiled")]
    assert "64 bits" in found.what.text("en")


# Holes


def test_a_standard_that_nobody_declares_is_a_hole_and_one_with_gaps_is_none():
    node = LocalStandard("s", Label("标准", "the standard"), YUAN)
    resting = [amount("resting", node * "2"), amount("too", node * "3")]
    (found,) = holes(subject(*resting))
    assert codes([found]) == [("s", "conform_hole")]
    assert "nobody declares the standard; what rests on it cannot be told (2 rules" in found.what.text("en")
    assert list(holes(subject(*resting, standard("s", ("2023-01-01", 1))))) == []


# Rendering


@frozen(eq=False)
class Unsayable(Label):
    """A label that cannot be said."""

    def text(self, lang=None):
        raise ValueError(lang)


def exempted(reason):
    return Exemption("known", "here", "invariants", "x", reason, CLAUSE)


@pytest.mark.parametrize(
    ("label", "code", "says"),
    [
        (
            Label("甲", "amount 甲"),
            "conform_said_in_chinese",
            "the formula with English labels holds Chinese",
        ),
        (Label("sum", "sum"), "conform_said_in_english", "中文表述没有汉字：sum"),
        (Label("甲", "my_sum"), "conform_said_id", "what is said in English holds the id my_sum"),
        (Label("甲", "sum"), None, ""),
    ],
)
def test_a_label_in_the_wrong_language_or_an_id_is_found_in_what_names_it(label, code, says):
    named = one(1, "named", "here", label=label)
    found = list(rendering(subject(named, amount("naming", named, "here"))))
    assert set(codes(found)) == ({("naming", code)} if code else set())
    assert says in "\n".join(each.what.text(lang) for each in found for lang in ("zh", "en"))


def test_figures_alone_are_the_same_in_every_language():
    half = standard("half", ("2020", 1))
    floor = Floor(LocalStandard("x", Label("标准", "the standard"), YUAN) * "0.5", CLAUSE)
    entry = since(2020, Literal(Amount(60, "%")), CLAUSE)
    share = amount_rule("share", "here", NAME, Household, "%", dated(EARLIER, entry))
    assert list(rendering(subject(evolve(half, floor=floor), share))) == []


def test_what_cannot_be_said_at_all_or_is_empty_is_found():
    declared = exempted(Unsayable("甲", "a"))
    assert codes(rendering(subject(declared))) == [("known", "conform_not_said")] * 2
    blank = exempted(Label("甲", "a"))
    object.__setattr__(blank.reason, "en", " ")
    assert codes(rendering(subject(blank))) == [("known", "conform_said_empty")]


def test_a_reason_may_name_a_discrepancy_by_its_id():
    assert list(rendering(subject(exempted(Label("见 tekun_below_floor", "see tekun_below_floor"))))) == []


def test_a_formula_that_no_page_can_show_is_found(monkeypatch):
    monkeypatch.setattr(shown_formulas, "latex", lambda tree, lang: r"\nosuchcommand")
    found = list(rendering(subject(amount("twice", one(1) * "2", "here"))))
    assert codes(found) == [("twice", "conform_not_said")] * 2
    assert "the formula with English labels (MathML) cannot be written: MathError" in {
        each.what.text("en") for each in found
    }


def test_provisions_invariants_and_floors_are_looked_at_too():
    chinese = Label("甲", "is 甲")
    when = is_so("when", person.disabled)
    given = evolve(provision("given", when), not_modelled=(chinese,))
    node = LocalStandard("s", chinese, YUAN)
    floored = evolve(standard("floored", ("2020", 1)), floor=Floor(node * "2", CLAUSE))
    always = Invariant("always", "here", NAME, Topic.FUNERALS, None, Always(node > Amount(1, YUAN)), CLAUSE)
    found = codes(rendering(subject(when, given, floored, always, exempted(chinese))))
    assert {of for of, _ in found} == {"given", "floored", "always", "known"}
    assert {code for _, code in found} == {"conform_said_in_chinese"}


def test_the_targets_of_plans_are_looked_at(monkeypatch):
    asked = taoyuan()
    (plan, *_) = asked.dossier.plans
    monkeypatch.setattr(type(plan.targets[0]), "text", lambda self, lang=None: "至少 at_least")
    assert {"conform_said_in_chinese", "conform_said_id"} <= {each.what.code for each in rendering(asked)}


# Engines


@frozen
class AFenMore:
    """An engine that gives a fen too much."""

    name: str = "a fen more"
    needs: str = ""

    def answers(self, provision, edition, cases, on):
        found = TracedPython().answers(provision, edition, cases, on)
        return [Answered(each.holds, tuple(one + 1 for one in each.amounts)) for each in found]


def test_an_engine_that_gives_a_fen_too_much_is_found_with_the_clause_and_the_day(monkeypatch):
    monkeypatch.setattr(tried, "ENGINES", (AFenMore(),))
    given = provision("given", is_so("when", household.sudden_hardship, Household), amount=one(1))
    (found,) = engines(subject(one(1), given.when, given, examples=20))
    assert codes([found]) == [("given", "engine_disagrees")]
    assert (found.day, found.clause) == (date(2020, 1, 1), CLAUSE)
    assert (
        "a fen more answers for rule on 2020-01-01: yes, 2 yuan/month; it should be: yes, 1 yuan/month"
        in (found.what.text("en"))
    )


# Masking


def leaking(function):
    computed = Opaque("o", "Person", NAME, Unit.parse("岁"), 0, 100, 0, CLAUSE, function)
    when = is_so("when", computed > Amount(3, "岁"))
    safe = is_so("safe", person.disabled)
    return subject(when, provision("leaking", when), safe, provision("safe", safe))


def raises(thing, day):
    raise ValueError(repr(thing.name))


def raises_from(thing, day):
    try:
        {}[thing.identity_number]
    except KeyError as error:
        raise ValueError from error


def logs(thing, day):
    logging.getLogger("plugin").warning("born %s", thing.born)
    return 1


def prints(thing, day):
    sys.stderr.write(thing.name)
    return 1


def warns(thing, day):
    warnings.warn(str(thing.name), stacklevel=1)
    return 1


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (raises, "an error shows personal data: name"),
        (raises_from, "an error shows personal data: resident identity number"),
        (logs, "a log, a warning or the screen shows personal data: date of birth"),
        (prints, "a log, a warning or the screen shows personal data: name"),
        (warns, "a log, a warning or the screen shows personal data: name"),
    ],
)
def test_a_function_that_shows_whom_it_is_about_is_found_and_nobody_is_shown(function, said, capfd):
    found = list(masking(leaking(function)))
    assert {(each.of, each.clause) for each in found} == {("leaking", CLAUSE)}
    assert said in {each.what.text("en") for each in found}
    assert all("个人信息" in each.what.text("zh") for each in found)
    assert capfd.readouterr() == ("", "")


def test_of_things_that_nobody_is_born_into_errors_are_looked_at_on_every_day():
    computed = Opaque("o", "AssistedPerson", NAME, Unit.parse("岁"), 0, 100, 0, CLAUSE, raises)
    when = is_so("when", computed > Amount(3, "岁"), AssistedPerson)
    (found,) = masking(subject(when, provision("leaking", when)))
    assert found.what.text("en") == "an error shows personal data: name"


def quiet(thing, day):
    raise ValueError(thing)  # a person masks itself


def test_an_error_that_shows_a_masked_person_shows_nobody():
    assert list(masking(leaking(quiet))) == []


def test_a_name_that_is_not_masked_in_what_is_written_is_found(monkeypatch):
    monkeypatch.setattr(shown_decisions, "mask", lambda text: text)
    found = {each.what.text("en") for each in masking(leaking(lambda thing, day: 1))}
    assert found == {"the reasons shows personal data: name", "the notice shows personal data: name"}


def test_everybody_gets_a_name_and_a_number_of_which_their_masks_show_nothing():
    home = Household(area=Area.URBAN, members=(Person(born=date(1990, 5, 1)), Person(born=date(1950, 3, 1))))
    somebody, planted = plant(home, {date(1990, 5, 1)})
    assert [each.what.en for each in planted] == [
        "name",
        "resident identity number",
        "date of birth",
        "name",
        "resident identity number",
        "file number",
    ]
    pieces = [piece for each in planted for piece in each.pieces]
    assert len(set(pieces)) == len(pieces)
    assert not [piece for piece in pieces if piece in repr(somebody)]
    assert AssistedPerson(id="1", name="某人") != plant(AssistedPerson(id="1", name="某人"))[0]


# Invariants


def test_standards_that_break_an_invariant_are_found_for_each_date_with_the_clause_of_the_standard():
    lowered = evolve(
        standards.dibao_rural,
        timeline=dated(
            EARLIER,
            since("2021-09-01", Amount(520, "元/人·月"), CLAUSE),
            since("2022-01-01", Amount(1000, "元/人·月"), CLAUSE.at("二")),
        ),
    )
    changed = [lowered if each == standards.dibao_rural else each for each in LOADED.standards]
    (rural,) = (each for each in LOADED.invariants if each.id == "rural_within_urban")
    found = list(invariants(taoyuan(standards=changed, invariants=[rural])))
    assert codes(found) == [("rural_within_urban", "conform_invariant_broken_on")] * len(found)
    assert found[0].day == date(2022, 1, 1)
    assert found[0].clause == CLAUSE.at("二")
    assert [each.day for each in found] == sorted({each.day for each in found})


def invariant(condition, of="Person"):
    return Invariant("grown_up", "here", NAME, Topic.FUNERALS, of, Always(condition), CLAUSE)


def test_a_case_that_breaks_an_invariant_is_found_masked():
    grown_up = is_so("grown_up", person.age >= Amount(18, "岁"))
    (found,) = invariants(subject(grown_up, invariant(grown_up)))
    assert codes([found]) == [("grown_up", "conform_invariant_broken")]
    assert (found.clause, found.day) == (CLAUSE, date(2020, 1, 1))
    assert "born=***" in found.what.text("en")


def document_nameless(plan):
    """Stand in for a check of plans; what it finds has its name as a code."""
    for known in (False, True):
        yield Problem(message("document_nameless", id=str(known).lower()), CLAUSE, known)


def test_what_a_check_of_plans_finds_is_found_with_its_place_and_whether_it_is_declared(monkeypatch):
    monkeypatch.setattr(published, "check", document_nameless)
    claim = OfPlans([document_nameless])
    checked = Invariant("checked", "taoyuan", NAME, Topic.FUNERALS, None, claim, CLAUSE)
    found = list(invariants(taoyuan(invariants=[checked])))
    assert set(codes(found)) == {("checked", "conform_invariant_broken")}
    assert {(each.declared, each.clause) for each in found} == {(True, CLAUSE), (False, CLAUSE)}
    assert "broken: rule. document false has no title" in {each.what.text("en") for each in found}


def test_what_could_not_be_tested_is_no_finding_and_is_said():
    never = is_so("never", person.age > Amount(200, "岁"))
    asked = subject(never, invariant(~never | (person.age > Amount(300, "岁"))))
    assert list(invariants(asked)) == []
    (said,) = untested(asked)
    assert "not really tested" in said.text("en")
    assert "没有真正测试到" in said.text("zh")
    tested = subject(never, invariant(person.age >= Amount(0, "岁")))
    assert untested(tested) == ()
