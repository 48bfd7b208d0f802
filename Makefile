# Two commands: `make run` sets up and opens ikusei, `make test` sets up and passes every check and test.
# uv is used where it is there; otherwise venv and pip, with nothing installed outside .venv.

PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)
ARGS ?=

# What the tests run besides Python. OpenSSH's own programs have the last word on what ikusei signs and checks, so nothing
# passes here without them: a run that leaves them out would be green and say nothing about a forged signature.
PROGRAMS := bash setpriv ssh ssh-add ssh-agent ssh-keygen /usr/sbin/sshd localedef
FILES := /usr/share/i18n/locales/ja_JP /usr/share/zoneinfo/Asia/Pyongyang

.PHONY: run demo test needs lint types layers deps content docs tests bench archive clean

run: .venv/.runs
	@$(BIN)/ikusei $(ARGS)

demo: .venv/.runs
	@$(BIN)/ikusei --demo $(ARGS)

test: needs lint types layers deps content docs tests

needs:
	@missing=; \
	for each in $(PROGRAMS); do command -v "$$each" >/dev/null || missing="$$missing $$each"; done; \
	for each in $(FILES); do [ -e "$$each" ] || missing="$$missing $$each"; done; \
	if [ -n "$$missing" ]; then \
		echo "the tests need what isn't here:$$missing" >&2; \
		echo "on Debian, as root:" >&2; \
		while read -r line; do case $$line in "apt install "*) echo "$$line" >&2; break;; esac; done <README.md; \
		exit 1; \
	fi

lint: .venv/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.tests
	$(BIN)/mypy

layers: .venv/.tests
	$(BIN)/lint-imports

deps: .venv/.tests
	$(BIN)/deptry --no-ansi tui
	$(BIN)/deptry --no-ansi --non-dev-dependency-groups dev,archive tui benchmarks scripts tests $(wildcard tests/*/)

content: .venv/.tests
	$(BIN)/ikusei content check content

docs: .venv/.tests
	$(BIN)/python scripts/make_docs.py --check

tests: needs .venv/.tests
	$(BIN)/python -m pytest -n 4 --dist loadfile

bench: .venv/.tests
	$(BIN)/python -m benchmarks

# KEY=~/.ssh/id_ed25519 signs it, OUT=DIR puts it elsewhere.
OUT ?= dist
archive: .venv/.tests
	@$(BIN)/python scripts/make_archive.py --out "$(OUT)" $(if $(KEY),--key "$(KEY)")

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "ikusei needs Python 3.11 or newer; name one with: make run PYTHON=/path/to/python3.12" >&2; exit 1; }
ifdef UV
	$(UV) venv --quiet --seed --python "$(PYTHON)" .venv
else
	$(PYTHON) -m venv .venv \
		|| { echo "python3 -m venv failed; on Debian: apt install python3-venv" >&2; rm -rf .venv; exit 1; }
endif

# Without byte code every start takes 2.5 times as long, and a user who can't write to .venv never gets it.
.venv/.runs: pyproject.toml | .venv/bin/python
ifdef UV
	$(UV) pip install --quiet --python $(BIN)/python --compile-bytecode --editable .
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --compile --editable .
endif
	@$(BIN)/python -m compileall -q tui
	@touch $@

.venv/.tests: .venv/.runs
ifdef UV
	$(UV) pip install --quiet --python $(BIN)/python --compile-bytecode --group dev
else
	$(BIN)/python -m pip install --quiet --group dev
endif
	@touch $@
