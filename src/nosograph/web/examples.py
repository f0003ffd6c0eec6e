"""The examples that lie beside each component: they fill the gallery and are what the tests render.

Worked example: `components/statement/examples.yaml` has the example "with two sources", whose variables are what the
template is given. Where Django has to make a variable (a bound field), `examples.py` has a function `examples()`.
"""

import runpy
from collections.abc import Iterator
from pathlib import Path

import yaml
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

COMPONENTS = Path(__file__).parent / "components"


def names() -> tuple[str, ...]:
    """The components, by their folders."""
    return tuple(sorted(folder.name for folder in COMPONENTS.iterdir() if (folder / "template.html").exists()))


def all_examples() -> Iterator[tuple[str, str, dict[str, object]]]:
    """Component, name of the example, and its variables."""
    for component in names():
        for name, variables in _of(COMPONENTS / component).items():
            yield component, name, variables


def _of(folder: Path) -> dict[str, dict[str, object]]:
    made = folder / "examples.py"
    if made.exists():
        return runpy.run_path(str(made))["examples"]()
    return yaml.safe_load((folder / "examples.yaml").read_text("utf-8"))


def render_example(component: str, variables: dict[str, object], request: HttpRequest | None = None) -> SafeString:
    """The component's markup for these variables alone."""
    return render_to_string(f"components/{component}/template.html", {"frame": {}, **variables}, request)
