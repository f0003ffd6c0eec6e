"""What the documents promise: commands, options, settings, targets and links are there, and none is left out."""

import re

import click
import pytest

from nosograph import __version__
from nosograph.cli.main import commands

from .tree import ROOT, files, relative

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, click.Command] = dict(commands.commands)


def options(command: click.Command) -> set[str]:
    named = [name for p in command.params if isinstance(p, click.Option) for name in (*p.opts, *p.secondary_opts)]
    return {name for name in named if name.startswith("--")}


def rows() -> dict[str, str]:
    """The rows of README's table of commands, by command."""
    return {m[1]: m[0] for m in re.finditer(r"^\| `nosograph (\w+).*$", README, re.MULTILINE)}


def test_the_readme_tells_of_every_command_and_of_no_other() -> None:
    assert set(rows()) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_tells_of_every_option_of_a_command_and_of_no_other(name: str) -> None:
    assert set(re.findall(r"--[a-z-]+", rows()[name])) == options(COMMANDS[name])


def test_the_readme_tells_of_every_setting_that_the_program_reads() -> None:
    read = set()
    for path in files(".py", below="src"):
        read |= set(re.findall(r"\b(?:NOSOGRAPH_[A-Z_]+|DATABASE_URL)\b", path.read_text(encoding="utf-8")))
    constants = {"NOSOGRAPH_CAN_MAIL"}  # Django settings that are computed, not given
    told = set(re.findall(r"^\| `(NOSOGRAPH_[A-Z_]+|DATABASE_URL)`", README, re.MULTILINE))
    assert told == read - constants


def test_every_target_of_make_that_a_document_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for path in files(".md"):
        named = set(re.findall(r"(?:`|^    )make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, relative(path)


def test_every_link_to_a_file_of_the_project_leads_somewhere() -> None:
    lost = []
    for path in files(".md"):
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists():
                lost.append(f"{relative(path)}: {target}")
    assert lost == []


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_table_of_measures_is_the_one_that_was_measured() -> None:
    measured = (ROOT / "benchmarks" / "results.md").read_text(encoding="utf-8")
    table = re.findall(r"^\|.*\|$", measured, re.MULTILINE)
    assert len(table) > 5
    assert [row for row in table if row not in README] == []
