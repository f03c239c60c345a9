#!/bin/sh
# Runs a command on a desktop of its own, for a machine without a screen: a virtual
# screen, a window manager, a tray and, where there is none, a session bus.
#     sh packaging/virtual-desktop.sh COMMAND [ARGUMENT...]
set -eu

say() { printf 'stretchbreak: %s\n' "$*" >&2; }

fail() {
    say "$@"
    cat "$scratch/log" >&2
    exit 1
}

helpers=
scratch=$(mktemp -d)
: >"$scratch/log"

clean_up() {
    # shellcheck disable=SC2086 # a list of process ids
    [ -z "$helpers" ] || { kill $helpers 2>/dev/null; wait $helpers; } || :
    rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

start() { # COMMAND...: runs beside us
    "$@" </dev/null >>"$scratch/log" 2>&1 &
    helpers="$helpers $!"
}

start_and_ask() { # COMMAND...: the same, and reads what it says on descriptor 3
    mkfifo "$scratch/answer"
    start sh -c 'exec "$@" 3>"$0"' "$scratch/answer" "$@"
    # Blocks until it is ready, and ends at once if it dies.
    read -r answer <"$scratch/answer" || fail "$1 did not start:"
    rm "$scratch/answer"
}

start_screen() {
    export XAUTHORITY="$scratch/Xauthority"
    : >"$XAUTHORITY"
    cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    # The server takes its cookie whatever display the file gives it for.
    xauth -q add :0 . "$cookie"
    start_and_ask Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp \
        -auth "$XAUTHORITY"
    export DISPLAY=":$answer"
    xauth -q add "$DISPLAY" . "$cookie"
}

start_bus() {
    start_and_ask dbus-daemon --session --nofork --nopidfile --print-address=3
    export DBUS_SESSION_BUS_ADDRESS="$answer"
}

start_tray() {
    start trayer --edge bottom --align right --widthtype request --height 24
    timeout 5 xdotool search --sync --onlyvisible --class trayer >/dev/null ||
        fail 'trayer did not start:'
}

start_screen
[ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || start_bus
start openbox
start_tray

say "no screen here, so this runs on a virtual one. To take a picture of it:
    DISPLAY=$DISPLAY XAUTHORITY=$XAUTHORITY scrot picture.png"

"$@" <&0 &
command=$!
trap 'kill "$command" 2>/dev/null || :' HUP INT TERM
status=0
wait "$command" || status=$?
# A signal cuts wait short; the trap has passed it on, so wait for the end itself.
while kill -0 "$command" 2>/dev/null; do
    status=0
    wait "$command" || status=$?
done
exit "$status"
