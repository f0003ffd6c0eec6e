"""`nosograph search`: ranked results for words or codes."""

import json
import sys

import click

from nosograph.atlas.reading import Atlas
from nosograph.cli.data import open_atlas, stripped_lines


@click.command()
@click.argument("query")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="At most so many results.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--explain", is_flag=True, help="Why each result was found.")
def search(query: str, limit: int, as_json: bool, explain: bool) -> None:
    """Find entries by words or by code. With - for QUERY, one query a line from standard input."""
    atlas = open_atlas()
    if query == "-":
        for line in stripped_lines(sys.stdin):
            click.echo(json.dumps(_data(atlas, line, limit), ensure_ascii=False))
        return
    data = _data(atlas, query, limit)
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for hit in data["results"]:  # type: ignore[attr-defined]
        click.echo(f"{hit['code']:<9} {hit['title']}" + (f"  ({hit['why']})" if explain else ""))


def _data(atlas: Atlas, query: str, limit: int) -> dict[str, object]:
    hits = [{"code": h.link.code, "title": h.link.title, "why": h.why} for h in atlas.search(query, limit)]
    return {"query": query, "results": hits}
