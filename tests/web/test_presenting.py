"""From the atlas's nouns to what a template shows."""

import dataclasses

from django.template.loader import render_to_string

from nosograph.article.access import SeenArticle, SeenSection
from nosograph.article.model import Section
from nosograph.atlas.reading import Atlas
from nosograph.icd10cm.model import Note, NoteKind
from nosograph.knowledge.model import Citation, Scope, Source, Statement
from nosograph.web.presenting import links, notes, statements
from nosograph.web.presenting.model import Gate, NotePiece

SOURCES = [
    Source(
        id=id_, title=f"Title {id_}", publisher="National Cancer Institute", year=2024, url=f"https://example.org/{id_}"
    )
    for id_ in ("pdq", "stjude", "blood")
]


def said(text: str, scope: Scope = Scope.CONDITION, *cited: tuple[str, str], **more: object) -> Statement:
    citations = tuple(Citation(source=source, where=where) for source, where in cited)
    return Statement(section="definition", text=text, scope=scope, pack="jmml", citations=citations, **more)


def shown(section: Section, *, cut: bool = False) -> tuple:
    numbering = statements.Numbering(SOURCES)
    seen = SeenArticle(article=None, sections=(SeenSection(section=section, for_members=cut, cut=cut),))
    gate = Gate(signup_href="/signup", login_href="/login")
    return statements.sections(seen, numbering, lambda _: gate)[0], numbering.listed()


def test_codes_inside_a_note_lead_to_their_pages(atlas: Atlas) -> None:
    assert notes.pieces("juvenile form (C93.3-), see C81-C96", atlas.resolve) == (
        NotePiece(text="juvenile form ("),
        NotePiece(text="C93.3-", href="/C93.3"),
        NotePiece(text="), see "),
        NotePiece(text="C81-C96", href="/C81-C96"),
    )


def test_a_look_alike_of_a_code_stays_text(atlas: Atlas) -> None:
    assert notes.pieces("deficiency of vitamin B12", lambda _: None) == (NotePiece(text="deficiency of vitamin B12"),)


def test_notes_of_one_kind_and_origin_stand_together(atlas: Atlas) -> None:
    own = [Note(kind=NoteKind.INCLUSION_TERM, text=text, origin="C93.30") for text in ("one", "two")]
    above = [Note(kind=NoteKind.INCLUDES, text="monocytoid leukemia", origin="C93")]
    groups = notes.note_groups(own, above, atlas.resolve, atlas.link)
    assert [(group.kind, len(group.lines), group.origin and group.origin.href) for group in groups] == [
        ("Inclusion term", 2, None),
        ("Includes", 1, "/C93"),
    ]


def test_sources_are_numbered_by_first_use_and_list_each_place_once() -> None:
    section = Section(
        id="definition",
        heading="What it is",
        statements=(
            said("One.", Scope.CODE, ("stjude", "Overview")),
            said("Two.", Scope.CODE, ("pdq", "Incidence; Outlook"), ("stjude", "overview")),
            said("Three.", Scope.CODE, ("pdq", "Outlook")),
        ),
    )
    view, listed = shown(section)
    assert [claim.numbers for claim in view.groups[0].claims] == [("1",), ("2", "1"), ("2",)]
    assert [(s.number, s.title, s.where) for s in listed] == [
        ("1", "Title stjude", ("Overview",)),
        ("2", "Title pdq", ("Incidence", "Outlook")),
    ]


def test_statements_stand_under_what_they_are_true_of() -> None:
    section = Section(
        id="causes",
        heading="Causes",
        statements=(
            said("A.", Scope.CODE),
            said("B.", Scope.CONDITION),
            said("C.", Scope.CONDITION),
            said("D.", Scope.KIND),
        ),
    )
    view, _ = shown(section)
    assert [(group.scope, len(group.claims)) for group in view.groups] == [
        ("This code", 1),
        ("This condition", 2),
        ("Codes of this kind", 1),
    ]


def test_every_scope_has_a_name() -> None:
    assert set(statements.SCOPES) == {scope.value for scope in Scope}


def test_a_paragraph_has_at_most_three_sentences() -> None:
    texts = ["One. Two.", "Three.", "Four.", "Five. Six. Seven. Eight.", "Nine."]
    section = Section(id="causes", heading="Causes", statements=tuple(said(text) for text in texts))
    view, _ = shown(section)
    assert [[claim.text for claim in paragraph] for paragraph in view.groups[0].paragraphs] == [
        ["One. Two.", "Three."],
        ["Four."],
        ["Five. Six. Seven. Eight."],
        ["Nine."],
    ]


def test_symptoms_and_questions_are_lists() -> None:
    for id_, listed in (("symptoms", True), ("questions", True), ("causes", False)):
        view, _ = shown(Section(id=id_, heading="x", statements=(said("A."),)))
        assert view.groups[0].listed is listed


def test_help_at_once_and_help_soon_are_told_apart() -> None:
    section = Section(id="get-help", heading="Help", statements=(said("Now.", urgent=True), said("Soon.")))
    view, _ = shown(section)
    assert ([c.text for c in view.urgent], [c.text for c in view.soon], view.groups) == (["Now."], ["Soon."], ())


def test_a_cut_section_has_a_gate_and_an_empty_one_says_so() -> None:
    assert shown(Section(id="treatment", heading="T", statements=(said("A."),)), cut=True)[0].gate is not None
    empty, _ = shown(Section(id="outlook", heading="O", empty="Nothing is known yet."))
    assert (empty.empty, empty.gate, empty.groups) == ("Nothing is known yet.", None, ())


def test_a_row_says_how_much_lies_below(atlas: Atlas) -> None:
    row = links.rows((atlas.link("C93.3"),), lambda _: 3)[0]
    assert (row.href, row.note) == ("/C93.3", "3 codes")
    assert links.rows((atlas.link("C81-C96"),), lambda _: 1)[0].note == "1 category"
    assert links.rows((atlas.link("C93.32"),), lambda _: 0)[0].note == ""


def test_a_copy_at_a_site_that_readers_should_not_be_sent_to_is_named_and_not_linked() -> None:
    copy = dataclasses.replace(SOURCES[0], url="http://www.copies.example:8080/a.pdf", linked=False)
    numbering = statements.Numbering([copy, *SOURCES[1:]])
    numbering.claim(said("It is rare.", Scope.CONDITION, (copy.id, "page 1")))
    (listed,) = numbering.listed()
    assert (listed.url, listed.copied_at) == ("", "copies.example")
    markup = render_to_string("components/source-list/template.html", {"sources": [listed]})
    assert "Read as a copy at copies.example" in markup
    assert "href" not in markup


def test_where_one_browses_each_entry_says_what_it_is_and_nothing_twice(atlas: Atlas) -> None:
    block, category = atlas.link("C81-C96"), atlas.link("C93")
    told = {
        row.code: row.meaning
        for row in links.rows_with_meaning((block, category), lambda _: 1, {
            "C81-C96": f"{block.everyday.capitalize()}: cancers of blood cells.",
            "C93": "Leukemia of a kind of white cell; it is rare.",
        }.__getitem__)
    }  # fmt: skip
    assert told == {"C81-C96": "Cancers of blood cells.", "C93": "Leukemia of a kind of white cell; it is rare."}
    repeated = f"{category.everyday}: {category.title}."
    assert [r.meaning for r in links.rows_with_meaning((category,), lambda _: 1, lambda _: repeated)] == [""]
