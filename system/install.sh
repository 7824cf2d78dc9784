#!/bin/sh
# Installs the Debian or Ubuntu packages that are missing, where it has the rights; else prints the
# one command to run. Words: "run" (to run Convoca), "test" (also the browser), "postgres15".
set -eu

missing="" # what is needed
wished=""  # what it goes without, less well
need() { # package, command that succeeds where it is there already
    sh -c "$2" >/dev/null 2>&1 || missing="$missing $1"
}
wish() { # the same
    sh -c "$2" >/dev/null 2>&1 || wished="$wished $1"
}
offered() { # the first of these packages that the system knows
    for package in "$@"; do
        apt-cache show "$package" >/dev/null 2>&1 && { echo "$package"; return; }
    done
    echo "$1"
}
font='find /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts'
serif="$font -name 'LiberationSerif-Regular.ttf' -path '*liberation2*' -o -name 'Tinos-Regular.ttf' -o -name '[Tt]imes.ttf' | grep -q ."
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-$(sh "$here/python.sh")}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Convoca needs Python 3.11 or newer; here is: $("$python" --version 2>&1)." >&2
    echo "Install one (on Ubuntu 22.04: sudo apt-get install python3.11), then make again." >&2
    exit 1
}
venv=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')

collect() {
    missing=""
    wished=""
    for purpose in "$@"; do
        case $purpose in
        run)
            need "$venv" "$python -c 'import ensurepip, venv'"
            fonts=$(offered fonts-liberation2 fonts-liberation fonts-croscore)
            wish "$fonts" "dpkg -s $fonts || $serif"
            ;;
        test)
            need chromium "command -v chromium"
            # Playwright's program is built on it, and says so nowhere.
            need libatomic1 "ls /usr/lib/*/libatomic.so.1 /usr/lib*/libatomic.so.1 | grep -q ."
            ;;
        postgres15) need postgresql-15 "test -x /usr/lib/postgresql/15/bin/postgres" ;;
        *) echo "unknown: $purpose (known: run test postgres15)" >&2; exit 2 ;;
        esac
    done
}

collect "$@"
[ -n "$missing$wished" ] || exit 0

# Says what is to do, and fails where it cannot go on without.
stop() { # what to do
    if [ -n "$missing" ]; then
        echo "Missing:$missing$wished. $1" >&2
        exit 1
    fi
    echo "Missing:$wished; documents are set in Noto Serif until it is there. $1" >&2
    exit 0
}

command -v apt-get >/dev/null || stop "Install them with this system's own tool."
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo"
elif command -v sudo >/dev/null; then
    stop "Run this once, then the same make command again:
    sudo sh '$here/install.sh' $*"
else # a root's own PATH, without which packages are not set up
    stop "Run this once, then the same make command again:
    su -l -c \"sh '$here/install.sh' $*\""
fi

$as_root apt-get update -qq || true # one source out of reach says nothing of the others
collect "$@" # now that the lists are there, the names are known
missing="$missing$wished"
for package in $missing; do
    apt-cache show "$package" >/dev/null 2>&1 || {
        echo "This system offers no package $package; install it in another way, then make again." >&2
        exit 1
    }
done
echo "Installing:$missing"
quiet=/etc/postgresql-common/createcluster.d/convoca-no-cluster.conf
case $missing in *postgresql*)
    # The server's programs are wanted, not a server that starts by itself.
    $as_root mkdir -p "$(dirname $quiet)"
    echo "create_main_cluster = false" | $as_root tee $quiet >/dev/null
    ;;
esac
# shellcheck disable=SC2086 # one word for each package
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 $missing >/dev/null
$as_root rm -f $quiet
