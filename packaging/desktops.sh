#!/bin/sh
# Tries the program on Wayland desktops that run without a screen, for real:
#     sh packaging/desktops.sh
# It installs them where they are missing, so it is no part of the usual checks.
set -eu
cd "$(dirname "$0")/.."
. packaging/bootstrap.sh
prepare_system python qt desktop test wayland
prepare_venv test

PYTHONPATH=. QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/desktops.py
