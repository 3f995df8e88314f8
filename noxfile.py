"""What a contributor runs: `nox` for the checks, `nox -l` for the list, `nox -s NAME` for one.

Versions come from requirements.lock, everything else from pyproject.toml. The plugins are in no index, so
each session that needs them installs the local projects together in one command.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
LOCK = "requirements.lock"
PROJECT = nox.project.load_toml("pyproject.toml")
PLUGINS = sorted(file.parent.name for file in ROOT.glob("plugins/*/pyproject.toml"))
OLDEST = "3.11"
PYTEST = ["pytest", "-n", "auto", "--dist", "worksteal", "--doctest-modules"]
EVERYTHING = ["--ignore=tests/bench", "--ignore=tests/spark", "src", "tests", "plugins"]
ABOUT_THE_DOMAIN = [
    "src/civaffairs/domain",
    "src/civaffairs/errors",
    "tests/domain",
    "tests/errors",
    "tests/engines/test_deciding.py",  # what is decided, its reasons and its replay are values of the domain
]
# What plugins search for in their own rules takes minutes: the session `plugins` does it for each of them.
SEARCHES = [
    f"plugins/{plugin}/tests/test_{kind}_*"
    for plugin in PLUGINS
    for kind in ("conformance", "invariants")
    if plugin != "civaffairs-taoyuan"
]
# Real processes and pages take the longest: the newest Python runs them.
REAL_PROCESSES = ["tests/cli", "tests/examples", "tests/sphinx"]
# What strategies draw and solvers prove is the same on every Python; what is declared and loaded may not be.
ON_EVERY_PYTHON = ["src", "tests/house", "tests/loading", "tests/plugins"]
QUIET_KERNEL = {
    "JUPYTER_PLATFORM_DIRS": "1",  # the notebooks' kernel warns without it, and a warning is an error
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # the same for the debugger that the kernel brings along
}

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "venv"
nox.options.download_python = "never"
nox.options.reuse_venv = "yes"


def works(python: str) -> bool:
    """Whether this command starts a Python that can make environments (a pyenv shim may not)."""
    try:
        answer = subprocess.run(
            [python, "-c", "import ensurepip, venv"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return answer.returncode == 0


def pyenv_folders(version: str) -> list[Path]:
    """Folders in which pyenv keeps this version's interpreter, the newest release first."""
    home = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    releases = [path for path in home.glob(f"versions/{version}.*") if path.name.split(".")[-1].isdecimal()]
    releases.sort(key=lambda path: int(path.name.split(".")[-1]), reverse=True)
    return [path / "bin" for path in releases]


def find(version: str) -> bool:
    """Make `pythonX.Y` the interpreter of that version that really runs; False if there is none."""
    name = f"python{version}"
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        folder = Path(sys.executable).parent
        if (folder / name).exists():
            os.environ["PATH"] = os.pathsep.join([str(folder), os.environ["PATH"]])
        return True
    if works(name):
        return True
    for folder in pyenv_folders(version):
        if works(str(folder / name)):
            os.environ["PATH"] = os.pathsep.join([str(folder), os.environ["PATH"]])
            return True
    return sys.platform == "win32" and shutil.which("py") is not None  # there nox asks the py launcher


def usable_pythons() -> list[str]:
    """The versions that the classifiers name and this machine has, and the one that runs nox."""
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = nox.project.python_versions(PROJECT)
    if running not in wanted and sys.version_info >= (3, 11):
        wanted.append(running)
    return [version for version in wanted if find(version)]


PYTHONS = usable_pythons()
MISSING = [version for version in nox.project.python_versions(PROJECT) if version not in PYTHONS]


def group(name: str) -> list[str]:
    """Return the requirements of a dependency group."""
    return list(nox.project.dependency_groups(PROJECT, name))


def editable(*projects: str) -> list[str]:
    """Return the arguments that install these local projects as they stand in the checkout."""
    return [argument for project in projects for argument in ("-e", project)]


def plugin_folders(*names: str) -> list[str]:
    """Return the folders of these plugins, or of all."""
    return [f"./plugins/{name}" for name in names or PLUGINS]


def with_parents(plugin: str) -> list[str]:
    """Return the plugin's name after those of the sibling plugins that it builds on."""
    project = nox.project.load_toml(ROOT / "plugins" / plugin / "pyproject.toml")["project"]
    required = {requirement.split(">")[0].strip() for requirement in project["dependencies"]}
    parents = [name for name in PLUGINS if name in required]
    return list(dict.fromkeys([*(name for parent in parents for name in with_parents(parent)), plugin]))


def install(session: nox.Session, *arguments: str) -> None:
    """Install in the versions of the lock; the local projects share one copy of their build backend.

    Compiling every module of every library takes a third of the time, and most are never imported.
    """
    session.install("-c", LOCK, "--no-compile", *group("build"))
    session.install("-c", LOCK, "--no-compile", "--no-build-isolation", *arguments)


def without(*lists: list[str]) -> list[str]:
    """Return the arguments that leave these paths out."""
    return [f"--ignore-glob={path}" for paths in lists for path in paths]


@nox.session(python=PYTHONS[:1] + PYTHONS[1:][-1:])
def tests(session: nox.Session) -> None:
    """Run the tests, real processes on the newest Python; `plugins`, `between` and `search` do more."""
    if session.python == PYTHONS[0] and MISSING:
        session.log(f"Left out, not usable on this machine: Python {', '.join(MISSING)}")
    install(session, *editable(".[all,testing]", *plugin_folders()), *group("test"))
    if session.posargs:
        session.run("pytest", *session.posargs, env=QUIET_KERNEL)
        return
    if session.python == PYTHONS[0]:
        # What is measured takes twice the time, so only the domain is, by the tests that are about it.
        session.run(*PYTEST, "--cov", "--cov-report=", "--hypothesis-profile=brief", *ABOUT_THE_DOMAIN)
        session.run("coverage", "report", "--include=src/civaffairs/domain/*", "--fail-under=100")
        elsewhere = REAL_PROCESSES if len(PYTHONS) > 1 else []
        left_out = without(ABOUT_THE_DOMAIN, SEARCHES, elsewhere)
        session.run(*PYTEST, *EVERYTHING, *left_out, env=QUIET_KERNEL)
        return
    session.run(*PYTEST, *REAL_PROCESSES, env=QUIET_KERNEL)


@nox.session(python=PYTHONS[1:-1] or None)
def between(session: nox.Session) -> None:
    """Run what another Python may bring out on those in the middle: what is declared, loaded and said."""
    install(session, *editable(".[all,testing]", *plugin_folders()), *group("test"))
    session.run(*PYTEST, "--hypothesis-profile=brief", *ON_EVERY_PYTHON, *session.posargs, env=QUIET_KERNEL)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting and spelling."""
    session.install("-c", LOCK, *group("lint"))
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")
    session.run("codespell")


@nox.session
def typing(session: nox.Session) -> None:
    """Check the types of the library, the plugins and the typing tests."""
    install(session, *editable(".[all,testing]", *plugin_folders()), *group("typing"))
    session.run("mypy", *session.posargs)
    if not session.posargs and (ROOT / "tests" / "typing").is_dir():
        session.run("mypy", "tests/typing")


@nox.session
def layers(session: nox.Session) -> None:
    """Check which way imports point, and that the core starts without any extra."""
    install(session, *editable("."), *group("layers"))
    session.run("lint-imports")
    session.run("civaffairs", "--help", silent=True)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    install(session, *editable(".[all]", *plugin_folders()), *group("docs"))
    session.run("sphinx-build", "-n", "-W", "-b", "html", *session.posargs, "docs", "docs/_build/html")


@nox.session
def plugins(session: nox.Session) -> None:
    """Test each plugin, or those named after --, with nothing beside it but the plugins it builds on."""
    install(session, *editable(".[testing]"), "pytest-xdist")
    for plugin in [f"civaffairs-{name}" for name in session.posargs] or PLUGINS:
        session.run_install("python", "-m", "pip", "uninstall", "--yes", "-qq", *PLUGINS)
        alone = editable(*plugin_folders(*with_parents(plugin)))
        session.install("--no-deps", "--no-build-isolation", *alone)
        session.run("python", "-m", "pip", "check")
        session.run("python", "-c", f"import {plugin.replace('-', '_')}")
        if (ROOT / "plugins" / plugin / "tests").is_dir():
            session.run("pytest", "-n", "auto", f"plugins/{plugin}/tests")
        else:
            session.log(f"{plugin} has no tests of its own")


@nox.session
def demo(session: nox.Session) -> None:
    """Install the wheels as a user would and run `civaffairs demo`."""
    install(session, ".[all]", *plugin_folders())
    # Away from the checkout, so that only what was installed is used; the report goes where a reader looks.
    session.chdir(session.create_tmp())
    session.run("civaffairs", "demo", "-o", str(ROOT / "civaffairs-report.html"), *session.posargs)


@nox.session(default=False)
def spark(session: nox.Session) -> None:
    """Run rules on a real Spark of this machine; without Java 17 or later it is passed over, and says so."""
    session.install(*group("build-spark"))
    install(session, *editable(".[populations,spark,testing]", *plugin_folders()))
    session.run("pytest", "tests/spark", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure against the bars; arguments after -- go to tests/bench/run.py. What Spark takes needs Java."""
    session.install(*group("build-spark"))
    install(session, *editable(".[all,spark,testing]", *plugin_folders()), *group("test"))
    session.install(*group("bench"))  # it is in no lock: its own requirements are no concern of contributors
    session.run("python", "tests/bench/run.py", *session.posargs)


@nox.session(default=False)
def agreement(session: nox.Session) -> None:
    """Hold every engine against the reference evaluation on a million households; Spark needs Java."""
    session.install(*group("build-spark"))
    install(session, *editable(".[all,spark,testing]", *plugin_folders()), *group("test"))
    session.run("python", "tests/agreement/run.py", *session.posargs)


@nox.session(default=False)
def search(session: nox.Session) -> None:
    """Try every property with twenty times as many examples, and say how much of the code all tests reach."""
    install(session, *editable(".[all,testing]", *plugin_folders()), *group("test"))
    arguments = ["--hypothesis-profile=thorough", *(session.posargs or EVERYTHING)]
    session.run(*PYTEST, "--cov", "--cov-report=", *arguments, env=QUIET_KERNEL)
    session.run("coverage", "report")


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Count the mutants that the tests find, and write the scores into the documentation."""
    install(session, *editable(".[all,testing]", *plugin_folders()), *group("test"))
    session.run("pytest", "-q", "tests/mutation", env=QUIET_KERNEL)
    session.run("python", "tests/mutation/run.py", *(session.posargs or ["--write"]), env=QUIET_KERNEL)


@nox.session(default=False)
def proofs(session: nox.Session) -> None:
    """Prove what must hold in every jurisdiction, and write what came of it into the documentation."""
    install(session, *editable(".[all,testing]", *plugin_folders()), *group("test"))
    session.run("python", "tests/mutation/proofs.py", *(session.posargs or ["--write"]), env=QUIET_KERNEL)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Spoil whatever is read, thousands of times; the ordinary tests do it a few times."""
    install(session, *editable(".[all,testing]", *plugin_folders()), *group("test"))
    session.run(
        "pytest", "-n", "auto", "--hypothesis-profile=fuzz", "tests/fuzz", *session.posargs, env=QUIET_KERNEL
    )


@nox.session(python=OLDEST, default=False)
def minimums(session: nox.Session) -> None:
    """Run the tests with the oldest versions that pyproject.toml allows."""
    session.install("uv")
    projects = editable(".[all,testing]", *plugin_folders())
    session.run_install("uv", "pip", "install", "--resolution", "lowest-direct", *projects, *group("test"))
    session.run("pytest", "-x", "-q", *session.posargs, env=QUIET_KERNEL)


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Write requirements.lock anew: the newest versions, for every Python and system at once."""
    session.install("uv")
    versions = session.run(
        *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", OLDEST),
        *("--all-extras", "--group", "dev", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"),
        *("--upgrade", *session.posargs),
        silent=True,
    )
    header = "# The versions that CI and contributors use (pip install -c). Written by: nox -s lock\n"
    (ROOT / LOCK).write_text(header + str(versions), encoding="utf-8")
