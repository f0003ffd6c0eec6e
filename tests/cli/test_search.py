"""`nosograph search`: ranked results, one query or one a line."""

import io
import json

import pytest


def test_results_are_told_one_a_line_code_first(run):
    ran = run("search", "juvenile myelo")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "C93.3     Juvenile myelomonocytic leukemia"


def test_explained_results_say_why(run):
    title, why = run("search", "JMML", "--explain").out.splitlines()[:2]
    assert title.startswith("C93.3 ")
    assert "also called: JMML; fit 1.00 (says 1.00 of the words, its name agrees 1.00), " in why


def test_as_json_there_is_one_document(run):
    found = json.loads(run("search", "c9332", "--json").out)
    assert list(found) == ["query", "results"]
    assert found["query"] == "c9332"
    assert found["results"][0] == {
        "code": "C93.32",
        "title": "Juvenile myelomonocytic leukemia, in relapse",
        "why": "code",
    }


def test_no_result_is_a_success_with_an_empty_list(run):
    assert run("search", "qqqzzz") == run("search", "qqqzzz")
    assert (run("search", "qqqzzz").code, run("search", "qqqzzz").out) == (0, "")
    assert json.loads(run("search", "", "--json").out) == {"query": "", "results": []}


def test_the_limit_is_kept(run):
    assert len(run("search", "leukemia").out.splitlines()) == 10
    assert len(run("search", "leukemia", "--limit", "3").out.splitlines()) == 3


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_dash_reads_one_query_a_line_and_gives_one_object_a_line(run, monkeypatch, end):
    queries = ["JMML", "", "  c93.32 ", 'NEAR("', "qqqzzz", "naïve 漢"]
    monkeypatch.setattr("sys.stdin", io.StringIO(end.join(queries) + end, newline=""))
    ran = run("search", "-", "--limit", "2")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [f["query"] for f in found] == queries
    assert all(list(f) == ["query", "results"] and len(f["results"]) <= 2 for f in found)
    assert found[0]["results"][0] == {
        "code": "C93.3",
        "title": "Juvenile myelomonocytic leukemia",
        "why": "also called: JMML",
    }
    assert found[1]["results"] == []


def test_no_lines_give_no_lines(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run("search", "-").out == ""
