"""Where arrays lie while registers are read and decided."""

from __future__ import annotations

from civaffairs.exchange.registers.sources import pyarrow


def keep_memory() -> None:
    """Let Arrow take memory from the C library, for as long as this process lives.

    What Arrow brings along gives memory back when a batch is done and gets it anew, page by page, for the
    next one: a twentieth of the time of a run, and some memory more. A command does this for the process
    that is its own. A library that is imported leaves the choice to its user.

    Raises:
        ExtraMissing: where Arrow is not installed.

    Example:
        >>> keep_memory()
        >>> import pyarrow
        >>> pyarrow.default_memory_pool().backend_name
        'system'
    """
    arrow = pyarrow()
    arrow.set_memory_pool(arrow.system_memory_pool())
