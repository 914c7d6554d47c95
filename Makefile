# Everything is set up by the first target that needs it. `make` alone lists the targets.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
VENV_QGIS := .venv-qgis
PYTHON := $(VENV)/bin/python
UV := .tools/bin/uv
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# `env` after sudo, which would drop the variable: no package may stop for a question.
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get
RASTER ?=
PHRASE ?=
OUTPUT ?= demo-out
export RASTER PHRASE OUTPUT  # read by the shell, so that they may hold quotes
CHROOTS ?= .chroots
SUITES ?= trixie forky
ifdef CI
PYTEST_FLAGS := --durations=15
endif

.PHONY: help
help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*##/\1\t/' | expand -t 12

.PHONY: setup
setup: $(VENV)/.ready  ## Make the worker's environment, with the command line .venv/bin/rrsis

$(UV):
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { \
	  $(APT) update -q; $(APT) install -yq --no-install-recommends python3-venv; }
	python3 -m venv .tools
	.tools/bin/python -m pip install -q 'uv>=0.8,<1'

# Links, not copies, where the cache and the project are on one disk: PyTorch alone is some gigabytes.
$(VENV)/.ready: rrsis_core/worker/requirements.txt rrsis_core/worker/requirements-test.txt rrsis_core/worker/requirements-cluster.txt pyproject.toml $(UV)
	[ -x $(PYTHON) ] || $(UV) venv -q --python '>=3.11,<3.15' $(VENV)
	$(UV) pip install -q --python $(PYTHON) $(TORCH_BACKEND) -r rrsis_core/worker/requirements.txt -r rrsis_core/worker/requirements-cluster.txt -r rrsis_core/worker/requirements-test.txt
	$(UV) pip install -q --python $(PYTHON) --no-deps -e .
	touch $@

.PHONY: qgis
qgis: $(VENV_QGIS)/.ready  ## Install QGIS and make the environment in which its tests run

$(VENV_QGIS)/.ready: requirements-qgis.txt $(UV)
	@{ command -v qgis_process || command -v qgis_process.bin; } >/dev/null && command -v xauth >/dev/null || { \
	  echo "Installing QGIS from the system's packages …"; \
	  $(APT) update -q; \
	  $(APT) install -yq --no-install-recommends qgis python3-qgis xvfb xauth; }
	@/usr/bin/python3 -c 'import qgis.core' || { echo "QGIS's Python module is missing: install the package python3-qgis." >&2; exit 1; }
	[ -x $(VENV_QGIS)/bin/python ] || $(UV) venv -q --python /usr/bin/python3 --system-site-packages $(VENV_QGIS)
	$(UV) pip install -q --python $(VENV_QGIS)/bin/python -r requirements-qgis.txt
	touch $@

.PHONY: demo
demo: setup qgis  ## Find objects by phrase through qgis_process; RASTER=ortho.tif PHRASE="the red roofs" takes your own
	$(PYTHON) -m resources.demo.run --output "$$OUTPUT" $${RASTER:+--raster "$$RASTER"} $${PHRASE:+--phrase "$$PHRASE"}

.PHONY: test
test: test-core test-plugin  ## Set up what is missing and pass all tests

# A landing opens the evaluation's report in a browser; elsewhere the one that is there is used, or the test says that it was skipped.
.PHONY: browser
browser:
ifdef CI
	@command -v chromium >/dev/null || { $(APT) update -q && $(APT) install -yq --no-install-recommends chromium; } >/dev/null 2>&1 || \
	  echo "No Chromium could be installed: the report will not be opened in a browser." >&2
endif

.PHONY: test-core
# The tests of the builder need uv.
test-core: export PATH := $(PATH):$(abspath .tools/bin)
test-core: setup qgis browser  # PyQt6 needs the libraries of the system that QGIS brings
	$(PYTHON) -m pytest tests --ignore=tests/plugin $(PYTEST_FLAGS)

.PHONY: test-plugin
test-plugin: setup qgis
	QT_QPA_PLATFORM=offscreen RRSIS_PYTHON=$(abspath $(PYTHON)) $(VENV_QGIS)/bin/python -m pytest tests/plugin $(PYTEST_FLAGS)

.PHONY: matrix
matrix:  ## Pass the plugin's tests in QGIS 3.40 and 3.44 too, in chroots that stay in CHROOTS=.chroots
	$(SUDO) $(and $(SUDO),-E) unshare --mount python3 scripts/matrix.py '$(CHROOTS)' $(SUITES:%=--suite=%) \
	  $(and $(TORCH_BACKEND),'TORCH_BACKEND=$(TORCH_BACKEND)') $(and $(PYTEST_FLAGS),'PYTEST_FLAGS=$(PYTEST_FLAGS)')

.PHONY: lint
lint: setup docs  ## ruff, mypy --strict, the light ring's Python 3.9, and the pages of docs/
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest -q tests/test_architecture.py -k 'light or metadata'

.PHONY: docs
docs: $(VENV)/.docs  ## Build the pages of docs/ into site/; a warning, such as a broken link, is an error
	$(PYTHON) -m mkdocs build --strict --config-file docs/mkdocs/mkdocs.yml

$(VENV)/.docs: docs/mkdocs/requirements.txt $(VENV)/.ready
	$(UV) pip install -q --python $(PYTHON) -r docs/mkdocs/requirements.txt
	touch $@

.PHONY: metadata
metadata: setup  ## Carry the publisher's name and addresses from pyproject.toml to metadata.txt
	$(PYTHON) -m scripts.metadata

.PHONY: translations
translations: setup  ## Collect what the plugin shows into resources/i18n/*.ts, and say what is untranslated
	$(PYTHON) -m scripts.translations

.PHONY: package
package: setup  ## Write dist/rrsis.zip for QGIS's plugin manager
	$(PYTHON) -m scripts.package

.PHONY: gate
gate: setup  ## Build the zip and hold it against the gate of QGIS's plugin repository
	$(PYTHON) -m scripts.gate

.PHONY: clean
clean:  ## Delete what runs leave behind, but not the environments
	rm -rf demo-out dist build site .pytest_cache .mypy_cache .ruff_cache *.egg-info
