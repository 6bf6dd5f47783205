# The tasks of the project; `make help` lists them.
SHELL := /bin/bash
SWIFT ?= swift
SHARED ?= ../shared
BUILD_FLAGS := --explicit-target-dependency-import-check error
BINARY := .build/release/dealtracker
FUZZ_SECONDS ?= 60
TABLE ?= common/reading_weights.tsv
COLUMN ?= 1

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the tasks
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

.PHONY: deps
deps: ## install the system packages that are missing (Debian and Ubuntu)
	@scripts/install-dependencies

.PHONY: build
build: deps ## build for debugging
	$(SWIFT) build $(BUILD_FLAGS)

.PHONY: release
release: deps ## build .build/release/dealtracker
	$(SWIFT) build $(BUILD_FLAGS) -c release --product dealtracker

.PHONY: pgo
pgo: deps ## build .build/profiled/release/dealtracker as the image has it: runtime linked in, optimized by a profile
	SWIFT=$(SWIFT) scripts/build-with-profile dealtracker

.PHONY: demo
demo: release ## ingest a sample article into a temporary store and show GET /deals?party=OpenAI
	@scripts/demo $(BINARY)

.PHONY: run
run: release ## serve on 127.0.0.1:8080
	$(BINARY) serve --host 127.0.0.1 --port 8080

.PHONY: test
test: deps ## build and run all tests
	$(SWIFT) test $(BUILD_FLAGS)

.PHONY: lint
lint: ## check the format of all Swift files
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Plugins Sources Tests Migrations Benchmarks/extract Benchmarks/fit Benchmarks/read

.PHONY: format
format: ## format all Swift files
	$(SWIFT) format --in-place --parallel --recursive Package.swift Plugins Sources Tests Migrations Benchmarks/extract Benchmarks/fit Benchmarks/read

.PHONY: tsan
tsan: deps ## run the tests of the server under the thread sanitizer
	$(SWIFT) test --sanitize=thread --scratch-path .build-tsan --filter HTTPServerTests

.PHONY: api-test
api-test: release ## hold the service to its description with schemathesis, which is installed into .build/python
	@scripts/api-test $(BINARY)

.PHONY: faults
faults: release ## full disk, failing fsync, locked and damaged files, backups under load (needs root and strace)
	python3 Tests/Faults/run.py

.PHONY: check
check: lint test tsan ## everything that must be green: format, imports, tests, thread sanitizer

.PHONY: score
score: release ## score the engine on its own articles and the corpus beside the checkout: errors by stage, differences, floors
	@scripts/score $(SCORE) $(BINARY) $(SHARED)/corpus

.PHONY: score-record
score-record: ## the same, and keep the figures in Benchmarks/scores.json
	@$(MAKE) --no-print-directory score SCORE=--record

.PHONY: fit-weights
fit-weights: ## fit the weights by which deals are read (TABLE=…, COLUMN=…) to annotated articles; prints the table
	@$(SWIFT) build $(BUILD_FLAGS) -c release --product fit-tables >&2
	@.build/release/fit-tables $(TABLE) $(COLUMN) \
		Tests/Fixtures/articles Tests/Fixtures/fresh Tests/Fixtures/practice Tests/Fixtures/practice-later \
		Tests/Fixtures/newsroom Tests/Fixtures/sentences \
		$(wildcard $(SHARED)/corpus/dev)

.PHONY: fit-review
fit-review: ## fit the review of deals to the project's annotated articles and sentences; writes the tables review and review_trees
	@$(SWIFT) build $(BUILD_FLAGS) -c release --product read-articles
	@scripts/python-tool scikit-learn >/dev/null
	@.build/python/bin/python scripts/fit-review .build/release/read-articles Sources/LanguageData/Languages \
		Tests/Fixtures/articles Tests/Fixtures/fresh Tests/Fixtures/practice Tests/Fixtures/practice-later \
		Tests/Fixtures/newsroom Tests/Fixtures/desk Tests/Fixtures/sentences

.PHONY: fit-status
fit-status: ## fit how far deals have come to the project's annotated articles and sentences; writes the tables status_review
	@$(SWIFT) build $(BUILD_FLAGS) -c release --product read-articles
	@scripts/python-tool scikit-learn >/dev/null
	@.build/python/bin/python scripts/fit-status .build/release/read-articles Sources/LanguageData/Languages \
		Tests/Fixtures/articles Tests/Fixtures/fresh Tests/Fixtures/practice Tests/Fixtures/practice-later \
		Tests/Fixtures/newsroom Tests/Fixtures/desk Tests/Fixtures/reports Tests/Fixtures/sentences

.PHONY: fit-references
fit-references: ## fit whom nouns and pronouns mean to articles in which they are marked; writes the table references
	@$(SWIFT) build $(BUILD_FLAGS) -c release --product read-articles
	@scripts/python-tool scikit-learn >/dev/null
	@.build/python/bin/python scripts/fit-references .build/release/read-articles Sources/LanguageData/Languages \
		Tests/Fixtures/references

.PHONY: bench-extract
bench-extract: deps ## the engine on one core, as in the image: start-up, MB/s, memory over 100,000 articles, time a byte up to 10 MB
	SWIFT=$(SWIFT) scripts/build-with-profile bench-extract
	.build/profiled/release/bench-extract $(SHARED)/corpus/dev Tests/Fixtures/articles

.PHONY: bench-http
bench-http: ## this server beside nginx: answers a second, connections, memory (needs nginx and wrk)
	python3 Benchmarks/http/run.py

.PHONY: check-http
check-http: release ## hurt the built service: raw requests, abuse, failing system calls, restarts (needs nginx, wrk, strace, slowhttptest)
	python3 Benchmarks/http/check_vectors.py $(SHARED)/http/http_vectors.py
	python3 Benchmarks/http/check_abuse.py --abuse $(SHARED)/http/abuse.py
	python3 Benchmarks/http/check_faults.py
	python3 Benchmarks/http/check_restart.py

.PHONY: differential
differential: ## send broken requests to the server and to others, and tell where it alone takes one (needs node)
	python3 Benchmarks/http/differential.py

.PHONY: bench-api
bench-api: release ## the commonest question beside nginx, C on the same file, and Datasette (needs nginx and wrk)
	@scripts/python-tool datasette >/dev/null
	python3 Benchmarks/api/run.py

.PHONY: bench-growth
bench-growth: release ## p99 of one question over a million deals beside ten thousand (makes the files: minutes, gigabytes)
	python3 Benchmarks/api/growth.py

.PHONY: bench-ingest
bench-ingest: release ## durable articles a second beside C that writes the same rows (needs wrk)
	python3 Benchmarks/ingest/run.py

.PHONY: bench-store
bench-store: ## the store's hot query and durable ingest beside plain C programs
	Benchmarks/store/run

.PHONY: fuzz
fuzz: deps ## fuzz what strangers send, 60 seconds for each target (FUZZ_SECONDS=…)
	SWIFT=$(SWIFT) scripts/fuzz $(FUZZ_SECONDS)

.PHONY: clean
clean: ## remove what was built
	rm -rf .build .build-*
