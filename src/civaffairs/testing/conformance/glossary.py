"""Words: what a term of the glossary is called in Chinese is called by one of its handles in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.errors import message
from civaffairs.testing.conformance.declared import names_of, terms_of
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.domain.glossary import Term
    from civaffairs.testing.conformance.requirement import Subject

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
"""The words that decide who is meant and what is paid: one Chinese term, one English handle, everywhere."""

# What is shared and translated with care; titles of documents and plans stay as their publishers have them.
_HELD_TO_IT = frozenset(
    ["indicator", "standard", "rule", "provision", "invariant", "statistic", "commitment", "discrepancy"]
)


def glossary(subject: Subject) -> Iterator[Finding]:
    """Yield each name that says a strict term otherwise in English, and each word that two terms have."""
    terms = tuple(subject.catalogue.terms.values())
    for named in names_of(subject):
        if not named.is_name or named.kind not in _HELD_TO_IT:
            continue
        for term in terms_in(named.label.zh, terms):
            if term.id in STRICT and not term.is_called_so_in(named.label.en):
                said = message("word_of_its_own", term=term.label.zh, name=named.label, handle=term.label.en)
                yield Finding(named.id, said, named.clause)
    yield from _shared(terms_of(subject), terms)


def terms_in(chinese: str, terms: Iterable[Term]) -> Iterator[Term]:
    """Yield the terms that stand in Chinese words, the longest first; a part of one is none of its own."""
    left = _unquoted(chinese)
    called = [(_unquoted(name), term) for term in terms for name in term.names]
    for name, term in sorted(called, key=lambda pair: -len(pair[0])):
        if name in left:
            left = left.replace(name, "|")
            yield term


def _unquoted(chinese: str) -> str:
    """Leave out the marks that some documents put around a name and others do not."""
    return chinese.replace("“", "").replace("”", "")


def _shared(mine: Iterable[Term], terms: tuple[Term, ...]) -> Iterator[Finding]:
    """Yield the words of a term that one declared before it has too."""
    for term in mine:
        words = {*term.names, term.label.en.casefold()}
        for other in terms[: terms.index(term)]:
            for word in sorted(words & {*other.names, other.label.en.casefold()}):
                yield Finding(term.id, message("word_of_two_terms", word=word, other=other.id), term.clause)
