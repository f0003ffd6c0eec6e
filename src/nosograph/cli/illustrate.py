"""`nosograph illustrate`: pictures as files, and many on one sheet."""

import random
from pathlib import Path

import click

from nosograph.api.matching import key_of
from nosograph.atlas.reading import Atlas
from nosograph.cli.data import open_atlas
from nosograph.errors import BadInput

_SHEET_WIDTH = 2400


@click.command()
@click.argument("codes", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file, .svg or .png, for one code.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="The folder for CODE.svg of several codes.")
@click.option("--width", type=click.IntRange(64, 4096), help="The width of a PNG in pixels. [default: 1280]")
@click.option(
    "--sheet", type=click.IntRange(1, 200), help="Draw so many random codes, of all or below CODE, into one PNG."
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Which random codes; the same seed, the same codes."
)
def illustrate(
    codes: tuple[str, ...], output: Path | None, folder: Path | None, width: int | None, sheet: int | None, seed: int
) -> None:
    """Draw the illustration of each CODE."""
    if bool(output) == bool(folder):
        raise click.UsageError("name a file with -o, or a folder with --dir")
    if output and output.suffix.lower() not in (".svg", ".png"):
        raise click.UsageError(f"{output.name}: end the file's name in .svg or .png")
    if width and not (output and output.suffix.lower() == ".png"):
        raise click.UsageError("--width is for PNG files")
    if sheet:
        if not output or output.suffix.lower() != ".png":
            raise click.UsageError("a sheet is a PNG file; name it with -o")
        _write(output, _sheet(codes, sheet, seed, width or _SHEET_WIDTH))
        return
    if not codes:
        raise click.UsageError("name one or more codes, or ask for a --sheet of random ones")
    if output and len(codes) > 1:
        raise click.UsageError("-o takes one code; give --dir for several")
    atlas = open_atlas()
    keys = [key_of(atlas, code) for code in codes]
    targets = [output] if output else [folder / f"{key}.svg" for key in keys] if folder else []
    for key, target in zip(keys, targets, strict=True):
        if target:
            as_png = target.suffix.lower() == ".png"
            _write(target, atlas.png(key, width or 1280) if as_png else atlas.svg(key).encode())


def _sheet(codes: tuple[str, ...], count: int, seed: int, width: int) -> bytes:
    """Random codes of the whole release, or of all that lies below some of them; which ones is told, row by row."""
    atlas = open_atlas()
    keys = (
        list(dict.fromkeys(k for code in codes for k in _below(atlas, key_of(atlas, code)))) if codes else atlas.keys()
    )
    chosen = random.Random(seed).sample(keys, min(count, len(keys)))  # noqa: S311  (a choice to look at, not a secret)
    click.echo(" ".join(chosen))
    return atlas.sheet(chosen, width)


def _below(atlas: Atlas, key: str) -> list[str]:
    return [key, *(k for child in atlas.children(key) for k in _below(atlas, child.key))]


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise BadInput(f"{target}: cannot be written ({error.strerror}); name another place") from error
