#!/bin/sh
# Renews the pins after a change in pyproject.toml; with --upgrade, all of them:
#     sh packaging/lock.sh [--upgrade]
set -eu
cd "$(dirname "$0")/.."
. packaging/bootstrap.sh

# For every platform, and without addresses: where from is the machine's business.
compile() {
    "$UV" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@"
}

find_uv
compile "$@" --extra voice --group build pyproject.toml -o packaging/requirements.txt
compile "$@" --extra voice --group build --group test pyproject.toml \
    -c packaging/requirements.txt -o packaging/requirements-test.txt
echo uv | compile "$@" - -o packaging/requirements-uv.txt
