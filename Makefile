# Two commands do everything on a machine that has Rust and Node and nothing else: `make run`, `make test`.
# Everything else here is a part of them, or measures.

SHELL := /bin/bash -o pipefail

.PHONY: run test pictures bench format ui lint rust doc bindings e2e window

run: ## Build the app and open its window
	@.ci/system-packages build
	cargo run

test: ## Run every check there is
	@.ci/test

pictures: ## Renew the pictures of the README
	@.ci/npm-packages tests/e2e
	cd tests/e2e && npm run --silent pictures

bench: ## Measure a release build
	@.ci/bench

# The parts of `make test`, in its order; each runs alone too.

format:
	cargo fmt --all --check

ui:
	@.ci/npm-packages ui
	cd ui && npm run --silent typecheck && npm run --silent lint && npm run --silent test

lint:
	cargo clippy --workspace --all-targets --quiet -- -D warnings

# Every package, with or without a window, is built here, once; `cargo fast` is the same without Tauri.
rust:
	cargo build --workspace --all-targets --quiet
	cargo nextest run --workspace --no-fail-fast -E 'not package(window-tests)'

doc:
	cargo test --workspace --doc --quiet | sed '/^$$/d; /^running 0 tests/d; /ok. 0 passed/d'

# The tests of `rust` write the window's types anew; what they wrote is what is committed.
bindings:
	@if [ -n "$$(git status --porcelain -- ui/src/api/bindings)" ]; then \
		git status --short -- ui/src/api/bindings; \
		echo "ui/src/api/bindings is not what the contract makes: commit what the tests wrote."; exit 1; \
	fi

# The page and the dev host that it opens are the ones that `rust` builds.
e2e:
	@.ci/npm-packages tests/e2e
	cargo build --workspace --all-targets --quiet
	cd tests/e2e && npm run --silent typecheck && node --test --test-reporter=spec --test-concurrency=1

window:
	cargo build --workspace --all-targets --quiet
	cargo nextest run --workspace --no-fail-fast -E 'package(window-tests)'
