"""What all tests share: the sample release, the atlas made from it, the atlas of the whole release, and golden files.

Every shared atlas is built once a run, whichever worker needs it first. That of the whole release is kept in
`.data/test-atlas` and built again only when something that it is made from has changed; `NOSOGRAPH_TEST_ATLAS` may name
an atlas file instead.
"""

import fcntl
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nosograph.atlas.compiling import build, up_to_date

ROOT = Path(__file__).parents[1]
SAMPLE_RELEASE = ROOT / "tests" / "fixtures" / "sample-release.xml"
FULL_ATLAS_FOLDER = ROOT / ".data" / "test-atlas"


def _found(program: str) -> str:
    """Where a program is on this machine; empty where it is not. Nothing is installed."""
    asked = [str(ROOT / "scripts" / "provide"), program, "look"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


# Read at once: the tests of the site clear such variables, so that no setting of this machine reaches them.
GIVEN_ATLAS = os.environ.get("NOSOGRAPH_TEST_ATLAS", "")
WRITE_GOLDEN = os.environ.get("NOSOGRAPH_GOLDEN", "") == "write"
POSTGRES = os.environ.get("NOSOGRAPH_POSTGRES") or _found("postgres")
# The browser that the tests drive; `make test` and `make browser` install one where there is none.
os.environ["NOSOGRAPH_CHROMIUM"] = os.environ.get("NOSOGRAPH_CHROMIUM") or _found("chromium")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one process at a time, so that workers do not build the same atlas twice."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def sample_release() -> Path:
    """The official XML of some 300 real codes that cover every shape; see `tests/fixtures/README.md`."""
    return SAMPLE_RELEASE


@pytest.fixture(scope="session")
def atlas_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample atlas: the sample release with the real packs, plates and lexicons."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sample-atlas"
    with _alone(folder):
        return up_to_date(folder) or build(folder, release=SAMPLE_RELEASE)


@pytest.fixture(scope="session")
def full_atlas_path() -> Path:
    """The atlas of the whole release that comes with Nosograph."""
    if GIVEN_ATLAS:
        return Path(GIVEN_ATLAS)
    with _alone(FULL_ATLAS_FOLDER):
        return up_to_date(FULL_ATLAS_FOLDER) or build(FULL_ATLAS_FOLDER)


@pytest.fixture
def golden() -> Callable[[Path, str], None]:
    """Compares a text with a golden file; with NOSOGRAPH_GOLDEN=write (`make golden`) it writes the file instead."""

    def compare(file: Path, text: str) -> None:
        if WRITE_GOLDEN:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), f"{file} is missing; `make golden` writes it"
        assert file.read_text(encoding="utf-8") == text, f"{file.name} differs; `make golden` writes it anew"

    return compare


@pytest.fixture(scope="session")
def postgres_programs() -> Path:
    """The folder with initdb and postgres. Where there is none, the tests that ask for it do not run."""
    if not POSTGRES:
        pytest.skip("no PostgreSQL server on this machine (scripts/provide postgres)")
    return Path(POSTGRES)


NEEDS = {"browser": "a browser", "postgres": "a PostgreSQL server"}


def _not_run(reporter: pytest.TerminalReporter) -> dict[str, int]:
    """How many tests did not run for want of something that they need."""
    skipped = reporter.stats.get("skipped", ())
    counts = {what: sum(mark in report.keywords for report in skipped) for mark, what in NEEDS.items()}
    return {what: count for what, count in counts.items() if count}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly what could not run on this machine, and what tests have measured."""
    for report in terminalreporter.stats.get("passed", ()):
        for name, value in report.user_properties:
            if name == "measured":
                terminalreporter.write_line(f"measured: {value}")
    for what, count in _not_run(terminalreporter).items():
        tests = f"{count} test{'s' if count > 1 else ''}"
        terminalreporter.write_sep("!", f"{tests} did not run for want of {what}".upper(), red=True, bold=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In continuous integration, tests that could not run are a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and _not_run(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
