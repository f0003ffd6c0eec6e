"""The shape of the code: short files, short functions, rooms that are named, and no room for leftovers."""

import ast
from collections.abc import Iterator
from pathlib import Path

from .tree import ROOT, files, relative

MODULE, FUNCTION, TEMPLATE = 400, 60, 150
LONGER: dict[str, str] = {}
"""What may be longer, by path or `path:function`, and why."""

ROOMS = ROOT / "src" / "nosograph"
NO_NAMES = frozenset({"utils", "util", "helpers", "helper", "core", "common", "manager", "misc", "base", "stuff"})


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def too_long() -> dict[str, int]:
    """Everything past its cap, with its length."""
    found = {relative(path): length(path) for path in files(".py") if length(path) > MODULE}
    found |= {relative(path): length(path) for path in files(".html") if length(path) > TEMPLATE}
    for path in files(".py"):
        found |= {f"{relative(path)}:{name}": lines for name, lines in functions(path) if lines > FUNCTION}
    return found


def test_modules_functions_and_templates_keep_their_caps() -> None:
    assert {name: lines for name, lines in too_long().items() if name not in LONGER} == {}


def test_every_exception_from_the_caps_is_still_needed_and_has_its_reason() -> None:
    assert set(LONGER) <= set(too_long())
    assert all(len(reason.split()) > 3 for reason in LONGER.values())


def test_nothing_is_named_after_what_does_not_fit_elsewhere() -> None:
    named = [path for path in files(".py") if NO_NAMES & {part.removesuffix(".py") for part in path.parts[-3:]}]
    assert [relative(path) for path in named] == []


def test_every_module_says_what_it_knows() -> None:
    modules = [path for path in files(".py", below="src") if path.read_text(encoding="utf-8").strip()]
    migrations = [path for path in modules if path.parent.name == "migrations"]
    silent = [p for p in modules if p not in migrations and not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert [relative(path) for path in silent] == []


def test_every_room_and_its_kin_are_named_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [path.name for path in ROOMS.iterdir() if (path / "__init__.py").is_file()]
    beside = ["packs", "plates", "tests", "benchmarks", "docs", "scripts"]
    assert [room for room in [*rooms, *beside] if f"`{room}`" not in told and f"`{room}/`" not in told] == []


def test_every_room_has_its_tests() -> None:
    rooms = {path.name for path in ROOMS.iterdir() if (path / "__init__.py").is_file()}
    tested = {path.name for path in (ROOT / "tests").iterdir() if any(path.glob("test_*.py"))}
    assert rooms - tested == set()


def test_one_view_stands_in_each_file_of_views() -> None:
    for path in files(".py", below="src/nosograph/web/views"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        views = [
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef)
            and node.args.args
            and node.args.args[0].arg == "request"
            and not node.name.startswith("_")
        ]
        assert len(views) <= 1 or path.stem in ("refused", "not_found"), f"{relative(path)}: {views}"
