"""Whether everything that a jurisdiction declares can be said in Chinese, in English and as a formula."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.invariants import Moves
from civaffairs.domain.rules.expr import AmountRule
from civaffairs.domain.rules.latex import latex
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.rules.walk import children
from civaffairs.errors import LANGUAGES, Message, message
from civaffairs.testing.conformance.declared import exemptions_of, invariants_of
from civaffairs.testing.conformance.requirement import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from civaffairs.domain.names import Label
    from civaffairs.domain.rules.expr import Expr
    from civaffairs.domain.sources import Clause
    from civaffairs.domain.targets import Target
    from civaffairs.errors import Language

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")
_ID = re.compile(r"(?<![A-Za-z0-9_])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![A-Za-z0-9_])")
_EXCERPT = 60


def rendering(subject: Subject) -> Iterator[Finding]:
    """Yield what cannot be said in one of the two languages, or not well.

    Looked at are the rules, provisions, invariants, floors of standards, targets and exemptions that the
    jurisdiction declares itself: in words, and trees as formulas too. Formulas of amounts also become MathML,
    as on pages, where docutils is installed.
    """
    for shown in _everything(subject):
        for lang in LANGUAGES:
            for wrong in _wrong(shown, lang):
                yield Finding(shown.of, wrong, shown.clause)


@frozen
class _Shown:
    """Something to be said.

    Attributes:
        of: the id of what it belongs to.
        clause: where that is laid down.
        part: what it is, as the code of a part in the wordings goes.
        say: says it in a language.
        formula: whether it is a formula, which names nothing but what the words name.
        prose: whether somebody wrote it as a whole, who may well have named a discrepancy by its id.
    """

    of: str
    clause: Clause
    part: str
    say: Callable[[Language], str]
    formula: bool = False
    prose: bool = False


def _everything(subject: Subject) -> Iterator[_Shown]:
    dossier = subject.dossier
    for rule in dossier.rules:
        for entry in rule.timeline:
            as_page = isinstance(rule, AmountRule) and bool(children(entry.value))
            yield from _tree(rule.id, entry.clause, entry.value, as_page=as_page)
    for provision in dossier.provisions:
        for label in (provision.label, *provision.not_modelled):
            yield _words(provision.id, provision.when.timeline.latest.clause, label)
    for invariant in invariants_of(subject):
        yield _words(invariant.id, invariant.clause, invariant.label)
        for tree in invariant.claim.trees:
            yield from _tree(invariant.id, invariant.clause, tree)
        if isinstance(invariant.claim, Moves):
            yield from _tree(invariant.id, invariant.clause, invariant.claim.fact)
    for standard in dossier.standards:
        if standard.floor is not None:
            yield from _tree(standard.id, standard.floor.clause, standard.floor.bound, as_page=True)
    for plan in dossier.plans:
        for target in plan.targets:
            yield from _target(target)
    for exemption in exemptions_of(subject):
        yield _Shown(exemption.id, exemption.clause, "words", exemption.reason.text, prose=True)


def _words(of: str, clause: Clause, said: Label | Rendered | Target) -> _Shown:
    return _Shown(of, clause, "words", said.text)


def _tree(of: str, clause: Clause, tree: Expr, *, as_page: bool = False) -> Iterator[_Shown]:
    yield _words(of, clause, Rendered(tree))
    yield _Shown(of, clause, "formula", lambda lang: latex(tree, lang), formula=True)
    if as_page and find_spec("docutils") is not None:
        yield _Shown(of, clause, "mathml", lambda lang: _mathml(tree, lang), formula=True)


def _target(target: Target) -> Iterator[_Shown]:
    of = target.indicator.id
    yield _words(of, target.clause, target)
    if target.condition is not None:
        yield from _tree(of, target.clause, target.condition)


def _mathml(tree: Expr, lang: Language) -> str:
    from docutils.utils.math.latex2mathml import tex2mathml

    return re.sub("<[^>]*>", " ", tex2mathml(latex(tree, lang), as_block=True))


def _wrong(shown: _Shown, lang: Language) -> Iterator[Message]:
    part = message(f"conform_part_{shown.part}_{lang}")
    try:
        said = shown.say(lang)
    except Exception as error:  # noqa: BLE001 - whatever is raised, it cannot be said
        yield message("conform_not_said", part=part, error=type(error).__name__)
        return
    text = said.replace(r"\_", "_")  # as LaTeX writes it
    if not text.strip():
        yield message("conform_said_empty", part=part)
        return
    excerpt = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
    if lang == "en" and _HAN.search(text):
        yield message("conform_said_in_chinese", part=part, text=excerpt)
    # Figures and signs alone are the same in every language.
    if lang == "zh" and not shown.formula and _LETTER.search(text) and not _HAN.search(text):
        yield message("conform_said_in_english", part=part, text=excerpt)
    left = _ID.search(text)
    if left is not None and not shown.prose:
        yield message("conform_said_id", part=part, id=left[0], text=excerpt)
