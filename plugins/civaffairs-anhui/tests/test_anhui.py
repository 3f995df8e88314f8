"""The province and the city stand between the nation and Guichi."""

from civaffairs import Trust, load
from civaffairs_anhui.documents import DOCUMENTS


def test_chizhou_lies_in_anhui_and_anhui_in_china() -> None:
    catalogue = load(strict=True, only=["china", "anhui"])
    assert [each.id for each in catalogue["chizhou"].chain] == ["anhui", "china"]
    assert all(catalogue["chizhou"].jurisdiction.lies_in(above) for above in catalogue["chizhou"].chain)


def test_documents_known_by_name_only_say_so() -> None:
    assert {document.trust for document in DOCUMENTS} == {Trust.UNCONFIRMED}
    assert {document.id.partition("/")[0] for document in DOCUMENTS} == {"anhui", "chizhou"}
    dated = [document.number for document in DOCUMENTS if document.issued is not None]
    assert dated == ["池政办秘〔2023〕66号"]  # of the others neither date nor number is known


def test_no_standard_is_made_up_for_the_province_or_the_city() -> None:
    catalogue = load(strict=True, only=["china", "anhui"])
    assert [catalogue[slug].standards for slug in ("anhui", "chizhou")] == [(), ()]
