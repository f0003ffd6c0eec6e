"""The page that says how much is written, and how much is not."""

from django.test import Client

from nosograph.atlas.coverage import coverage
from nosograph.atlas.reading import Atlas


def test_each_chapter_stands_with_its_numbers(db: None, visitor: Client, atlas: Atlas) -> None:
    page = visitor.get("/coverage").content.decode()
    for key, counts in coverage(atlas)["chapters"].items():
        row = page.partition(f'<span class="soft">{key}</span>')[2].partition("</tr>")[0]
        for name in ("pages", "about_the_condition", "whole", "about_the_kind_of_problem", "reviewed"):
            assert f"<td>{counts[name]:,}" in row, (key, name)


def test_every_page_leads_there(db: None, visitor: Client) -> None:
    assert 'href="/coverage"' in visitor.get("/").content.decode()
