"""What is added up from decided tables is what a loop over the same rows adds up, however they are cut."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from statistics import median

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

import pyarrow as arrow
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import civaffairs
from civaffairs.analysis.simulating.counting import Counting, Decided, Watched, tenths_of
from civaffairs.engines.sql.streaming import database

BOOK = civaffairs.load()["taoyuan"].rulebook
DIBAO, TEKUN, HEATING, FAMILY, EXIT, GRANT = (
    BOOK.provision(name)
    for name in ("dibao", "tekun", "winter_heating", "large_family", "dibao_gradual_exit", "education_grant")
)
WATCHED = (
    Watched(DIBAO, touched=True, scales=(1, 100)),
    Watched(TEKUN, touched=True, scales=(100, 100)),
    Watched(HEATING, touched=False, scales=(100, 1)),
    Watched(FAMILY),
    Watched(EXIT),
    Watched(GRANT, touched=False, scales=(1, 1)),
)
TRUTH, FEN = st.sampled_from([True, False, None]), st.none() | st.integers(0, 10**12)
MONTHS = st.none() | st.integers(1, 30)


def said(provision, draw, *, lasts=False):
    holds = draw(TRUTH)
    found = {provision.id: holds}
    if provision.amount is not None:
        found[f"{provision.id}.amount"] = draw(FEN) if holds else None
    if lasts:
        found[f"{provision.id}.lasts"] = draw(MONTHS) if holds else None
    return found


@st.composite
def populations(draw):
    homes = []
    for key in draw(st.lists(st.integers(0, 10**6), unique=True, max_size=25).map(sorted)):
        people = draw(st.integers(1, 4))
        before = said(DIBAO, draw) | said(HEATING, draw, lasts=True) | said(FAMILY, draw) | said(EXIT, draw)
        homes.append(
            {
                "household_id": key,
                "township": draw(st.sampled_from(["east", "west", None])),
                "size": people,
                "income": draw(st.none() | st.integers(0, 5)),
                "before": before,
                "after": said(DIBAO, draw) | said(FAMILY, draw) | said(EXIT, draw),
                "people": [(said(TEKUN, draw) | said(GRANT, draw), said(TEKUN, draw)) for _ in range(people)],
            }
        )
    return homes


TYPES = {"township": arrow.string()}


def column_type(name):
    return TYPES.get(name) or (arrow.int64() if "." in name or name in NUMBERS else arrow.bool_())


NUMBERS = {"household_id", "size", "income"}


def table(rows, names):
    return arrow.table({name: arrow.array([row[name] for row in rows], column_type(name)) for name in names})


HOME = ("household_id", "township", "size", "income")
OF_HOME = ("dibao", "dibao.amount", "large_family", "dibao_gradual_exit")
HEAT = ("winter_heating", "winter_heating.amount", "winter_heating.lasts")
OF_PERSON = ("tekun", "tekun.amount")


def decided(homes):
    before = [{**home, **home["before"]} for home in homes]
    people = [{"household_id": home["household_id"], **each[0]} for home in homes for each in home["people"]]
    later = [each[1] for home in homes for each in home["people"]]
    return Decided(
        (table(before, (*HOME, *OF_HOME, *HEAT)), table([home["after"] for home in homes], OF_HOME)),
        (
            table(people, ("household_id", *OF_PERSON, "education_grant", "education_grant.amount")),
            table(later, OF_PERSON),
        ),
    )


def counted(homes, cut):
    with database() as connection:
        incomes = [
            table(homes, HOME)
            .select(["household_id", "income", "size"])
            .rename_columns(["home", "income", "size"])
        ]
        tenths = tenths_of(connection, incomes)
        counting = Counting(connection, WATCHED, ["township"], size="size", income="income", tenths=tenths)
        for part in (homes[:cut], homes[cut:]):
            counting.add(decided(part))
        return counting.whole(), counting.groups("township"), counting.groups("decile")


# --- the same, in a loop ---------------------------------------------------------------------------

YEARLY = {"education_grant"}


def money(watched, row, side):
    """What a thing gets in the month and in the year, exactly; None where that cannot be told."""
    id = watched.provision.id
    if row[id] is None:
        return None
    if not row[id]:
        return Fraction(0), Fraction(0)
    amount = row.get(f"{id}.amount")
    if amount is None:
        return None
    month = Fraction(amount, watched.scales[side] * (12 if id in YEARLY else 1))
    if id == "winter_heating":
        lasts = row["winter_heating.lasts"]
        return None if lasts is None else (month, month * min(12, lasts))
    return month, 12 * month


def things(watched, home):
    id = watched.provision.id
    if watched.provision.of == "Household":
        return [(home["before"], home["after"] if id in home["after"] else home["before"])]
    return [(before, after if id in after else before) for before, after in home["people"]]


def in_loop(homes):
    """For each provision: reached, in and out, month and year of what is known; and the changes."""
    rows = defaultdict(lambda: defaultdict(int))
    changes = []
    for home in homes:
        whole = Fraction(0)
        for watched in WATCHED:
            id, pays = watched.provision.id, watched.provision.id != "large_family"
            one = Fraction(0)
            about = things(watched, home)
            for side in (0, 1):
                held = sum(bool(each[side][id]) for each in about)
                rows[id][side, "households"] += bool(held)
                rows[id][side, "persons"] += (
                    held if watched.provision.of == "Person" else bool(held) * home["size"]
                )
                rows[id][side, "doubtful"] += sum(each[side][id] is None for each in about)
            for before, after in about:
                rows[id]["in"] += before[id] is False and after[id] is True and watched.touched
                rows[id]["out"] += before[id] is True and after[id] is False and watched.touched
                if pays:
                    # What is not touched has the amounts and the scale of before on both sides.
                    sides = [money(watched, before, 0), money(watched, after, int(watched.touched))]
                    for side, each in enumerate(sides):
                        rows[id][side, "year"] += each[1] if each else 0
                    one = None if None in sides or one is None else one + sides[1][0] - sides[0][0]
            if pays:
                whole = None if whole is None or one is None else whole + one
        changes.append((whole, home["size"]))
    return rows, changes


def assert_same(group, homes):
    rows, changes = in_loop(homes)
    assert (group.households, group.persons) == (len(homes), sum(home["size"] for home in homes))
    for effect in group.effects:
        mine = rows[effect.provision.id]
        for side, found in enumerate((effect.before, effect.after)):
            assert [found.households, found.persons, found.doubtful] == [
                mine[side, name] for name in ("households", "persons", "doubtful")
            ]
            assert found.year == mine[side, "year"]
        assert (effect.newly_in, effect.newly_out) == (mine["in"], mine["out"])
    moved = group.moved
    for found, wanted in (
        (moved.gainers, [each for each in changes if each[0] is not None and each[0] > 0]),
        (moved.losers, [each for each in changes if each[0] is not None and each[0] < 0]),
        (moved.unchanged, [each for each in changes if each[0] == 0]),
    ):
        assert found.households == len(wanted)
        assert found.persons == sum(size for _, size in wanted)
        assert found.total == sum(change for change, _ in wanted)
        if wanted:
            assert found.median == median(change for change, _ in wanted)
            assert abs(found.largest) == max(abs(change) for change, _ in wanted)
    assert moved.doubtful.households == sum(each[0] is None for each in changes)


@settings(max_examples=10, deadline=None, phases=[Phase.generate])
@given(homes=populations(), cut=st.integers(0, 25))
def test_a_loop_over_the_rows_comes_to_the_same_in_all_and_by_group(homes, cut):
    whole, townships, tenths = counted(homes, cut)
    assert_same(whole, homes)
    assert {each.name for each in townships} == {home["township"] for home in homes}
    for group in townships:
        assert_same(group, [home for home in homes if home["township"] == group.name])
    known = sorted(
        (home for home in homes if home["income"] is not None),
        key=lambda home: (home["income"], home["household_id"]),
    )
    persons, before = sum(home["size"] for home in known), 0
    members = defaultdict(list)
    for home in known:
        members[10 * before // persons + 1].append(home)
        before += home["size"]
    if len(known) < len(homes) and known:
        members[None] = [home for home in homes if home["income"] is None]
    assert [each.name for each in tenths] == sorted(members, key=lambda name: (name is None, name))
    for group in tenths:
        assert_same(group, members[group.name])


def test_tenths_of_many_equal_persons_are_equal():
    homes = [{"household_id": key, "income": key // 7, "size": 1, "township": None} for key in range(1000)]
    with database() as connection:
        bounds = tenths_of(
            connection,
            [
                table(homes[at : at + 300], HOME)
                .select(["household_id", "income", "size"])
                .rename_columns(["home", "income", "size"])
                for at in (0, 300, 600, 900)
            ],
        )
    assert [(tenth, first) for tenth, _, first in bounds] == [(at + 1, 100 * at) for at in range(10)]


def test_the_keys_of_households_may_be_texts():
    homes = arrow.table({"home": ["a'b", "c", "d"], "income": [1, 1, 2], "size": [1, 1, 1]})
    with database() as connection:
        bounds = tenths_of(connection, [homes])
        assert [first for _, _, first in bounds] == ["a'b", "c", "d"]
        counting = Counting(connection, (), (), size="size", income="income", tenths=bounds)
        rows = homes.rename_columns(["household_id", "income", "size"])
        counting.add(Decided((rows, None)))
        assert [each.households for each in counting.groups("decile")] == [1, 1, 1]


def test_of_no_incomes_there_are_no_tenths():
    with database() as connection:
        assert tenths_of(connection, []) == ()
