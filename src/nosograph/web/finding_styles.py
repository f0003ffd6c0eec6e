"""Lets Django's `collectstatic` collect the joined style sheet like any other file."""

from collections.abc import Iterator

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile
from django.core.files.storage import Storage

from nosograph.web import stylesheet


class JoinedStorage(Storage):
    """A storage that holds the one joined file."""

    prefix = ""

    def _open(self, name: str, mode: str = "rb") -> ContentFile:  # noqa: ARG002 (Django's signature)
        return ContentFile(stylesheet.joined().encode(), name=name)

    def exists(self, name: str) -> bool:
        return name == stylesheet.NAME

    def path(self, name: str) -> str:
        return f"(joined) {name}"  # for `collectstatic` to print; the file exists in memory alone


class StylesheetFinder(BaseFinder):
    """Finds the joined file and no other."""

    def check(self, **_: object) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **_: object) -> list[str]:  # noqa: ARG002 (Django's signature)
        return []

    def list(self, ignore_patterns: list[str]) -> Iterator[tuple[str, Storage]]:  # noqa: ARG002 (Django's)
        yield stylesheet.NAME, JoinedStorage()
