#!/usr/bin/env bash
# Holds the kept answers against real programs of three generations of OpenSSH, outside CI; or records them anew.
#   tests/signing/generations/real.sh compare|record 9.2=PROGRAM 10.0=PROGRAM 10.6=PROGRAM
# PROGRAM is an ssh-keygen of that version: Debian has 9.2p1 in bookworm, 10.0p1 in trixie and 10.6p1 in sid. To run one of
# another suite, unpack its openssh-client, libc6, libssl3t64, libselinux1, libpcre2-8-0, zlib1g and libzstd1 with
# `dpkg-deb -x` into a folder and call its ssh-keygen by that folder's ld-linux with --library-path.
set -eu
how=${1:?compare or record}; shift
cd "$(dirname "$0")/../../.."
for each in "$@"; do
    generation=${each%%=*} program=${each#*=}
    [ "$how" = record ] && rm -f "tests/signing/generations/$generation.json"
    echo "$generation: $program"
    env "${how^^}=$program" "${PYTHON:-.venv/bin/python}" -m pytest -q tests/signing/test_signing_generations.py -k "$generation"
done
