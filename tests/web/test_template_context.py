"""What a template is given is a documented dataclass, held both ways: it uses every field, and no other."""

import dataclasses
import re
from pathlib import Path

import pytest

from nosograph.web import frame, message_page
from nosograph.web.machines.infobutton import landing
from nosograph.web.machines.open_web import embed
from nosograph.web.presenting import building, metadata, place
from nosograph.web.presenting import entry as presenting
from nosograph.web.views import (
    about,
    account,
    account_delete,
    account_email,
    account_tokens,
    body,
    browse,
    coverage,
    developers,
    entry,
    facet_axis,
    facet_value,
    facets,
    gallery,
    glossary,
    home,
    large_picture,
    not_found,
    plate,
    plates,
    privacy,
    saved,
    search,
    sources,
    suggest,
    visit_sheet,
)

WEB = Path(frame.__file__).parent
PAGES = {
    "about.html": about.AboutPage,
    "account.html": account.AccountPage,
    "visit.html": visit_sheet.VisitPage,
    "account/tokens.html": account_tokens.TokensPage,
    "account/delete.html": account_delete.DeletePage,
    "account/email_change.html": account_email.EmailPage,
    "body.html": body.BodyPage,
    "body_region.html": place.RegionPage,
    "browse.html": browse.BrowsePage,
    "builder.html": building.BuilderPage,
    "coverage.html": coverage.CoveragePage,
    "developers.html": developers.DevelopersPage,
    "embed.html": embed.EmbedPage,
    "embed_missing.html": embed.MissingPage,
    "entry.html": entry.EntryPage,
    "entry_body.html": presenting.EntryBody,
    "facet_axis.html": facet_axis.AxisPage,
    "facet_value.html": facet_value.ValuePage,
    "facets.html": facets.FacetsPage,
    "gallery.html": gallery.GalleryPage,
    "glossary.html": glossary.GlossaryPage,
    "home.html": home.HomePage,
    "landing.html": landing.LandingPage,
    "large_picture.html": large_picture.LargePicturePage,
    "message.html": message_page.MessagePage,
    "not_found.html": not_found.NotFoundPage,
    "plate.html": plate.PlatePage,
    "plates.html": plates.PlatesPage,
    "privacy.html": privacy.PrivacyPage,
    "saved.html": saved.SavedPages,
    "search.html": search.SearchPage,
    "sources.html": sources.SourcesPage,
    "suggest.html": suggest.SuggestPage,
}


def code_of(template: Path) -> str:
    """What stands inside the template's tags; its words are not of interest."""
    return " ".join(re.findall(r"{[{%].*?[%}]}", template.read_text("utf-8"), re.DOTALL))


def used(prefix: str, *templates: Path) -> set[str]:
    """The names that the templates look up on `prefix`."""
    pattern = rf"(?<![\w.\"'-/]){re.escape(prefix)}\.([a-z_]+)"
    return {name for template in templates for name in re.findall(pattern, code_of(template))}


def fields(page: type) -> set[str]:
    return {field.name for field in dataclasses.fields(page)}


PARTS = {"entry_body.html": ["entry_children.html"]}
"""Templates that a page's own template includes, and that are given the same page."""


@pytest.mark.parametrize("template", PAGES)
def test_a_page_uses_every_field_that_it_is_given_and_no_other(template: str) -> None:
    templates = [WEB / "templates" / name for name in (template, *PARTS.get(template, ()))]
    assert used("page", *templates) == fields(PAGES[template])


def test_the_top_of_an_entry_is_held_in_the_same_way() -> None:
    assert used("page.top", WEB / "templates" / "entry.html") == fields(presenting.EntryTop)


def test_what_the_head_of_an_entry_tells_is_held_in_the_same_way() -> None:
    assert used("told", WEB / "templates" / "entry_metadata.html") == fields(metadata.Metadata)


def test_the_frame_is_held_in_the_same_way() -> None:
    templates = [*WEB.glob("templates/**/*.html"), *WEB.glob("components/*/template.html")]
    assert used("frame", *templates) == fields(frame.Frame)


def test_no_template_is_given_a_page_that_is_not_listed_here() -> None:
    using = {
        path.relative_to(WEB / "templates").as_posix() for path in WEB.glob("templates/**/*.html") if used("page", path)
    }
    assert using == {*PAGES, *(part for parts in PARTS.values() for part in parts)}


@pytest.mark.parametrize("page", [*PAGES.values(), presenting.EntryTop, metadata.Metadata, frame.Frame])
def test_every_field_is_named_in_the_docstring(page: type) -> None:
    assert {name for name in fields(page) if f"`{name}`" not in (page.__doc__ or "")} == set()
