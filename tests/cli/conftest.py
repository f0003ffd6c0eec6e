"""What the tests of this room share: the command line as a person runs it, over the sample atlas."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from nosograph.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it wrote to stdout and stderr."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    atlas_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """Runs `nosograph ARGUMENTS` with the sample atlas and an empty data folder."""
    monkeypatch.setenv("NOSOGRAPH_ATLAS", str(atlas_path))
    monkeypatch.setenv("NOSOGRAPH_DATA", str(tmp_path / "data"))

    def command(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return Ran(code=code, out=out, err=err)

    return command
