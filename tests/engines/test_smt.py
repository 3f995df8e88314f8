"""What the solver is asked agrees with the reference evaluation: to the unit, unknowns included."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    AssistedPerson,
    CareInstitution,
    Cemetery,
    CommunityFacility,
    Deceased,
    Household,
    SocialOrg,
)
from civaffairs.domain.models.fact import replaced
from civaffairs.domain.rules import views
from civaffairs.domain.rules.evaluate import Things, Unknown, computed, holds, measure
from civaffairs.domain.rules.expr import AnyItem, Field, Flag, Items, ItemsCount, ItemsTotal, Quantity
from civaffairs.domain.rules.vocabulary import TermFact
from civaffairs.domain.rules.walk import children
from civaffairs.domain.units import ROUNDINGS, Size, rounded
from civaffairs.engines.formulas import (
    FEW,
    Found,
    Nothing,
    Number,
    Search,
    Truth,
    added,
    all_true,
    any_true,
    at_most,
    divided,
    every,
    first_of,
    greatest,
    least,
    multiplied,
    opposite,
    subtracted,
    variable,
)
from civaffairs.engines.open_cases import Moved, as_in, guaranteed, made, open_case
from civaffairs.engines.open_cases import given as given_to
from civaffairs.engines.smt import Reader
from civaffairs.errors import Message, ModelInvalid
from civaffairs.testing import strategies as drawn
from civaffairs.testing.cases import days, households, rulebooks

DAY = date(2024, 3, 1)


# --- numbers and truths ------------------------------------------------------------------------------

small, large = st.integers(-FEW // 2, FEW // 2), st.integers(-5000, 5000)


def open_number(name, value):
    """A number that only the solver knows: with few values or with many."""
    most = FEW // 2 if abs(value) <= FEW // 2 else 5000
    number = Number.between(name, -most, most)
    return number, every([number.within, number.compared("=", Number.fixed(value)).yes])


def solved(*assumed):
    search = Search(30)
    search.assume(*assumed)
    found = search.find(True)
    assert isinstance(found, Found)
    return found


@settings(max_examples=40)
@given(
    small | large,
    small | large,
    st.tuples(st.integers(1, 7), st.integers(1, 7)),
    st.sampled_from(ROUNDINGS),
    st.booleans(),
)
@example(5, 2, (1, 1), "half_up", True)
@example(-5, 2, (1, 1), "half_up", True)
@example(-5, -2, (1, 1), "half_up", False)
@example(4997, 2, (1, 1), "up", False)
def test_numbers_are_reckoned_with_as_python_does(over, under, factors, rounding, fixed):
    raised, lowered = factors
    one, is_one = open_number("one", over)
    other, is_other = (Number.fixed(under), True) if fixed else open_number("other", under)
    made_of = {
        "sum": (added([one, other, Number.fixed(3)]), over + under + 3),
        "difference": (subtracted(one, other), over - under),
        "multiple": (one.times(-lowered), -lowered * over),
        "product": (multiplied(one, other), over * under),
        "greatest": (greatest([one, other]), max(over, under)),
        "least": (least([one, other]), min(over, under)),
        "part": (one.where(False), 0),
    }
    quotient = divided(one, raised, other, lowered, rounding)
    found = solved(is_one, is_other)
    for name, (number, wanted) in made_of.items():
        assert found.number(number.size) == wanted, name
        assert number.least <= wanted <= number.most, name
    assert found.truth(quotient.known) is (under != 0)
    if under:
        wanted = rounded(Fraction(over * raised, under * lowered), 0, rounding)
        assert found.number(quotient.size) == wanted
        assert quotient.least <= wanted <= quotient.most
    for sign, wanted in ((">=", over >= under), (">", over > under), ("=", over == under)):
        truth = one.compared(sign, other)
        assert (found.truth(truth.yes), found.truth(truth.no)) == (wanted, not wanted)


@pytest.mark.parametrize("rounding", ROUNDINGS)
@pytest.mark.parametrize(("standard", "size"), [(0, None), (7, 14)])
def test_a_standard_that_is_known_divides_as_the_number_that_it_is_whatever_it_may_be(
    rounding, standard, size
):
    divisor = Number(True, standard, 0, 10**6)
    quotient = divided(Number.fixed(98), 1, divisor, 1, rounding)
    assert quotient.known is (size is not None)
    assert size is None or quotient.size == size


KLEENE = {True: Truth(True, False), False: Truth(False, True), None: Truth(False, False)}


@pytest.mark.parametrize("one", KLEENE)
@pytest.mark.parametrize("other", KLEENE)
def test_what_is_unknown_matters_only_where_it_would_change_the_answer(one, other):
    pair = [KLEENE[one], KLEENE[other]]
    both, either = all_true(pair), any_true(pair)
    assert (both.yes, both.no) == (one is True and other is True, one is False or other is False)
    assert (either.yes, either.no) == (one is True or other is True, one is False and other is False)
    first = first_of([(KLEENE[one], Number.fixed(1)), (KLEENE[other], Number.unknown())], Number.fixed(2))
    assert first.known is (one is True or (one is False and other is False))


def test_what_is_bounded_needs_no_solver():
    low, high = Number.between("low", 0, 5), Number.between("high", 6, 9)
    assert low.compared("<", high).yes is True
    assert low.compared("=", high).yes is False
    touching = low.compared("<", Number.between("touching", 5, 9)).yes
    assert not isinstance(touching, bool)
    assert high.compared("<=", low).yes is False
    assert low.compared(">=", Number.fixed(0)).yes is True


def test_at_most_so_many_of_several_hold():
    parts = [variable(name) for name in "abc"]
    search = Search(5)
    search.assume(at_most(2, [*parts, True, False]))
    assert isinstance(search.find(parts[0]), Found)
    assert search.find(parts[0], parts[1]) is Nothing.THERE_IS_NONE
    assert at_most(0, [True]) is False
    assert at_most(1, [False, True]) is True


def test_products_of_two_numbers_with_many_values_are_marked():
    one, other = Number.between("one", 0, 1000), Number.between("other", 0, 1000)
    few = Number.between("few", 0, 3)
    assert multiplied(one, few).linear
    assert not added([multiplied(one, other), few]).linear


# --- trees -------------------------------------------------------------------------------------------


def lengths_of(case):
    """Lists as long as those of a case; those that it does not know hold nothing."""

    def lengths(path):
        found = at(case, path)
        return (0, 0) if found is None else (len(found), len(found))

    return lengths


def asked_as_it_is(reader, opened, household, day, *, computed_of=None):
    """A solver for which every fact that was read is what it is in a household.

    What functions compute is what they compute of that household, or of it after a change.
    """
    whole = household if computed_of is None else computed_of
    search = Search(30)
    search.assume(*reader.assumed(opened), *(same.holds for same in as_in(opened, household)))
    for tree, thing, number in reader.computed.values():
        value = computed(tree, at(whole, thing.path), day)
        if value is None:
            search.assume(opposite(number.known))
        else:
            size = Fraction(value) * 10**tree.places
            search.assume(number.known, number.compared("=", Number.fixed(size.numerator)).yes)
    return search


def at(found, path):
    """What stands at a path of a case; None where something on the way is not there."""
    for step in path.replace("]", "").replace("[", ".").split(".") if path else ():
        if found is not None:
            found = found[int(step)] if step.isdecimal() else getattr(found, step)
    return found


def scopes(model, household, opened):
    if model == "Household":
        yield {"Household": opened}, Things({"Household": household})
        return
    items = opened.listed("members").items
    for person, member in zip(items, household.members, strict=True):
        yield {"Household": opened, "Person": person}, Things({"Household": household, "Person": member})


def every_node(tree, formal, real):
    """Each node of a tree with the things that it is about, open and real; inside lists, for each item."""
    yield tree, formal, real
    if isinstance(tree, ItemsCount | ItemsTotal | AnyItem):
        found = items_of(tree.items, real)
        opened = formal[tree.items.model].listed(tree.items.name).items
        for item, one in zip(
            opened, found or (), strict=False
        ):  # an unknown list may be one that is not empty
            inside = {**formal, tree.items.of: item}, real.with_one(tree.items.of, one)
            for child in children(tree):
                yield from every_node(child, *inside)
    else:
        for child in children(tree):
            yield from every_node(child, formal, real)


def items_of(items, things):
    found = things.by_model[items.model]
    for step in items.name.split("."):
        found = None if found is None else getattr(found, step)
    return found


def everything_read(reader, rulebook, opened, household):
    """Every node of every rule and of what it says, read of the open case, with the things that are real."""
    rules = [rule for provision in rulebook.provisions.values() for rule in provision.rules]
    versions = [reader.edition.rule(rule) for rule in rules]
    trees = [
        (rule.of, tree)
        for rule, version in zip(rules, versions, strict=True)
        for tree in (rule, *(() if isinstance(version, Message) else (version.value,)))
    ]
    return [
        (node, (reader.quantity if isinstance(node, Quantity) else reader.condition)(node, formal), real)
        for of, tree in trees
        for things in scopes(of, household, opened)
        for node, formal, real in every_node(tree, *things)
    ]


def comes_out_alike(found, reader, facts, read):
    """Each node that was read is, by what the solver found, what the reference says of what is real."""
    for node, formal, real in read:
        reference = (measure if isinstance(node, Quantity) else holds)(node, facts, real)
        wanted = None if isinstance(reference, Unknown) else reference
        if isinstance(node, Quantity):
            shape, size = reader.shaper.shape(node), found.number(formal.size)
            seen = Size(Fraction(size, shape.scale), shape.unit) if found.truth(formal.known) else None
            if seen is not None:
                assert formal.least <= size <= formal.most
        else:
            assert not (found.truth(formal.yes) and found.truth(formal.no))
            seen = True if found.truth(formal.yes) else False if found.truth(formal.no) else None
        event(f"{type(node).__name__} known {seen is not None}")
        assert seen == wanted, node


def known_numbers(opened, household, day):
    """The numbers that were asked for and that a household knows, each with its thing."""
    for thing in opened.things():
        real = at(household, thing.path)
        for name, fact in thing.facts.items():
            value = None if real is None else getattr(real, name)
            if isinstance(fact, Number) and (value(day) if callable(value) else value) is not None:
                yield thing, name


def with_fact(thing, path, name, value):
    """A thing in which one fact of the thing at a path is another."""
    if not path:
        return replaced(thing, **{name: value})
    step, _, rest = path.partition(".")
    within, _, position = step.rstrip("]").partition("[")
    inner = getattr(thing, within)
    if not position:
        return replaced(thing, **{within: with_fact(inner, rest, name, value)})
    items = list(inner)
    items[int(position)] = with_fact(items[int(position)], rest, name, value)
    return replaced(thing, **{within: tuple(items)})


@settings(max_examples=50)
@given(rulebooks(), households(), days(), st.data())
def test_every_node_comes_out_as_the_reference_says_as_things_are_and_after_one_number_has_changed(
    rulebook, household, day, data
):
    edition = rulebook.on(day)
    facts = CaseFacts(edition, day)
    opened = open_case("Household", day, lengths_of(household), complete=False)
    reader = Reader(edition)
    read = everything_read(reader, rulebook, opened, household)
    found = asked_as_it_is(reader, opened, household, day).find(True)
    assert isinstance(found, Found), "what the models guarantee of a case is not true of this one"
    comes_out_alike(found, reader, facts, read)

    numbers = list(known_numbers(opened, household, day))
    if not numbers:
        event("no number that is known")
        return
    thing, name = data.draw(st.sampled_from(numbers))
    fact = thing.facts[name]
    moved = Moved(thing.path, name, Number.between("after the change", fact.least, fact.most))
    size = Number.fixed(data.draw(st.integers(fact.least, fact.most)))
    changes = moved.number.compared("=", size).yes
    try:
        changed = with_fact(household, thing.path, *given_to(thing, name, solved(changes), moved))
    except ModelInvalid:
        event("a model refuses the change")
        return
    later = Reader(edition, moved=moved)
    read = everything_read(later, rulebook, opened, changed)
    found = asked_as_it_is(later, opened, household, day, computed_of=changed).find(changes)
    assert isinstance(found, Found), "what is guaranteed after a change is not true of this one"
    event("changed")
    comes_out_alike(found, later, facts, read)


# --- what the models guarantee -------------------------------------------------------------------------


ROOTS = (Household, SocialOrg, Cemetery, CareInstitution, CommunityFacility, Deceased, AssistedPerson)
NODES = [node for name in views.__all__ for node in vars(getattr(views, name)).values()]


def ask_for_everything(thing):
    """Ask an open thing for every fact that a rule can ask for."""
    for node in NODES:
        if getattr(node, "model", None) != thing.model:
            continue
        match node:
            case Field():
                thing.number(node)
            case Flag():
                thing.flag(node.name)
            case TermFact():
                thing.is_one_of(node.name, [each.id for each in node.known])
            case Items():
                for item in thing.listed(node.name).items:
                    ask_for_everything(item)


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("root", ROOTS)
def test_whatever_the_solver_makes_up_is_a_case_that_its_model_accepts_and_just_what_was_asked_for(
    root, complete
):
    opened = open_case(
        root.__name__, DAY, lambda path: (1, 1) if path == "members" else (0, 2), complete=complete
    )
    ask_for_everything(opened)
    search = Search(30)
    search.assume(*guaranteed(opened))
    searches = 0
    for formula in everything_to_try(opened):
        found = search.find(formula)
        if isinstance(found, Found):
            case = made(opened, found)  # raises where the model refuses it
            same = (each.holds for each in as_in(opened, case) if each.original is not None)
            assert isinstance(search.find(formula, *same), Found)
            searches += 1
    assert searches > 1


def everything_to_try(opened):
    """Each role there, each yes-or-no fact yes and no, each number at its least and its most."""
    yield True
    for thing in list(opened.things()):
        here = thing.present
        yield from (every([here, part.present]) for part in thing.parts.values())
        for fact in thing.facts.values():
            if isinstance(fact, Truth):
                yield every([here, fact.yes])
                yield every([here, fact.no])
            if isinstance(fact, Number):
                yield every([here, fact.known, fact.compared("=", Number.fixed(fact.most)).yes])


@settings(max_examples=30)
@given(st.data(), st.sampled_from(ROOTS))
def test_whatever_a_model_accepts_the_solver_does_too(data, root):
    """A guarantee that is stronger than the models would prove what is not so."""
    case = data.draw(drawn.models(root, until=DAY))
    opened = open_case(root.__name__, DAY, lengths_of(case), complete=False)
    ask_for_everything(opened)
    search = Search(30)
    search.assume(*guaranteed(opened), *(same.holds for same in as_in(opened, case)))
    assert isinstance(search.find(True), Found)
