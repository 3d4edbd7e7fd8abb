# `make` alone prints the targets. Each brings up what it needs.

PYTHON ?= python3
WORKERS ?= 2

BIN := .venv/bin
READY := .venv/ready
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po content/locale/*/LC_MESSAGES/*.po cms/wagtail_locale/*/LC_MESSAGES/*.po))

# The checks do not read the settings of the person who runs them.
OWN_SETTINGS := DATABASE_URL SECRET_KEY DJANGO_SETTINGS_MODULE $(filter PORTAL_% ADMIN_% PUBLISH_% DEEPL_% S3_% AWS_%,$(.VARIABLES))
WITHOUT_OWN_SETTINGS := env $(addprefix -u ,$(OWN_SETTINGS))
CHECKED := $(WITHOUT_OWN_SETTINGS) $(BIN)
PYTEST := $(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile

MAKEFLAGS += --no-print-directory --no-builtin-rules
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

.PHONY: help
help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

# --- the environment

.PHONY: setup
setup: $(READY) $(CATALOGUES) ## make .venv from requirements.lock and compile the catalogues

$(READY): requirements.lock scripts/setup scripts/debian-packages
	@scripts/debian-packages setup
	@PYTHON='$(PYTHON)' scripts/setup
	@touch $@

%.mo: %.po $(READY)
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

# --- running it

.PHONY: demo
demo: setup ## serve the CMS on 127.0.0.1:8000 and the portal on 127.0.0.1:8001, with sample articles
	@$(BIN)/python manage.py demo

.PHONY: demo-build
demo-build: setup ## the same without serving: the portal lies in var/site afterwards
	@$(BIN)/python manage.py demo --build-only

.PHONY: bench
bench: setup test-packages ## measure the bake, the checks and the memory, print tables and write var/bench*.json
	@$(BIN)/python manage.py bench
	@$(BIN)/python manage.py bench_checks --json var/bench-checks.json
	@$(BIN)/python manage.py bench_memory --json var/bench-memory-sqlite.json
	@scripts/with-postgres $(BIN)/python manage.py bench_memory --json var/bench-memory-postgresql.json

.PHONY: bench-large
bench-large: setup ## the same with 10,000 articles; takes an hour
	@$(BIN)/python manage.py bench --articles 10000

# --- proving it

.PHONY: test
test: test-packages check ## everything: static checks, all tests on SQLite, those with a database on PostgreSQL
	@echo '== tests on SQLite'
	@$(WITHOUT_OWN_SETTINGS) $(PYTEST)
	@echo '== tests on PostgreSQL'
	@$(WITHOUT_OWN_SETTINGS) scripts/with-postgres $(PYTEST) --with-database

.PHONY: test-equality
test-equality: setup ## a thousand random edits: after each, baking what changed equals baking everything
	@$(WITHOUT_OWN_SETTINGS) PORTAL_EDITS=1000 $(BIN)/pytest --capture no tests/deploy/equality

.PHONY: audit
audit: setup ## Lighthouse, axe, the HTML checker and the weight of every kind of page; AUDIT="--help" lists choices
	@scripts/debian-packages audit
	@$(BIN)/python -m scripts.audit $(AUDIT)

.PHONY: test-packages
test-packages:
	@scripts/debian-packages test

.PHONY: check
check: lint types contracts templates django architecture ## the static checks alone

.PHONY: lint
lint: setup
	@echo '== lint'
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --check . --quiet || { echo 'Some files are not formatted: run `make format`.'; exit 1; }

.PHONY: types
types: setup
	@echo '== types'
	@$(CHECKED)/mypy

.PHONY: contracts
contracts: setup
	@echo '== import contracts'
	@$(BIN)/lint-imports --no-logo

.PHONY: templates
templates: setup
	@echo '== templates'
	@$(BIN)/djlint --lint --quiet .

.PHONY: django
django: setup
	@echo '== Django: system checks and migrations'
	@$(CHECKED)/python -W error manage.py check --settings cms.settings.test --fail-level WARNING
	@$(CHECKED)/python -W error manage.py makemigrations --settings cms.settings.test --check --dry-run

.PHONY: architecture
architecture: setup
	@echo '== architecture'
	@$(CHECKED)/pytest --quiet tests/architecture

.PHONY: prove-bare
prove-bare: ## as root: `make demo-build` and `make test` of HEAD inside a bare Debian 12
	@scripts/prove-bare-debian

# --- keeping it

.PHONY: format
format: setup ## format the code and mend what the linter can mend
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

.PHONY: messages
messages: setup ## add new strings of the code to the catalogues in locale/
	@$(BIN)/python -m scripts.messages

.PHONY: lock
lock: setup ## resolve pyproject.toml anew into requirements.lock
	@scripts/lock

.PHONY: clean
clean: ## remove .venv, caches and compiled catalogues; var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -prune -exec rm -rf {} + -o -name '*.mo' -path '*/LC_MESSAGES/*' -delete
