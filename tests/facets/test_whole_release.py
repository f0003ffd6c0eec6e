"""What the facets of the whole release must come to."""

from nosograph.facets.contradicting import contradictions
from nosograph.lexicons.loading import load_lexicons

# Injuries, neoplasms, eye, ear, circulatory, respiratory, digestive, musculoskeletal, genitourinary, congenital.
CHAPTERS_WITH_SITES = {
    "2": 0.9, "7": 0.99, "8": 0.99, "9": 0.9, "10": 0.95, "11": 0.99, "13": 0.95, "14": 0.95,
    "17": 0.85,  # syndromes and changes of chromosomes are in no one place
}  # fmt: skip


def test_nearly_every_word_of_nearly_every_title_is_understood(facets):
    left = [len(f.unparsed.split()) for f in facets.values()]
    assert sum(n == 0 for n in left) >= 0.97 * len(left)
    assert sum(n <= 1 for n in left) >= 0.995 * len(left)


def test_no_facets_contradict_each_other(release, facets):
    assert [str(c) for c in contradictions(release, facets, load_lexicons())] == []


def test_what_names_a_site_or_whose_parent_does_has_one(release, facets):
    """A site that the title or the parent names is lost only where a reviewed place says that none is certain."""
    lexicons = load_lexicons()
    lost = []
    for entry in release:
        chapter = release.ancestors(entry)[0].key if entry.parent else entry.key
        if entry.seventh or (chapter not in CHAPTERS_WITH_SITES and entry.code[0] != "S"):
            continue
        if facets[entry.key].sites or entry.parent is None:
            continue
        if facets[entry.parent].sites and not _none_is_certain(entry, lexicons):
            lost.append(entry.key)
    assert lost == []


def _none_is_certain(entry, lexicons):
    from nosograph.lexicons.finding import find_range

    row = find_range(lexicons.site_places, entry.key)
    return row is not None and not row.sites


def test_most_entries_about_a_part_of_the_body_have_a_site(release, facets):
    for chapter, share in CHAPTERS_WITH_SITES.items():
        of_it = [e for e in release if e.parent and release.ancestors(e)[0].key == chapter]
        assert sum(bool(facets[e.key].sites) for e in of_it) >= share * len(of_it), chapter
    injuries = [e for e in release if e.code[0] == "S"]
    assert sum(bool(facets[e.key].sites) for e in injuries) >= 0.99 * len(injuries)
