"""The answer to a search: a Bundle of the resources that fit.

Worked example: `GET /fhir/ValueSet?url=...` gives a Bundle of type searchset with one entry, or with none. `_count=0`
and `_summary=count` give the total alone; a parameter that is not known is left out of the self link, as FHIR has it.
"""

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlencode

from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.model import Json

Test = Callable[[Json, str], bool]
_MOST = 1_000


def searchset(
    address: str, found: Sequence[Json], asked: Asked, known: Iterable[str], *, total: int | None = None
) -> Json:
    """A Bundle; `address` is that of the type, `known` the parameters that were heeded."""
    count = asked.number("_count")
    alone = asked.text("_summary") == "count" or count == 0
    shown = [] if alone else list(found)[: min(count or _MOST, _MOST)]
    heeded = [(name, value) for name in (*known, "_count", "_summary") for value in asked.texts(name)]
    return {
        "resourceType": "Bundle", "type": "searchset", "total": len(found) if total is None else total,
        "link": [{"relation": "self", "url": f"{address}?{urlencode(heeded)}" if heeded else address}],
        **({"entry": [
            {"fullUrl": f"{address}/{r['id']}", "resource": r, "search": {"mode": "match"}} for r in shown
        ]} if shown else {}),
    }  # fmt: skip


def fitting(resources: Iterable[Json], asked: Asked) -> list[Json]:
    """Those that the usual parameters of a canonical resource let through."""
    return [r for r in resources if all(_fits(r, name, asked.texts(name)) for name in CANONICAL)]


CANONICAL = ("_id", "url", "version", "name", "title", "status", "identifier")


def _fits(resource: Json, name: str, wanted: Sequence[str]) -> bool:
    """Every value must fit; commas part alternatives. Names and titles are found by their beginning."""
    return all(any(_is(resource, name, one) for one in value.split(",")) for value in wanted)


def _is(resource: Json, name: str, value: str) -> bool:
    if name == "identifier":
        own = [i.get("value") for i in resource.get("identifier", [])]
        return value.rpartition("|")[2] in own
    held = str(resource.get("id" if name == "_id" else name, ""))
    return held.lower().startswith(value.lower()) if name in ("name", "title") else held == value
