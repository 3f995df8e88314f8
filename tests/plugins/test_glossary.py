"""The glossary of all plugins: names that are unique, and labels that use its English for its Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from civaffairs import Label, Plan, Term, load
from civaffairs.domain.indicators import Statistic

CATALOGUE = load()
TERMS = tuple(CATALOGUE.terms.values())

# The words that decide who is meant and what is paid: one Chinese term, one English handle, in every plugin.
STRICT = (
    "dibao",
    "dibao_standard",
    "dibao_marginal_family",
    "tekun_persons",
    "tekun_support",
    "tekun_living_standard",
    "tekun_care_standard",
    "temporary_assistance",
    "temporary_assistance_emergency",
    "temporary_assistance_spending",
    "orphans",
    "unattended_children",
    "children_in_difficulty",
    "left_behind_children",
    "living_subsidy",
    "nursing_subsidy",
    "two_disability_subsidies",
    "elderly_care",
    "nursing_beds",
    "social_work_professionals",
    "welfare_lottery",
    "ecological_burial",
)

# Labels in which the Chinese characters of a term mean something else, or that leave it out with a reason.
EXCEPTIONS: dict[str, str] = {}


def labels() -> Iterator[tuple[str, Label]]:
    """Yield every label that the plugins declare, each with where it stands."""
    yield from ((f"indicator {each.id}", each.label) for each in CATALOGUE.indicators.values())
    for kind, values in (
        ("standard", CATALOGUE.standards),
        ("rule", CATALOGUE.rules),
        ("provision", CATALOGUE.provisions),
    ):
        yield from ((f"{kind} {each.jurisdiction}/{each.id}", each.label) for each in values)
    for plan in CATALOGUE.plans.values():
        yield from ((f"{plan.id} {what}", label) for what, label in labels_of(plan))


def labels_of(plan: Plan) -> Iterator[tuple[str, Label]]:
    """Yield the labels of a plan's statistics, commitments and discrepancies."""
    for seen in (*plan.observations, *plan.situation):
        if isinstance(seen.of, Statistic):
            yield f"statistic {seen.of.id}", seen.of.label
    for each in plan.commitments:
        yield f"commitment {each.id}", each.label
    # What the sides of a discrepancy say is running text, which may leave out what its label has named.
    for each in plan.discrepancies:
        yield f"discrepancy {each.id}", each.label


def unquoted(chinese: str) -> str:
    """Leave out the marks that some documents put around a name and others do not."""
    return chinese.replace("“", "").replace("”", "")


def terms_in(chinese: str, terms: Iterable[Term]) -> Iterator[Term]:
    """Yield the terms that stand in Chinese words, the longest first; a part of one is none of its own."""
    left = unquoted(chinese)
    named = [(unquoted(name), term) for term in terms for name in term.names]
    for name, term in sorted(named, key=lambda pair: -len(pair[0])):
        if name in left:
            left = left.replace(name, "|")
            yield term


def strangers() -> Iterator[tuple[Term, str, Label]]:
    """Yield each label that holds a term in Chinese and says it otherwise in English."""
    for where, label in dict.fromkeys(labels()):
        for term in terms_in(label.zh, TERMS):
            if not term.is_called_so_in(label.en) and label.zh not in EXCEPTIONS:
                yield term, where, label


STRANGERS = tuple(strangers())


@pytest.mark.parametrize("name", STRICT)
def test_labels_say_a_term_in_english_as_the_glossary_does(name):
    found = [f"{where}: {label.zh} | {label.en}" for term, where, label in STRANGERS if term.id == name]
    assert found == [], f"{CATALOGUE.terms[name].handles} wanted"


def test_every_exception_is_still_needed():
    declared = {label.zh for _, label in labels()}
    assert EXCEPTIONS.keys() <= declared


def test_no_two_terms_share_a_chinese_name_or_an_english_handle():
    names = Counter(name for term in TERMS for name in term.names)
    handles = Counter(term.label.en.casefold() for term in TERMS)
    assert [name for name, count in (names + handles).items() if count > 1] == []


def test_a_meaning_is_one_line_and_says_more_than_the_name():
    for term in TERMS:
        assert "\n" not in term.meaning.zh + term.meaning.en, term.id
        assert len(term.meaning.zh) <= 60, term.id
        assert len(term.meaning.en) <= 120, term.id
        assert term.meaning.zh != term.label.zh, term.id
        assert term.meaning.en != term.label.en, term.id


def test_a_part_of_a_longer_term_is_no_term_of_its_own():
    found = [term.id for term in terms_in("失能特困人员集中照护中心和低保", TERMS)]
    assert found == ["dependent_tekun_centre", "dibao"]
