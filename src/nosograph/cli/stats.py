"""`nosograph stats`: how much the atlas covers, honestly."""

import csv
import json
from pathlib import Path
from typing import Any

import click

from nosograph.atlas.coverage import coverage
from nosograph.cli.data import open_atlas
from nosograph.errors import BadInput

_LISTS = ("chapters", "categories")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option(
    "--weights",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table with the columns category and share (tabs between): how often each category is recorded.",
)
def stats(as_json: bool, weights: Path | None) -> None:
    """Print coverage: entries, facets, statements, sources, reading grade, illustrations, and chapter by chapter."""
    data = coverage(open_atlas())
    if weights:
        data["recorded_diagnoses"] = _shares(weights, data["categories"])
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for group, values in data.items():
        if group not in _LISTS:
            _print_group(group, values)
    click.echo("chapters")
    click.echo(f"  {'':<9}{'pages':>9}{'about the condition':>21}{'whole':>9}{'reviewed':>10}{'grade 8 or less':>17}")
    for chapter, counts in data["chapters"].items():
        click.echo(
            f"  {chapter:<9}{counts['pages']:>9,}{counts['about_the_condition']:>21,}{counts['whole']:>9,}"
            f"{counts['reviewed']:>10,}{counts['easy']:>17,}"
        )


def _print_group(group: str, values: dict[str, Any]) -> None:
    click.echo(group.replace("_", " "))
    for name, value in values.items():
        number = f"{value:>12,}" if isinstance(value, int) else f"{value:>12}"
        click.echo(f"  {name.replace('_', ' '):<44} {number}")


def _shares(weights: Path, categories: dict[str, dict[str, int]]) -> dict[str, float]:
    """Which shares of recorded diagnoses have a whole article. Raises BadInput for a table of other form.

    By the category's own page, and by its billable codes, each as likely as the other: the table counts by category.
    """
    with weights.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    try:
        pairs = [(row["category"], float(row["share"])) for row in rows]
    except (KeyError, TypeError, ValueError) as problem:
        raise BadInput(f"{weights}: has no columns category and share with numbers; see --help") from problem
    total = sum(share for _, share in pairs) or 1.0
    known = [(share, categories[category]) for category, share in pairs if category in categories]
    own = sum(share for share, counts in known if counts["own_page_whole"])
    codes = sum(share * counts["billable_whole"] / counts["billable"] for share, counts in known if counts["billable"])
    return {
        "share_whose_category_page_is_whole": round(own / total, 4),
        "share_whose_codes_have_a_whole_page": round(codes / total, 4),
    }
