"""The modules of this folder are scripts that import each other; the tests of them do so too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
