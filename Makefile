# danvan: `make demo` and `make test` set everything up themselves; they need Python 3.11+, git and make.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.danvan

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types coverage wheel schema units rules anomalies score agreement broken metamorphic bench long docs picture lock clean

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

demo: $(STAMP) ## read the sample plans and show what is in them
	@$(BIN)/danvan parse examples/yen-loc-127-2024.txt
	@$(BIN)/danvan parse --format brief $(wildcard examples/*.txt)

test: $(STAMP) ## run the tests, the examples in README and docs among them
	$(BIN)/pytest -q

check: lint types wheel coverage ## everything: linter, types, wheel, tests with coverage

lint: $(STAMP) ## linter and formatter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP) ## strict type checking over src
	$(BIN)/mypy

coverage: $(STAMP) ## the tests, with branch coverage
	$(BIN)/pytest -q --cov --cov-report=term

wheel: $(STAMP) ## build the wheel, install it in a clean environment and use it there
	rm -rf build dist
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	$(PYTHON) -m venv build/clean
	build/clean/bin/pip install --quiet --disable-pip-version-check dist/*.whl
	cd build && clean/bin/python -I ../tests/package_once.py ../examples

schema: $(STAMP) ## write the schemas of JSON and XML anew
	$(BIN)/python -c 'from danvan.formats.schema import write; write("src/danvan/formats/plan.schema.json")'
	$(BIN)/python -c 'from danvan.formats.xml.schema import write; write("src/danvan/formats/plan.xsd")'

rules: $(STAMP) ## write the reference of the rules anew
	$(BIN)/python -c 'from danvan.checks import rules; from danvan.checks.reference import rule_page; print(rule_page(rules()), end="")' >docs/rules.md

anomalies: $(STAMP) ## write the table of what people saw in real plans anew
	$(BIN)/python -m tests.checks.anomalies >docs/anomalies.md

units: $(STAMP) ## make the gazetteer anew from its packages, and compare it with the reference
	$(BIN)/python -m tools.units

score: $(STAMP) ## compare with the real documents (DANVAN_CORPUS, or shared/corpus beside the project)
	$(BIN)/python -m tests.corpus

agreement: $(STAMP) ## how far files of each format say what the texts say that they were made from
	$(BIN)/python -m tests.readers

broken: $(STAMP) ## read hostile files; the time, the memory and the reason of each
	$(BIN)/python -m tests.readers.broken

metamorphic: $(STAMP) ## the share of documents that a rewritten layout leaves as they were
	$(BIN)/python -m tests.metamorphic

bench: $(STAMP) ## measure everything beside its peers, in ten minutes: benchmarks/results.md
	$(BIN)/python -m benchmarks.report

long: $(STAMP) ## the tests with many more drawn examples
	$(BIN)/pytest -q --hypothesis-profile=long
	$(BIN)/python -m tests.readers.fuzz docx html odt pdf
	$(BIN)/python -m tests.readers.fuzz --count 60 doc rtf

docs: $(STAMP) ## build the site in docs/_build/html, with its search
	@rm -rf docs/_build
	$(BIN)/python -m sphinx -q -W --keep-going -b html -d docs/_build/doctrees docs docs/_build/html
	$(BIN)/python -m tools.site.index docs/_build/html
	$(BIN)/python -m tools.site.verify docs/_build/html

picture: $(STAMP) ## draw the picture of the README anew
	$(BIN)/python -m tools.site.picture docs/_static/parse.svg

lock: ## make requirements.lock anew (needs uv)
	uv pip compile pyproject.toml --all-extras --group dev --group docs --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate -o requirements.lock

clean: ## remove what was made here
	rm -rf .venv build dist docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
