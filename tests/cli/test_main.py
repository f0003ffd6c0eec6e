"""How every command ends: 0, 1 or 2, and an error is one clear line on stderr."""

import os
import subprocess
import sys

import pytest

from nosograph import __version__

COMMANDS = ["build", "serve", "show", "facets", "illustrate", "search", "check", "stats", "mcp"]


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help(run, command, flag):
    ran = run(*([command] if command else []), flag)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: nosograph")


def test_the_help_lists_every_command(run):
    assert [c for c in COMMANDS if f"\n  {c}" not in run("--help").out] == []


def test_the_version_is_that_of_the_package(run):
    assert __version__ in run("--version").out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "name a command"),
        (["heal"], 2, "No such command"),
        (["show"], 2, "name one or more codes, or give --all"),
        (["show", "C93.32", "--all"], 2, "name one or more codes, or give --all"),
        (["show", "C93.32", "--json", "--jsonl"], 2, "--json or --jsonl, not both"),
        (["facets", "--json"], 2, "name one or more codes"),
        (["facets", "C93.32", "--colour"], 2, "No such option"),
        (["search"], 2, "Missing argument"),
        (["search", "x", "--limit", "0"], 2, "--limit"),
        (["search", "x", "--limit", "many"], 2, "--limit"),
        (["illustrate"], 2, "name a file with -o"),
        (["illustrate", "C93.32"], 2, "-o, or a folder with --dir"),
        (["illustrate", "C93.32", "-o", "a.svg", "--dir", "b"], 2, "-o, or a folder with --dir"),
        (["illustrate", "C93.32", "C93.31", "-o", "a.svg"], 2, "give --dir for several"),
        (["illustrate", "C93.32", "-o", "a.gif"], 2, "end the file's name in .svg or .png"),
        (["illustrate", "C93.32", "-o", "a.svg", "--width", "640"], 2, "--width is for PNG files"),
        (["illustrate", "C93.32", "-o", "a.png", "--width", "63"], 2, "--width"),
        (["illustrate", "C93.32", "-o", "a.png", "--width", "4097"], 2, "--width"),
        (["serve", "--port", "0"], 2, "--port"),
        (["serve", "--port", "70000"], 2, "--port"),
        (["show", "C93.39"], 1, "the nearest is C93.3"),
        (["show", "C93.32", "C99.99"], 1, "'C99.99' is not a code of ICD-10-CM 2026"),
        (["facets", "leukemia"], 1, "'leukemia' is not an ICD-10-CM code"),
        (["illustrate", "X99.ZZ", "-o", "a.svg"], 1, "'X99.ZZ' is not a code of"),
        (["show", "line\nbreak"], 1, "is not an ICD-10-CM code"),
    ],
)
def test_wrong_usage_exits_2_and_what_does_not_exist_1_with_one_line(run, arguments, code, words):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("nosograph: ")
    assert ran.err.count("\n") == 1
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_an_atlas_that_is_not_there_is_told_with_the_remedy(run, monkeypatch, tmp_path):
    monkeypatch.setenv("NOSOGRAPH_ATLAS", str(tmp_path / "absent.sqlite"))
    for command in (["show", "C93.32"], ["facets", "C93.32"], ["search", "x"], ["stats"]):
        ran = run(*command)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.endswith("run `nosograph build`\n")


def nosograph(atlas_path, arguments):
    """The command in a process of its own, in a terminal that claims to know no more than ASCII."""
    asked = [sys.executable, "-c", "from nosograph.cli.main import run; run()", *arguments]
    environment = {**os.environ, "NOSOGRAPH_ATLAS": str(atlas_path), "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(asked, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_reader_who_has_had_enough_is_no_failure(atlas_path):
    with nosograph(atlas_path, ["show", "--all", "--jsonl"]) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 0
        assert process.stderr.read() == b""


def test_output_is_utf_8_whatever_the_terminal_says(atlas_path):
    with nosograph(atlas_path, ["show", "C93.32", "--json"]) as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "“now”" in out.decode("utf-8")
