# `make` alone lists what there is. Another Python than the one found: make PYTHON=python3.12 …
PYTHON ?= $(shell sh system/python.sh)
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell grep -o 'uv==[0-9.]*' pyproject.toml)
export UV_COMPILE_BYTECODE = 1
export UV_PROJECT_ENVIRONMENT = $(VENV)
# Compiled Python is kept, whatever the caller's environment says, or each process compiles anew.
export PYTHONDONTWRITEBYTECODE =

# What only reads the settings makes no home where the demo will be.
lint test test-postgres15 journey: export CONVOCA_HOME = $(CURDIR)/$(VENV)/home

.PHONY: help setup system demo demo-reset serve check test test-postgres15 lint journey guide-pictures bench clean

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

system: ## install the Debian packages that are missing (or name the command that does)
	@PYTHON=$(PYTHON) sh system/install.sh run test

setup: $(VENV)/synced ## make the virtual environment from uv.lock

$(VENV)/synced: pyproject.toml uv.lock
	@PYTHON=$(PYTHON) sh system/install.sh run
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check '$(UV)'
	@$(BIN)/uv sync --quiet --locked --python $(BIN)/python
	@touch $@

demo: setup ## set everything up and serve the demo; a second time keeps the data
	@$(BIN)/convoca demo --port $(PORT)

demo-reset: setup ## empty the demo
	@$(BIN)/convoca demo --reset

serve: setup ## run this installation: database, worker and web server
	@$(BIN)/convoca serve --port $(PORT)

check: setup ## say what is missing or insecure in this installation
	@$(BIN)/convoca check

lint: setup ## check style, types and floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

test: system setup lint ## run every check and test
	@$(BIN)/python -m convoca.languages.catalogues compile
	@$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

test-postgres15: setup ## run the tests marked "database" on Debian's PostgreSQL 15
	@sh system/install.sh postgres15
	@$(BIN)/python -m convoca.languages.catalogues compile
	@CONVOCA_TEST_POSTGRES=/usr/lib/postgresql/15/bin $(BIN)/pytest -m database \
		$$(grep -rl --include='test_*.py' 'mark\.database' tests)

journey: system setup ## walk the whole story in a browser and leave numbered screenshots
	@$(BIN)/python -m convoca.languages.catalogues compile
	@$(BIN)/pytest tests/journeys

guide-pictures: setup ## take the guide's pictures anew from the demo that is served
	@ADDRESS=http://localhost:$(PORT) $(BIN)/uv run --quiet --no-sync --with pillow python docs/guide/take_pictures.py

bench: setup ## print what operations cost, beside the peers
	@$(BIN)/python -m bench

clean: ## remove the virtual environment and caches; the data in var/ stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
