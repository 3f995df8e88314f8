"""The reference rule as a country of OpenFisca-core, and one household there: what the peer takes for it.

Amounts are fen in `float` variables as OpenFisca has them; they are 32 bits wide, and the household is
one for which that does not show. The country is also one of policyengine-core, which came out of OpenFisca.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

PERIOD = "2025-03"


def _standard(household: Any, period: Any, parameters: Any) -> Any:
    standard = parameters(period).standard
    return np.where(household("urban", period), standard.urban, standard.rural)


def _counted(person: Any, period: Any, parameters: Any) -> Any:
    income = person("income", period)
    ceiling = person.household("standard_fen", period) // 2
    return income - np.where(person("employed", period), np.minimum(income // 5, ceiling), 0)


def _candidate(person: Any, period: Any, parameters: Any) -> Any:
    grade = person("grade", period)
    return ((grade >= 1) & (grade <= 2)) | person("ill", period)


def _per_head(household: Any, period: Any, parameters: Any) -> Any:
    return household.sum(household.members("counted", period)) // household.nb_persons()


def _limit(household: Any, period: Any, parameters: Any) -> Any:
    return 36 * household("standard_fen", period) * household.nb_persons()


def _in_dibao(household: Any, period: Any, parameters: Any) -> Any:
    below = household("per_head", period) < household("standard_fen", period)
    return below & (household("assets", period) <= household("limit", period))


def _amount(household: Any, period: Any, parameters: Any) -> Any:
    gap = (household("standard_fen", period) - household("per_head", period)) * household.nb_persons()
    return np.where(household("in_dibao", period), (gap + 99) // 100 * 100, 0)


def _marginal(household: Any, period: Any, parameters: Any) -> Any:
    income = 2 * household("per_head", period) < 3 * household("standard_fen", period)
    assets = 2 * household("assets", period) <= 3 * household("limit", period)
    return ~household("in_dibao", period) & income & assets


def _singles(household: Any, period: Any, parameters: Any) -> Any:
    several = household.sum(household.members("candidate", period))
    return np.where(household("marginal", period), several * household("standard_fen", period), 0)


def country(library: str = "openfisca_core", money: type = float) -> Any:
    """Return the tax and benefit system that holds the rule, with all money but assets of this type."""
    entities, parameters, periods, systems, variables = (
        import_module(f"{library}.{name}")
        for name in ("entities", "parameters", "periods", "taxbenefitsystems", "variables")
    )

    def variable(name: str, kind: type, entity: Any, formula: Any = None) -> type:
        members: dict[str, Any] = {
            "value_type": kind,
            "entity": entity,
            "definition_period": periods.MONTH,
            "label": name,
        }
        if formula is not None:
            members["formula"] = formula
        return type(name, (variables.Variable,), members)

    person = entities.build_entity(key="person", plural="persons", label="person", is_person=True)
    household = entities.build_entity(
        key="household",
        plural="households",
        label="household",
        roles=[{"key": "member", "plural": "members", "label": "member"}],
    )
    system = systems.TaxBenefitSystem([person, household])
    values = {"urban": 62000, "rural": 49600}
    node = {name: {"values": {"2024-01-01": {"value": value}}} for name, value in values.items()}
    system.parameters = parameters.ParameterNode("", data={"standard": node})
    system.add_variables(
        variable("income", money, person),
        variable("employed", bool, person),
        variable("grade", int, person),
        variable("ill", bool, person),
        variable("urban", bool, household),
        variable("assets", float, household),
        variable("standard_fen", money, household, _standard),
        variable("counted", money, person, _counted),
        variable("candidate", bool, person, _candidate),
        variable("per_head", money, household, _per_head),
        variable("limit", money, household, _limit),
        variable("in_dibao", bool, household, _in_dibao),
        variable("amount", money, household, _amount),
        variable("marginal", bool, household, _marginal),
        variable("singles", money, household, _singles),
    )
    return system


_MEMBERS = [(120000, True, 0), (30000, False, 2), (0, False, 0)]
"""The household of `reference.HOME`: income in fen, employed, disability grade."""
SITUATION = {
    "persons": {
        f"p{number}": {
            "income": {PERIOD: income},
            "employed": {PERIOD: employed},
            "grade": {PERIOD: grade},
            "ill": {PERIOD: False},
        }
        for number, (income, employed, grade) in enumerate(_MEMBERS)
    },
    "households": {
        "h": {
            "members": [f"p{number}" for number in range(len(_MEMBERS))],
            "urban": {PERIOD: True},
            "assets": {PERIOD: 2000000},
        }
    },
}


def decided(system: Any) -> tuple[bool, int, int]:
    """Build the simulation of one household and compute: in Dibao, the amount, singles, in fen."""
    builder = import_module("openfisca_core.simulations").SimulationBuilder()
    simulation = builder.build_from_dict(system, SITUATION)
    found = [simulation.calculate(name, PERIOD)[0] for name in ("in_dibao", "amount", "singles")]
    return bool(found[0]), int(found[1]), int(found[2])


if __name__ == "__main__":
    print(decided(country()))
