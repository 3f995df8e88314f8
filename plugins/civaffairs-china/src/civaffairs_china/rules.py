"""Every rule and provision of the nation, by subject."""

from civaffairs_china import (
    children,
    dibao,
    disability,
    elders,
    funerals,
    income,
    organisations,
    procedures,
    tekun,
    temporary,
)

_SUBJECTS = (
    income,
    dibao,
    tekun,
    temporary,
    children,
    disability,
    elders,
    funerals,
    organisations,
    procedures,
)

RULES = tuple(rule for subject in _SUBJECTS for rule in subject.RULES)
PROVISIONS = tuple(provision for subject in _SUBJECTS for provision in subject.PROVISIONS)
