#!/bin/sh
# Installs the Debian or Ubuntu packages that are missing, where it has the rights; else prints the
# one command to run. Words: "run" (to run Convoca), "test" (also the browser), "postgres15".
set -eu

missing=""
need() { # package, command that succeeds where it is there already
    sh -c "$2" >/dev/null 2>&1 || missing="$missing $1"
}
offered() { # the first of these packages that the system knows
    for package in "$@"; do
        apt-cache show "$package" >/dev/null 2>&1 && { echo "$package"; return; }
    done
    echo "$1"
}
font='find /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts'
serif="$font -name 'LiberationSerif-Regular.ttf' -path '*liberation2*' -o -name 'Tinos-Regular.ttf' -o -name '[Tt]imes.ttf' | grep -q ."
python=${PYTHON:-python3}

collect() {
    missing=""
    for purpose in "$@"; do
        case $purpose in
        run)
            need python3-venv "$python -c 'import ensurepip, venv'"
            fonts=$(offered fonts-liberation2 fonts-liberation fonts-croscore)
            need "$fonts" "dpkg -s $fonts || $serif"
            ;;
        test) need chromium "command -v chromium" ;;
        postgres15) need postgresql-15 "test -x /usr/lib/postgresql/15/bin/postgres" ;;
        *) echo "unknown: $purpose (known: run test postgres15)" >&2; exit 2 ;;
        esac
    done
}

collect "$@"
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null || {
    echo "Missing:$missing (names of Debian packages). Install them with this system's own tool." >&2
    exit 1
}
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "Missing:$missing. Run this once, then the same make command again:" >&2
    echo "    sudo sh system/install.sh $*" >&2
    exit 1
fi

echo "Installing:$missing"
$as_root apt-get update -q >/dev/null
collect "$@" # now that the lists are there, the names are known
quiet=/etc/postgresql-common/createcluster.d/convoca-no-cluster.conf
case $missing in *postgresql*)
    # The server's programs are wanted, not a server that starts by itself.
    $as_root mkdir -p "$(dirname $quiet)"
    echo "create_main_cluster = false" | $as_root tee $quiet >/dev/null
    ;;
esac
# shellcheck disable=SC2086 # one word for each package
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing
$as_root rm -f $quiet
