"""Pieces of the HTML of a summary: headings, statements with the numbers of their sources, lists, links.

It uses what MedlinePlus Connect uses: `h3`, `p`, `ul`, `a`, and its three classes. All text is escaped here.
Worked example: `Markup(sources).claim(statement)` gives `Asthma is ... [1, 2]`, and `named()` then what 1 and 2 are.
"""

from collections.abc import Iterable, Iterator
from html import escape

from nosograph.knowledge.model import Source, Statement


def heading(text: str) -> str:
    """A heading; health topics have `h3`."""
    return f"<h3>{escape(text)}</h3>"


def paragraph(markup: str, class_: str = "") -> str:
    """A paragraph of markup."""
    return f'<p class="{class_}">{markup}</p>' if class_ else f"<p>{markup}</p>"


def points(items: Iterable[str]) -> str:
    """A list of markup; empty where there is nothing in it."""
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{rows}</ul>" if rows else ""


def linked(href: str, text: str) -> str:
    """A link that tells nobody where one came from."""
    return f'<a href="{escape(href)}" rel="noreferrer">{escape(text)}</a>'


class Markup:
    """Statements as markup. Sources are numbered in order of first use, and named with their links at the end."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._numbers: dict[str, int] = {}

    def claim(self, statement: Statement) -> str:
        """A statement, with the numbers of its sources."""
        numbers = self._numbers
        marks = dict.fromkeys(numbers.setdefault(c.source, len(numbers) + 1) for c in statement.citations)
        return f"{escape(statement.text)} [{', '.join(map(str, marks))}]" if marks else escape(statement.text)

    def named(self) -> Iterator[str]:
        """The sources that were cited, by number; one that was read as a copy is named and not linked."""
        for ident, number in self._numbers.items():
            source = self._sources[ident]
            title = linked(source.url, source.title) if source.linked else escape(source.title)
            yield f"[{number}] {title}. {escape(source.publisher)}, {source.year}"
