"""Reads packs and sources from their folder and checks them against the schemas.

A pack is one YAML file under `packs/`; the files called `sources.yaml` list what they cite. Worked example:
`packs/conditions/leukemia/jmml.yaml` becomes the Pack `jmml`, its statements in file order.
Everything that is wrong is collected and told at once, each with file and line.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import fastjsonschema
from jsonschema import Draft7Validator

from nosograph.errors import BadInput, CheckFailed, told
from nosograph.knowledge.lines import Lined
from nosograph.knowledge.model import Citation, Condition, Library, Pack, Scope, Source, Statement

SOURCES = "sources.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPack:
    """A pack together with its file, for checks that name lines."""

    pack: Pack
    file: Lined


def packs_folder() -> Path:
    """Where the packs are: inside an installed package, else at the root of a checkout."""
    installed = Path(str(resources.files("nosograph"))) / "packs"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "packs"


def read_library(folder: Path | None = None) -> Library:
    """Every pack and source. Raises CheckFailed with the first problems, and how many more there are."""
    packs, sources, problems = read_everything(folder or packs_folder())
    if problems:
        raise CheckFailed(told(problems))
    return Library(packs=tuple(p.pack for p in packs), sources=sources)


def read_everything(folder: Path) -> tuple[list[ReadPack], dict[str, Source], list[str]]:
    """Packs, sources and problems; packs in the order of their paths."""
    problems: list[str] = []
    sources = _sources(folder, problems)
    packs: list[ReadPack] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder.parent).as_posix()
        if path.name == SOURCES:
            continue
        try:
            file = Lined.read(path, name)
        except BadInput as problem:
            problems.append(str(problem))
            continue
        if wrong := list(_schema_problems(file, "pack.schema.json")):
            problems.extend(wrong)
            continue
        found = _pack(file)
        if found.pack.id != path.stem:
            problems.append(f"{found.file.at(['id'])}: id {found.pack.id!r}; name it like the file, {path.stem!r}")
        if found.pack.id in seen:
            problems.append(
                f"{found.file.at(['id'])}: id {found.pack.id!r} is that of {seen[found.pack.id]}; choose another"
            )
        seen[found.pack.id] = name
        problems.extend(_unknown_sources(found, sources))
        packs.append(found)
    return packs, sources, problems


def read_pack(file: Lined) -> ReadPack:
    """One pack. Raises CheckFailed naming every line that breaks the schema."""
    problems = list(_schema_problems(file, "pack.schema.json"))
    if problems:
        raise CheckFailed("; ".join(problems))
    return _pack(file)


def _pack(file: Lined) -> ReadPack:
    """The pack of a file that keeps the schema."""
    data = file.data
    scope = Scope(data["scope"])
    statements = tuple(_statement(s, data["id"], scope) for s in data["statements"])
    review = data["review"]
    return ReadPack(
        file=file,
        pack=Pack(
            id=data["id"],
            title=data["title"],
            scope=scope,
            applies=_condition(data["applies"]),
            written=data["written"],
            statements=statements,
            meaning=data.get("meaning"),
            also_called=tuple(data.get("also_called", ())),
            changed=data.get("changed"),
            reviewed=review.get("on") if review["status"] == "reviewed" else None,
            reviewer=review.get("by"),
        ),
    )


def _sources(folder: Path, problems: list[str]) -> dict[str, Source]:
    """The sources of every `sources.yaml`; an id stands in one of them only."""
    found: dict[str, Source] = {}
    files = source_files(folder)
    if not files:
        problems.append(f"{folder.name}/{SOURCES}: missing; every statement cites a source that it lists")
    for path in files:
        try:
            file = Lined.read(path, path.relative_to(folder.parent).as_posix())
        except BadInput as problem:
            problems.append(str(problem))
            continue
        wrong = list(_schema_problems(file, "source.schema.json"))
        problems.extend(wrong)
        for key, s in file.data.items() if not wrong else ():
            if key in found:
                problems.append(f"{file.at([key])}: another {SOURCES} has {key!r} too; keep one of them")
            found[key] = Source(
                id=key,
                title=s["title"],
                publisher=s["publisher"],
                year=s["year"],
                url=s["url"],
                linked=s.get("linked", True),
            )
    return found


def source_files(folder: Path) -> list[Path]:
    """The files that list sources: one beside all packs, and one in each folder that needs its own."""
    return sorted(folder.rglob(SOURCES))


def _unknown_sources(found: ReadPack, sources: dict[str, Source]) -> Iterator[str]:
    for i, statement in enumerate(found.pack.statements):
        for k, citation in enumerate(statement.citations):
            if citation.source not in sources:
                place = found.file.at(["statements", i, "sources", k])
                yield f"{place}: source {citation.source!r} is not in {SOURCES}; add it there, with what you read"


@cache
def _validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((resources.files("nosograph.knowledge") / name).read_text(encoding="utf-8")))


@cache
def _passes(name: str) -> Callable[[Any], Any]:
    """The schema as a program, which is twenty times as fast; it says that a file is sound, or only that it is not."""
    schema = json.loads((resources.files("nosograph.knowledge") / name).read_text(encoding="utf-8"))
    return fastjsonschema.compile(schema, use_default=False)


def _schema_problems(file: Lined, schema: str) -> Iterator[str]:
    try:
        _passes(schema)(file.data)
        return
    except fastjsonschema.JsonSchemaValueException:
        pass  # what is wrong, and where, is for the slow way to tell
    for error in sorted(_validator(schema).iter_errors(file.data), key=lambda e: list(map(str, e.absolute_path))):
        where = " > ".join(str(p) for p in error.absolute_path) or "the file"
        yield f"{file.at(list(error.absolute_path))}: {where}: {error.message[:160]}"


def _statement(data: dict[str, Any], pack: str, scope: Scope) -> Statement:
    return Statement(
        section=data["section"],
        text=data["text"],
        scope=Scope(data.get("scope", scope)),
        pack=pack,
        citations=tuple(Citation(source=s["id"], where=s["at"]) for s in data["sources"]),
        when=_condition(data.get("when", {})),
        topic=data.get("topic"),
        opening=data.get("opening", False),
        urgent=data.get("urgent", False),
        always=data.get("always", False),
        fresh=data.get("fresh", False),
        usual=data.get("usual", False),
        lasting=data.get("lasting", False),
    )


def _condition(data: dict[str, Any]) -> Condition:
    return Condition(
        entries=tuple(data.get("entries", ())),
        without=tuple(data.get("without", ())),
        facets=tuple((axis, tuple(values)) for axis, values in data.get("facets", {}).items()),
    )
