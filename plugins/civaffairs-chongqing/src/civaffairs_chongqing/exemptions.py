"""Where Chongqing's published standards are known to break what must hold, and why they stay as they are."""

from datetime import date

from civaffairs import Exemption, Label, entry
from civaffairs_chongqing.standards import dibao_rural, tekun_basic

# Of a start that is known to the month, what breaks in every possible order breaks on its first day already.
tekun_below_floor_2022 = Exemption(
    "tekun_below_floor_2022",
    "chongqing",
    "invariants",
    "tekun_follows_dibao",
    Label(
        "2022年932元，低保717元的1.3倍为932.1元，少0.1元；公布如此，差异已声明",
        "932 yuan in 2022, while 1.3 times 717 is 932.1: it was published so, and is declared as a discrepancy",
    ),
    entry(tekun_basic, "2022-09").clause,
    [date(2022, 9, 30)],
)
tekun_below_floor_2023 = Exemption(
    "tekun_below_floor_2023",
    "chongqing",
    "invariants",
    "tekun_follows_dibao",
    Label(
        "2023年955元，低保735元的1.3倍为955.5元，少半元；公布如此，差异已声明",
        "955 yuan in 2023, while 1.3 times 735 is 955.5, half a yuan more: published so, and a declared discrepancy",
    ),
    entry(tekun_basic, "2023-09").clause,
    [date(2023, 9, 1), date(2023, 9, 30)],
)
rural_share_fell_in_2024 = Exemption(
    "rural_share_fell_in_2024",
    "chongqing",
    "invariants",
    "rural_share_never_falls",
    Label(
        "2024年城市提高15元、农村提高10元，农村占比由81.63%降至81.33%；公布如此，次年回升到81.82%",
        "15 yuan more in towns and 10 in the country in 2024: the share fell from 81.63% to 81.33%, and was 81.82% "
        "the year after",
    ),
    entry(dibao_rural, "2024-09").clause,
    [date(2024, 9, 30)],
)

EXEMPTIONS = (tekun_below_floor_2022, tekun_below_floor_2023, rural_share_fell_in_2024)
