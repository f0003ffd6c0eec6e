"""`nosograph facets`: entries, decomposed, and why."""

import click

from nosograph.atlas.reading import Atlas
from nosograph.cli.data import keys_of, one_format, open_atlas, print_data
from nosograph.facets.telling import evidence_as_data, facets_as_data


@click.command()
@click.argument("codes", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--jsonl", "as_lines", is_flag=True, help="One JSON object a line.")
@click.option("--all", "everything", is_flag=True, help="Every entry of the release.")
@click.option("--explain", is_flag=True, help="With the words or the ancestor that justify each facet.")
def facets(codes: tuple[str, ...], as_json: bool, as_lines: bool, everything: bool, explain: bool) -> None:
    """Print the facets of each CODE."""
    one_format(as_json, as_lines)
    atlas = open_atlas()
    keys = keys_of(atlas, codes, everything=everything)
    data = (_data(atlas, key, explain=explain) for key in keys)
    if as_json or as_lines:
        print_data(data, lines=as_lines, many=everything or len(keys) > 1)
        return
    for i, item in enumerate(data):
        click.echo(("\n" if i else "") + _text(item))


def _data(atlas: Atlas, key: str, *, explain: bool) -> dict[str, object]:
    link, found = atlas.link(key), atlas.facets(key)
    data = facets_as_data(link.code, link.title, found)
    return {**data, "evidence": evidence_as_data(found.evidence)} if explain else data


def _text(data: dict[str, object]) -> str:
    lines = [f"{data['code']}  {data['title']}"]
    for axis, value in data.items():
        if axis in ("code", "title", "evidence") or value in (None, "", []):
            continue
        lines.append(f"  {axis:<12} {_plain(value)}")
    evidence = data.get("evidence")
    for item in evidence if isinstance(evidence, list) else ():
        lines.append(f"  because      {item['axis']} = {item['value']}: “{item['words']}” ({item['source']})")
    return "\n".join(lines)


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(v) for v in value)
    if isinstance(value, dict):
        return f"{value['label']} ({value['uberon'] or 'no UBERON term'})"
    return str(value)
