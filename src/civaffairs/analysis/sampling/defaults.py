"""What a sample assumes where nothing is published. These are our choices, no statistics of any place.

A report names each of them that was used as a default. Shares are whole thousandths, so that they are exact.
"""

from __future__ import annotations

from fractions import Fraction

THOUSAND = 1000

SIZES = {1: 250, 2: 300, 3: 210, 4: 130, 5: 110}
"""Households by number of members, in thousandths."""
WITHOUT_ELDERS = {
    1: {(0, 1, 0): 1000},
    2: {(0, 2, 0): 700, (0, 1, 1): 300},
    3: {(0, 2, 1): 800, (0, 3, 0): 200},
    4: {(0, 2, 2): 800, (0, 3, 1): 200},
    5: {(0, 2, 3): 600, (0, 3, 2): 400},
}
"""Compositions (elders, adults, children) of households without elders, by size, in thousandths."""
WITH_ELDERS = {
    1: {(1, 0, 0): 1000},
    2: {(2, 0, 0): 800, (1, 0, 1): 50, (1, 1, 0): 150},
    3: {(1, 2, 0): 500, (2, 0, 1): 100, (2, 1, 0): 400},
    4: {(1, 2, 1): 700, (2, 2, 0): 300},
    5: {(2, 2, 1): 600, (1, 2, 2): 400},
}
"""The same of households with elders."""
MEMBERS = Fraction(sum(size * share for size, share in SIZES.items()), THOUSAND)
"""Members a household on average; the published residents divided by it are the households of the place."""

URBAN = Fraction(600, THOUSAND)
RESIDENTS = Fraction(1_000_000)
"""Residents of a place that publishes neither them nor anything that gives them."""
ELDERS = Fraction(190, THOUSAND)  # of residents
ELDERS_65 = Fraction(700, THOUSAND)  # of elders
ELDERS_80 = Fraction(140, THOUSAND)  # of elders
DIBAO = Fraction(25, THOUSAND)  # of residents
TEKUN = Fraction(3, THOUSAND)  # of residents
CHILDREN_IN_DIFFICULTY = Fraction(1, THOUSAND)  # of residents
BEDS = Fraction(30, THOUSAND)  # of elders
BEDS_IN_PRIVATE = Fraction(500, THOUSAND)  # of beds
BEDS_AN_INSTITUTION = Fraction(100)
NURSING_BEDS = Fraction(500, THOUSAND)  # of beds
ORGANISATIONS = Fraction(5, 10_000)  # of residents
ASSOCIATIONS = Fraction(450, THOUSAND)  # of organisations
FOUNDATIONS = Fraction(10, THOUSAND)  # of organisations
GRADED_3A = Fraction(50, THOUSAND)  # of organisations

DIBAO_FEN = 70_000
"""The Dibao standard, in fen a month, that incomes turn on where no standard is known for the day."""

DISABLED_BY_GRADE = (8, 10, 16, 26)
"""Persons with a certified disability of grade 1 to 4, in thousandths of all persons."""
SERIOUSLY_ILL = 12
EMPLOYED = 740  # of adults below 60
EMPLOYED_ELDERS = 120
ORPHANS = Fraction(60, THOUSAND)  # of children in difficulty
UNATTENDED = Fraction(240, THOUSAND)  # of children in difficulty
LEFT_BEHIND = 40  # of children who are not orphans
ELDERS_LEFT_BEHIND = 60
PARTLY_DEPENDENT = 110  # of elders
FULLY_DEPENDENT = 40  # of elders
"""In thousandths, as those above without another unit."""

INCOME_BANDS = ((100, 150, 40), (150, 300, 260), (300, 600, 400), (600, 1500, 250), (1500, 6000, 50))
"""Income per head of a household without assistance: from, below (per cent of the standard), thousandths."""
ASSETS_FEN = ((0, 1_000_000, 250), (1_000_000, 10_000_000, 550), (10_000_000, 100_000_000, 200))
"""Assets of such a household: from, below, thousandths. Assisted households stay in the first band."""
