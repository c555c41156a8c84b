# danvan: `make demo` and `make test` set everything up themselves; they need Python 3.11+, git and make.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.danvan

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types docs-examples wheel score bench long lock clean

help: ## what can be made here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'danvan needs Python 3.11 or newer; name it with PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { echo 'cannot make .venv: on Debian and Ubuntu, install the package python3-venv' >&2; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@
