"""`nosograph serve`: the site, with its atlas built first where it is missing or out of date."""

import os
from pathlib import Path

import click

from nosograph.atlas.compiling import build, up_to_date
from nosograph.atlas.pointing import current
from nosograph.cli.data import atlas_folder, progress


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="How many processes answer.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the site."""
    path = _atlas()
    from nosograph.web.server import run  # Django is loaded only by the command that needs it

    run(host=host, port=port, workers=workers, atlas_path=path)


def _atlas() -> Path:
    named = os.environ.get("NOSOGRAPH_ATLAS")
    if named:
        return Path(named)
    folder = atlas_folder()
    found = current(folder)
    return up_to_date(folder) or build(
        folder,
        release=found.release if found else None,
        oddities=found.oddities if found else None,
        index=found.index if found else None,
        progress=progress(),
    )
