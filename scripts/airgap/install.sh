#!/bin/sh
# Installs ikusei from the folder that this file lies in, without a network. Needs Python 3.11 or newer with its venv.
# Everything is in functions that the last line calls: of a file that was cut short, nothing runs.
set -eu

say() { # the sentence in Japanese, then in English
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        ja*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$2" ;;
    esac
}

die() {
    say "$1" "$2" >&2
    exit 1
}

usage() {
    say "使い方: sh install.sh [--uninstall] --user
       sh install.sh [--uninstall] --prefix DIR

--user は自分のホームに (${1}、~/.local/bin/ikusei)、--prefix は DIR/lib/ikusei と DIR/bin/ikusei に入れます。
使う Python は PYTHON=/path/to/python3 で指定できます。" \
        "Usage: sh install.sh [--uninstall] --user
       sh install.sh [--uninstall] --prefix DIR

--user installs into your home (${1}, ~/.local/bin/ikusei), --prefix into DIR/lib/ikusei and DIR/bin/ikusei.
PYTHON=/path/to/python3 names the Python to use."
}

# Sets python: the one that PYTHON names, else the first on the PATH that is new enough.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        is_new_enough "$PYTHON" || die \
            "$PYTHON は Python 3.11 以降ではないか、venv がありません。PYTHON= に別の Python を指定してください。" \
            "$PYTHON isn't Python 3.11 or newer, or has no venv; name another one with PYTHON=."
        python=$PYTHON
        return
    fi
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        is_new_enough "$python" && return
    done
    die "Python 3.11 以降 (venv つき) が PATH にありません。PYTHON=/path/to/python3 で指定してください。" \
        "There is no Python 3.11 or newer with venv on the PATH; name one with PYTHON=/path/to/python3."
}

is_new_enough() {
    "$1" -I -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

check_files() {
    changed=$("$python" -I - "$here" 2>&1 <<'PYTHON_END'
import hashlib, pathlib, sys

here = pathlib.Path(sys.argv[1])
for line in (here / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
    digest, name = line.split("  ", 1)
    path = here / name
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        print(name)
PYTHON_END
    ) || die "$here/SHA256SUMS が読めません。アーカイブをもう一度展開してください。" \
        "$here/SHA256SUMS can't be read; unpack the archive again."
    [ -z "$changed" ] || die \
        "SHA256SUMS と合わないため、何も入れませんでした: $changed。アーカイブの署名を確かめ、もう一度展開してください。" \
        "Nothing was installed, as these files don't match SHA256SUMS: $changed; check the archive's signature and unpack it again."
}

# What others than root can't reach isn't an installation for everybody.
check_reach() {
    [ "$(id -u)" = 0 ] || return 0
    closed=$("$python" -I -c '
import os, pathlib, sys
path = pathlib.Path(os.path.realpath(sys.executable))
print(next((str(each) for each in path.parents if not each.stat().st_mode & 1), ""))')
    [ -z "$closed" ] || say \
        "注意: この Python は $closed の中にあり、ほかのアカウントからは使えません。PYTHON=/usr/bin/python3 のように指定して入れ直してください。" \
        "Note: this Python lies in $closed, which other accounts can't enter; install again with one such as PYTHON=/usr/bin/python3." >&2
}

# Only what this script made is replaced or removed.
check_place() {
    if [ -e "$link" ] || [ -L "$link" ]; then
        case $(readlink "$link" || :) in
            "$program"/*) ;;
            *) die "$link は別の方法で入れたものです。先にそちらを取り除くか、--prefix で別の場所を指定してください。" \
                "$link was installed another way; remove that first, or name another place with --prefix." ;;
        esac
    fi
    if [ -e "$program" ] && [ ! -f "$program/install.sh" ]; then
        die "$program はこのインストーラーが作ったものではないため、触れません。--prefix で別の場所を指定してください。" \
            "$program was not made by this installer and is left alone; name another place with --prefix."
    fi
}

install() {
    find_python
    check_files
    check_place
    $for_all && check_reach
    version=$(sed -n 's/^ikusei==\([^ ]*\) .*/\1/p' "$here/requirements.txt")
    before=$(readlink "$link" || :)
    before=${before%/bin/ikusei}
    mkdir -p "$program" "$bin" 2>/dev/null && [ -w "$program" ] && [ -w "$bin" ] || die \
        "$program か $bin に書きこめません。書きこめる場所を指定するか、root で実行してください。" \
        "$program or $bin can't be written to; name a place that you can write to, or run this as root."
    cp "$here/install.sh" "$program/.install.sh"
    mv "$program/.install.sh" "$program/install.sh"
    new=$(mktemp -d "$program/$version.XXXXXX")
    trap 'rm -rf "$new"' EXIT
    trap 'exit 1' HUP INT TERM
    $for_all && chmod 755 "$new"
    fill "$new" || die \
        "入れられませんでした。理由は上にあります。前の版があれば、そのまま使えます。" \
        "It could not be installed, for the reason above; the version before, if there was one, still works."
    # The link changes in one step, and only now: until here the version before is whole, and afterwards this one is.
    ln -s "$new/bin/ikusei" "$bin/.ikusei.$$"
    mv -f "$bin/.ikusei.$$" "$link"
    trap - EXIT HUP INT TERM
    remove_older
    say "ikusei $version を入れました: $link" "ikusei $version is installed: $link"
    case ":$PATH:" in
        *":$bin:"*) ;;
        *) say "$bin は PATH にありません。シェルの設定で PATH に加えてください。" \
            "$bin isn't on your PATH; add it in your shell's settings." ;;
    esac
}

fill() {
    # pip runs out of its own wheel: Debian's python3 has no pip. Neither settings nor a cache of pip's are used, and
    # SOURCE_DATE_EPOCH would make byte code that is checked against its source at every start.
    unset SOURCE_DATE_EPOCH
    set -- "$1" "$here"/wheels/pip-*.whl
    "$python" -I -m venv --without-pip "$1" &&
        PIP_CONFIG_FILE=/dev/null "$1/bin/python" -I "$2/pip" --isolated --quiet --no-cache-dir \
            --disable-pip-version-check install --compile --no-index --find-links "$here/wheels" --require-hashes \
            --requirement "$here/requirements.txt" &&
        "$1/bin/ikusei" --version >/dev/null
}

# An ikusei that is open goes on in the version before, so that one stays until the next upgrade.
remove_older() {
    for folder in "$program"/*/; do
        case ${folder%/} in
            "$new" | "$before") ;;
            *) rm -rf "$folder" ;;
        esac
    done
}

uninstall() {
    if [ ! -e "$program" ] && [ ! -L "$link" ]; then
        die "$program に ikusei はありません。入れたときと同じ --user か --prefix を指定してください。" \
            "There is no ikusei in $program; give the --user or --prefix that it was installed with."
    fi
    check_place
    { rm -f "$link" && rm -rf "$program"; } || die \
        "取り除けません。入れたときと同じアカウントで実行してください。" \
        "It can't be removed; run this from the account that installed it."
    if $for_all; then
        say "ikusei を取り除きました。各自の台帳と設定は、それぞれのホームに残っています。" \
            "ikusei is removed; everybody's journal and settings stay in their own home."
    else
        say "ikusei を取り除きました。台帳と設定は $data/ikusei に残っています。" \
            "ikusei is removed; your journal and settings stay in $data/ikusei."
    fi
}

main() {
    unset CDPATH
    case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
    here=$(cd "$here" && pwd)
    data=${XDG_DATA_HOME:-}
    case $data in /*) ;; *) data=${HOME:-}/.local/share ;; esac # a relative one doesn't count, says its standard
    action=install place='' prefix=''
    while [ $# -gt 0 ]; do
        case $1 in
            --user) place=$place-user ;;
            --prefix) place=$place-prefix prefix=${2:-} && [ $# -gt 1 ] && shift ;;
            --prefix=*) place=$place-prefix prefix=${1#--prefix=} ;;
            --uninstall) action=uninstall ;;
            --help | -h) usage "$data/ikusei/program" && exit 0 ;;
            *) place=wrong ;;
        esac
        shift
    done
    case $place:$prefix in
        -user:)
            [ -n "${HOME:-}" ] || die "HOME が設定されていません。設定するか、--prefix を使ってください。" \
                "HOME isn't set; set it, or use --prefix."
            for_all=false program=$data/ikusei/program bin=$HOME/.local/bin
            umask 077 # the journal lies beside the program, and ikusei gives its folder to nobody else
            ;;
        -prefix:?*)
            case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
            prefix=${prefix%/}
            for_all=true program=$prefix/lib/ikusei bin=$prefix/bin
            umask 022 # others use it, too, whatever the umask of who installs
            ;;
        *)
            usage "$data/ikusei/program" >&2
            exit 2
            ;;
    esac
    link=$bin/ikusei
    "$action"
}

main "$@"
