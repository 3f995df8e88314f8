"""Each requirement is seen red in a plugin that breaks just this, and green where that is declared."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from civaffairs import (
    SHARE,
    Always,
    Amount,
    AmountRule,
    Catalogue,
    Claim,
    Direction,
    Discrepancy,
    Document,
    Exemption,
    Floor,
    Freedom,
    Grade,
    Household,
    Indicator,
    Invariant,
    Jurisdiction,
    Label,
    Level,
    LocalStandard,
    Nature,
    NotModelled,
    Observation,
    Passage,
    Plan,
    Provision,
    ProvisionKind,
    Recomputation,
    Side,
    Standard,
    Statistic,
    Table,
    Term,
    Timeline,
    Topic,
    Trust,
    Verdict,
    amount_rule,
    at_least,
    baseline,
    cell,
    condition_rule,
    goal,
    ratio_of,
    result,
    since,
    total_of,
)
from civaffairs.domain.rules.views import household
from civaffairs.errors import ExtraMissing, UnknownName, fault, message
from civaffairs.loading import PluginReport, Stage, Status
from civaffairs.testing.conformance import REQUIREMENTS, Finding, Report, Result, State, conform

CARE, WORD = Topic.ELDERLY_CARE, Label("桃", "peach")
NATION = Jurisdiction("peach-nation", Label("桃国", "Peach"), Level.NATION, "100000", fictional=True)
TOWN = Jurisdiction(
    "peach-town", Label("桃镇区", "Peach Town"), Level.DISTRICT, "990101", NATION.id, fictional=True
)
LAND = Jurisdiction("land", Label("国", "Land"), Level.NATION, "100000")
PROVINCE = Jurisdiction("province", Label("省", "Province"), Level.PROVINCE, "110000", LAND.id)
OAK = Jurisdiction("oak-town", Label("橡区", "Oak Town"), Level.DISTRICT, "110101", PROVINCE.id)

PAPER = Document(
    "peach-town/plan-14", Label("桃镇区规划", "Peach Town plan"), "桃镇区民政局", 2022, Trust.FICTIONAL
)
GLOSS = Label("桃镇人人有份", "everybody in Peach Town has a share")
TEXT = Passage(PAPER.at("一"), CARE, period=2020, by=2025)
BEDS = Indicator("peach_beds", Label("桃床占比", "share of peach beds"), "%", Direction.UP, CARE, SHARE)
PUBLIC = TEXT.figure("public", "公办床位", "public beds", 300, "张")
PRIVATE = TEXT.figure("private", "社会办床位", "private beds", 900, "张")
ALL = TEXT.figure("all", "床位", "beds", 1200, "张")
LIMIT = LocalStandard("peach_limit", Label("桃限", "the peach limit"), "元")


EARLIER = NotModelled(Label("缺", "unknown"), before=2021)
OF_STANDARDS, OF_RULES = PAPER.at("二", GLOSS), PAPER.at("三", GLOSS)


def paid(number, unit="元", clause=OF_STANDARDS):
    return Timeline((EARLIER, since(2021, Amount(number, unit), clause)))


def standard(name="peach_limit", zh="桃限", number=600, unit="元", **more):
    label, entries = Label(zh, f"the {name}"), paid(number, unit)
    return Standard(name, TOWN.id, label, unit, CARE, entries, Freedom.SET, **more)


def ruled(tree, clause=OF_RULES):
    return Timeline((EARLIER, since(2021, tree, clause)))


POOR = condition_rule(
    "peach_poor", TOWN.id, Label("桃贫", "is peach-poor"), Household, ruled(household.assets <= LIMIT)
)
HELP = Provision("peach_help", TOWN.id, Label("桃助", "peach help"), CARE, ProvisionKind.STATUS, POOR)
LAW = Invariant(
    "peach_law",
    TOWN.id,
    Label("桃恒", "peach law"),
    CARE,
    "Household",
    Always(POOR | (household.assets > LIMIT)),
    PAPER.at("四", GLOSS),
)
CARED = Term(
    "peach_care", Label("桃护", "peach care"), Label("桃树下", "under peach trees"), CARE, PAPER.at("五")
)
TABLE = Table(
    PAPER.at("表1"),
    (baseline("2020年", 2020), goal("2023年", 2023), goal("2025年", 2025), result("实际", 2025)),
)


def row(*cells, nature=Nature.BINDING):
    return TABLE.row("1", BEDS, "桃床占比", "%", *cells, nature=nature)


ROW = row(40, 50, at_least(60), "")


def plan(*rows, name="plan-14", place=TOWN, document=PAPER, years="2021..2025", **parts):
    parts.setdefault("recomputations", [Recomputation("all", ALL, total_of(PUBLIC, PRIVATE))])
    label = Label(f"桃镇区{name}", f"Peach Town {name}")
    return Plan(f"{place.id}/{name}", label, place.id, years, document, rows=rows or (ROW,), **parts)


def world(*, jurisdictions=(NATION, TOWN), plugins=None, reports=(), indicators=(BEDS,), **parts):
    """A nation and a town in which nothing is wrong, with some parts in place of the sound ones."""
    declared = {
        "terms": [CARED],
        "plans": [plan()],
        "standards": [standard()],
        "rules": [POOR],
        "provisions": [HELP],
        "invariants": [LAW],
        "exemptions": [],
        **parts,
    }
    return Catalogue(
        jurisdictions={each.id: each for each in jurisdictions},
        indicators={each.id: each for each in indicators},
        terms={each.id: each for each in declared["terms"]},
        plans={each.id: each for each in declared["plans"]},
        standards=tuple(declared["standards"]),
        rules=tuple(declared["rules"]),
        provisions=tuple(declared["provisions"]),
        reports=tuple(reports),
        plugins=plugins or {},
        invariants=tuple(declared["invariants"]),
        exemptions=tuple(declared["exemptions"]),
    )


def nothing_else(**parts):
    """Only what is given, of a real jurisdiction."""
    empty = {"terms": [], "plans": [], "standards": [], "rules": [], "provisions": [], "invariants": []}
    return {"jurisdictions": (LAND, PROVINCE, OAK), "indicators": (), **empty, **parts}


def paper(name, *, title="桃纸", issuer="局", issued=2021, trust=Trust.FICTIONAL, **more):
    return Document(name, Label(title, f"Paper {name}"), issuer, issued, trust, **more)


def citing(document, name="peach_other"):
    """A standard that cites a document."""
    entry = paid(1, clause=document.at("一"))
    return Standard(name, TOWN.id, Label("桃其他", "another"), "元", CARE, entry, Freedom.SET)


def oak_citing(document):
    return evolve(citing(document), jurisdiction=OAK.id)


FLOOR = Floor(LIMIT * "1.3", PAPER.at("六", GLOSS))


def huge():
    """A rule beyond 64 bits, built past the function that refuses it."""
    tree = household.assets * "1000000000"
    return AmountRule(
        "peach_huge", TOWN.id, Label("桃巨", "peach giant"), "Household", LIMIT.unit, ruled(tree)
    )


def unlike():
    tree = household.assets * "1"
    return AmountRule("peach_years", TOWN.id, Label("桃龄", "peach age"), "Household", "周岁", ruled(tree))


def report_of(place, distribution):
    return PluginReport(place.id, distribution, "1.0", Status.LOADED, Stage.CATALOGUE)


REACHED = Verdict(reached=True, printed="完成")
CITY = Jurisdiction(
    "peach-city", Label("桃市", "Peach City"), Level.CITY, "990100", NATION.id, fictional=True
)
IN_CITY = evolve(TOWN, parent=CITY.id)
ABOVE = paper("peach-city/plan-14", title="桃市规划", issued=2021)


def above(*cells, nature=Nature.BINDING):
    """A plan of the city above the town."""
    rows = Table(ABOVE.at("表1"), TABLE.columns).row("1", BEDS, "桃床占比", "%", *cells, nature=nature)
    return {
        "jurisdictions": (NATION, CITY, IN_CITY),
        "plans": [plan(), plan(rows, place=CITY, document=ABOVE, recomputations=[])],
    }


# requirement, code of the finding, id of what it is of, the parts that are wrong
WRONG = [
    (
        "provenance",
        "figure_without_clause",
        "peach-town/plan-14/peach_beds",
        {"plans": [plan(observations=[Observation(BEDS, 2021, Amount(41, "%"), "survey.csv")])]},
    ),
    (
        "provenance",
        "document_differs",
        "peach-town/plan-14",
        {"standards": [standard(), citing(evolve(PAPER, issued=None))]},
    ),
    (
        "provenance",
        "document_of_fiction_unmarked",
        "peach-town/a",
        {"standards": [standard(), citing(paper("peach-town/a", trust=Trust.OFFICIAL))]},
    ),
    (
        "provenance",
        "document_real_marked_fictional",
        "land/a",
        {"jurisdictions": (NATION, TOWN, LAND), "standards": [standard(), citing(paper("land/a"))]},
    ),
    (
        "dates",
        "reported_too_early",
        "peach-town/plan-14/peach_beds",
        {"plans": [plan(observations=[Observation(BEDS, 2024, Amount(41, "%"), PAPER.at("七"))])]},
    ),
    (
        "dates",
        "target_outside_plan",
        "peach-town/plan-14#表1 序号1 2025年",
        {"plans": [plan(years="2021..2024")]},
    ),
    ("parents", "chain_without_nation", "peach-town", {"jurisdictions": (TOWN,)}),
    (
        "parents",
        "code_twice",
        "peach-town",
        {"jurisdictions": (NATION, TOWN, evolve(TOWN, id="plum-town", label=Label("李区", "Plum")))},
    ),
    (
        "parents",
        "parent_not_higher",
        "peach-town",
        {"jurisdictions": (NATION, evolve(CITY, level=Level.DISTRICT), IN_CITY)},
    ),
    (
        "parents",
        "parent_not_required",
        "peach-town",
        {
            "plugins": {TOWN.id: TOWN.id, NATION.id: NATION.id},
            "reports": [report_of(TOWN, "pluggy"), report_of(NATION, "attrs")],
        },
    ),
    (
        "names",
        "name_without_chinese",
        "peach_limit",
        {"standards": [standard(zh="LIMIT")]},
    ),
    (
        "names",
        "name_with_chinese",
        "peach-town/plan-14/peach_size",
        {"plans": [plan(situation=[TEXT.figure("peach_size", "桃大小", "大小", 3, "个")])]},
    ),
    (
        "names",
        "name_twice",
        "peach_other",
        {"standards": [standard(), standard("peach_other")]},
    ),
    (
        "names",
        "plan_id_of_another",
        "peach-nation/plan-14",
        {"plans": [evolve(plan(), id="peach-nation/plan-14")]},
    ),
    (
        "glossary",
        "word_of_its_own",
        "peach_other",
        {
            "terms": [CARED, evolve(CARED, id="dibao", label=Label("最低生活保障", "Dibao"), also=("低保",))],
            "standards": [standard(), standard("peach_other", zh="低保标准")],
        },
    ),
    (
        "glossary",
        "word_of_two_terms",
        "peach_again",
        {
            "terms": [
                CARED,
                evolve(CARED, id="peach_again", label=Label("桃护理", "peach nursing"), also=("桃护",)),
            ]
        },
    ),
    (
        "units",
        "impossible_size",
        "peach-town/plan-14#表1 序号1 2025年",
        {"plans": [plan(row(40, 50, 160, ""))]},
    ),
    ("units", "standard_of_another_unit", "peach_limit", {"standards": [standard(unit="元/月")]}),
    ("units", "standard_too_large", "peach_limit", {"standards": [standard(number=1000001)]}),
    ("units", "rule_overflows", "peach_huge", {"rules": [POOR, huge()]}),
    ("units", "unit_clash", "peach_years", {"rules": [POOR, unlike()]}),
    (
        "targets",
        "binding_without_value",
        "peach-town/plan-14#表1 序号1 2025年",
        {"plans": [plan(row(40, "", "--", ""))]},
    ),
    (
        "targets",
        "target_below_baseline",
        "peach-town/plan-14#表1 序号1 2025年",
        {"plans": [plan(row(40, "", at_least(30), ""))]},
    ),
    (
        "targets",
        "milestone_turns_back",
        "peach-town/plan-14#表1 序号1 2025年",
        {"plans": [plan(row(40, at_least(70), at_least(60), ""))]},
    ),
    ("targets", "weaker_than_above", "peach-town/plan-14#表1 序号1 2025年", above(40, "", at_least(65), "")),
    (
        "targets",
        "less_firm_than_above",
        "peach-town/plan-14#表1 序号1 2025年",
        {
            **above(40, "", at_least(60), ""),
            "plans": [
                plan(row(40, 50, at_least(60), "", nature=Nature.EXPECTED)),
                *above(40, "", at_least(60), "")["plans"][1:],
            ],
        },
    ),
    (
        "discrepancies",
        "marked_reached_but_missed",
        "peach-town/plan-14#表1 序号1 实际",
        {"plans": [plan(row(40, 50, at_least(60), cell(55, verdict=REACHED)))]},
    ),
    (
        "discrepancies",
        "claimed_whole_but_missed",
        "peach-town/plan-14#八",
        {"plans": [plan(row(40, 50, at_least(60), 55), claim=Claim(REACHED, PAPER.at("八")))]},
    ),
    (
        "discrepancies",
        "two_values",
        "peach-town/plan-14#一",
        {"plans": [plan(ROW, observations=[TEXT.seen(BEDS, 41, "%")])]},
    ),
    (
        "discrepancies",
        "two_targets",
        "peach-town/plan-14#一",
        {"plans": [plan(ROW, TEXT.aims(BEDS, "桃床占比", "%", at_least(55)))]},
    ),
    (
        "discrepancies",
        "below_floor",
        "peach_above",
        {"standards": [standard(), standard("peach_above", zh="桃上", number=779, floor=FLOOR)]},
    ),
    (
        "recomputations",
        "does_not_add_up",
        "peach-town/plan-14#一",
        {"plans": [plan(recomputations=[Recomputation("all", ALL, total_of(PUBLIC, PUBLIC))])]},
    ),
    (
        "documentation",
        "rule_clause_without_gloss",
        "peach_poor",
        {"rules": [evolve(POOR, timeline=ruled(household.assets <= LIMIT, PAPER.at("三")))]},
    ),
    (
        "documentation",
        "invariant_clause_without_gloss",
        "peach_law",
        {"invariants": [evolve(LAW, clause=PAPER.at("四"))]},
    ),
]
# The same of a real jurisdiction, in which nothing fictional has a place.
WRONG_AND_REAL = [
    (
        "provenance",
        "official_without_issuer",
        "oak-town/a",
        nothing_else(standards=[oak_citing(paper("oak-town/a", issuer="", trust=Trust.OFFICIAL))]),
    ),
    (
        "provenance",
        "fiction_cited",
        "peach-town/plan-14",
        nothing_else(jurisdictions=(LAND, PROVINCE, OAK, TOWN), standards=[oak_citing(PAPER)]),
    ),
    (
        "parents",
        "code_not_of_parent",
        "oak-town",
        nothing_else(jurisdictions=(LAND, PROVINCE, evolve(OAK, code="120101"))),
    ),
    (
        "parents",
        "parent_fictional",
        "oak-town",
        nothing_else(jurisdictions=(LAND, evolve(PROVINCE, fictional=True), OAK)),
    ),
]
EVERY = [
    *((TOWN.id, *each) for each in WRONG),
    *((OAK.id, *each) for each in WRONG_AND_REAL),
]


def asked(catalogue: Catalogue, requirement: str, place: str = TOWN.id) -> Result:
    (came,) = conform(catalogue, place, only=[requirement]).results
    return came


def exemption(requirement: str, of: str, place: str = TOWN.id, *days: date) -> Exemption:
    document = PAPER if place == TOWN.id else paper("oak-town/x", trust=Trust.OFFICIAL)
    return Exemption(
        "known",
        place,
        requirement,
        of,
        Label("来源如此", "so say the sources"),
        document.at("九", GLOSS),
        days,
    )


def called(cases):
    return [f"{each[-4]}-{each[-3]}" for each in cases]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda each: each.id)
def test_a_sound_plugin_meets_every_requirement(requirement):
    came = conform(world(), TOWN.id, only=[requirement.id], examples=20).results[0]
    assert came.state is State.MET, came.text("en")


@pytest.mark.parametrize(("place", "requirement", "code", "of", "parts"), EVERY, ids=called(EVERY))
def test_what_a_plugin_breaks_is_found_by_the_requirement_that_it_breaks(place, requirement, code, of, parts):
    came = asked(world(**parts), requirement, place)
    assert came.state is State.NOT_MET
    assert [(each.what.code, each.of) for each in came.found] == [(code, of)]
    assert came.text("en") != came.text("zh")


@pytest.mark.parametrize(("place", "requirement", "code", "of", "parts"), EVERY, ids=called(EVERY))
def test_what_is_exempted_is_met_with_an_exception_and_counted(place, requirement, code, of, parts):
    parts = {**parts, "exemptions": [exemption(requirement, of, place)]}
    report = conform(world(**parts), place, only=[requirement, "exemptions"])
    assert [(each.requirement.id, each.state) for each in report.results] == [
        (requirement, State.EXCEPTED),
        ("exemptions", State.MET),
    ]
    assert report.passes
    assert "1 declared exception" in report.last_line("en")
    assert "声明例外 1 项" in report.last_line("zh")


@pytest.mark.parametrize(
    ("requirement", "of", "days", "code"),
    [
        ("politeness", "peach_limit", (), "exemption_from_nothing"),
        ("exemptions", "known", (), "exemption_from_nothing"),
        ("units", "peach_beds", (), "exemption_idle"),
        ("dates", "peach_limit", (), "exemption_idle"),
        ("units", "peach_limit", (date(2020, 1, 1),), "exemption_idle"),
        ("units", "peach_limit", (date(2021, 1, 1), date(2022, 1, 1)), "exemption_idle_on"),
    ],
)
def test_an_exemption_that_covers_nothing_is_itself_found(requirement, of, days, code):
    declared = [exemption(requirement, of, TOWN.id, *days)]
    came = asked(world(standards=[standard(number=1000001)], exemptions=declared), "exemptions")
    assert [(each.what.code, each.of) for each in came.found] == [(code, "known")]


def test_an_exemption_is_needed_where_it_is_declared_for_the_day_of_the_finding():
    declared = [exemption("units", "peach_limit", TOWN.id, date(2021, 1, 1))]
    report = conform(
        world(standards=[standard(number=1000001)], exemptions=declared),
        TOWN.id,
        only=["units", "exemptions"],
    )
    assert [each.state for each in report.results] == [State.EXCEPTED, State.MET]


def test_what_a_jurisdiction_above_exempts_is_exempted_below_and_not_held_against_those_below():
    declared = [evolve(exemption("units", "peach_limit"), jurisdiction=NATION.id)]
    catalogue = world(standards=[standard(number=1000001)], exemptions=declared)
    assert asked(catalogue, "units").state is State.EXCEPTED
    assert asked(catalogue, "exemptions").state is State.MET
    assert asked(catalogue, "exemptions", NATION.id).state is State.NOT_MET


def test_a_promise_for_a_day_before_its_document_was_issued_is_found_among_the_dates():
    late = evolve(PAPER, issued="2024-06")
    aims = Passage(late.at("一"), CARE, period=2020, by=2025).aims(
        BEDS, "桃床占比", "%", at_least(60), by=2023
    )
    came = asked(world(plans=[plan(aims, document=late, recomputations=[])], terms=[], standards=[], rules=[],
                       provisions=[], invariants=[]), "dates")  # fmt: skip
    assert [each.what.code for each in came.found] == ["promised_for_the_past"]


def test_what_a_discrepancy_declares_is_counted_as_declared_and_passes():
    sides = (Side(WORD, PAPER.at("一")), Side(WORD, PAPER.at("表1")))
    declared = Discrepancy("beds", WORD, Grade.TWO_VALUES, sides, WORD, WORD)
    seen = [TEXT.seen(BEDS, 41, "%")]
    report = conform(
        world(plans=[plan(ROW, observations=seen, discrepancies=[declared])]), TOWN.id, only=["discrepancies"]
    )
    assert [each.state for each in report.results] == [State.EXCEPTED]
    assert "1 declared discrepancy" in report.last_line("en")
    assert "已声明的矛盾 1 处" in report.last_line("zh")


def test_a_document_is_held_against_who_publishes_it_where_both_cite_it():
    leaf = paper("province/a", issuer="", trust=Trust.OFFICIAL)
    both = [oak_citing(leaf), evolve(oak_citing(leaf), jurisdiction=PROVINCE.id)]
    catalogue = world(**nothing_else(standards=both))
    assert asked(catalogue, "provenance", OAK.id).state is State.MET
    assert asked(catalogue, "provenance", PROVINCE.id).state is State.NOT_MET


def test_a_document_of_a_place_that_is_not_installed_is_noted_and_left_to_that_place():
    elsewhere = citing(paper("nowhere/a", issuer="", trust=Trust.OFFICIAL))
    result = asked(world(standards=[standard(), elsewhere]), "provenance", TOWN.id)
    assert result.state is State.MET
    assert [each.code for each in result.notes] == ["document_of_nobody"]
    assert "nowhere" in result.notes[0].text("en")


def test_a_plugin_that_requires_that_of_the_jurisdiction_above_has_its_parents():
    required = {
        "plugins": {TOWN.id: TOWN.id, NATION.id: NATION.id},
        "reports": [report_of(TOWN, "civaffairs"), report_of(NATION, "Attrs")],
    }
    assert asked(world(**required), "parents").state is State.MET
    unread = {**required, "reports": [report_of(TOWN, "no-such-distribution"), report_of(NATION, "attrs")]}
    assert asked(world(**unread), "parents").state is State.MET


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Install a plugin that is called after the town, with these files."""

    def install(about: str, **modules: str) -> Catalogue:
        package = tmp_path / "civaffairs_peach_town"
        package.mkdir()
        for name, text in modules.items():
            (package / f"{name}.py").write_text(text, "utf-8")
        folder = tmp_path / "civaffairs_peach_town-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(about, "utf-8")
        entry = "[civaffairs.plugins]\npeach-town = civaffairs_peach_town\n"
        (folder / "entry_points.txt").write_text(entry, "utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.delitem(sys.modules, package.name, raising=False)
        return world(plugins={TOWN.id: TOWN.id})

    return install


ABOUT = "Metadata-Version: 2.4\nName: civaffairs-peach-town\nVersion: 1.0\n"


def test_a_plugin_that_explains_itself_is_documented(installed):
    about = f"{ABOUT}Summary: Peach Town\n\nWhat Peach Town declares.\n"
    catalogue = installed(about, __init__='"""Peach."""\n', rules='"""Rules."""\n')
    assert asked(catalogue, "documentation").state is State.MET


def test_what_a_plugin_leaves_unexplained_is_found_and_passes_as_a_recommendation(installed):
    catalogue = installed(ABOUT, __init__='"""Peach."""\n', rules="RULES = ()\n")
    report = conform(catalogue, TOWN.id, only=["documentation"])
    assert {(each.what.code, each.of) for each in report.results[0].found} == {
        ("distribution_without_summary", "civaffairs-peach-town"),
        ("distribution_without_readme", "civaffairs-peach-town"),
        ("module_without_docstring", "civaffairs_peach_town.rules"),
    }
    assert report.passes
    assert "1 recommendation not met" in report.last_line("en")


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch):
    """Put something else in the place of a part of one requirement."""

    def put(name: str, **parts) -> None:
        other = [evolve(each, **parts) if each.id == name else each for each in REQUIREMENTS]
        monkeypatch.setattr("civaffairs.testing.conformance.report.REQUIREMENTS", tuple(other))

    return put


def test_what_a_plugins_own_code_raises_is_a_finding_and_leaves_the_others_alone(instead):
    def burn(subject):
        yield Finding("peach_limit", message("declared_twice", name="peach_limit"))
        raise RuntimeError("桃树着火")

    instead("dates", ask=burn)
    report = conform(world(), TOWN.id, only=["dates", "names"])
    assert [each.state for each in report.results] == [State.NOT_MET, State.MET]
    assert [each.of for each in report.results[0].found] == ["peach_limit", TOWN.id]
    assert "RuntimeError: 桃树着火" in report.results[0].text("en")


def test_what_asks_for_a_library_that_is_not_there_was_not_asked(instead):
    def lack(subject):
        yield from ()
        raise ExtraMissing(
            fault("extra_missing", purpose=message("purpose_charts"), library="altair", extra="charts")
        )

    instead("dates", ask=lack)
    report = conform(world(), TOWN.id, only=["dates"])
    assert report.results[0].state is State.NOT_ASKED
    assert "pip install 'civaffairs[charts]'" in report.results[0].text("en")


def test_what_a_reader_should_know_besides_is_said_and_counted(instead):
    instead("dates", notes=lambda subject: (message("purpose_charts"),))
    report = conform(world(), TOWN.id, only=["dates"])
    assert report.results[0].state is State.MET
    assert report.text("en").splitlines()[1:] == [
        "✓ dates  dates make sense  1 noted",
        "    drawing charts",
        "passes what was asked of suite 1.0: 1 of 17 requirements, 1 note",
    ]


def test_a_rule_that_replaces_one_above_without_saying_so_is_found():
    two = [POOR, evolve(POOR, jurisdiction=NATION.id)]
    came = asked(world(rules=two), "editions")
    assert "supersedes_unsaid" in {each.what.code for each in came.found}


def test_what_needs_an_extra_that_is_not_installed_is_reported_as_not_asked(monkeypatch):
    monkeypatch.setattr("civaffairs.testing.conformance.asking.find_spec", lambda _: None)
    report = conform(world(), TOWN.id, only=["masking", "names"])
    assert [each.state for each in report.results] == [State.MET, State.NOT_ASKED]
    assert report.passes
    assert "pip install 'civaffairs[testing]'" in report.text("en")
    assert "1 requirement not asked" in report.last_line("en")
    assert "1 项未测试" in report.last_line("zh")
    assert not report.last_line("en").startswith("passes suite")


def test_of_what_was_not_asked_it_is_not_said_that_its_exemption_is_not_needed(monkeypatch):
    monkeypatch.setattr("civaffairs.testing.conformance.asking.find_spec", lambda _: None)
    assert asked(world(exemptions=[exemption("invariants", "peach_law")]), "exemptions").state is State.MET


def whole(report: Report, *states: Result) -> Report:
    """The report as if every requirement had been asked and met, and these had come to what they say."""
    by_id = {each.requirement.id: each for each in states}
    return evolve(report, results=tuple(by_id.get(each.id, Result(each)) for each in REQUIREMENTS))


def test_the_last_line_says_what_the_suite_came_to_in_both_languages():
    catalogue = world(standards=[standard(number=1000001)], exemptions=[exemption("units", "peach_limit")])
    report = conform(catalogue, TOWN.id, only=["units"])
    passed = whole(report, *report.results)
    assert passed.last_line("zh") == "通过符合性测试 1.0，声明例外 1 项"
    assert passed.last_line("en") == "passes suite 1.0, 1 declared exception"
    failed = whole(report, asked(world(standards=[standard(number=1000001)]), "units"))
    assert not failed.passes
    assert failed.last_line("zh") == "未通过符合性测试 1.0，1 项必要要求不符合"
    assert failed.last_line("en") == "does not pass suite 1.0, 1 requirement not met"


def test_the_text_of_a_report_has_a_line_for_each_requirement_and_below_it_what_was_found():
    report = conform(world(standards=[standard(number=1000001)]), TOWN.id, only=["dates", "units"])
    assert report.text("en").splitlines() == [
        "Peach Town: conformance suite 1.0",
        "✓ dates  dates make sense",
        "✗ units  units fit, sizes are possible  1 not declared",
        "    peach_limit 2021-01-01: 1,000,001 yuan is more than rules allow for (1000000 yuan)",
        "      Peach Town plan, 二",
        "      Check the amount; where it is right, raise most of the LocalStandard",
        "does not pass suite 1.0, 1 requirement not met",
    ]
    assert report.text("zh").splitlines()[:3] == [
        "桃镇区：符合性测试 1.0",
        "✓ dates  日期讲得通",
        "✗ units  单位相合，大小可能  1 处未声明",
    ]


def test_a_long_list_can_be_cut_and_says_what_was_left_out():
    many = [standard(f"peach_{number}", zh=f"桃{number}", number=1) for number in "abcd"]
    came = asked(world(standards=[*many, *(evolve(each, id=f"{each.id}x") for each in many)]), "names")
    assert [*came.lines("en", most=3)][-1] == "    and 1 more: see --only names"


@pytest.mark.parametrize(
    ("name", "only", "close"), [("peach-twon", (), TOWN.id), (TOWN.id, ("unit",), "units")]
)
def test_what_does_not_exist_is_answered_with_what_comes_close(name, only, close):
    with pytest.raises(UnknownName) as caught:
        conform(world(), name, only=only)
    assert close in caught.value.faults[0].what.mend("en")


def test_each_requirement_is_told_before_it_is_asked():
    told: list[str] = []
    conform(world(), TOWN.id, only=["units", "dates"], progress=lambda each: told.append(each.id))
    assert told == ["dates", "units"]


def test_statistics_and_their_shares_are_worked_out_again_too():
    share = TEXT.figure("share", "占比", "share", 76, "%")
    again = Recomputation("share", share, ratio_of(PRIVATE, ALL))
    assert isinstance(share.of, Statistic)
    came = asked(world(plans=[plan(recomputations=[again])]), "recomputations")
    assert [each.what.code for each in came.found] == ["does_not_add_up"]


def test_an_amount_rule_without_fault_is_within_64_bits():
    small = amount_rule(
        "peach_small", TOWN.id, Label("桃小", "peach small"), Household, "元", ruled(household.assets * "2")
    )
    assert asked(world(rules=[POOR, small]), "units").state is State.MET
