# What a checkout can do. `make` alone lists it. Nothing but Python, its venv module and make has to be there.
.DEFAULT_GOAL := help
SHELL := /bin/sh

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
# A checkout keeps its atlas, accounts and keys to itself.
NOSOGRAPH_DATA ?= $(CURDIR)/.data

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DOMAIN := tests/icd10cm tests/lexicons tests/facets tests/knowledge tests/illustration tests/finding tests/article tests/atlas
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url

.PHONY: help setup dev run build test check fix domain browser sweep wheel golden bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: .venv/.installed ## the environment in .venv with the locked packages; .venv/bin/nosograph is the command

run: setup ## build the atlas where it is out of date and serve the site (HOST, PORT)
	@NOSOGRAPH_DATA="$(NOSOGRAPH_DATA)" $(BIN)/nosograph serve --host "$(HOST)" --port "$(PORT)"

build: setup ## build the atlas alone
	@NOSOGRAPH_DATA="$(NOSOGRAPH_DATA)" $(BIN)/nosograph build

test: check ## everything: the checks, then all tests, on both cores; those in a real browser, of the wheel and of PostgreSQL included
	@chromium=$$(scripts/provide chromium) || [ -z "$$CI" ] || exit 1; \
	postgres=$$(scripts/provide postgres) || [ -z "$$CI" ] || exit 1; \
	NOSOGRAPH_CHROMIUM="$$chromium" NOSOGRAPH_POSTGRES="$$postgres" $(BIN)/python -m pytest -n 2 --dist loadfile

check: dev ## what needs no test: style, types, the order of the rooms, packs, plates and lexicons; edits nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports --no-cache
	$(BIN)/nosograph check

fix: dev ## put right what ruff can put right by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

domain: dev ## the tests of the domain alone: no Django, no network, no clock
	@$(BIN)/python -m pytest $(wildcard $(DOMAIN))

browser: dev ## the tests in a real browser alone
	@NOSOGRAPH_CHROMIUM="$$(scripts/provide chromium)" && export NOSOGRAPH_CHROMIUM && $(BIN)/python -m pytest -m browser

sweep: dev ## the page and the picture of every entry of the release, on both cores
	@$(BIN)/python -m pytest -m sweep -n 2 tests/whole tests/illustration

wheel: dev ## the wheel, into dist/
	@$(BIN)/python -m pip --disable-pip-version-check wheel --no-deps --no-build-isolation --wheel-dir dist .

golden: dev ## write the golden files anew; read the difference before you keep it
	@NOSOGRAPH_GOLDEN=write $(BIN)/python -m pytest -k golden

bench: dev ## measure; writes benchmarks/results.md
	@$(BIN)/python -m benchmarks

lock: dev ## write the lock files anew from pyproject.toml
	$(LOCK) --upgrade pyproject.toml --extra mcp -o requirements.lock
	$(LOCK) --upgrade pyproject.toml --extra mcp --extra dev --extra postgres --extra drawing -c requirements.lock \
		-o requirements-dev.lock
	sed -n 's/^requires = \["\(.*\)"\]$$/\1/p' pyproject.toml \
		| $(LOCK) --upgrade - -c requirements-dev.lock -o requirements-build.lock

clean: ## remove what tools left behind; data and environment stay
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests plates benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment -----------------------------------------------------------------------------------------------------
# A stamp is older than a lock file that changed since, and only then is anything installed again.

.venv/.python:
	@command -v "$(PYTHON)" >/dev/null || { echo "make: $(PYTHON) is not here; install Python 3.11 or newer, or say make PYTHON=..." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "make: Nosograph needs Python 3.11 or newer, and this is $$("$(PYTHON)" -V 2>&1); say make PYTHON=/path/to/a/newer/one" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear .venv || { rm -rf .venv; exit 1; }
	@touch $@

.venv/.locked: .venv/.python requirements.lock requirements-build.lock
	@echo "Installing what Nosograph needs into .venv"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --require-hashes -r requirements-build.lock
	@touch $@

.venv/.installed: .venv/.locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.developing: .venv/.installed requirements-dev.lock
	@echo "Installing what its tests need into .venv"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

dev: .venv/.developing
