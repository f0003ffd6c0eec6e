"""`nosograph search`: ranked results for words or codes."""

import json
import sys

import click

from nosograph.atlas.model import Hit
from nosograph.atlas.reading import Atlas
from nosograph.cli.data import open_atlas, stripped_lines
from nosograph.lexicons.said import BANDS


@click.command()
@click.argument("query")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="At most so many results.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--explain", is_flag=True, help="Why each result was found, and what it was ranked by.")
def search(query: str, limit: int, as_json: bool, explain: bool) -> None:
    """Find entries by words or by code. With - for QUERY, one query a line from standard input."""
    atlas = open_atlas()
    if query == "-":
        for line in stripped_lines(sys.stdin):
            click.echo(json.dumps(_data(atlas, line, limit), ensure_ascii=False))
        return
    data = _data(atlas, query, limit, explain=explain)
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for hit in data["results"]:  # type: ignore[attr-defined]
        click.echo(f"{hit['code']:<9} {hit['title']}")
        if explain:
            click.echo(f"          {hit['why']}{hit['rank']}")


def _data(atlas: Atlas, query: str, limit: int, *, explain: bool = False) -> dict[str, object]:
    hits = [
        {"code": h.link.code, "title": h.link.title, "why": h.why, **({"rank": _told(h)} if explain else {})}
        for h in atlas.search(query, limit)
    ]
    return {"query": query, "results": hits}


def _told(hit: Hit) -> str:
    """The rank in words: fit, commonness, level and place in the release, of which the first that differs decides."""
    if hit.rank is None:
        return ""
    fit, band, depth, order = hit.rank
    return (
        f"; fit {-fit:.2f} (says {hit.said:.2f} of the words, its name agrees {hit.agrees:.2f}), {BANDS[band]}, "
        f"{depth} characters, place {order}"
    )
