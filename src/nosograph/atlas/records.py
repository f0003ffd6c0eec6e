"""Values to JSON and back: the records that an atlas stores. Defaults are left out, so that a record stays small.

Worked example: a Mark with a target and nothing else becomes `{"target": "liver"}`.
Refuses nothing: what was written here is what is read here, and the format number in the atlas guards the rest.
"""

import dataclasses
import types
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
_PLAIN = frozenset({str, int, float, bool, types.NoneType})


def packed(value: Any, *, without: str | None = None) -> Any:
    """A value of the models as JSON-ready data; a field may be left out."""
    kind: Any = type(value)
    return _writer(kind, without)(value)


@cache
def _writer(kind: Any, without: str | None = None) -> Callable[[Any], Any]:
    """How to write a value of a type: built once for each type, since a build writes millions."""
    if kind in _PLAIN:
        return _itself
    if issubclass(kind, Enum):
        return str
    if kind in (tuple, list):
        return lambda value: [v if type(v) in _PLAIN else packed(v) for v in value]
    fields = tuple((f.name, f.default) for f in dataclasses.fields(kind) if f.name != without)

    def write(value: Any) -> dict[str, Any]:
        out = {}
        for name, default in fields:
            item = getattr(value, name)
            if item is not default and item != default:
                out[name] = item if type(item) in _PLAIN else packed(item)
        return out

    return write


def _itself(value: Any) -> Any:
    return value


def unpacked(kind: type[T], data: Any) -> T:
    """The value of a model from its data."""
    key: Any = kind
    made: T = _reader(key)(data)
    return made


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How to read data of a type: built once for each type, since every page needs it."""
    origin = typing.get_origin(kind)
    if origin is tuple:
        arguments = typing.get_args(kind)
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            one = _reader(arguments[0])
            return lambda data: tuple([one(d) for d in data])
        readers = [_reader(a) for a in arguments]
        return lambda data: tuple([r(d) for r, d in zip(readers, data, strict=True)])
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(a for a in typing.get_args(kind) if a is not type(None)))
        return lambda data: None if data is None else inner(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        fields = {f.name: _reader(hints[f.name]) for f in dataclasses.fields(kind)}
        make: Callable[..., Any] = kind  # type: ignore[assignment]
        return lambda data: make(**{name: fields[name](item) for name, item in data.items()})
    return lambda data: data
