"""The wheel, as someone gets it: installed alone into an empty environment, it builds its atlas and serves."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[2]
PATIENCE = 600
"""Seconds until a first start has built its atlas, on a machine that is busy with other tests."""


def run(*command: str | Path, where: Path) -> str:
    """What a command prints; its errors where it fails."""
    done = subprocess.run([*map(str, command)], cwd=where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout by the locked build tools, which the environment of the tests has."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--no-deps", "--no-build-isolation"]
    run(*pip, "--wheel-dir", folder, ROOT, where=folder)
    (built,) = folder.glob("nosograph-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an empty environment that has the locked packages and the wheel, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", where=folder)
    run(*pip, "--no-deps", wheel, where=folder)
    return python.parent


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder that is not the checkout, and variables of somebody who has never run Nosograph."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "home").mkdir()
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL", "TMPDIR")}
    return folder, {**kept, "HOME": str(folder / "home")}


def answer(address: str) -> tuple[int, str]:
    with urlopen(address, timeout=30) as page:
        return page.status, page.read().decode()


@pytest.fixture(scope="module")
def site(installed: Path, elsewhere: tuple[Path, dict[str, str]]) -> Iterator[str]:
    """The address of the site that `nosograph serve` has started from nothing."""
    folder, variables = elsewhere
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(installed / "nosograph"), "serve", "--port", str(port)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=variables, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            end = time.monotonic() + PATIENCE
            while True:
                assert server.poll() is None, (folder / "log").read_text()[-2000:]
                try:
                    answer(f"{address}/healthz")
                    break
                except (URLError, ConnectionError):
                    assert time.monotonic() < end, (folder / "log").read_text()[-2000:]
                    time.sleep(0.5)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def in_the_project(*suffixes: str, below: str) -> set[str]:
    return {path.relative_to(ROOT / below).as_posix() for path in (ROOT / below).rglob("*") if path.suffix in suffixes}


def test_the_wheel_carries_everything_that_the_program_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"nosograph/packs/{name}" for name in in_the_project(".yaml", ".md", below="packs")} <= names
    assert {f"nosograph/plates/{name}" for name in in_the_project(".svg", below="plates")} <= names
    parts = in_the_project(".py", ".tsv", ".yaml", ".json", ".html", ".css", ".svg", ".txt", below="src/nosograph")
    assert {f"nosograph/{name}" for name in parts} <= names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not re.match(r"nosograph(-\d+\.\d+\.\d+\.dist-info)?/", name)] == []
    assert [name for name in names if "drawing/" in name or name.endswith((".pyc", ".sqlite", ".sqlite3"))] == []


def test_both_licences_come_with_it(wheel: Path) -> None:
    names = [name for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name]
    assert sorted(Path(name).name for name in names) == ["LICENSE", "LICENSE-CONTENT"]


def test_a_first_start_builds_the_atlas_and_serves(site: str) -> None:
    status, home = answer(f"{site}/")
    assert (status, "Nosograph" in home) == (200, True)
    status, page = answer(f"{site}/C93.32")
    assert status == 200
    assert "Juvenile myelomonocytic leukemia, in relapse" in page
    assert "<svg" in page
    style = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert style is not None
    assert answer(site + style[1])[0] == 200


def test_the_command_reads_the_same_atlas(site: str, installed: Path, elsewhere: tuple[Path, dict[str, str]]) -> None:
    folder, variables = elsewhere
    shown = subprocess.run(
        [str(installed / "nosograph"), "show", "C93.32", "--json"],
        cwd=folder, env=variables, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(shown.stdout)["title"] == "Juvenile myelomonocytic leukemia, in relapse"
    assert "Writing pages" not in shown.stderr


def test_nothing_is_written_but_into_the_data_folder(site: str, elsewhere: tuple[Path, dict[str, str]]) -> None:
    folder, _ = elsewhere
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"log"}
    assert {name for name in written if not name.startswith("home/.local/share/nosograph/")} == set()
