#!/bin/sh
# Sets up what is missing, then checks everything:
#     sh packaging/test.sh [pytest arguments]
set -eu

stage() { # NAME COMMAND...
    name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || {
        status=$?
        say "$name failed."
        exit "$status"
    }
}

cd "$(dirname "$0")/.."
. packaging/bootstrap.sh
prepare_system python qt desktop test
prepare_sound sound sound-server
prepare_venv test

stage format .venv/bin/ruff format --check .
stage lint .venv/bin/ruff check .
stage types .venv/bin/mypy
stage imports .venv/bin/lint-imports --no-logo
# A test that needs a real screen starts one of its own. Half of the time is waiting for
# such desktops, so several processes share the work; more than four starve the sound.
stage tests env QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest \
    -n auto --maxprocesses 4 --dist worksteal "$@"
