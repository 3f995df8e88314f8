"""Queries over streams of Arrow: what goes in part by part comes out part by part, within a limit of memory.

DuckDB and pyarrow are loaded when they are used.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from queue import Full, Queue
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from civaffairs.errors import ExtraMissing, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = "400MB"
"""How much the database may hold before it writes to a folder of its own."""
_ROWS = 131_072
_WAITING = 2
"""So many parts are made ready while one is computed."""


@contextmanager
def database(memory: str = MEMORY) -> Iterator[Any]:
    """Open a database in memory which spills into a folder that goes away with it, and reaches no network.

    Raises:
        ExtraMissing: where DuckDB is not installed.

    Example:
        >>> with database() as connection:
        ...     connection.sql("SELECT 6 * 7").fetchall()
        [(42,)]
    """
    try:
        import duckdb
    except ImportError as error:  # pragma: no cover - tried with a Python that lacks it
        purpose = message("purpose_populations")
        raise ExtraMissing(
            fault("extra_missing", purpose=purpose, library="duckdb", extra="populations")
        ) from error
    with TemporaryDirectory(prefix="civaffairs-") as folder:
        connection = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": memory,
                "temp_directory": folder,
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        )
        try:
            connection.execute("SET enable_progress_bar = false")  # it would be drawn in a pipe, too
            yield connection
        finally:
            connection.close()


def streamed(connection: Any, text: str, name: str, schema: Any, parts: Iterator[Any]) -> Iterator[Any]:  # noqa: ANN401 - no types
    """Yield the parts of what a query says of a stream that it reads under a name.

    Args:
        connection: a database.
        text: the query.
        name: what it calls the stream.
        schema: the columns of the stream.
        parts: the record batches of the stream; they are made ready in a thread of their own.

    Raises:
        Exception: whatever the stream raises, as it is.
    """
    import pyarrow as arrow

    with _ahead(parts) as ready:
        connection.register(name, arrow.RecordBatchReader.from_batches(schema, ready))
        try:
            yield from connection.sql(text).to_arrow_reader(_ROWS)
        finally:
            connection.unregister(name)
        if ready.error is not None:
            raise ready.error


class _Ahead:
    """An iterator over what another thread makes ready; it ends where that fails, and keeps the error.

    An error that left the iterator would reach the reader as the text of an error of the database.
    """

    def __init__(self, parts: Iterator[Any]) -> None:
        self.error: BaseException | None = None
        self._ready: Queue[Any] = Queue(_WAITING)
        self._stopped = Event()
        self._thread = Thread(target=self._make, args=(parts,), daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Any]:
        while (part := self._ready.get()) is not None:
            yield part

    def stop(self) -> None:
        """End the thread, wherever it is."""
        self._stopped.set()
        self._thread.join()

    def _make(self, parts: Iterator[Any]) -> None:
        try:
            for part in parts:
                if not self._put(part):
                    break
        except BaseException as error:  # noqa: BLE001 - it is raised again by who reads
            self.error = error
        finally:
            close = getattr(parts, "close", None)
            if close is not None:
                close()
        self._put(None)

    def _put(self, part: Any) -> bool:  # noqa: ANN401 - no types
        while not self._stopped.is_set():
            with suppress(Full):
                self._ready.put(part, timeout=0.1)
                return True
        return False


@contextmanager
def _ahead(parts: Iterator[Any]) -> Iterator[_Ahead]:
    ready = _Ahead(parts)
    try:
        yield ready
    finally:
        ready.stop()
