"""The plates of an atlas, each read when it is first drawn: a server starts without reading hundreds of drawings."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nosograph.illustration.model import Plate
from nosograph.illustration.plates import read_plate


class PlateStore(Mapping[str, Plate]):
    """Plates by id; `rows` asks the atlas."""

    def __init__(self, rows: Callable[..., list[Any]]) -> None:
        self._ask = rows
        self._ids: tuple[str, ...] = tuple(ident for (ident,) in rows("SELECT id FROM plate ORDER BY id"))
        self._known = frozenset(self._ids)
        self._read: dict[str, Plate] = {}

    def __getitem__(self, ident: str) -> Plate:
        """The plate of an id. Raises KeyError."""
        if ident not in self._known:
            raise KeyError(ident)
        if ident not in self._read:
            ((family, svg),) = self._ask("SELECT family, svg FROM plate WHERE id = ?", ident)
            self._read[ident] = read_plate(svg, name=ident, family=family)
        return self._read[ident]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, ident: object) -> bool:
        return ident in self._known
