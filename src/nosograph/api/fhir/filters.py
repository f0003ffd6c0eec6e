"""The filters of a value set: which concepts of a system have a property so.

Worked example: `chosen(icd, "concept", "is-a", "C93.3", where)` has C93.3 and the three entries below it;
`chosen(icd, "remission", "=", "in relapse", where)` all entries in relapse.
Refused (Problem): a property that the system does not have, an operator that a property does not take, a value that is
missing or that no pattern can be made of. A filter is never left out in silence: the set would be another one.
"""

from nosograph.api.fhir.concepts import CodeSource, Mask, everything, nothing, these
from nosograph.api.fhir.patterns import compiled
from nosograph.api.fhir.problem import Issue, Problem, bad
from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import printable

_HIERARCHY = ("is-a", "descendent-of", "is-not-a", "generalizes", "child-of", "descendent-leaf")
OPERATORS = ("=", *_HIERARCHY, "in", "not-in", "regex", "exists")
"""Those of R4, and `child-of` and `descendent-leaf` of R5."""
_CONCEPT = ("concept", "code")
_DISPLAY = "display"
_KIN = ("parent", "child")


def chosen(source: CodeSource, name: str, operator: str, value: str, where: str) -> Mask:
    """The concepts that a filter lets through; `where` says for messages where the filter stands."""
    if operator not in OPERATORS:
        raise _not_understood(source, name, operator, value, where)
    if not value:
        text = f"The system {source.uri} filter with property = {name}, op = {operator} has no value"
        raise Problem(400, Issue(code="invalid", kind="vs-invalid", text=text, where=f"{where}.value"))
    known = {*_CONCEPT, _DISPLAY, *_KIN, *(p.name for p in source.properties)}
    if name not in known or (operator in _HIERARCHY and name not in _CONCEPT):
        raise _not_understood(source, name, operator, value, where)
    if operator in _HIERARCHY:
        return _by_place(source, operator, value, where)
    if operator in ("in", "not-in"):
        found = nothing(source.size)
        for each in value.split(","):
            found |= _equal(source, name, each.strip())
        return found if operator == "in" else ~found
    if operator == "regex":
        return _matching(source, name, value, where)
    if operator == "exists":
        return _existing(source, name, value, where)
    return _equal(source, name, value)


def _by_place(source: CodeSource, operator: str, code: str, where: str) -> Mask:
    found = source.find(code)
    if found is None:
        text = f"Unknown code '{printable(code)}' in the CodeSystem '{source.uri}' version '{source.version}'"
        raise Problem(422, Issue(code="code-invalid", kind="vs-invalid", text=text, where=f"{where}.value"))
    number = found.number
    if operator == "generalizes":
        return source.above(number)
    if operator == "child-of":
        return source.children(number)
    below = source.below(number)
    if operator == "is-not-a":
        return ~below
    if operator != "is-a":
        below[number] = False
    return below & source.childless() if operator == "descendent-leaf" else below


def _equal(source: CodeSource, name: str, value: str) -> Mask:
    if name in _CONCEPT or name in _KIN:
        found = source.find(value)
        if found is None:
            return nothing(source.size)
        if name in _CONCEPT:
            return these(source.size, [found.number])
        return source.children(found.number) if name == "parent" else _parents(source, found.number)
    if name == _DISPLAY:
        return these(source.size, (n for n, display in source.displays() if display == value))
    return source.holding_value(name, value)


def _parents(source: CodeSource, number: int) -> Mask:
    above = source.above(number)
    above[number] = False
    return these(source.size, (n for n in above.nonzero()[0].tolist() if source.children(n)[number]))


def _matching(source: CodeSource, name: str, value: str, where: str) -> Mask:
    try:
        matches = compiled(value)
    except BadInput as problem:
        raise bad(str(problem), where=f"{where}.value") from problem
    if name in _CONCEPT or name == _DISPLAY:
        texts = source.codes() if name in _CONCEPT else source.displays()
        return these(source.size, (n for n, text in texts if matches(text)))
    if name in _KIN:
        raise bad(f"the property {name} takes no regex; ask for it with = or in", where=where)
    found = nothing(source.size)
    for text, mask in source.holding(name):
        if matches(text):
            found |= mask
    return found


def _existing(source: CodeSource, name: str, value: str, where: str) -> Mask:
    if value not in ("true", "false"):
        raise bad(f"the filter {name} exists {printable(value)!r} is neither true nor false", where=f"{where}.value")
    if name in _CONCEPT or name == _DISPLAY:
        found = everything(source.size)
    elif name == "child":
        found = ~source.childless()
    elif name == "parent":
        found = ~source.roots()
    else:
        found = nothing(source.size)
        for _, mask in source.holding(name):
            found |= mask
    return found if value == "true" else ~found


def _not_understood(source: CodeSource, name: str, operator: str, value: str, where: str) -> Problem:
    shown = " ".join(printable(part) for part in (name, operator, value))
    names = ", ".join(sorted({"concept", "code", "display", *(p.name for p in source.properties)}))
    text = (
        f'The filter "{shown}" was not understood in the context of {source.uri}; its properties are {names}, and the '
        f"operators are {', '.join(OPERATORS)}, those of the hierarchy for concept alone"
    )
    return Problem(422, Issue(code="not-supported", kind="vs-invalid", text=text, where=where))
