"""The value sets of ICD-10-CM: three that are named, and one for every entry with what stands below it.

| id | canonical | what it holds |
|---|---|---|
| `icd-10-cm` | `<base>/ValueSet/icd-10-cm` | all codes: categories and everything below them |
| `icd-10-cm-entries` | `http://hl7.org/fhir/sid/icd-10-cm?fhir_vs`, `.../vs` | all entries, with chapters and blocks |
| `icd-10-cm-billable` | `<base>/ValueSet/icd-10-cm-billable` | the codes that may be reported |
| `icd-10-cm-C93.3` | `http://hl7.org/fhir/sid/icd-10-cm?fhir_vs=isa/C93.3` | an entry and everything below it |
| `icd-10-cm-below-C93.3` | `http://hl7.org/fhir/sid/icd-10-cm?fhir_vs=below/C93.3` | everything below it |

Each also has the canonical `<base>/ValueSet/<id>`, and `?fhir_vs=C93.3` is short for `isa/C93.3`.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from nosograph.api.fhir.icd10cm import Icd10cm
from nosograph.api.fhir.model import Json

NAMED = {
    "icd-10-cm": ("All codes of ICD-10-CM", "Categories and everything below them; no chapters and blocks.",
                  {"property": "notSelectable", "op": "=", "value": "false"}),
    "icd-10-cm-entries": ("All entries of ICD-10-CM", "The whole classification, chapters and blocks included.", None),
    "icd-10-cm-billable": ("The billable codes of ICD-10-CM", "The codes that may be reported.",
                           {"property": "billable", "op": "=", "value": "true"}),
}  # fmt: skip
_PREFIX, _BELOW = "icd-10-cm-", "icd-10-cm-below-"


def named_sets(source: Icd10cm, base: str) -> Iterator[Json]:
    """The three named value sets."""
    return (_resource(source, base, ident, *told) for ident, told in NAMED.items())


def by_id(source: Icd10cm, base: str, ident: str) -> Json | None:
    """A value set by its id; None where there is none."""
    if ident in NAMED:
        return _resource(source, base, ident, *NAMED[ident])
    if ident.startswith(_BELOW):
        return _of_entry(source, base, ident.removeprefix(_BELOW), "descendent-of", _BELOW)
    return _of_entry(source, base, ident.removeprefix(_PREFIX), "is-a", _PREFIX) if ident.startswith(_PREFIX) else None


def by_url(source: Icd10cm, base: str, url: str) -> Json | None:
    """A value set by one of its canonicals, which the resource then has as its `url`."""
    for prefix in (f"{base}/ValueSet/", "ValueSet/"):
        if url.startswith(prefix):
            return by_id(source, base, unquote(url.removeprefix(prefix)))
    stem, mark, asked = url.partition("?fhir_vs")
    found = None
    if url in (f"{source.uri}/vs", f"{source.uri}?fhir_vs"):
        found = by_id(source, base, "icd-10-cm-entries")
    elif mark and stem == source.uri and asked.startswith("="):
        kind, _, key = unquote(asked[1:]).rpartition("/")
        if kind in ("isa", "", "below"):
            found = by_id(source, base, f"{_BELOW if kind == 'below' else _PREFIX}{key}")
    return {**found, "url": url} if found else None


def _of_entry(source: Icd10cm, base: str, key: str, operator: str, prefix: str) -> Json | None:
    found = source.find(key)
    if found is None:
        return None
    row = source.row(found.number)
    words = f"{row.key} {row.title}"
    title = f"{words}, and everything below it" if operator == "is-a" else f"Everything below {words}"
    told = (title, f"{title}, in {source.name} {source.version}.")
    filter_ = {"property": "concept", "op": operator, "value": row.key}
    return _resource(source, base, f"{prefix}{row.key}", *told, filter_)


def _resource(source: Icd10cm, base: str, ident: str, title: str, description: str, filter_: Json | None) -> Json:
    filters = {"filter": [filter_]} if filter_ else {}
    return {
        "resourceType": "ValueSet", "id": ident, "url": f"{base}/ValueSet/{ident}", "version": source.version,
        "name": "".join(part.capitalize() for part in ident.replace(".", "-").split("-")), "title": title,
        "status": "active", "experimental": False, "description": description, "immutable": True,
        "compose": {"include": [{"system": source.uri, "version": source.version, **filters}]},
    }  # fmt: skip
