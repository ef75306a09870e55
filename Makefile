# The interpreter that makes .venv. Empty: the first of the usual names that is new enough.
PYTHON ?=
# Where the app listens. Empty: 8501, or the next free port after it.
PORT ?=

VENV := .venv
IN_VENV := $(VENV)/bin/python -m
INSTALLED := $(VENV)/.installed

# Debian's python3 is not always complete: one without ensurepip cannot make a venv.
define MAKE_VENV
for python in $(if $(PYTHON),'$(PYTHON)',python3 python3.14 python3.13 python3.12 python3.11); do \
	"$$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	exec "$$python" -m venv --clear $(VENV); \
done; \
echo 'No Python 3.11 or newer with its venv module found$(if $(PYTHON), as $(PYTHON)). Install one (Debian: apt install python3 python3-venv) or say where it is: make PYTHON=/path/to/python3' >&2; \
exit 1
endef

.DEFAULT_GOAL := help
.PHONY: help run install test check browser interop mcp bench clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' Makefile

run: $(INSTALLED) ## Start the app on http://localhost:8501, for this machine only
	@exec $(IN_VENV) streamlit run asgi.py $(if $(PORT),--server.port $(PORT))

test: $(INSTALLED) ## Run every test; browser tests need Chromium and say so when there is none
	@$(IN_VENV) pytest --numprocesses auto --dist loadfile --ignore tests/browser
	@$(IN_VENV) pytest tests/browser

check: $(INSTALLED) ## Lint, format, types, and who may import whom
	$(IN_VENV) ruff check
	$(IN_VENV) ruff format --check
	$(IN_VENV) mypy
	$(VENV)/bin/lint-imports

browser: $(INSTALLED) ## Run the browser tests alone, and fail when there is no browser
	@SWITCHBOARD_REQUIRE_BROWSER=1 $(IN_VENV) pytest tests/browser

conformance: $(INSTALLED) ## Report on SWITCHBOARD_CONFORMANCE_DATA: the JSON Schema suite, real tools, OpenAPI
	@PYTHONPATH=.:tests $(IN_VENV) conformance

interop: $(INSTALLED) ## Run this client against aimock and through litellm; needs npm and 750 MB
	@$(IN_VENV) pytest interop --timeout 1800

mcp: $(INSTALLED) ## Install the optional extra that asks live MCP servers for their tools
	@$(IN_VENV) pip install --quiet --disable-pip-version-check -r requirements-mcp.txt

bench: $(INSTALLED) ## Measure speed and memory side by side with st.write_stream
	@$(IN_VENV) benchmarks

install: $(INSTALLED) ## Make .venv and install requirements.txt; the others do it when needed

clean: ## Remove .venv and what tools left behind; conversations and runs stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf tests/browser/screenshots
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A .venv that was moved, or whose Python is gone, is made anew.
$(INSTALLED): requirements.txt
	@$(VENV)/bin/python -c '' 2>/dev/null || { $(MAKE_VENV); }
	@echo 'Installing requirements.txt into $(VENV); the first time takes a minute or two.'
	@$(IN_VENV) pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(IN_VENV) compileall -q asgi.py serving.py components switchboard # the first start is quick too
	@touch $@
