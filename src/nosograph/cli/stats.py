"""`nosograph stats`: how much the atlas covers, honestly."""

import json

import click

from nosograph.atlas.coverage import coverage
from nosograph.cli.data import open_atlas


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def stats(as_json: bool) -> None:
    """Print coverage: entries, facets, statements, sources, reading grade, illustrations."""
    data = coverage(open_atlas())
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for group, values in data.items():
        click.echo(group.replace("_", " "))
        for name, value in values.items():
            click.echo(
                f"  {name.replace('_', ' '):<44} {value:>12,}"
                if isinstance(value, int)
                else f"  {name.replace('_', ' '):<44} {value:>12}"
            )
