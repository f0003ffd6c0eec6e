"""The official Alphabetic Index as names: inverted phrases, modifiers, "see", dashes."""

import zipfile

import pytest

from nosograph.errors import BadInput
from nosograph.finding.alphabetic import index_names

# Excerpts of the form of the official file.
XML = """<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>2026</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
<letter><title>P</title>
<mainTerm><title>Pneumonia <nemod>(acute) (double) (migratory)</nemod></title><code>J18.9</code>
  <term level="1"><title>viral, virus <nemod>(broncho) (interstitial) (lobar)</nemod></title><code>J12.9</code>
    <term level="2"><title>adenoviral</title><code>J12.0</code></term>
  </term>
  <term level="1"><title>with</title>
    <term level="2"><title>influenza</title><see>Influenza, with, pneumonia</see></term></term>
</mainTerm>
<mainTerm><title>Pink eye</title><see>Conjunctivitis, acute, mucopurulent</see></mainTerm>
<mainTerm><title>Conjunctivitis <nemod>(staphylococcal)</nemod></title><code>H10.9</code>
  <term level="1"><title>acute</title><code>H10.3-</code>
    <term level="2"><title>mucopurulent</title><code>H10.02-</code></term></term>
</mainTerm>
<mainTerm><title>Abnormal, abnormality, abnormalities</title><seeAlso>Anomaly</seeAlso>
  <term level="1"><title>gait</title><code>R26.9</code></term></mainTerm>
<mainTerm><title>Gone</title><code>Z99.99999</code></mainTerm>
</letter></ICD10CM.index>"""
KEYS = {"J18.9", "J12.9", "J12.0", "H10.9", "H10.3", "H10.02", "R26.9"}


@pytest.fixture
def names(tmp_path):
    file = tmp_path / "icd10cm_index_2026.xml"
    file.write_text(XML, encoding="utf-8")
    return {(name.text, name.key) for name in index_names(file, KEYS)}


def test_phrases_join_the_terms_from_the_top_without_their_nonessential_modifiers(names):
    assert ("Pneumonia", "J18.9") in names
    assert ("Pneumonia viral virus", "J12.9") in names
    assert ("Pneumonia viral virus adenoviral", "J12.0") in names


def test_a_trailing_dash_leads_to_what_stands_above(names):
    assert ("Conjunctivitis acute", "H10.3") in names


def test_see_takes_the_codes_of_the_phrase_that_it_points_to(names):
    assert ("Pink eye", "H10.02") in names


def test_inflections_are_one_word(names):
    assert any(text.startswith("Abnormal") and key == "R26.9" for text, key in names)


def test_a_code_that_the_release_does_not_have_names_nothing(names):
    assert not [text for text, _ in names if text == "Gone"]


def test_the_official_zip_holds_it_too(tmp_path):
    file = tmp_path / "table and index.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("icd10cm_tabular_2026.xml", "<ICD10CM.tabular></ICD10CM.tabular>")
        archive.writestr("icd10cm_index_2026.xml", XML)
    assert ("Pink eye", "H10.02") in {(name.text, name.key) for name in index_names(file, KEYS)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<ICD10CM.tabular/>", "its root is <ICD10CM.tabular>"),
        ("no xml", "cannot be read"),
        ("", "cannot be read"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><ICD10CM.index/>', "cannot be read"),
    ],
)
def test_what_is_no_index_is_refused_in_one_line_with_the_remedy(tmp_path, text, told):
    file = tmp_path / "other.xml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="give the XML of the Alphabetic Index") as refused:
        index_names(file, KEYS)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadInput, match="there is no such file"):
        index_names(tmp_path / "gone.xml", KEYS)
