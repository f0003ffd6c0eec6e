"""The parameters of a request, as sent in an address or a form, to what is asked.

Worked example: `mainSearchCriteria.v.cs=2.16.840.1.113883.6.90` and `mainSearchCriteria.v.c=C93.32` ask for one page;
with `mainSearchCriteria.v.cs1` and `mainSearchCriteria.v.c1` beside them, for two.
Refused (BadInput), as the reference responder does: no code or no code system, and a name that is sent twice instead of
being numbered. What is not known is ignored, as MedlinePlus Connect does. No message repeats a value that was sent.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from nosograph.api.code_systems import MESH
from nosograph.api.infobutton.model import Asked, Criterion
from nosograph.api.infobutton.persons import Person, group_of_age, group_of_mesh
from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import printable

MAIN = "mainSearchCriteria.v"
RECIPIENTS = ("PAT", "PROV", "PAYOR")
MOST_CRITERIA = 10
_GENDERS = ("F", "M", "UN")
_LONGEST = 200  # characters of a value that are looked at or sent back
_NUMBERED = re.compile(r"mainSearchCriteria\.v\.(?:c|cs|dn|ot)([0-9]{0,3})")
_SAME_FOR_ALL = re.compile(
    r"mainSearchCriteria\.v\.(?:c|cs|dn|ot)[0-9]{0,3}|knowledgeResponseType|callback|taskContext\.c\.(?:c|cs|dn)"
    r"|informationRecipient\.languageCode\.(?:c|cs|dn)"
)
# Further parameters that an answer sends back, where they were understood; none that tells where a person lives.
_ECHOED = (
    "subTopic.v.c", "subTopic.v.cs", "subTopic.v.dn", "age.v.v", "age.v.u", "patientPerson.administrativeGenderCode.c",
    "informationRecipient.languageCode.c", "taskContext.c.c",
)  # fmt: skip
AGE_GROUP = "ageGroup.v.c"

Parameters = Sequence[tuple[str, str]]


def asked(parameters: Parameters) -> Asked:
    """What is asked. Raises BadInput where it cannot be known."""
    values = _once(parameters)
    criteria = _criteria(values)
    person = _person(values)
    group = ((AGE_GROUP, person.group.mesh),) if person.group else ()
    return Asked(
        criteria=criteria,
        topic=_topic(values),
        person=person,
        recipient=_one_of(values.get("informationRecipient", ""), RECIPIENTS) or RECIPIENTS[0],
        language=_language(values.get("informationRecipient.languageCode.c", "")),
        echo=(*((name, values[name]) for name in _ECHOED if values.get(name)), *group),
        personal=any(not _SAME_FOR_ALL.fullmatch(name) for name in values),
    )


def has_code(parameters: Parameters) -> bool:
    """Whether a code is sent at all; without one, people are shown a search box."""
    return any(name == f"{MAIN}.c" and value.strip() for name, value in parameters)


def _once(parameters: Parameters) -> Mapping[str, str]:
    """Each name with its value. Raises BadInput for a name that comes twice."""
    for name, count in Counter(name for name, _ in parameters).items():
        if count > 1:
            raise BadInput(
                f"{printable(name)!r} is sent {count} times; number what is repeated, such as {MAIN}.c, {MAIN}.c1"
            )
    return {name: value.strip()[:_LONGEST] for name, value in parameters}


def _criteria(values: Mapping[str, str]) -> tuple[Criterion, ...]:
    """The codes, the one without a number first, then by number."""
    numbers = {"", *(m[1] for name in values if (m := _NUMBERED.fullmatch(name)) and values[name])}
    if len(numbers) > MOST_CRITERIA:
        raise BadInput(f"{len(numbers)} codes are too many for one request; send at most {MOST_CRITERIA}")
    return tuple(_criterion(values, number) for number in sorted(numbers, key=lambda n: int(n or 0)))


def _criterion(values: Mapping[str, str], number: str) -> Criterion:
    for part in ("c", "cs"):
        if not values.get(f"{MAIN}.{part}{number}"):
            meaning = "the code" if part == "c" else "the OID of its code system"
            raise BadInput(f"{MAIN}.{part}{number} is missing; send {meaning} in it")
    return Criterion(
        code=values[f"{MAIN}.c{number}"],
        system=values[f"{MAIN}.cs{number}"].lower().removeprefix("urn:oid:"),
        display=values.get(f"{MAIN}.dn{number}", ""),
    )


def _person(values: Mapping[str, str]) -> Person:
    """Age and gender. An age group that is sent goes before one that the age gives."""
    told = group_of_mesh(values.get(AGE_GROUP, ""))
    return Person(
        group=told or group_of_age(values.get("age.v.v", ""), values.get("age.v.u", "")),
        gender=_one_of(values.get("patientPerson.administrativeGenderCode.c", ""), _GENDERS),
    )


def _language(code: str) -> str:
    """A language of ISO 639 without its country, English where none is told; `sp` is sent for Spanish, too."""
    plain = code.lower().replace("_", "-").partition("-")[0]
    return {"": "en", "sp": "es"}.get(plain, plain)


def _topic(values: Mapping[str, str]) -> str | None:
    """The MeSH code of a sub-topic; one of another system is not understood."""
    return values.get("subTopic.v.c") if values.get("subTopic.v.cs", MESH.oid) == MESH.oid else None


def _one_of(value: str, known: Sequence[str]) -> str | None:
    return value.upper() if value.upper() in known else None
