"""YAML with its line numbers, so that every problem can name the place to correct.

Refused: a key that stands twice, a tag, an alias: a pack is plain data.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from nosograph.errors import BadInput

Path_ = tuple[str | int, ...]

_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "int", "bool", "float", "null", "timestamp")}
_INTEGER = re.compile(r"[-+]?[0-9]+")


class Lined:
    """The data of a YAML file, and on which line each part of it begins."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self._lines: dict[Path_, int] = {}
        self._seen: set[int] = set()
        try:
            node = yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            problem = getattr(error, "problem", None) or str(error).splitlines()[0]
            raise BadInput(
                f"{name}:{line}: not readable as YAML ({problem}); check indents, colons and quotes"
            ) from error
        if node is None:
            raise BadInput(f"{name}:1: the file is empty; copy a pack that exists and change it")
        self.data = self._built(node, ())

    @classmethod
    def read(cls, path: Path, name: str) -> "Lined":
        """The file's data; `name` is how problems call it."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"{name}: cannot be read ({error}); save it as UTF-8 text") from error
        return cls(text, name)

    def line(self, path: Sequence[str | int]) -> int:
        """The line on which a part begins; of its nearest known parent where the part itself is missing."""
        wanted = tuple(path)
        while wanted and wanted not in self._lines:
            wanted = wanted[:-1]
        return self._lines.get(wanted, 1)

    def at(self, path: Sequence[str | int]) -> str:
        """`file:line` of a part."""
        return f"{self.name}:{self.line(path)}"

    def _built(self, node: Node, path: Path_) -> Any:
        line = node.start_mark.line + 1
        # An alias is the very node that it repeats.
        if id(node) in self._seen or node.tag not in _PLAIN:
            raise BadInput(f"{self.name}:{line}: a tag or an alias; write the plain value in its place")
        self._seen.add(id(node))
        self._lines[path] = line
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self._built(child, (*path, i)) for i, child in enumerate(node.value)]
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        raise BadInput(f"{self.name}:{line}: only plain values, lists and mappings are allowed")

    def _mapping(self, node: MappingNode, path: Path_) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in out:
                raise BadInput(f"{self.name}:{key.start_mark.line + 1}: {name!r} stands here twice; keep one")
            out[name] = self._built(value, (*path, name))
            self._lines[(*path, name)] = key.start_mark.line + 1
        return out

    @staticmethod
    def _scalar(node: ScalarNode) -> Any:
        kind = node.tag.rpartition(":")[2]
        if kind == "int" and _INTEGER.fullmatch(node.value):
            return int(node.value)
        if kind == "bool":
            return node.value.lower() in ("true", "yes", "on")
        return " ".join(node.value.split())
