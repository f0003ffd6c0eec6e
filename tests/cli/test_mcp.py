"""`nosograph mcp`, asked by the official SDK's own client, as an assistant starts it."""

import base64
import io
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import anyio
import jsonschema
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, Tool
from PIL import Image

from nosograph.atlas.reading import Atlas

COMMAND = ["-c", "from nosograph.cli.main import run; run()", "mcp"]
SITE = "https://nosograph.example"
HIDDEN = "treatment"


@pytest.fixture(scope="module")
def atlas(atlas_path: Path) -> Atlas:
    """The sample atlas."""
    return Atlas.open(atlas_path)


@dataclass(frozen=True)
class Told:
    """What a session brought: the tools, the answers in the order of the questions, and what went to stderr."""

    tools: dict[str, Tool]
    answers: list[CallToolResult]
    log: str


def variables(atlas_path: Path, folder: Path, **more: str) -> dict[str, str]:
    """The variables that the command is started with."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NOSOGRAPH_", "DJANGO_"))}
    return {**kept, "NOSOGRAPH_ATLAS": str(atlas_path), "NOSOGRAPH_DATA": str(folder / "data"), **more}


def session(
    atlas_path: Path, folder: Path, asked: Sequence[tuple[str, dict[str, object]]], *options: str, **more: str
) -> Told:
    """Starts the command as an assistant does, and asks it."""
    given = variables(atlas_path, folder, **more)
    server = StdioServerParameters(command=sys.executable, args=[*COMMAND, *options], env=given)
    log = folder / "stderr"

    async def ask() -> tuple[dict[str, Tool], list[CallToolResult]]:
        with log.open("w") as stderr, anyio.fail_after(120):
            async with Client(stdio_client(server, errlog=stderr)) as client:
                tools = {tool.name: tool for tool in (await client.list_tools()).tools}
                return tools, [await client.call_tool(name, arguments) for name, arguments in asked]

    tools, answers = anyio.run(ask)
    return Told(tools=tools, answers=answers, log=log.read_text())


GOOD: list[tuple[str, dict[str, object]]] = [
    ("look_up", {"code": "c9332"}),
    ("search", {"query": "juvenile myelo", "limit": 5}),
    ("facets", {"code": "S72001A"}),
    ("illustration", {"code": "C93.32"}),
    ("related", {"code": "C93.3"}),
    ("search", {"query": "zzyzx qqq"}),
]
WRONG = [
    ("look_up", {"code": "C93.39"}, "'C93.39' is not a code of ICD-10-CM 2026"),
    ("facets", {"code": "leukemia"}, "'leukemia' is not an ICD-10-CM code"),
    ("illustration", {"code": "line\nbreak"}, "is not an ICD-10-CM code"),
    ("related", {"code": ""}, "is not an ICD-10-CM code"),
    ("search", {"query": "x", "limit": 999}, "limit: Input should be less than or equal to 50"),
    ("search", {"query": " "}, "give words"),
    ("look_up", {}, "code: Field required"),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(atlas_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """One session in which everything is asked: a start takes longer than all of the answers."""
    asked = [*GOOD, *((name, arguments) for name, arguments, _ in WRONG)]
    return session(atlas_path, tmp_path_factory.mktemp("mcp"), asked, "--site", SITE + "/")


def test_the_tools_are_told_with_the_shapes_of_their_questions_and_answers(told: Told) -> None:
    assert list(told.tools) == ["look_up", "search", "facets", "illustration", "related"]
    for tool in told.tools.values():
        assert tool.description
        assert tool.annotations.read_only_hint
        assert all(part["description"] for part in tool.input_schema["properties"].values())
        assert {"sources", "notice", "address"} <= set(tool.output_schema["required"])
        jsonschema.Draft202012Validator.check_schema(tool.output_schema)
    assert told.tools["search"].input_schema["required"] == ["query"]


def test_every_answer_has_its_shape_its_sources_its_address_its_review_and_the_notice(told: Told) -> None:
    for (name, _), answer in zip(GOOD, told.answers, strict=False):
        assert not answer.is_error, answer
        data = answer.structured_content
        jsonschema.validate(data, told.tools[name].output_schema)
        assert json.loads(answer.content[0].text) == data
        assert data["address"].startswith(f"{SITE}/")
        assert data["notice"] == "General information, not advice to one person."
        assert data["sources"]
        assert all(set(s) == {"number", "title", "publisher", "year", "url"} for s in data["sources"])
        reviews = [hit["review"] for hit in data["results"]] if name == "search" else [data["review"]["status"]]
        assert set(reviews) <= {"not reviewed"}


def test_a_page_is_told_as_visitors_may_read_it(told: Told, atlas: Atlas) -> None:
    answer = told.answers[0]
    data = answer.structured_content
    assert data["summary"] == atlas.page("C93.32").article.summary
    assert data["address"] == f"{SITE}/C93.32"
    section = next(s for s in data["sections"] if s["id"] == HIDDEN)
    assert section["more_for_members"]
    whole = next(s for s in atlas.page("C93.32").article.sections if s.id == HIDDEN).statements
    hidden = [s.text for s in whole if not s.opening]
    assert hidden
    text = json.dumps(data, ensure_ascii=False) + answer.content[0].text
    assert [h for h in hidden if h in text or json.dumps(h, ensure_ascii=False)[1:-1] in text] == []
    numbers = {n for s in data["sections"] for x in s["statements"] for n in x["sources"]}
    assert numbers == {s["number"] for s in data["sources"]}


def test_the_illustration_is_svg_png_and_words(told: Told, atlas: Atlas) -> None:
    answer = told.answers[3]
    words, picture = answer.content
    assert (picture.type, picture.mime_type) == ("image", "image/png")
    assert Image.open(io.BytesIO(base64.b64decode(picture.data))).width == 640
    assert answer.structured_content["svg"] == atlas.svg("C93.32")
    assert answer.structured_content["description"] == atlas.scene("C93.32").description
    assert json.loads(words.text)["caption"] == atlas.scene("C93.32").caption


def test_search_facets_and_kin(told: Told) -> None:
    search, facets, _, kin, nothing = told.answers[1 : len(GOOD)]
    assert "C93.32" in [hit["code"] for hit in search.structured_content["results"]]
    assert nothing.structured_content["results"] == []
    assert (facets.structured_content["laterality"], facets.structured_content["process"]) == ("right", "fracture")
    assert facets.structured_content["evidence"]
    assert [e["code"] for e in kin.structured_content["children"]] == ["C93.30", "C93.31", "C93.32"]
    assert kin.structured_content["parent"]["code"] == "C93"
    assert [e["code"] for e in kin.structured_content["path"]] == ["2", "C81-C96", "C93"]


def test_what_goes_wrong_is_an_error_of_the_tool_in_one_line(told: Told) -> None:
    for (_, _, words), answer in zip(WRONG, told.answers[len(GOOD) :], strict=True):
        assert answer.is_error
        (content,) = answer.content
        assert words in content.text
        assert "\n" not in content.text
        assert "Traceback" not in content.text


def test_nothing_is_logged(told: Told) -> None:
    assert told.log == ""


def test_what_an_owner_keeps_for_members_is_kept_here_too_and_without_a_site_addresses_are_relative(
    atlas_path: Path, tmp_path: Path
) -> None:
    found = session(atlas_path, tmp_path, GOOD[:1], NOSOGRAPH_MEMBER_SECTIONS="treatment,outlook")
    data = found.answers[0].structured_content
    assert [s["id"] for s in data["sections"] if s["more_for_members"]] == ["outlook", "treatment"]
    assert data["address"] == "/C93.32"


def test_over_http_on_this_machine_it_answers_alike_and_logs_nothing(atlas_path: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    log = (tmp_path / "log").open("w+")
    process = subprocess.Popen(
        [sys.executable, *COMMAND, "--http", place],
        env=variables(atlas_path, tmp_path),
        stdout=log,
        stderr=subprocess.STDOUT,
    )

    async def ask() -> CallToolResult:
        async with Client(streamable_http_client(f"http://{place}/mcp")) as client:
            return await client.call_tool("look_up", {"code": "C93.32"})

    try:
        end = time.monotonic() + 30
        while True:
            try:
                answer = anyio.run(ask)
                break
            except BaseException:
                if time.monotonic() > end or process.poll() is not None:
                    raise
                time.sleep(0.3)
        assert answer.structured_content["code"] == "C93.32"
    finally:
        process.terminate()
        process.wait(10)
    log.seek(0)
    assert log.read() == ""


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--http", "0.0.0.0:8001"], "an address of this machine"), (["--http", "127.0.0.1"], "of this machine"),
        (["--http", "127.0.0.1:0"], "of this machine"), (["--http", "nosograph.example:80"], "of this machine"),
        (["--site", "nosograph.example"], "is no address"), (["--site", "ftp://x.example"], "is no address"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told(run: Callable, options: Sequence[str], words: str) -> None:
    ran = run("mcp", *options)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_without_the_package_it_says_how_to_get_it(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nosograph.cli.mcp.find_spec", lambda name: None)
    ran = run("mcp")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "nosograph: the package mcp is not installed; install it with: pip install 'nosograph[mcp]'\n"
