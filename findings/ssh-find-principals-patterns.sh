#!/bin/bash
# Guess, from the manual (not written down before the first run): `ssh-keygen -Y find-principals` prints the names under which the
# key of a signature may sign.
# What happened instead: it prints the list of the line in allowed_signers as it stands there, comma by comma. For
# "*@soc.example,!guest@soc.example" the answer is two "principals", "*@soc.example" and "!guest@soc.example": the first is nobody's
# name, the second somebody whom the line shuts out, and whose name `-Y verify` indeed refuses. The exit status is 0.
# Versions: OpenSSH 9.2p1 (Debian 12). It isn't a package of Python's: the script uses the ssh-keygen that is there.
# What it means for users: a program that takes the answer for the signer's name writes a pattern, or the name of an excluded person,
# into its record of who signed. Ask `-Y verify -I NAME` for the name that you expect; find-principals is only a hint.
set -u
command -v ssh-keygen > /dev/null || exit 77
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 77
ssh-keygen -q -t ed25519 -N '' -C '' -f key || exit 77
echo "confirmed" > note
ssh-keygen -q -Y sign -f key -n note note 2> /dev/null || exit 77
echo "*@soc.example,!guest@soc.example $(cut -d ' ' -f 1,2 key.pub)" > allowed_signers
found=$(ssh-keygen -Y find-principals -f allowed_signers -s note.sig)
status=$?
verify() { ssh-keygen -Y verify -f allowed_signers -I "$1@soc.example" -n note -s note.sig < note > /dev/null 2>&1 && echo good || echo refused; }
echo "$found" "(status $status); analyst: $(verify analyst), guest: $(verify guest)"
[ "$found $status" = $'*@soc.example\n!guest@soc.example 0' ] && [ "$(verify analyst) $(verify guest)" = "good refused" ]
