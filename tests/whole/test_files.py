"""What is true of every file of the project, whatever it holds."""

import re
import tomllib
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
import yaml

from .tree import ROOT, files, relative

TEXT = (".py", ".md", ".yaml", ".tsv", ".svg", ".html", ".css", ".txt", ".toml", ".lock", ".xml", ".json")
NOTES = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def texts() -> list[Path]:
    return list(files(*TEXT))


def test_every_text_is_utf8_and_ends_with_one_line_end() -> None:
    wrong = []
    for path in texts():
        data = path.read_bytes()
        data.decode("utf-8")
        if data and (not data.endswith(b"\n") or data.endswith(b"\n\n") or b"\r" in data):
            wrong.append(relative(path))
    assert wrong == []


@pytest.mark.parametrize("suffix", [".yaml", ".svg"])
def test_every_data_file_can_be_read(suffix: str) -> None:
    for path in files(suffix):
        text = path.read_text(encoding="utf-8")
        assert yaml.safe_load(text) is not None if suffix == ".yaml" else fromstring(text) is not None, relative(path)


@pytest.mark.parametrize("folder", ["packs", "plates", "src/nosograph/lexicons", "src/nosograph/icd10cm"])
def test_every_folder_of_data_says_what_it_is_its_licence_and_how_to_renew_it(folder: str) -> None:
    told = (ROOT / folder / "README.md").read_text(encoding="utf-8").lower()
    assert "licen" in told
    assert "`" in told


# Written in halves, so that this file does not hold what it looks for.
HOSTS = [
    "py" + "pi.org", "python" + "hosted", "npm" + "js.", "deb." + "debian", "conda." + "anaconda", "crates" + ".io",
    "proxy.go" + "lang",
]  # fmt: skip
PATHS = re.compile(r"(?<![\w.~}/])/(?:work|farm|root|home/\w+)/|/opt/(?:pypi|wheels)|bash_" r"jobs")


def test_no_file_names_a_package_registry_or_a_path_of_some_machine() -> None:
    found = []
    for path in files():
        if path.suffix in (".png", ".ico", ".woff2"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{relative(path)}: {host}" for host in HOSTS if host in text]
        found += [f"{relative(path)}: {match[0]}" for match in PATHS.finditer(text)]
    assert found == []


def test_the_decisions_are_numbered_without_a_gap() -> None:
    assert [note.name[:4] for note in NOTES] == [f"{number:04d}" for number in range(1, len(NOTES) + 1)]


@pytest.mark.parametrize("note", NOTES, ids=[note.stem for note in NOTES])
def test_a_decision_fits_a_page_and_says_whether_it_stands(note: Path) -> None:
    text = note.read_text(encoding="utf-8")
    assert len(text.split()) <= 450
    assert re.match(r"# \d{4}: \S", text)
    assert [f"## {part}" in text for part in ("Context", "Decision", "Consequences")] == [True] * 3
    assert re.search(r"^Status: (accepted|superseded by \d{4}), \d{4}-\d\d-\d\d$", text, re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    lines = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in lines}


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def packages(requirements: list[str]) -> set[str]:
    names = [re.match(r"[A-Za-z0-9._-]+", line) for line in requirements]
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in names if name}


def test_every_package_that_the_project_asks_for_is_pinned_with_hashes() -> None:
    told = project()
    assert packages(told["dependencies"]) <= set(pins("requirements.lock"))
    for extra in ("dev", "postgres", "drawing"):
        assert packages(told["optional-dependencies"][extra]) <= set(pins("requirements-dev.lock"))
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-build.lock"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        bare = [a for a, b in zip(lines, [*lines[1:], ""], strict=True) if "==" in a and "--hash=sha256:" not in b]
        assert bare == [], name


def test_the_locks_agree_with_each_other() -> None:
    run, develop = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {package: develop.get(package) for package in run} == run


def test_the_copyleft_driver_is_not_among_what_everybody_installs() -> None:
    assert not {package for package in pins("requirements.lock") if package.startswith("psycopg")}


def test_every_mark_of_the_tests_is_used() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    marks = [line.partition(":")[0] for line in settings["tool"]["pytest"]["ini_options"]["markers"]]
    used = "".join(path.read_text(encoding="utf-8") for path in files(".py", below="tests"))
    assert [mark for mark in marks if f"mark.{mark}" not in used] == []
