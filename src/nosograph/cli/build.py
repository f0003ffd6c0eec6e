"""`nosograph build`: compiles the atlas."""

from pathlib import Path

import click

from nosograph.atlas.compiling import build as build_atlas
from nosograph.atlas.compiling import up_to_date
from nosograph.atlas.pointing import current
from nosograph.cli.data import atlas_folder, progress


@click.command()
@click.option("--release", type=click.Path(path_type=Path), help="An official tabular XML, or the zip it comes in.")
@click.option("--oddities", type=click.Path(path_type=Path), help="Your own reviewed oddities of that release (YAML).")
@click.option("--index", type=click.Path(path_type=Path), help="The official Alphabetic Index, XML or zip, for search.")
@click.option("--force", is_flag=True, help="Build even where nothing has changed.")
def build(release: Path | None, oddities: Path | None, index: Path | None, force: bool) -> None:
    """Compile the atlas from a release, the lexicons, packs and plates."""
    folder = atlas_folder()
    before = current(folder)
    same = before is not None and (before.release, before.oddities, before.index) == tuple(
        p.resolve() if p else None for p in (release, oddities, index)
    )
    path = up_to_date(folder) if same and not force else None
    if path:
        click.echo(f"{path} (nothing has changed)")
        return
    click.echo(str(build_atlas(folder, release=release, oddities=oddities, index=index, progress=progress())))
