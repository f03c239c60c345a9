#!/bin/sh
# Sets up what is missing, then starts Stretchbreak:
#     sh packaging/run.sh [stretchbreak arguments]
set -eu

needs_screen() {
    for argument in "$@"; do
        case $argument in -h | --help | --version) return 1 ;; esac
    done
    # The other verbs print, or talk to the program that is running.
    case ${1:-start} in start | -*) return 0 ;; *) return 1 ;; esac
}

here=$(pwd)
cd "$(dirname "$0")/.."
project=$(pwd -P)
. packaging/bootstrap.sh

virtual=
if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] &&
    needs_screen "$@"; then
    virtual=desktop
fi
prepare_system python qt $virtual
if needs_screen "$@"; then prepare_sound sound; fi
prepare_venv run

cd "$here" # file names among the arguments are relative to it
set -- "$project/.venv/bin/stretchbreak" "$@"
[ -z "$virtual" ] || set -- sh "$project/packaging/virtual-desktop.sh" "$@"
exec "$@"
