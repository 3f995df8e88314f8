"""The words that plans and rules share all over the country: by subject, in the order of the plans' chapters.

Terms that a district explains in its own plan, or that only it uses, are in the plugin of that district.
"""

from civaffairs_china.glossary import (
    affairs,
    assistance,
    children,
    communities,
    disability,
    elders,
    organisations,
    planning,
)

TERMS = (
    *assistance.TERMS,
    *elders.TERMS,
    *children.TERMS,
    *disability.TERMS,
    *communities.TERMS,
    *organisations.TERMS,
    *affairs.TERMS,
    *planning.TERMS,
)
