# shellcheck shell=sh
# Brings a bare machine to a working .venv. Sourced, from the project's folder.
# Where everything is there already it asks for nothing and touches no network.

# PySide6's own upper bound; uv fetches a Python where the system has none such.
PYTHON='>=3.11,<3.15'

say() { printf 'stretchbreak: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Found by soname and by command, since package names differ between distributions.
QT_LIBRARIES='libEGL.so.1 libGL.so.1 libX11.so.6 libX11-xcb.so.1 libdbus-1.so.3
    libfontconfig.so.1 libfreetype.so.6 libglib-2.0.so.0 libgssapi_krb5.so.2
    libbrotlidec.so.1 libxkbcommon.so.0 libxkbcommon-x11.so.0 libxcb-cursor.so.0
    libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-randr.so.0
    libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-sync.so.1 libxcb-xfixes.so.0
    libxcb-xkb.so.1 libwayland-client.so.0 libwayland-cursor.so.0
    libwayland-egl.so.1'
# What Qt's audio needs beside those, and the service that speaks.
SOUND_LIBRARIES='libpulse.so.0 libspeechd.so.2 libXext.so.6 libXrandr.so.2
    libdrm.so.2'
DESKTOP_COMMANDS='Xvfb xauth dbus-daemon dbus-run-session openbox trayer xdotool
    scrot xprop xrandr'
# What the tests look at besides: a window that fills the screen, a microphone.
TEST_COMMANDS='xterm pulseaudio pactl parec'
WAYLAND_COMMANDS='mutter kwin_wayland sway gsettings'
# These are no commands, and each distribution has a place for them: what shows
# notifications, and the bus that screen readers listen on.
NOTIFIERS='/usr/lib/notification-daemon/notification-daemon
    /usr/libexec/notification-daemon
    /usr/lib/notification-daemon-1.0/notification-daemon'
READER_BUSES='/usr/libexec/at-spi-bus-launcher
    /usr/lib/at-spi2-core/at-spi-bus-launcher /usr/lib/at-spi-bus-launcher'

lacking() { # GROUP: prints what is not there, a line each
    case $1 in
        python)
            [ -x "$(uv_path)" ] || python3 -c 'import ensurepip, venv' 2>/dev/null ||
                echo python3-venv
            ;;
        qt)
            # shellcheck disable=SC2086 # a list, here and below
            lacking_libraries $QT_LIBRARIES
            ;;
        sound)
            # shellcheck disable=SC2086
            lacking_libraries $SOUND_LIBRARIES
            have speech-dispatcher || echo speech-dispatcher
            # The one that speaks for it, wherever the distribution puts it.
            modules=speech-dispatcher-modules
            for file in /usr/lib*/"$modules"/sd_espeak-ng \
                /usr/lib/*/"$modules"/sd_espeak-ng; do
                [ ! -e "$file" ] || return 0
            done
            echo sd_espeak-ng
            ;;
        # Beside PipeWire none is installed: it would take the desktop's sound over.
        sound-server) have pulseaudio || have pipewire || echo pulseaudio ;;
        desktop)
            for name in $DESKTOP_COMMANDS; do have "$name" || echo "$name"; done
            # The tests measure text, which takes one font that all machines have.
            [ -n "$(find /usr/share/fonts -name DejaVuSans.ttf 2>/dev/null)" ] ||
                echo DejaVuSans.ttf
            ;;
        test)
            for name in $TEST_COMMANDS; do have "$name" || echo "$name"; done
            # shellcheck disable=SC2086
            one_of $NOTIFIERS || echo notification-daemon
            # shellcheck disable=SC2086
            one_of $READER_BUSES || echo at-spi-bus-launcher
            ;;
        wayland)
            for name in $WAYLAND_COMMANDS; do have "$name" || echo "$name"; done
            ;;
    esac
}

lacking_libraries() { # SONAME...: prints what is not there, a line each
    # Users often lack /sbin. Without ldconfig there is no list to look in.
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    for soname in "$@"; do
        case $known in *"$soname "*) ;; *) echo "$soname" ;; esac
    done
}

one_of() { # PATH...: whether one of these programs is there
    for path in "$@"; do [ ! -x "$path" ] || return 0; done
    return 1
}

# No ca-certificates: reinstalling it would rewrite a machine's own bundle.
packages() { # MANAGER GROUP
    case $1-$2 in
        apt-python) echo python3-venv ;;
        apt-qt)
            echo libegl1 libgl1 libx11-6 libx11-xcb1 libdbus-1-3 libfontconfig1 \
                libfreetype6 libglib2.0-0 libgssapi-krb5-2 libbrotli1 libxkbcommon0 \
                libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 \
                libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
                libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 \
                libwayland-cursor0 libwayland-egl1 fonts-dejavu-core
            ;;
        apt-desktop)
            echo xvfb xauth dbus openbox trayer xdotool scrot x11-utils \
                x11-xserver-utils fonts-dejavu-core
            ;;
        apt-sound)
            echo libpulse0 libspeechd2 libxext6 libxrandr2 libdrm2 \
                speech-dispatcher speech-dispatcher-espeak-ng
            ;;
        apt-sound-server) echo pulseaudio pulseaudio-utils ;;
        apt-test)
            echo xterm pulseaudio pulseaudio-utils notification-daemon at-spi2-core
            ;;
        apt-wayland)
            echo mutter kwin-wayland sway libglib2.0-bin dconf-service \
                dconf-gsettings-backend gsettings-desktop-schemas
            ;;
        dnf-python) echo python3 ;;
        dnf-qt)
            echo mesa-libEGL mesa-libGL libX11 libX11-xcb dbus-libs fontconfig \
                freetype glib2 krb5-libs libbrotli libxkbcommon libxkbcommon-x11 \
                libxcb xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms \
                xcb-util-renderutil libwayland-client libwayland-cursor \
                libwayland-egl dejavu-sans-fonts
            ;;
        dnf-desktop)
            echo xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon openbox trayer \
                xdotool scrot xprop xrandr dejavu-sans-fonts
            ;;
        dnf-sound)
            echo pulseaudio-libs speech-dispatcher-libs libXext libXrandr libdrm \
                speech-dispatcher speech-dispatcher-espeak-ng
            ;;
        dnf-sound-server) echo pulseaudio pulseaudio-utils ;;
        dnf-test)
            echo xterm pulseaudio pulseaudio-utils notification-daemon at-spi2-core
            ;;
        dnf-wayland)
            echo mutter kwin-wayland sway glib2 dconf gsettings-desktop-schemas
            ;;
        pacman-python) echo python ;;
        pacman-qt)
            echo libglvnd mesa libx11 dbus fontconfig freetype2 glib2 krb5 brotli \
                libxkbcommon libxkbcommon-x11 libxcb xcb-util-cursor xcb-util-wm \
                xcb-util-image xcb-util-keysyms xcb-util-renderutil wayland \
                ttf-dejavu
            ;;
        pacman-desktop)
            echo xorg-server-xvfb xorg-xauth dbus openbox trayer xdotool scrot \
                xorg-xprop xorg-xrandr ttf-dejavu
            ;;
        pacman-sound)
            echo libpulse libxext libxrandr libdrm speech-dispatcher espeak-ng
            ;;
        pacman-sound-server) echo pulseaudio ;;
        pacman-wayland)
            echo mutter kwin sway glib2 dconf gsettings-desktop-schemas
            ;;
        pacman-test) echo xterm pulseaudio libpulse notification-daemon at-spi2-core ;;
    esac
}

install_command() { # GROUP...
    if have apt-get; then
        manager=apt
        # ";" since one unreachable source must not stop the others.
        line='apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install'
        line="$line -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120"
    elif have dnf; then
        manager=dnf
        line='dnf install -y -q'
    elif have pacman; then
        manager=pacman
        line='pacman -S --needed --noconfirm'
    else
        fail 'no apt-get, dnf or pacman here: install these, then try again.'
    fi
    for group in "$@"; do line="$line $(packages "$manager" "$group")"; done
    echo "$line"
}

prepare_system() { # GROUP...
    [ "$(uname -s)" = Linux ] || return 0
    groups=
    missing=
    for group in "$@"; do
        parts=$(lacking "$group")
        if [ -n "$parts" ]; then
            groups="$groups $group"
            missing="$missing $parts"
        fi
    done
    [ -n "$groups" ] || return 0
    # shellcheck disable=SC2086 # lists, here and below
    say missing on this machine: $missing
    # shellcheck disable=SC2086
    install=$(install_command $groups)
    if [ "$(id -u)" -eq 0 ]; then
        sh -c "$install" >/dev/null || fail "this failed: $install"
    elif have sudo; then
        say "needs administrator rights for: $install"
        sudo sh -c "$install" >/dev/null || fail "this failed as root: $install"
    else
        fail "run this as root, then try again:
$install"
    fi
    # shellcheck disable=SC2086
    for group in $groups; do
        parts=$(lacking "$group")
        [ -z "$parts" ] || fail "still missing after $install:" $parts
    done
}

prepare_sound() { # GROUP...: without it, sessions are silent, and say so
    # In a shell of its own, so that only that one ends where it fails.
    (prepare_system "$@") || say 'going on without sound.'
}

uv_path() {
    version=$(sed -n 's/^uv==\([0-9.]*\).*/\1/p' packaging/requirements-uv.txt)
    echo "${XDG_CACHE_HOME:-$HOME/.cache}/stretchbreak-setup/uv-$version/bin/uv"
}

find_uv() {
    UV=$(uv_path)
    [ ! -x "$UV" ] || return 0
    say 'fetching uv'
    # Not in .venv, where uv removes whatever is not among the pins.
    tools=${UV%/bin/uv}
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
        --only-binary :all: -r packaging/requirements-uv.txt
}

prepare_venv() { # run or test
    pins=packaging/requirements.txt
    # The tests' packages, once there, stay: starting the program takes none away.
    if [ "$1" = test ] || [ -x .venv/bin/pytest ]; then
        pins=packaging/requirements-test.txt
    fi
    # The place counts too, since a .venv cannot be moved.
    place=$(pwd -P)
    stamp="$place $(cat "$pins" pyproject.toml | cksum)"
    found=$(cat .venv/made-from 2>/dev/null) || found=
    [ -x .venv/bin/python ] || found=
    [ "$found" != "$stamp" ] || return 0

    find_uv
    say 'preparing .venv'
    case $found in
        "$place "*) ;;
        *) "$UV" venv --quiet --clear --python "$PYTHON" .venv ;;
    esac
    echo "$place unfinished" >.venv/made-from
    "$UV" pip sync --quiet --python .venv --require-hashes --compile-bytecode "$pins"
    # The build backend is among the pins: nothing is fetched for this.
    "$UV" pip install --quiet --python .venv --offline --no-deps \
        --no-build-isolation --editable .
    echo "$stamp" >.venv/made-from
}
