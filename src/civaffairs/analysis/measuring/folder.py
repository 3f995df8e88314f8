"""Which file of a folder is the register of which model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from civaffairs.domain import models
from civaffairs.domain.models.fact import attributes, kind_of, label_of
from civaffairs.errors import InputInvalid, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from civaffairs.errors import Fault

ENDINGS = (".parquet", ".csv", ".tsv", ".txt", ".xlsx")
"""The kinds of file that a register can be."""

_CALLED = {"SocialOrg": "organisations"}
_BEFORE_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def register_name(model: str) -> str:
    """Return what the file of a register is called, without its ending.

    Example:
        >>> [register_name(each) for each in ("CareInstitution", "Community", "SocialOrg")]
        ['care_institutions', 'communities', 'organisations']
    """
    if model in _CALLED:
        return _CALLED[model]
    words = _BEFORE_CAPITAL.sub("_", model).lower()
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"


def register_models() -> dict[str, str]:
    """Return by the name of its register each model that may have one: what stands inside others has none.

    Example:
        >>> names = register_models()
        >>> names["persons"], names["care_institutions"], "incomes" in names
        ('Person', 'CareInstitution', False)
    """
    inside = {kind_of(each).of for model in models.MODELS for each in attributes(model)} - {models.Person}
    own = (each.__name__ for each in models.MODELS if each not in inside)
    return {register_name(model): model for model in own}


def registers_in(folder: Path, wanted: Iterable[str]) -> dict[str, Path]:
    """Return the files of registers, by model. A file may be called in Chinese too: `养老机构.csv`.

    Args:
        folder: where they are.
        wanted: the models whose registers are looked for.

    Raises:
        InputInvalid: where there is no such folder, none of the registers is in it, or one of them twice.
    """
    try:
        files = sorted(each for each in folder.iterdir() if each.suffix.lower() in ENDINGS)
    except OSError as error:
        raise InputInvalid(fault("registers_absent", str(folder), path=folder)) from error
    found: dict[str, Path] = {}
    faults: list[Fault] = []
    names = {model: register_name(model) for model in wanted}
    for model, name in names.items():
        called = {name, label_of(getattr(models, model)).zh}
        several = [each for each in files if each.stem in called]
        if len(several) > 1:
            both = ", ".join(each.name for each in several)
            faults.append(fault("register_twice", str(folder), files=both))
        if several:
            found[model] = several[0]
    raise_all(InputInvalid, faults)
    if not found:
        expected = ", ".join(sorted(names.values()))
        raise InputInvalid(fault("registers_none", str(folder), path=folder, names=expected))
    return found
