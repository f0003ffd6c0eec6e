"""Pages a second: the real page of C93.32 for visitors, beside nginx with the same bytes and a bare Django view.

One worker each, wrk on the same machine over the loopback address, by turns, so that all three meet the same weather.
"""

import re
import statistics
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from benchmarks.model import Bench, Figure
from benchmarks.processes import fetch, free_port, running, serving, wait_for

ROUNDS, SECONDS, CONNECTIONS = 3, 5, 16
PROVIDE = Path(__file__).parents[1] / "scripts" / "provide"
NGINX = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; user {user};
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; types {{ text/html html; }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/pages; }}
}}
"""


def measure(bench: Bench) -> list[Figure]:
    """Needs nginx and wrk; says so where they cannot be had."""
    nginx, wrk = _provided("nginx"), _provided("wrk")
    if not (nginx and wrk):
        return [Figure(what="pages a second beside nginx", bar="", result="not measured: nginx or wrk is missing")]
    with ExitStack() as stack:
        site = stack.enter_context(serving(bench))
        page = fetch(f"{site.address}/C93.32")
        addresses = {
            "nginx": _nginx(stack, bench, nginx, page),
            "bare": _bare(stack, bench, page),
            "nosograph": f"{site.address}/C93.32",
        }
        rates: dict[str, list[float]] = {name: [] for name in addresses}
        for _ in range(ROUNDS):
            for name, address in addresses.items():
                rates[name].append(_rate(wrk, address))
    best = {name: statistics.median(found) for name, found in rates.items()}
    size = f"{len(page) / 1000:.0f} kB"
    return [
        Figure(what=f"pages a second, nginx, the same {size}", bar="", result=f"{best['nginx']:,.0f}"),
        Figure(
            what="pages a second, bare Django view under granian",
            bar="",
            result=f"{best['bare']:,.0f} ({best['bare'] / best['nginx']:.2f} of nginx)",
        ),
        Figure(
            what="pages a second, the page of C93.32",
            bar="0.10 of nginx",
            result=f"{best['nosograph']:,.0f} ({best['nosograph'] / best['nginx']:.2f} of nginx)",
        ),
    ]


def _provided(program: str) -> str:
    return subprocess.run([str(PROVIDE), program], capture_output=True, text=True, check=False).stdout.strip()


def _nginx(stack: ExitStack, bench: Bench, program: str, page: bytes) -> str:
    """nginx with the page as a file."""
    folder, port = bench.scratch / "nginx", free_port()
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / "page.html").write_bytes(page)
    user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port, user=user))
    process = stack.enter_context(running([program, "-c", str(folder / "nginx.conf"), "-p", str(folder)]))
    wait_for(f"http://127.0.0.1:{port}/page.html", process)
    return f"http://127.0.0.1:{port}/page.html"


def _bare(stack: ExitStack, bench: Bench, page: bytes) -> str:
    """A Django view that returns the page from memory, with no middleware, under granian with one worker."""
    file, port = bench.scratch / "page.html", free_port()
    file.write_bytes(page)
    process = stack.enter_context(
        running([sys.executable, "-m", "benchmarks.bare_view", str(port)], BARE_PAGE=str(file))
    )
    wait_for(f"http://127.0.0.1:{port}/", process)
    return f"http://127.0.0.1:{port}/"


def _rate(wrk: str, address: str) -> float:
    """Answers a second; raises where any is not a 2xx."""
    command = [wrk, "-t", "1", "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", address]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS + 30).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", told)
    if rate is None or "Non-2xx" in told:
        raise RuntimeError(f"wrk: {told[-300:]}")
    return float(rate[1])
