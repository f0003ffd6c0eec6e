"""`ValueSet/$expand`: the codes of a value set, page by page.

Worked example: `url=...?fhir_vs=isa/C00-D49&count=1000&offset=1000` gives the second thousand, with the total; `filter=
juvenile myelo` keeps those whose titles hold the words, `count=0` gives the total alone.
The expansion is flat: an entry's place is known by `$lookup`, and pages of a tree cannot be cut.
Source: OperationDefinition ValueSet-expand of FHIR R4. Refused (Problem): 422 `too-costly` where more than 10,000
codes would come and no count is given.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

import numpy as np

from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.concepts import CodeSource
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Concept, Designation, Json
from nosograph.api.fhir.problem import Issue, Problem, required, unknown
from nosograph.api.fhir.selecting import Selection, Versions, selected
from nosograph.icd10cm.spelling import printable

MOST = 10_000
"""Codes in one answer; more come page by page."""
_ECHOED = {
    "filter": "String", "date": "DateTime", "includeDesignations": "Boolean", "includeDefinition": "Boolean",
    "activeOnly": "Boolean", "excludeNested": "Boolean", "excludeNotForUI": "Boolean",
    "excludePostCoordinated": "Boolean", "displayLanguage": "Code", "designation": "String",
    "exclude-system": "Uri", "system-version": "Uri", "check-system-version": "Uri", "force-system-version": "Uri",
}  # fmt: skip
PARAMETERS = (*_ECHOED, "offset", "count", "property", "tx-resource")
"""What `$expand` understands, for the TerminologyCapabilities."""


def expand(asked: Asked, library: Library, value_set: Json | None = None) -> Json:
    """The expansion; `value_set` is given where the address names one."""
    chosen = value_set or wanted(asked, library)
    selection = selected(chosen, library, versions(asked))
    _narrow(selection, asked)
    total, offset = selection.total(), asked.number("offset") or 0
    count = asked.number("count")
    if count is None and total - offset > MOST:
        text = (
            f"The value set '{chosen.get('url', '')}' has {total:,} codes, and at most {MOST:,} come at once; ask with "
            "count and offset, or with a filter"
        )
        raise Problem(
            422, Issue(code="too-costly", kind="too-costly", text=text, message_id="VALUESET_TOO_COSTLY")
        )  # fmt: skip
    listed = [] if count == 0 else list(_contains(selection, asked, offset, min(count or MOST, MOST)))
    paged = {"offset": offset} if offset or count is not None else {}
    identity = f"{library.atlas.fingerprint} {chosen.get('url', '')} {total} {offset} {count}"
    expansion = {
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, identity)}",
        "timestamp": datetime.now(tz=UTC).isoformat(timespec="seconds"),
        "total": total, **paged,
        "parameter": list(_echo(asked, selection, None if count is None else min(count, MOST))),
        **({"contains": listed} if listed else {}),
    }  # fmt: skip
    told = {k: v for k, v in chosen.items() if k not in ("compose", "expansion", "text", "contained")}
    keep = {"compose": chosen["compose"]} if asked.flag("includeDefinition") else {}
    return {**told, "status": chosen.get("status", "active"), **keep, "expansion": expansion}


def wanted(asked: Asked, library: Library) -> Json:
    """The value set that the parameters name or bring."""
    brought = asked.resource("valueSet", "ValueSet")
    if brought is not None:
        return brought
    url = asked.text("url")
    if url is None:
        raise required("url")
    found = library.value_set(url, asked.text("valueSetVersion") or "")
    if found is None:
        version = asked.text("valueSetVersion")
        shown = printable(f"{url}|{version}" if version else url, longest=300)
        raise unknown(f"A definition for the value Set '{shown}' could not be found", where="url")
    return found


def versions(asked: Asked) -> Versions:
    """What the parameters say about versions of code systems: `uri|version`, each."""

    def table(*names: str) -> dict[str, str]:
        parts = (text.partition("|") for text in asked.texts(*names))
        return {uri: version for uri, _, version in parts}

    return Versions(
        usual=table("system-version", "default-system-version"), forced=table("force-system-version"),
        checked=table("check-system-version"),
    )  # fmt: skip


def _narrow(selection: Selection, asked: Asked) -> None:
    """What parameters take from a set: what is not in use, not for people to choose, or without the words."""
    text, active = asked.text("filter"), asked.flag("activeOnly")
    leave_out = set(asked.texts("exclude-system"))
    for source in selection.sources():
        if leave_out & {source.uri, f"{source.uri}|{source.version}"}:
            selection.keep(source, np.zeros(source.size, dtype=np.bool_))
        if active:
            selection.keep(source, source.active())
        if asked.flag("excludeNotForUI"):
            selection.keep(source, source.selectable())
        if text:
            selection.keep(source, source.searched(text))


def _contains(selection: Selection, asked: Asked, offset: int, count: int) -> Iterator[Json]:
    described = asked.flag("includeDesignations") or False
    languages = asked.texts("designation")
    for part in selection.parts:
        numbers = part.numbers[offset : offset + count]
        offset = max(0, offset - len(part.numbers))
        count -= len(numbers)
        for concept in part.source.concepts(numbers.tolist()):
            own = selection.named.get((part.source.uri, concept.number), (None, ()))
            found = _designations(part.source, concept, own[1], languages) if described or languages else []
            yield _contained(part.source, concept, own[0], found)
        if count <= 0:
            return


def _contained(source: CodeSource, concept: Concept, display: str | None, found: Sequence[Json]) -> Json:
    shown = display or concept.display
    return {
        "system": source.uri,
        **({"abstract": True} if concept.abstract else {}),
        **({"inactive": True} if concept.inactive else {}),
        "code": concept.code,
        **({"display": shown} if shown else {}),
        **({"designation": list(found)} if found else {}),
    }


def _designations(
    source: CodeSource, concept: Concept, own: Sequence[Designation], languages: Sequence[str]
) -> list[Json]:
    """The designations; where some are asked for (`use|code`, or a language), those alone."""
    found = [*own, *source.names(concept.number)]
    if languages:
        wanted_ = {text.rpartition("|")[2].lower() for text in languages}
        found = [d for d in found if wanted_ & {(d.language or "").lower(), d.use.code.lower() if d.use else ""}]
    return [d.json() for d in found]


def _echo(asked: Asked, selection: Selection, count: int | None) -> Iterator[Json]:
    """The parameters that shaped the answer, and what it was made of."""
    for name, kind in _ECHOED.items():
        for value in asked.texts(name) if kind != "Boolean" else [asked.flag(name)]:
            if value is not None:
                yield {"name": name, f"value{kind}": value}
    if asked.number("offset") is not None:
        yield {"name": "offset", "valueInteger": asked.number("offset")}
    if count is not None:
        yield {"name": "count", "valueInteger": count}
    for source in selection.sources():
        yield {"name": "used-codesystem", "valueUri": _canonical(source)}
    for url in dict.fromkeys(selection.sets):
        yield {"name": "used-valueset", "valueUri": url}


def _canonical(source: CodeSource) -> str:
    return f"{source.uri}|{source.version}" if source.version else source.uri
