#!/usr/bin/env bash
# The test command of the README on another Debian, in a chroot that has what the README names and nothing else.
#   scripts/other_debian.sh SUITE            as an ordinary user
#   scripts/other_debian.sh --root SUITE     as root
# SUITE is bookworm, trixie, forky, sid. Needs root and debootstrap. Of the environment: MIRROR (otherwise the Debian mirror that apt
# uses here), CHROOT (a folder that is kept and used again; otherwise a temporary one).
set -euo pipefail
cd "$(dirname "$0")/.."

as=tester
if [[ ${1:-} == --root ]]; then as=root; shift; fi
if (($# != 1)) || [[ $1 == -* ]]; then sed -n '2,6s/^# //p' "$0" >&2; exit 2; fi
suite=$1
((EUID == 0)) || { echo "other_debian.sh: debootstrap and chroot need root" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "other_debian.sh: apt install debootstrap" >&2; exit 2; }

# Mounts and processes of the tests live in namespaces of their own, so that nothing of them is left, however this ends.
if [[ -z ${IKUSEI_IN_NAMESPACE:-} ]]; then
    kept=${CHROOT:-}
    chroot=${kept:-$(mktemp -d --tmpdir=/var/tmp ikusei-"$suite".XXXXXX)}
    [[ -n $kept ]] || trap 'rm -rf --one-file-system "$chroot"' EXIT
    option=(); [[ $as == tester ]] || option=(--root)
    IKUSEI_IN_NAMESPACE=1 CHROOT=$chroot unshare --mount --pid --fork --kill-child "$0" "${option[@]}" "$suite"
    exit
fi

if [[ ! -e $CHROOT/etc/debian_version ]]; then
    mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | awk '!/security/ && !n++')}
    [[ -n $mirror ]] || { echo "other_debian.sh: apt knows no Debian mirror here; run apt-get update, or set MIRROR" >&2; exit 2; }
    # A suite that is newer than the debootstrap of this machine is made as sid is.
    script=$suite; [[ -e /usr/share/debootstrap/scripts/$suite ]] || script=sid
    debootstrap --variant=minbase "$suite" "$CHROOT" "$mirror" "$script" >"$CHROOT.log" 2>&1 || { tail "$CHROOT.log" >&2; exit 1; }
    rm "$CHROOT.log"
fi
mount -t proc proc "$CHROOT/proc"
mount --rbind /dev "$CHROOT/dev"
# Terminals of its own, which belong to the group tty as on a real Debian: an ordinary user's sshd ends where they don't.
mount -t devpts -o newinstance,gid=5,mode=620,ptmxmode=666 devpts "$CHROOT/dev/pts"
mount --bind "$CHROOT/dev/pts/ptmx" "$CHROOT/dev/ptmx"
mount -t tmpfs -o mode=1777 tmpfs "$CHROOT/tmp"
for file in /etc/resolv.conf /etc/hosts; do [[ ! -e $file ]] || cat "$file" >"$CHROOT$file"; done

inside() { chroot "$CHROOT" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
read -ra packages < <(sed -n 's/^apt install //p' README.md)
# A mirror may stand still for a while, and the test command needs what there is, not what is newest.
inside apt-get -qq -o Acquire::Check-Valid-Until=false update
inside apt-get -qq -y --no-install-recommends install "${packages[@]}" >/dev/null

# Where pip finds packages on this machine, it finds them in the chroot: its settings, and the files and folders that they name.
echo "[global]" >"$CHROOT/etc/pip.conf"
{ python3 -m pip config list || true; } | sed -n "s/^[^']*\.\([a-z-]*\)='\(.*\)'\$/\1 = \2/p" | awk -F' = ' '!seen[$1]++' >>"$CHROOT/etc/pip.conf"
for named in $(sed -n 's/^[a-z-]* = //p' "$CHROOT/etc/pip.conf"); do
    [[ $named == /* || $named == file:///* ]] || continue
    # An index on this disk names files that lie beside it.
    [[ $named != file://* ]] || named=$(dirname "${named#file://}")
    if [[ -d $named ]]; then
        mkdir -p "$CHROOT$named"
        mount --bind "$named" "$CHROOT$named"
    elif [[ -f $named ]]; then
        install -D -m 644 "$named" "$CHROOT$named"
    fi
done

inside id tester >/dev/null 2>&1 || inside useradd --create-home tester
home=$(inside getent passwd "$as" | cut -d: -f6)
inside rm -rf "$home/ikusei"
mkdir "$CHROOT$home/ikusei"
git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for each; do [ ! -e "$each" ] || printf "%s\0" "$each"; done' - |
    tar --null --files-from=- -c | tar -x -C "$CHROOT$home/ikusei"
inside chown -R "$as:" "$home/ikusei"

inside python3 -c 'import sqlite3, sys; print("Python", sys.version.split()[0], "SQLite", sqlite3.sqlite_version)'
inside ssh -V
setpriv=(setpriv --reuid "$as" --regid "$as" --init-groups); [[ $as == tester ]] || setpriv=()
chroot "$CHROOT" "${setpriv[@]}" /usr/bin/env -i --chdir="$home/ikusei" HOME="$home" PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 CI=true make test
