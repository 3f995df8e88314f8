"""Cases in files: one key that says what kind of thing the case is, and the facts of that thing.

    {"household": {"area": "urban", "members": [{"born": "1950-03-01", "incomes": []}]}}

What is not known is left out or null. Reading is as strict as the converter: no float is made, everything
that is wrong is found at once, and personal data is masked in what is said of it.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import fields, frozen

from civaffairs.domain.models import (
    AssistedPerson,
    CareInstitution,
    Cemetery,
    CommunityFacility,
    Deceased,
    Household,
    SocialOrg,
)
from civaffairs.domain.models.masking import mask
from civaffairs.errors import CivaffairsError, Fault, InputInvalid, fault
from civaffairs.exchange.converter import dumps, from_data, parsed
from civaffairs.exchange.files import read_bytes

if TYPE_CHECKING:
    from typing import Any, NoReturn

_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",  # before UTF-16, with whose mark it begins
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


@frozen
class CaseFile:
    """A case as it stands in a file: the one key that is there says of what kind it is.

    Attributes:
        household: a household with its members.
        social_org: a social organisation.
        cemetery: a cemetery.
        deceased: somebody who died, for whom a funeral benefit is asked.
        assisted_person: somebody homeless who was assisted.
        care_institution: a care institution.
        community_facility: a service facility of a community.
    """

    household: Household | None = None
    social_org: SocialOrg | None = None
    cemetery: Cemetery | None = None
    deceased: Deceased | None = None
    assisted_person: AssistedPerson | None = None
    care_institution: CareInstitution | None = None
    community_facility: CommunityFacility | None = None


KINDS: dict[str, type] = {
    "household": Household,
    "social_org": SocialOrg,
    "cemetery": Cemetery,
    "deceased": Deceased,
    "assisted_person": AssistedPerson,
    "care_institution": CareInstitution,
    "community_facility": CommunityFacility,
}
"""The model of each kind of case, by the key that says so."""


def read_case(path: str | Path) -> object:
    """Return the case in a JSON file: a household, a social organisation, a cemetery …

    Raises:
        InputInvalid: where the file cannot be read, is not in UTF-8, or with everything that is wrong with
            the case; each fault begins with the name of the file.
    """
    path = Path(path)
    content = read_bytes(path)
    try:
        return case_from(content)
    except CivaffairsError as wrong:
        # The first error may hold values in its traceback, so it is not kept as the cause.
        raise InputInvalid(*(_in_file(each, path.name) for each in wrong.faults)) from None


def case_from(text: str | bytes) -> object:
    """Return the case in a JSON text.

    Raises:
        InputInvalid: with everything that is wrong.

    Example:
        >>> case_from('{"household": {"area": "rural", "members": [{"born": "1950-03-01"}]}}').area
        Area.RURAL
        >>> case_from('{"household": {"area": "rural", "members": [{"born": "1950/3/1"}]}}')
        Traceback (most recent call last):
        ...
        civaffairs.errors.InputInvalid: household.members[0].born: should be a date, not text ...
    """
    if isinstance(text, bytes):
        _refuse_other_encodings(text)
    data = parsed(text)
    kind = _kind(data)
    read = from_data(data, CaseFile)
    case: object = getattr(read, kind)
    return case


def case_text(case: object) -> str:
    """Return a case as the text of a file, personal data included: it is the data itself.

    Example:
        >>> from civaffairs.domain.models import Cemetery, CemeteryNature
        >>> print(case_text(Cemetery(name="桃源陵园", nature=CemeteryNature.COMMERCIAL)))
        {
          "cemetery": {
            "name": "桃源陵园",
            "nature": "commercial"
          }
        }
    """
    kinds: dict[str, Any] = {kind_of(case): case}
    return dumps(CaseFile(**kinds))


def kind_of(case: object) -> str:
    """Return the key that says what kind of thing a case is.

    Raises:
        InputInvalid: where no case can be of that kind.
    """
    for kind, model in KINDS.items():
        if type(case) is model:
            return kind
    raise InputInvalid(fault("case_kind_unknown", kind=type(case).__name__, known=", ".join(KINDS)))


def _kind(data: object) -> str:
    known = ", ".join(KINDS)
    if not isinstance(data, dict):
        raise InputInvalid(fault("case_kind_missing", known=known))
    found = [key for key in data if key in KINDS]
    if len(found) > 1:
        raise InputInvalid(fault("case_kinds_several", kinds=", ".join(found)))
    if not found:
        _refuse_kind(data, known)
    if data[found[0]] is None:
        raise InputInvalid(fault("case_blank", found[0]))
    kind: str = found[0]
    return kind


def _refuse_kind(data: dict[str, object], known: str) -> NoReturn:
    """Refuse a case without a kind: the facts without their key, or a kind that there is not."""
    names = {each.name for model in KINDS.values() for each in fields(model)}
    if len(data) == 1 and not names & set(data):
        (name,) = data
        said = name if name.isascii() and name.isidentifier() else mask(name)  # it may be somebody's name
        raise InputInvalid(fault("case_kind_unknown", kind=said, known=known))
    raise InputInvalid(fault("case_kind_missing", known=known))


def _refuse_other_encodings(content: bytes) -> None:
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    if marked is None:
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            marked = "GBK" if _is_gbk(content) else None
    if marked is not None:
        raise InputInvalid(fault("json_other_encoding", encoding=marked))


def _is_gbk(content: bytes) -> bool:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _in_file(each: Fault, name: str) -> Fault:
    return Fault(f"{name}, {each.where}" if each.where else name, each.what)
