"""Umbrella blocks and the blocks that they cover."""

from nosograph.icd10cm.ranges import blocks_under, encloses, umbrellas


def test_the_umbrellas_over_a_code_stand_widest_first(release):
    over = {code: [block.key for block in umbrellas(release, release.entries[code])] for code in ("C50.911", "C93.32")}
    assert over == {"C50.911": ["C00-C96", "C00-C75"], "C93.32": ["C00-C96"]}
    assert [block.key for block in umbrellas(release, release.entries["T20-T25"])] == ["T07-T88", "T20-T32"]


def test_most_entries_stand_under_no_umbrella(release):
    for key in ("2", "C00-C96", "S72.001A", "I10"):
        assert umbrellas(release, release.entries[key]) == ()


def test_the_release_has_twelve_umbrellas_and_each_covers_blocks(release):
    empty = [entry for entry in release if entry.level == "block" and not entry.children]
    assert [entry.key for entry in empty] == [
        "C00-C96", "C00-C75", "M00-M25", "M40-M54", "M60-M79", "M80-M94", "T07-T88", "T20-T32",
        "V00-X58", "V00-V99", "W00-X58", "Y62-Y84",
    ]  # fmt: skip
    assert all(blocks_under(release, entry) for entry in empty)
    assert [block.key for block in blocks_under(release, release.entries["T20-T32"])] == [
        "T20-T25",
        "T26-T28",
        "T30-T32",
    ]
    assert blocks_under(release, release.entries["C81-C96"]) == ()


def test_a_block_does_not_enclose_itself_nor_one_that_only_overlaps():
    assert encloses("C00-C96", "C00-C75")
    assert not encloses("C00-C96", "C00-C96")
    assert not encloses("C00-C75", "C73-C80")
