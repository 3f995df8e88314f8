"""Names for the things of Arrow, which has no types."""

from __future__ import annotations

from typing import Any, TypeAlias

Arrow: TypeAlias = Any
"""The library itself."""
Array: TypeAlias = Any
"""An array."""
Scalar: TypeAlias = Any
"""One value of an array."""
RecordBatch: TypeAlias = Any
"""A batch of rows."""
Table: TypeAlias = Any
"""A table, or a batch of rows."""
Schema: TypeAlias = Any
"""The names and types of columns."""
DataType: TypeAlias = Any
"""The type of an array."""
