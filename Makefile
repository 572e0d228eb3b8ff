# Two commands do everything on a fresh machine: `make serve` and `make test`. Python 3.11 or newer is all they need.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1

# In a workflow on GitHub problems are told beside their lines and in the summary; ON_GITHUB=--github tries it here.
ON_GITHUB := $(if $(GITHUB_ACTIONS),--github)

.PHONY: help serve test accessibility build preview pdf check fix new translations expiring links report issue published schema lint lock bench browser fonts clean

serve: .venv/ready ## the live preview on http://127.0.0.1:8000
	-@$(BIN)/python -m songfueang schema
	$(BIN)/mkdocs serve --livereload

build: .venv/ready ## the site into site/; any problem stops it and leaves the old site as it is
	rm -rf .build/site
	$(BIN)/mkdocs build --strict --quiet --site-dir .build/site
	rm -rf site && mv .build/site site

preview: build ## the site as a folder that opens with a double click, into .build/preview
	rm -rf .build/preview
	$(BIN)/python -m zipfile --extract site/site.zip .build/preview

pdf: .venv/ready browser ## the site with its hand-outs as PDF, linked from their page
	rm -rf .build/site
	WITH_PDF=1 $(BIN)/mkdocs build --strict --quiet --site-dir .build/site
	$(BIN)/python tests/print_handouts.py .build/site
	rm -rf site && mv .build/site site

check: .venv/ready ## the data alone, every problem with its place
	@$(BIN)/python -m songfueang check $(if $(ON_GITHUB),--quiet --pages) $(ON_GITHUB)

published: .venv/ready ## for a release: write down every address and the shape of the open data, for the tests
	$(BIN)/python -m songfueang published

fix: .venv/ready ## mend in the data what needs no human, and tell what was changed
	@$(BIN)/python -m songfueang check --fix --quiet

new: .venv/ready ## a record to be filled in: make new WHAT="faq can-a-temple-join --in people-and-groups"
	@$(BIN)/python -m songfueang new $(WHAT)

translations: .venv/ready ## texts changed in one language only, since this branch began (or SINCE=a revision)
	@$(BIN)/python -m songfueang translations $(if $(SINCE),--since $(SINCE)) $(ON_GITHUB)

expiring: .venv/ready ## what ends within DAYS days (60), and which sources have to be read again
	@$(BIN)/python -m songfueang expiring $(if $(DAYS),--days $(DAYS))

links: .venv/ready ## ask every outside address whether it still opens; takes some minutes
	@$(BIN)/python -m songfueang links

report: .venv/ready ## what 'expiring' and 'links' find, as .build/report.md
	@mkdir -p .build
	@$(BIN)/python -m songfueang report > .build/report.md

issue: ## put .build/report.md into the one issue that is kept about it (with GitHub's own gh)
	@.github/keep-issue .build/report.md

schema: .venv/ready ## the schemas that editors complete the data with
	$(BIN)/python -m songfueang schema

test: .venv/ready browser ## everything: lint, unit, build, browser
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/pytest || $(BIN)/pytest --last-failed --last-failed-no-failures none # a browser on a busy machine may need a second look

accessibility: .venv/ready browser ## axe on every page in every way, for a release: the tests see most pages in one way each
	EVERY_WAY=1 $(BIN)/pytest tests/browser/test_accessibility.py

browser: .venv/ready ## a browser for the tests, if none is there
	$(BIN)/python tests/find_browser.py --install

fonts: ## a Thai face for what the browser prints, if none is there
	@fc-list :lang=th | grep -q . || { sudo apt-get update -qq && sudo apt-get install -y -qq fonts-noto-core >/dev/null; }

lint: .venv/ready ## put the code into shape
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

lock: .venv/ready ## pin every package with its hashes from pyproject.toml
	$(BIN)/python -m piptools compile --quiet --all-extras --generate-hashes --strip-extras --allow-unsafe \
	  --no-emit-index-url --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml

bench: .venv/ready ## the figures of bench/
	$(BIN)/python -m bench

.venv/ready: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	touch $@

help: ## these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 14

clean: ## everything that can be made again
	rm -rf .venv .build site
