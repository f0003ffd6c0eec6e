"""Pictures put together on larger sheets: the card for sharing, the contact sheet, and a plate by itself."""

from xml.etree.ElementTree import fromstring

import pytest

from nosograph.illustration.card import CARD_HEIGHT, CARD_WIDTH, draw_card
from nosograph.illustration.contact_sheet import draw_sheet
from nosograph.illustration.picture import WIDTH, draw
from nosograph.illustration.plate_view import draw_plate
from nosograph.illustration.png import to_png

from .conftest import SVG


def test_a_card_has_the_code_the_whole_title_and_the_picture(scene, plates):
    root = fromstring(draw_card(scene("C93.32"), plates))
    words = [e.text for e in root.iter(f"{SVG}text")]
    assert words[0] == "C93.32"
    assert "Juvenile myelomonocytic leukemia, in relapse" in " ".join(words[1:6])
    assert root.get("viewBox") == f"0 0 {CARD_WIDTH:g} {CARD_HEIGHT:g}"
    assert to_png(draw_card(scene("C93.32"), plates), 1200)[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(
        4, "big"
    )


def test_every_card_of_a_spread_is_well_formed(scene, plates, spread):
    for key in spread[::9]:
        assert fromstring(draw_card(scene(key), plates)).tag == f"{SVG}svg", key


def test_a_contact_sheet_has_every_picture_in_rows(scene, plates):
    keys = ["C93.30", "C93.31", "C93.32", "S72.001A", "I10"]
    root = fromstring(draw_sheet([scene(k) for k in keys], plates, columns=2))
    words = {e.text for e in root.iter(f"{SVG}text")}
    assert set(keys) <= words
    _, _, wide, high = (float(v) for v in root.get("viewBox").split())
    assert wide == 2 * (WIDTH + 24) + 24
    rows = [keys[0:2], keys[2:4], keys[4:]]
    assert high == pytest.approx(24 + sum(24 + max(draw(scene(k), plates).height for k in row) for row in rows))


def test_a_plate_by_itself_marks_the_part_that_is_asked_for(plates):
    plate = plates["hip-bones"]
    assert 'class="hit"' not in draw_plate(plate)
    assert draw_plate(plate, "ilium").count('id="plate-ilium"') == 1
    with pytest.raises(KeyError):
        draw_plate(plate, "liver")


def test_every_plate_can_be_drawn_by_itself(plates):
    for plate in plates.values():
        root = fromstring(draw_plate(plate))
        assert root.findtext(f"{SVG}title") == plate.title
