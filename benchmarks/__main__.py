"""Measures everything, prints the table and writes it to `benchmarks/results.md` and into the README."""

import datetime
import os
import platform
import re
import sys
import tempfile
from pathlib import Path

from benchmarks import build, fhir, first_answer, infobutton, memory, pictures, throughput, warm_page
from benchmarks.model import Bench, Figure

RESULTS = Path(__file__).with_name("results.md")
README = Path(__file__).parents[1] / "README.md"
FIGURES = (build, pictures, first_answer, warm_page, infobutton, fhir, memory, throughput)


def table(figures: list[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [f"| {figure.what} | {figure.bar or '–'} | {figure.result} |" for figure in figures]
    return "\n".join(["| what | bar | measured |", "|---|---|---|", *rows])


def into_readme(measured: str) -> None:
    """Puts what was measured between the README's two marks."""
    text = README.read_text(encoding="utf-8")
    marked = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- end of measured -->)", re.DOTALL)
    README.write_text(marked.sub(lambda _: f"\n{measured}\n", text), encoding="utf-8")


def main() -> None:
    """Runs every figure, the build first: the others use its atlas."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="nosograph-bench-") as folder:
        scratch = Path(folder)
        bench = Bench(data=scratch / "data", scratch=scratch, program=Path(sys.executable).with_name("nosograph"))
        for module in FIGURES:
            print(f"measuring: {(module.__doc__ or '').splitlines()[0]}", file=sys.stderr)
            figures += module.measure(bench)
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    where = f"Measured on {today} on {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}."
    measured = f"{where}\n\n{table(figures)}\n"
    print(measured)
    RESULTS.write_text(f"# What was measured last\n\n{measured}", encoding="utf-8")
    into_readme(measured)


if __name__ == "__main__":
    main()
