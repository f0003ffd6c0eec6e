"""Every component is whole, and every one of its examples renders to good HTML."""

import re

import pytest
from django.test import RequestFactory

from nosograph.web.examples import COMPONENTS, all_examples, names, render_example

from .reading_html import Page

EXAMPLES = list(all_examples())


@pytest.mark.parametrize("component", names())
def test_a_component_has_its_template_its_examples_its_style_and_its_notes(component: str) -> None:
    files = {file.name for file in (COMPONENTS / component).iterdir()}
    assert {"template.html", "style.css", "notes.md"} <= files
    assert files & {"examples.yaml", "examples.py"}


def test_no_folder_is_half_a_component() -> None:
    assert {folder.name for folder in COMPONENTS.iterdir() if folder.is_dir()} == set(names())


@pytest.mark.parametrize(("component", "name", "variables"), EXAMPLES, ids=[f"{c}: {n}" for c, n, _ in EXAMPLES])
def test_an_example_renders_to_well_formed_html_without_leftovers(
    component: str, name: str, variables: dict[str, object]
) -> None:
    request = RequestFactory().get("/C93.32")
    page = Page(render_example(component, variables, request))
    assert page.faults == []
    assert not [tag for tag, _ in page.elements if tag in ("script", "style")]
    assert not [attributes for _, attributes in page.elements if "style" in attributes]
    assert "{{" not in page.text
    assert "None" not in page.text.split()


@pytest.mark.parametrize("component", names())
def test_the_notes_name_every_option_and_no_other(component: str) -> None:
    notes = (COMPONENTS / component / "notes.md").read_text("utf-8")
    named = {
        option for row in re.findall(r"^\| (`.+?`) \|", notes, re.MULTILINE) for option in re.findall(r"`(\w+)`", row)
    }
    given = {option for c, _, variables in EXAMPLES if c == component for option in variables}
    assert named == given


@pytest.mark.parametrize("component", names())
def test_a_component_s_rules_are_its_own(component: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", (COMPONENTS / component / "style.css").read_text("utf-8"), flags=re.DOTALL)
    css = re.sub(r"@media[^{]*\{", "", css)
    selectors = [s.strip() for block in re.findall(r"([^{}]+)\{[^{}]*\}", css) for s in block.split(",")]
    assert selectors
    assert [selector for selector in selectors if not selector.startswith(f".{component}")] == []


def test_text_from_a_query_or_a_note_is_never_markup() -> None:
    markup = render_example("search-box", {"id": "x", "query": '"><b>bold</b>'}, RequestFactory().get("/"))
    assert "<b>" not in markup
