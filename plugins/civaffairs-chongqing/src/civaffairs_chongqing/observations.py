"""Figures that follow from Chongqing's standards, which hold in every district."""

from datetime import date

from civaffairs import Label, Observation
from civaffairs_china import indicators as china
from civaffairs_chongqing.standards import dibao_rural, dibao_urban


def _rural_share(year: int) -> Observation:
    """The rural Dibao standard as a share of the urban one at the end of a year."""
    day = date(year, 12, 31)
    rural, urban = dibao_rural.timeline.entry_on(day), dibao_urban.timeline.entry_on(day)
    return Observation(
        china.rural_dibao_share_of_urban,
        year,
        rural.value.divided_by(urban.value, "%", places=2, rounding="half_up"),
        rural.clause,
        note=Label(
            f"由农村{rural.value.text('zh')}除以城市{urban.value.text('zh')},四舍五入到两位小数",
            f"{rural.value.text('en')} rural over {urban.value.text('en')} urban, to two decimals, halves up",
        ),
    )


rural_dibao_shares = tuple(_rural_share(year) for year in (2021, 2022, 2023, 2024, 2025))
