"""What the library says, in Chinese and English: one module per subject, joined here."""

from __future__ import annotations

from civaffairs.errors.wordings.commanding import COMMANDING
from civaffairs.errors.wordings.comparing import COMPARING
from civaffairs.errors.wordings.compiling import COMPILING
from civaffairs.errors.wordings.conforming import CONFORMING
from civaffairs.errors.wordings.conforming_rules import CONFORMING_RULES
from civaffairs.errors.wordings.deciding import DECIDING
from civaffairs.errors.wordings.declaring import DECLARING
from civaffairs.errors.wordings.documenting import DOCUMENTING
from civaffairs.errors.wordings.finding import FINDING
from civaffairs.errors.wordings.following import FOLLOWING
from civaffairs.errors.wordings.holding import HOLDING
from civaffairs.errors.wordings.loading import LOADING
from civaffairs.errors.wordings.measuring import MEASURING
from civaffairs.errors.wordings.modelling import MODELLING
from civaffairs.errors.wordings.mutating import MUTATING
from civaffairs.errors.wordings.paths import PATHS
from civaffairs.errors.wordings.presenting import PRESENTING
from civaffairs.errors.wordings.proving import PROVING
from civaffairs.errors.wordings.reading import READING
from civaffairs.errors.wordings.registers import REGISTERS
from civaffairs.errors.wordings.running import RUNNING
from civaffairs.errors.wordings.sampling import SAMPLING
from civaffairs.errors.wordings.simulating import SIMULATING
from civaffairs.errors.wordings.structuring import STRUCTURING
from civaffairs.errors.wordings.verifying import VERIFYING
from civaffairs.errors.wordings.wording import Wording

WORDINGS: dict[str, Wording] = {
    **COMMANDING,
    **COMPARING,
    **COMPILING,
    **CONFORMING,
    **CONFORMING_RULES,
    **DECIDING,
    **DECLARING,
    **DOCUMENTING,
    **FINDING,
    **FOLLOWING,
    **HOLDING,
    **LOADING,
    **MEASURING,
    **MODELLING,
    **MUTATING,
    **PATHS,
    **PRESENTING,
    **PROVING,
    **READING,
    **RUNNING,
    **REGISTERS,
    **SAMPLING,
    **SIMULATING,
    **STRUCTURING,
    **VERIFYING,
}

__all__ = ["WORDINGS", "Wording"]
