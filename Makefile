# Hansa's habits. `make help` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo run test bench fix docs messages requirements clean
.PHONY: check lint types imports tests-on-sqlite tests-in-browser tests-on-postgresql

PORT ?= 8000
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# Nothing that a person has set for other projects steers these steps.
unexport PYTHONPATH PYTHONHOME DJANGO_SETTINGS_MODULE
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes

help: ## List the habits
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

demo: .venv/base .venv/messages ## Build a register from the sample pages and serve it (PORT=8000)
	@$(BIN)/hansa demo --port $(PORT)

run: .venv/base .venv/messages ## Serve the register that is here (PORT=8000)
	@$(BIN)/hansa serve --port $(PORT)

test: .venv/dev .venv/messages ## Run every check and test
	@$(BIN)/python -m tests.machine
	@$(MAKE) --no-print-directory --keep-going check

# One after another, and all of them also where one fails.
.NOTPARALLEL:
check: lint types imports tests-on-sqlite tests-in-browser tests-on-postgresql
lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
types:
	$(BIN)/mypy
imports:
	$(BIN)/lint-imports
tests-on-sqlite:
	$(PYTEST) -n 2 -m "not browser and not postgresql"
tests-in-browser:
	$(PYTEST) -m browser
tests-on-postgresql:
	$(BIN)/python -m tests.postgresql --optional -- \
	  $(PYTEST) -n 2 -m "not browser" tests/register tests/website tests/desk

bench: .venv/bench .venv/messages ## Measure the speed beside other programs
	@$(BIN)/python -m bench

fix: .venv/dev ## Put the code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/dev ## Write the reference pages from the code
	$(BIN)/python -m docs.generate

messages: .venv/dev ## Bring the message catalogues up to date with the code
	$(BIN)/python -m tests.catalogues
	@touch src/hansa/locale/*/LC_MESSAGES/django.po
	@$(MAKE) --no-print-directory .venv/messages

requirements: .venv/dev ## Pin the newest versions that fit, with their hashes
	@for name in base dev bench; do \
	  $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	    --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt || exit 1; done

clean: ## Remove what was built; the register in var stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src -name '*.mo' -delete

# Each step below leaves a file that says it is done, and is done again only when what it depends on changes.

.venv/python: # the first of these Pythons that is 3.11 or later
	@for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; done; \
	if [ -z "$$found" ]; then echo "Hansa needs Python 3.11 or later, and none was found. Install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; fi; \
	"$$found" -m venv .venv || { rm -rf .venv; \
	  echo "Python's venv is missing or broken. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/base: .venv/python requirements/base.txt pyproject.toml
	@echo "Installing what Hansa needs …"
	@$(PIP) -r requirements/base.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-build-isolation --no-deps --editable .
	@touch $@

.venv/dev: .venv/base requirements/dev.txt
	@echo "Installing what the tests need …"
	@$(PIP) -r requirements/dev.txt
	@touch $@

.venv/bench: .venv/dev requirements/bench.txt
	@echo "Installing what Hansa is measured beside …"
	@$(PIP) -r requirements/bench.txt
	@touch $@

.venv/messages: .venv/base $(wildcard src/hansa/locale/*/LC_MESSAGES/django.po)
	@for catalogue in $(wildcard src/hansa/locale/*/LC_MESSAGES/django.po); do \
	  $(BIN)/pybabel --quiet compile --input-file "$$catalogue" --output-file "$${catalogue%.po}.mo" || exit 1; done
	@touch $@
