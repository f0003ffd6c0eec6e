"""`nosograph illustrate`: pictures as files."""

from pathlib import Path

import click

from nosograph.atlas.reading import Atlas
from nosograph.cli.data import key_of, open_atlas
from nosograph.errors import BadInput


@click.command()
@click.argument("codes", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file, .svg or .png, for one code.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="The folder for CODE.svg of several codes.")
@click.option("--width", type=click.IntRange(64, 4096), help="The width of a PNG in pixels. [default: 1280]")
def illustrate(codes: tuple[str, ...], output: Path | None, folder: Path | None, width: int | None) -> None:
    """Draw the illustration of each CODE."""
    if bool(output) == bool(folder):
        raise click.UsageError("name a file with -o, or a folder with --dir")
    if output and len(codes) > 1:
        raise click.UsageError("-o takes one code; give --dir for several")
    if output and output.suffix.lower() not in (".svg", ".png"):
        raise click.UsageError(f"{output.name}: end the file's name in .svg or .png")
    if width and not (output and output.suffix.lower() == ".png"):
        raise click.UsageError("--width is for PNG files")
    atlas = open_atlas()
    keys = [key_of(atlas, code) for code in codes]
    targets = [output] if output else [folder / f"{key}.svg" for key in keys] if folder else []
    for key, target in zip(keys, targets, strict=True):
        if target:
            _write(atlas, key, target, width or 1280)


def _write(atlas: Atlas, key: str, target: Path, width: int) -> None:
    data = atlas.png(key, width) if target.suffix.lower() == ".png" else atlas.svg(key).encode()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise BadInput(f"{target}: cannot be written ({error.strerror}); name another place") from error
