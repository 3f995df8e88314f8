"""What the library says, in Chinese and English: one module per subject, joined here."""

from __future__ import annotations

from civaffairs.errors.wordings.commanding import COMMANDING
from civaffairs.errors.wordings.comparing import COMPARING
from civaffairs.errors.wordings.deciding import DECIDING
from civaffairs.errors.wordings.declaring import DECLARING
from civaffairs.errors.wordings.documenting import DOCUMENTING
from civaffairs.errors.wordings.finding import FINDING
from civaffairs.errors.wordings.following import FOLLOWING
from civaffairs.errors.wordings.loading import LOADING
from civaffairs.errors.wordings.modelling import MODELLING
from civaffairs.errors.wordings.presenting import PRESENTING
from civaffairs.errors.wordings.reading import READING
from civaffairs.errors.wordings.structuring import STRUCTURING
from civaffairs.errors.wordings.verifying import VERIFYING
from civaffairs.errors.wordings.wording import Wording

WORDINGS: dict[str, Wording] = {
    **COMMANDING,
    **COMPARING,
    **DECIDING,
    **DECLARING,
    **DOCUMENTING,
    **FINDING,
    **FOLLOWING,
    **LOADING,
    **MODELLING,
    **PRESENTING,
    **READING,
    **STRUCTURING,
    **VERIFYING,
}

__all__ = ["WORDINGS", "Wording"]
