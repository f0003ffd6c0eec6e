"""The files of the project as the tests see them: what is part of it, and what tools and machines left there."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = frozenset(
    {
        ".git", ".venv", ".data", "build", "dist", "__pycache__", ".hypothesis", ".mypy_cache", ".pytest_cache",
        ".ruff_cache", ".import_linter_cache",
    }
)  # fmt: skip


def files(*suffixes: str, below: str = ".") -> Iterator[Path]:
    """The project's files with one of the suffixes (all of them without any), in the order of their paths."""
    for folder, folders, names in os.walk(ROOT / below):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS and not name.endswith(".egg-info"))
        for name in sorted(names):
            if not suffixes or name.endswith(suffixes):
                yield Path(folder, name)


def relative(path: Path) -> str:
    """A path as it is written in messages and lists."""
    return path.relative_to(ROOT).as_posix()
