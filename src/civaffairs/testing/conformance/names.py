"""Names: in both languages, none twice, and ids that begin with the jurisdiction that declares them.

That ids are English words in lower case is seen to where they are declared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from civaffairs.errors import message
from civaffairs.testing.conformance.declared import names_of
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.testing.conformance.declared import Named
    from civaffairs.testing.conformance.requirement import Subject

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNIQUE = frozenset(["indicator", "term", "standard", "rule", "provision", "invariant", "document"])
"""Kinds of which two things may not be called the same; a plan may promise one thing in several places."""


def names(subject: Subject) -> Iterator[Finding]:
    """Yield names without Chinese, English ones with Chinese in them, and names that two things have."""
    called: dict[tuple[str, str, object], str] = {}
    for each in names_of(subject):
        if not each.is_name:
            continue
        if not _HAN.search(each.label.zh):
            yield _finding(each, "name_without_chinese", name=each.label.zh)
        if _HAN.search(each.label.en):
            yield _finding(each, "name_with_chinese", name=each.label.en)
        if each.kind in _UNIQUE:
            first = called.setdefault((each.kind, each.label.zh, each.among), each.id)
            if first != each.id:
                yield _finding(each, "name_twice", name=each.label, other=first)
    for plan in subject.dossier.plans:
        if plan.id.partition("/")[0] != plan.jurisdiction:
            yield Finding(plan.id, message("plan_id_of_another", id=plan.id, place=plan.jurisdiction))


def _finding(named: Named, code: str, **args: object) -> Finding:
    return Finding(named.id, message(code, kind=message(f"kind_{named.kind}"), **args), named.clause)
