"""The codes that notes name, and the pages they lead to."""

import pytest

from nosograph.icd10cm.referring import addresses, references, target


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("code to identify resistance to antimicrobial drugs (Z16.-)", [("Z16.-", "Z16", None)]),
        ("any use of (E11.0-E11.8)", [("E11.0-E11.8", "E11.0", "E11.8")]),
        (
            "category E43, E44, E46, E50-E63",
            [("E43", "E43", None), ("E44", "E44", None), ("E46", "E46", None), ("E50-E63", "E50", "E63")],
        ),
        ("Z15.-", [("Z15.-", "Z15", None)]),
        ("enterocolitis (A04.7-)", [("A04.7-", "A04.7", None)]),
        ("drug abuse and dependence (F11.-F17.-)", [("F11.-F17.-", "F11", "F17")]),
        ("opioid poisoning (T40.0-T40.2-)", [("T40.0-T40.2-", "T40.0", "T40.2")]),
        ("open fracture of pelvis (S32.1--S32.9 with 7th character B)", [("S32.1--S32.9", "S32.1", "S32.9")]),
        (
            "cerebral hemorrhage (I60.-. I61.-, I62.-)",
            [("I60.-", "I60", None), ("I61.-", "I61", None), ("I62.-", "I62", None)],
        ),
        ("S06.0- to S06.8-code to specified injury", [("S06.0-", "S06.0", None), ("S06.8-", "S06.8", None)]),
        ("open fracture (S92.-with 7th character B)", [("S92.-", "S92", None)]),
        ("hypercapnia (J96. with 5th character 2)", [("J96", "J96", None)]),
        ("adverse effect (T45.1X5)", [("T45.1X5", "T45.1X5", None)]),
        ("Merkel cell carcinoma (C4A.-) of (I10-I1A)", [("C4A.-", "C4A", None), ("I10-I1A", "I10", "I1A")]),
        ("CD30-positive, G6PD, E. coli O157:H7, H1N1, TUBB4A-related disorders", []),
        ("", []),
    ],
)
def test_codes_and_ranges_are_found_with_their_span(text, found):
    assert [(text[ref.start : ref.stop], ref.first, ref.last) for ref in references(text)] == found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("(C00-C14)", "C00-C14"),
        ("(C00-D49)", "2"),
        ("(B20)", "B20"),
        ("(S72.-)", "S72"),
        ("(E11.0-E11.8)", "E11"),
        ("(E50-E63)", "E50"),
        ("vitamin B12 deficiency", None),
    ],
)
def test_a_reference_leads_to_the_code_block_or_chapter_that_it_names(release, text, key):
    (reference,) = references(text)
    assert target(addresses(release), reference) == key


def test_all_but_a_handful_of_the_references_in_the_release_lead_somewhere(release):
    named = addresses(release)
    dead = [
        note.text[ref.start : ref.stop]
        for entry in release
        for note in entry.notes
        for ref in references(note.text)
        if target(named, ref) is None
    ]
    # A vitamin, five molecules, and one code that the release itself misspells.
    assert set(dead) == {"B12", "GM1", "GM2", "GM3", "GH1", "CR3", "G31.90"}
