"""What several commands need: the folder of the atlas, the open atlas, keys from codes, progress, printing of data."""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from nosograph.api.matching import key_of
from nosograph.atlas.compiling import Progress, build
from nosograph.atlas.pointing import current
from nosograph.atlas.reading import Atlas
from nosograph.web.places import data_dir


def atlas_folder() -> Path:
    """Where atlases are built."""
    return data_dir() / "atlas"


def open_atlas() -> Atlas:
    """The atlas that NOSOGRAPH_ATLAS names, else the current one of this machine, built first where there is none."""
    named = os.environ.get("NOSOGRAPH_ATLAS")
    if named:
        return Atlas.open(Path(named))
    found = current(atlas_folder())
    return Atlas.open(found.path if found else build(atlas_folder(), progress=progress()))


def keys_of(atlas: Atlas, codes: tuple[str, ...], *, everything: bool) -> list[str]:
    """The keys of the codes, or of every entry. Raises NotFound, and UsageError where neither or both are asked for."""
    if everything == bool(codes):
        raise click.UsageError("name one or more codes, or give --all")
    return atlas.keys() if everything else [key_of(atlas, code) for code in codes]


def print_data(items: Iterable[dict[str, object]], *, lines: bool, many: bool) -> None:
    """Objects one a line, or as one document: one object, or a list where several were asked for."""
    if lines:
        for item in items:
            click.echo(json.dumps(item, ensure_ascii=False))
        return
    if not many:
        click.echo(json.dumps(next(iter(items)), ensure_ascii=False, indent=2))
        return
    for i, item in enumerate(items):
        click.echo(("[\n" if i == 0 else ",\n") + json.dumps(item, ensure_ascii=False), nl=False)
    click.echo("\n]")


def one_format(as_json: bool, as_lines: bool) -> None:
    """Refuses --json together with --jsonl."""
    if as_json and as_lines:
        raise click.UsageError("give --json or --jsonl, not both")


def progress() -> Progress:
    """Tells on stderr how far a build is: a line that is rewritten on a terminal, one line a phase elsewhere."""
    return _Telling().tell


class _Telling:
    def __init__(self) -> None:
        self._phase = ""
        self._began = time.monotonic()
        self._shown = 0.0

    def tell(self, phase: str, done: int, of: int) -> None:
        now = time.monotonic()
        new = phase != self._phase
        terminal = sys.stderr.isatty()
        if not new and (not terminal or now - self._shown < 0.1) and done != of:
            return
        if not new and not terminal:
            return
        share = f" {100 * done // of}%" if of > 1 and terminal else ""
        line = f"{now - self._began:5.1f} s  {phase}{share}"
        click.echo(f"\r\x1b[K{line}" if terminal else line, err=True, nl=not terminal)
        self._phase, self._shown = phase, now

    @staticmethod
    def finish() -> None:
        """Ends the rewritten line."""
        if sys.stderr.isatty():
            click.echo("", err=True)


def stripped_lines(stream: Iterable[str]) -> Iterator[str]:
    """The lines of a stream without their line ends; blanks are kept."""
    return (line.rstrip("\r\n") for line in stream)
