# What a person does with Village. `make` alone tells what there is.

SWIFT ?= swift
PYTEST = .venv/bin/python -m pytest -q -p no:cacheprovider --durations=5
DOCUMENTED = Lessons Datalog Reasoning Understanding TeachingLanguage Community Simulation Dialogue Mind Examination Encoders Ledger Interchange \
  VillageService
FORMATTED = Package.swift Sources Tests Benchmarks/datalog

.NOTPARALLEL:
.PHONY: help demo understanding test test-long test-format test-swift test-http test-browser docs format clean
.PHONY: bench bench-understanding bench-reasoning bench-community bench-opinions setup setup-test setup-peers build

help:
	@echo "make demo    open the demonstration village on localhost; prints its address and the founder's link"
	@echo "make test    everything: format, unit, property, golden, crash, HTTP and real-browser tests"
	@echo "make bench   measures, each beside a peer or the physical limit"
	@echo "make understanding  fetch the sentence encoder and make the word table, once; without them less is understood"
	@echo "make bench-understanding   how well it understands, beside scikit-learn and MiniLM; DATA=DIR names the public files"
	@echo "make bench-reasoning  deduction beside clingo, DuckDB and SWI-Prolog"
	@echo "make bench-community  what camps share beside numpy, a million votes, twelve attacks; POLIS=DIR names conversations"
	@echo "make bench-opinions   truth from a crowd beside crowd-kit, groups of opinions beside red-dwarf; CROWD=DIR, POLIS=DIR"
	@echo "make test-long  ten thousand random programs against clingo, a hundred thousand edits against a rebuild,"
	@echo "                a hundred thousand random meanings said and read again in each language,"
	@echo "                contradictions in a thousand random villages against a search from scratch"
	@echo "make docs    the API reference (DocC) into .build/docs"
	@echo "make format  format the Swift sources in place"
	@echo "make clean   remove what was built (.build, .venv, .venv-peers, .venv-opinions); no village is touched"

setup:
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

setup-peers:
	@scripts/setup.sh peers

# The demonstration lives in a directory of its own and goes when it ends; PORT=8081 and KEEP=DIR change that.
demo: setup
	$(SWIFT) build -c release --product village
	@scripts/fetch-understanding.sh .build/release/village
	.build/release/village demo $(if $(PORT),--port $(PORT)) $(if $(KEEP),--data $(KEEP) --keep)

understanding: setup
	$(SWIFT) build -c release --product village
	scripts/fetch-understanding.sh .build/release/village

test: test-format test-swift test-http test-browser
	@echo "== make test: all suites passed"

test-format: setup-test
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)
	@echo "== format: passed"

# One debug flavour serves the Swift tests and the server that the Python suites drive.
build: setup-test
	$(SWIFT) build --build-tests

test-swift: build
	$(SWIFT) test --skip-build --disable-xctest
	@echo "== swift: passed"

test-http: build
	$(PYTEST) Tests/http
	@echo "== http: passed"

test-browser: build
	$(PYTEST) Tests/browser
	@echo "== browser: passed"

bench: setup-test
	$(SWIFT) build -c release --product village
	.venv/bin/python Benchmarks/bench.py

# All of it takes about half an hour; QUICK=1 takes a look. PARTS="accuracy lesson" and JSON=FILE do what they say.
bench-understanding: setup-peers
	$(SWIFT) build -c release --product village
	@scripts/fetch-understanding.sh .build/release/village
	.venv-peers/bin/python Benchmarks/understanding.py \
	  $(if $(DATA),--data $(DATA)) $(if $(QUICK),--quick) $(if $(JSON),--json $(JSON)) $(PARTS)

bench-reasoning: setup-peers
	$(SWIFT) build -c release --product measure-datalog
	.venv-peers/bin/python Benchmarks/reasoning.py

bench-community: setup-peers
	$(SWIFT) build -c release --product village
	.venv-peers/bin/python Benchmarks/community.py --attacks $(if $(POLIS),--polis $(POLIS)) $(if $(JSON),--json $(JSON))

# Peers that need older versions of what the others use live in an environment of their own.
bench-opinions: setup
	$(SWIFT) build -c release --product village
	python3 -m venv .venv-opinions
	.venv-opinions/bin/pip install -q -r Benchmarks/requirements-opinions.txt
	.venv-opinions/bin/python Benchmarks/opinions.py \
	  $(if $(CROWD),--crowd $(CROWD)) $(if $(POLIS),--polis $(POLIS)) $(if $(QUICK),--quick) $(if $(JSON),--json $(JSON))

test-long: build setup-peers
	.venv-peers/bin/python Tests/DatalogTests/Golden/record.py --count 10000 --seed 2 > .build/programs.jsonl
	VILLAGE_PROGRAMS=$(CURDIR)/.build/programs.jsonl VILLAGE_EDITS=100000 \
	  $(SWIFT) test --skip-build --disable-xctest --filter DatalogTests
	ROUND_TRIPS=100000 $(SWIFT) test --skip-build --disable-xctest --filter RoundTripTests
	VILLAGES=1000 $(SWIFT) test --skip-build --disable-xctest --filter MindPropertyTests
	@echo "== long: passed"

docs: setup
	for target in $(DOCUMENTED); do \
	  $(SWIFT) package --allow-writing-to-directory .build/docs generate-documentation \
	    --target $$target --output-path .build/docs/$$target || exit 1; \
	done
	@echo "docs: .build/docs"

format:
	$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

clean:
	rm -rf .build .venv .venv-peers .venv-opinions .cache/peers
