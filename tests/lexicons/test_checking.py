from collections.abc import Callable

import pytest

from nosograph.icd10cm.model import Release
from nosograph.lexicons.checking import check_lexicons

TextOf = Callable[[str], str]


@pytest.fixture(scope="module")
def release_keys(release: Release) -> frozenset[str]:
    return frozenset(release.entries)


def test_the_shipped_tables_fit_the_shipped_release(release_keys: frozenset[str]) -> None:
    assert check_lexicons(release_keys) == []


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        ("everyday_names.tsv", "A99.9\tfever\t-", "the release has no entry 'A99.9'"),
        ("region_places.tsv", "K98\tK99\tabdomen\tno such codes", "no entry lies in the range K98 to K99"),
        ("region_places.tsv", "K40.7\tK40.8\tabdomen\tno such codes", "the release has no entry 'K40.7'"),
        ("region_places.tsv", "U09.9\tU09.9\ttail\tunknown region", "the region 'tail' is not in regions.tsv"),
        ("region_words.tsv", "zebra\tstripes\tM00-M25\tunknown region", "the region 'stripes' is not in regions.tsv"),
        ("region_words.tsv", "knee\tthigh\tM17\tsecond meaning", "'knee' is trusted for M17 to M17 in line"),
        ("sites.tsv", "xiphoid\txiphoid\ttip\t-\txthorax\t-\tno\t-", "'xthorax', which is above 'xiphoid'"),
        ("sites.tsv", "xiphoid\txiphoid\ttip\tUBERON:12\t-\t-\tno\t-", "'UBERON:12' is not an UBERON id"),
        ("sites.tsv", "xmarrow\tmarrow\tmarrow\tUBERON:0002371\t-\t-\tno\t-", "belongs to 'bone-marrow' already"),
        ("sites.tsv", "xloop\tloop\tloop\t-\txloop\t-\tno\t-", "'xloop' stands above itself"),
        ("site_places.tsv", "U09.9\tU09.9\tantler\tunknown site", "the site 'antler' is not in sites.tsv"),
        ("involved_places.tsv", "U09.9\tU09.9\tantler\tunknown site", "the site 'antler' is not in sites.tsv"),
        ("processes.tsv", "xburn\tx\tx\t-\tburn", "the word 'burn' means 'burn' of processes.tsv already"),
        ("processes.tsv", "xburn\tburn\tx\t-\t-", "the label 'burn' is that of 'burn' already"),
        ("agents.tsv", "xcat\tcat\tcat\tanimal\txbeast\t-", "'xbeast', which is above 'xcat'"),
        ("agents.tsv", "xcat\tcat\tcat\tpet\t-\t-", "'pet' in column 'kind' is not known"),
        ("conditions.tsv", "xgout\tgout\tmagic\t-\t-\t-\t-\txgout", "'magic' is not in processes.tsv"),
        ("conditions.tsv", "xgout\tgout\t-\tantler\t-\t-\t-\txgout", "'antler' is not in sites.tsv"),
        ("qualifiers.tsv", "xvery\tvery\t-", "'xvery' has no words"),
        ("connectors.tsv", "xwith\tbeside", "'beside' in column 'role' is not known"),
        ("contradictions.tsv", "A00\tA00\tmagic\tno rule", "there is no rule 'magic'"),
        ("process_places.tsv", "U09.9\tU09.9\tmagic\tunknown process", "the process 'magic' is not in processes.tsv"),
        ("plain_words.tsv", "Zoster\tshingles\tprocess", "must be in lower case"),
        ("plain_words.tsv", "aaa\tfirst letters\tprocess", "'aaa' must stand before"),
        ("retired.tsv", "Z99\tOld title\t2022\tZ9", "'Z9' does not stand above 'Z99'"),
        ("retired.tsv", "V20.1XXQ\tOld title\t22\tV20.1", "'22' in column 'last' is not a fiscal year"),
        ("retired.tsv", "zebra\tOld title\t2022\tV20.1", "'zebra' is neither a code nor a block"),
        ("retired.tsv", "V29.9XXS\tOld title\t2022\tV29.9", "'V29.9XXS' stands in line"),
        ("retired.tsv", "Z99.2\tOld title\t2022\tZ99", "the release has 'Z99.2' again"),
        ("retired.tsv", "Z9A.9\tOld title\t2022\tZ9A", "the release has no entry 'Z9A'"),
        ("kinds.tsv", "A00\tA0\tinfection\tno code", "'A0' is not a code"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_its_line(
    release_keys: frozenset[str],
    with_line_added: Callable[[str, str], TextOf],
    file: str,
    line: str,
    message: str,
) -> None:
    text_of = with_line_added(file, line)

    problems = check_lexicons(release_keys, text_of)

    last_line = len(text_of(file).splitlines())
    assert [p for p in problems if p.file == file and p.line == last_line and message in p.message]


def test_an_entry_without_a_kind_is_a_problem(release_keys: frozenset[str]) -> None:
    problems = check_lexicons(release_keys | {"U99"})

    assert [p.message for p in problems] == ["no row gives a kind for 'U99'; add a row for its range"]
