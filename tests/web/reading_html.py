"""Reads a page as a browser does, as far as the tests need it: its elements, their attributes and their text."""

from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})


class Page(HTMLParser):
    """The elements of a page. `faults` lists what is not well-formed: tags that do not match, ids that come twice."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]
        ids = [attributes["id"] for _, attributes in self.elements if "id" in attributes]
        self.faults += [f"id {id_!r} comes twice" for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All text, with single blanks."""
        return " ".join(" ".join(self.texts).split())

    def hrefs(self) -> list[str]:
        """Where the links lead."""
        return [attributes["href"] for tag, attributes in self.elements if tag == "a" and "href" in attributes]

    def with_class(self, name: str) -> list[tuple[str, dict[str, str]]]:
        """The elements that carry a class."""
        return [found for found in self.elements if name in found[1].get("class", "").split()]
