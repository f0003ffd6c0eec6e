from collections.abc import Callable

import pytest

from nosograph.lexicons.cells import BadRow, read_table
from nosograph.lexicons.finding import find_range
from nosograph.lexicons.loading import read_lexicons
from nosograph.lexicons.model import Lexicons

KINDS_HEADER = "from\tto\tkind\twhy\n"


def _rows(text: str) -> list[str]:
    return [cells["from"] for cells in read_table("kinds.tsv", text)]


def test_remarks_stand_above_the_header() -> None:
    """Case (a)."""
    assert _rows("# what sort of thing\n" + KINDS_HEADER + "A00\tB99\tinfection\tchapter 1\n") == ["A00"]


def test_a_header_with_other_columns_is_refused() -> None:
    """Case (b)."""
    with pytest.raises(BadRow, match=r"kinds\.tsv, line 1: the header must be these columns.*from, to, kind, why"):
        _rows("from\tto\tsort\n")


def test_a_row_with_a_missing_cell_is_refused_with_its_line() -> None:
    """Case (c)."""
    with pytest.raises(BadRow, match=r"kinds\.tsv, line 3: the row has 3 cells; the header asks for 4"):
        _rows(KINDS_HEADER + "A00\tB99\tinfection\tchapter 1\nC00\tD49\tneoplasm\n")


def test_a_cell_with_blanks_around_it_is_refused() -> None:
    """Case (c)."""
    with pytest.raises(BadRow, match="the cell 'to' is empty or has blanks around it"):
        _rows(KINDS_HEADER + "A00\tB99 \tinfection\tchapter 1\n")


def test_a_dash_says_none_and_semicolons_part_values(lexicons: Lexicons) -> None:
    """Case (d)."""
    leukemia = find_range(lexicons.site_places, "C93.32")
    outside = find_range(lexicons.site_places, "C92.31")

    assert leukemia is not None
    assert leukemia.sites == ("bone-marrow", "blood")
    assert outside is not None
    assert outside.sites == ()


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("kinds.tsv", "A00\tA09\tillness\tno such kind", "'illness' in column 'kind' is not known"),
        ("kinds.tsv", "A00\tA0\tinfection\tno code", "'A0' is not a code"),
        ("kinds.tsv", "A09\tA00\tinfection\tbackwards", "must have ends of one length, in order"),
        ("kinds.tsv", "A00\tA09.1\tinfection\tmixed", "must have ends of one length"),
        ("region_places.tsv", "S72.0\tS73.1\tthigh\ttwo categories", "must stay within one category"),
        ("regions.tsv", "eye\teye\teye\tyes", "'eye' stands in line"),
        ("regions.tsv", "tail\ttail\ttail\tperhaps", "'perhaps' in column 'sided' is not known"),
        ("plain_words.tsv", "femur\tthigh bone\tsite", "'femur' stands in line"),
    ],
)
def test_a_bad_row_is_refused_with_file_and_line(
    with_line_added: Callable[[str, str], Callable[[str], str]], file: str, line: str, problem: str
) -> None:
    with pytest.raises(BadRow, match=rf"^{file}, line \d+: .*{problem}"):
        read_lexicons(with_line_added(file, line))
