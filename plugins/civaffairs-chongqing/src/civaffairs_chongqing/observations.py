"""Figures that follow from Chongqing's standards, which hold in every district. No document prints them."""

from civaffairs import Amount, Label, Observation, Recomputation, entry, ratio_of
from civaffairs_china import indicators as china
from civaffairs_chongqing.standards import dibao_rural, dibao_urban


def _rural_share(year: int, share: str, since: str) -> Observation:
    """The rural Dibao standard as a share of the urban one, by the notice in force at the end of a year."""
    return Observation(
        china.rural_dibao_share_of_urban,
        year,
        Amount(share, "%"),
        entry(dibao_rural, since).clause,
        note=Label(
            "由农村标准除以城市标准，四舍五入到两位小数",
            "the rural standard over the urban one, to two decimals, halves up",
        ),
        derived=True,
    )


rural_dibao_shares = (
    _rural_share(2021, "80.97", "2021-09-01"),
    _rural_share(2022, "81.03", "2022-09"),
    _rural_share(2023, "81.63", "2023-09"),
    _rural_share(2024, "81.33", "2024-09"),
    _rural_share(2025, "81.82", "2025-07-01"),
)


def _same(id: str, share: Observation, since: str) -> Recomputation:
    return Recomputation(id, share, ratio_of(entry(dibao_rural, since), entry(dibao_urban, since)))


recomputations = (
    _same("rural_share_2021", rural_dibao_shares[0], "2021-09-01"),
    _same("rural_share_2022", rural_dibao_shares[1], "2022-09"),
    _same("rural_share_2023", rural_dibao_shares[2], "2023-09"),
    _same("rural_share_2024", rural_dibao_shares[3], "2024-09"),
    _same("rural_share_2025", rural_dibao_shares[4], "2025-07-01"),
)
