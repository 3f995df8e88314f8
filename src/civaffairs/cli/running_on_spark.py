"""`run --engine spark`: registers that outgrow one machine, decided where Spark runs."""

from __future__ import annotations

import logging
import signal
from typing import TYPE_CHECKING, Any

from civaffairs.cli.totals import USUAL, write_tables
from civaffairs.errors import InputInvalid, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Self

    from civaffairs.analysis.running.asking import Asked
    from civaffairs.analysis.running.outcomes import Seen
    from civaffairs.analysis.running.tallies import Tallies
    from civaffairs.errors import Fault


def run_on_spark(
    asked: Asked,
    households: Path,
    persons: Path | None,
    output: Path,
    *,
    by: Sequence[str],
    least: int | None,
    faulty: str,
    form: str,
    columns: Path | None,
) -> tuple[Tallies, Seen, tuple[Fault, ...]]:
    """Decide registers on Spark, which writes the results itself: folders of Parquet files.

    Return the totals, what was seen, and what was wrong in the rows of households that were left out.

    Raises:
        InputInvalid: where Spark cannot do what is asked, or the registers are faulty.
    """
    from civaffairs.analysis.running.on_spark import decide_frames
    from civaffairs.analysis.running.outcomes import Seen
    from civaffairs.analysis.running.tallies import Tallies
    from civaffairs.engines.columns import Given
    from civaffairs.engines.sql.spark import session
    from civaffairs.exchange.registers import written

    raise_all(InputInvalid, _unfit(households, persons, form, columns))
    with _Stopping() as stopping:
        spark = session()
        stopping.listen()  # PySpark has a handler of its own
        frames = [spark.read.parquet(str(path)) for path in (households, persons)]
        groups = _groups(frames[0].columns, by)
        found = decide_frames(
            asked, *frames, faulty="set_aside" if faulty == "set-aside" else "stop", keep=groups
        )
        seen = Seen()
        tallies = Tallies(asked.counted(asked.steps(Given({}), reasons=False)), groups)
        with written(output, "parquet") as files:
            for name, model, frame in (
                ("households", "Household", found.households),
                ("persons", "Person", found.persons),
            ):
                if frame is None:
                    continue
                frame.write.parquet(files.path(name).absolute().as_uri())
                for rows in _parts(files.path(name)):
                    tallies.add(model, rows)
                    if model == "Household":
                        seen.households += rows.num_rows
            seen.persons = frames[1].count()
            write_tables(files, asked, tallies, seen, least)
        return tallies, seen, found.faults


class _Stopping:
    """Has Ctrl-C stop a run as any other, without pages of what broke off between Python and Java.

    The handler that PySpark puts in place asks Java to give up while another answer is awaited.
    """

    def __enter__(self) -> Self:
        self._stopped = False
        self._before = signal.getsignal(signal.SIGINT) or signal.SIG_DFL
        logging.disable(logging.ERROR)
        self.listen()
        return self

    def listen(self) -> None:
        """Be the one whom Ctrl-C tells."""
        signal.signal(signal.SIGINT, self._stop)

    def _stop(self, *_: object) -> None:
        self._stopped = True
        raise KeyboardInterrupt

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)
        logging.disable(logging.NOTSET)
        if self._stopped and kind is not KeyboardInterrupt:  # an answer of Java that broke off
            raise KeyboardInterrupt from None


def _unfit(households: Path, persons: Path | None, form: str, columns: Path | None) -> Iterator[Fault]:
    if form != "parquet":
        yield fault("run_spark_needs", "--format", what=f"--format {form}")
    if columns is not None:
        yield fault("run_spark_needs", "--columns", what="--columns")
    if persons is None:
        yield fault("register_persons_absent", "--persons")
    for path in (households, persons):
        if path is not None and not path.exists():
            yield fault("file_absent", path.name, path=path)
        elif path is not None and path.is_file() and path.suffix != ".parquet":
            yield fault("run_spark_parquet", path.name)


def _groups(present: Sequence[str], by: Sequence[str]) -> tuple[str, ...]:
    unknown = [name for name in by if name not in present]
    raise_all(
        InputInvalid,
        (fault("run_column_unknown", "--by", column=name, known=", ".join(present)) for name in unknown),
    )
    return tuple(dict.fromkeys(by or (name for name in USUAL if name in present)))


def _parts(folder: Path) -> Iterator[Any]:
    """Yield what Spark wrote, part by part."""
    import pyarrow as arrow
    from pyarrow import dataset

    for batch in dataset.dataset(folder, format="parquet").to_batches():
        yield arrow.Table.from_batches([batch])
