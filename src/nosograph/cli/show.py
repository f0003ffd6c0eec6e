"""`nosograph show`: whole pages as text or as data."""

import textwrap

import click

from nosograph.api.page import page_as_data
from nosograph.article.access import MEMBERS_DEFAULT, as_seen_by
from nosograph.atlas.model import Page
from nosograph.cli.data import keys_of, one_format, open_atlas, print_data


@click.command()
@click.argument("codes", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--jsonl", "as_lines", is_flag=True, help="One JSON object a line.")
@click.option("--all", "everything", is_flag=True, help="Every entry of the release.")
@click.option("--member", is_flag=True, help="As members see it, treatment in full.")
def show(codes: tuple[str, ...], as_json: bool, as_lines: bool, everything: bool, member: bool) -> None:
    """Print the page of each CODE, as the public sees it."""
    one_format(as_json, as_lines)
    atlas = open_atlas()
    keys = keys_of(atlas, codes, everything=everything)
    if as_json or as_lines:
        pages = (page_as_data(atlas.page(k), member=member, members_only=MEMBERS_DEFAULT) for k in keys)
        print_data(pages, lines=as_lines, many=everything or len(keys) > 1)
        return
    for i, key in enumerate(keys):
        click.echo(("\n\n" if i else "") + page_as_text(atlas.page(key), member=member))


def page_as_text(page: Page, *, member: bool) -> str:
    """A page for a terminal, 80 columns wide."""
    seen = as_seen_by(page.article, member=member, members_only=MEMBERS_DEFAULT)
    article = seen.article
    number = {s.id: i for i, s in enumerate(page.sources, start=1)}
    lines = [f"{page.link.code}  {page.link.title}"]
    if page.category:
        lines.append(f"Disease category: {page.category.code}: {page.category.title}")
    if article.also_called:
        lines.append(f"Also called: {'; '.join(article.also_called)}")
    lines += ["", *_wrapped(article.summary, ""), ""]
    lines += [f"  {p.part:<7} {p.meaning}" for p in article.decoded]
    lines += ["", *_wrapped(f"Illustration: {article.scene.description}", "")]
    for part in seen.sections:
        lines += ["", part.section.heading.upper()]
        lines += [] if part.section.statements else _wrapped(part.section.empty or "", "  ")
        for s in part.section.statements:
            marks = "".join(f"[{number[c]}]" for c in dict.fromkeys(c.source for c in s.citations) if c in number)
            lines += _wrapped(f"{s.text} {marks}", "  ", first="- ")
        lines += ["  (the rest is for members: sign up or log in on the site)"] if part.cut else []
    used = {c.source for p in seen.sections for s in p.section.statements for c in s.citations}
    lines += ["", "SOURCES"]
    lines += [f"  [{number[s.id]}] {s.publisher}: {s.title} ({s.year}). {s.url}" for s in page.sources if s.id in used]
    review = (
        f"reviewed {article.review.reviewed} by {article.review.by}"
        if article.review.by
        else "not yet reviewed by a clinician"
    )
    return "\n".join([*lines, "", f"{page.release}. Written {article.review.written}, {review}."])


def _wrapped(text: str, indent: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        text, 80, initial_indent=indent + first, subsequent_indent=indent + " " * len(first), break_long_words=False
    )
