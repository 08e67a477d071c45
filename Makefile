# What people do with Concord's sources. `make help` lists it.

BIN := .venv/bin
WORKERS := auto

.DEFAULT_GOAL := help
.PHONY: help run test check format bench lock clean runtime development

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile

run: runtime ## Start Concord with its local workspace, and print the address
	@exec $(BIN)/python -m bot run

# Tests start many programs, which load faster from what was compiled before.
test: check ## Check everything, then run all tests
	@PYTHONDONTWRITEBYTECODE= CHROMIUM="$$(scripts/chromium)" && \
	export PYTHONDONTWRITEBYTECODE CHROMIUM && \
	exec $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal \
		--cov -p tests.coverage_floor

check: development ## Check format, lint, types, contracts, unused code, dependencies and content
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/vulture
	$(BIN)/deptry .
	$(BIN)/python -m bot check

format: development ## Format the sources, and mend what can be mended
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

bench: development ## Measure what the README claims
	@exec $(BIN)/python -m benchmarks

lock: development ## Bring the lock files up to date
	scripts/lock

clean: ## Remove what make made, but not the data
	rm -rf .venv .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

runtime:
	@scripts/setup requirements.lock

development:
	@scripts/setup requirements-dev.lock
