"""Spark on this machine alone, once for all tests; without PySpark or Java they are skipped."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

LEAST_JAVA = 17
QUICK = {
    "spark.master": "local[2]",
    "spark.sql.shuffle.partitions": "2",
    # A second compiler that makes long work faster makes short work slower.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


def pytest_collection_modifyitems(items):
    reason = why_not()
    if reason:
        here = Path(__file__).parent
        for item in items:
            if item.path.is_relative_to(here):
                item.add_marker(pytest.mark.skip(reason=reason))


def why_not():
    """Return why Spark cannot run here; empty where it can."""
    if find_spec("pyspark") is None:
        return "PySpark is not installed: pip install 'civaffairs[spark]'"
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home) / "bin" / "java") if home else "java")
    if java is None:
        return f"Spark needs Java {LEAST_JAVA} or later, and there is none: install one or set JAVA_HOME"
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    if found is None or int(found[1]) < LEAST_JAVA:
        return f"Spark needs Java {LEAST_JAVA} or later; set JAVA_HOME to one"
    return ""


@pytest.fixture(scope="session")
def spark():
    from civaffairs.engines.sql import spark as engine

    engine.SETTINGS.update(QUICK)
    session = engine.session()
    yield session
    session.stop()


@pytest.fixture
def setting(spark):
    """Change settings of the session for one test."""
    before = {}

    def change(name, value):
        before.setdefault(name, spark.conf.get(name))
        spark.conf.set(name, value)

    yield change
    for name, value in before.items():
        spark.conf.set(name, value)
