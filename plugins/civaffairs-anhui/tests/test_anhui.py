"""The province and the city stand between the nation and Guichi."""

from civaffairs import load


def test_chizhou_lies_in_anhui_and_anhui_in_china() -> None:
    catalogue = load(strict=True, only=["china", "anhui"])
    assert [each.id for each in catalogue["chizhou"].chain] == ["anhui", "china"]
    assert all(catalogue["chizhou"].jurisdiction.lies_in(above) for above in catalogue["chizhou"].chain)
