#!/bin/bash
# Guess, written down beforehand: ssh-keygen -Y verify passes over a line of a key type that it doesn't know alike in the
# allowed_signers file (-f) and in the plain list of revoked keys (-r), and says so.
# What happened instead: in allowed_signers it says "invalid key" and goes on, the signature is good. In the list of revoked
# keys one such line makes it refuse every signature, by whatever key, with "Could not verify signature." and not a word more.
# Versions: OpenSSH 9.2p1 and 10.0p2 with a public key of type ssh-mldsa44-ed25519 (new in 10.6), 10.0p2 and 10.6p1 with one
# of type ssh-dss (given up in 10.0). This runs the installed ssh-keygen with whichever of the two it can't read; no package
# is installed.
# What it means for users: who revokes a colleague's newer key in a shared list makes every signature bad on every machine with an
# older OpenSSH, and one old DSA line does the same on the day that OpenSSH is updated; git's gpg.ssh.revocationFile is handed
# to the same option. Keep lists of one type, or make them KRLs: a KRL that names a key by its hash is read by all of them.
set -u
command -v ssh-keygen >/dev/null || exit 77
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 77
dsa=$(tr -d '\n' <<'KEY'
AAAAB3NzaC1kc3MAAACBAKmGG+qysIrA62rgDl2q+FBsmDggBmU8oM7Gc9HVaaoJyKCl8F7+Spb5E9nuGhWOprERDg/h2G+ybZG00ZDCRa/XkhUAPqTMUiFJ
uBVcPvgRd0d1znthScbYq7zeI9UZRMysdgtviMA7qmaZlZ6gwL4JEBIVRHCSnihMmLpCt+r5AAAAFQCrBtlVQGg+NSB/4i7dXO2SwIEjCQAAAIB0yhxniOm6
0QozU24GxFzlKwbhorIizvW63lq0ipEbV03Wl4dSlGeudfaNyojOyO9ybM6eq/OIzNvN40O2bUgH4k/MCahZ4lcOhsA0JuUMZh2AwAJ577MZPpM5XtLg9pYd
S6uR+YIWCC6RVUnBPlJrEBCppTklD+H3S+juY9M46QAAAIEAoLlQfu7PVMgo6FYBatHiWBuU168eDRvMYdKRkQUip1xgJ6j+dr5ozFMAmDMEeDmb9OoSpIB7
dSBkSjeb3x/k9Wwe36DjtheIbmZry95TEkagNp2IP6IBLahgyMiBrYxV8Alp/smo/K9a3LuWORJsuFNOqjNeaWD35MeqqJ4BR6o=
KEY
)
mldsa=$(tr -d '\n' <<'KEY'
AAAAE3NzaC1tbGRzYTQ0LWVkMjU1MTkAAAVANBLJ+XKRoO0lUkcvcGwvYx04QSQNDQqjGR0UbeIlFewX79XKeQMqM8BfrJTUxxiDVnTlN5iKtwJ6c3Brp3Yb
nw/1rwnF3+AuAwnpuYMZ+2lBIAHCeW8wFmcFQsOz3g92Pcv4hMIDKUpNKcForF44kT7HKbNbsSDQ66ZT2NNMGe/ukEYP/BDhpb5ffrl2IU/ad7fsNSSQbXCs
yUUmBOpkUxqB2xPx7HhIbvZXKeueVhiPKr2jt/GZQDjKKt4BnWCHiiLM3HhGMeCZYu1NZI2bzLByVMDwfE0eFltQtldtzh1AmIBxjmzZQoYi7oiakfXYcXv1
egZBrBESIqR9fKKqPQrhLpVBPH8PsnLthEteds7rPyvW4UFwtmdj78wa6T25qWmN7cvEC9qmEX+dM+83AdaoACYu5KMzZxyMPcmN1h/JPgdKWGg+l+4K2x5S
HDBt47kmEieBlNSt5B+nxHI3sTMw5IKtxZQ8YDHv0zFnBDsezD9Es/jpg28OnCoyANU9L5Hax9D6d5QTRtVl4CqkVRVqqdJ0+fANzEsAz0cZF+NLpqSUBFBz
zR+P2vedPR7LpxcjceDE/5U+bgnGY1lBh3D9Y8ybbkSfW+bnW76ad/K76FLfpzNTUggcjfwoHk9F+/NHZngTUvmutilscEtlZ7iRxfNq3AGegGW59hEBpM88
NR5qQ5BP2+uJJWGRMsyZY8aJx9lzZ1KyPS3BgIvSKhuXS6asQIyt2I/nsM7h/OvI56N4Yfgrf5TFsEzfY2zdfmi+eMP6h+MAm/2b3hFOixgHn08m9S95lCKI
TjGyH9AtNTjzMU0Sv25k0ksdmnA+KhWWVXdpXCG5A1x/AxN+Q4CmH9L+LoMJYtW3tW9kjVSR3Ck+I0IToam/yxvb2lx0Y1g1yU7I9s+t4rTwVOLNI0lG5Poa
JM7KAsWP5DEKvpiqv8gdNCxSp4/2e0HjOF29rupw4xHqh8PYiiNytAOTBf3R1JULdhAybzjnIcGOPAEg4ikggWKdJyz2nTOxddlN9iPrGPdm9vGdKjnrhSHo
RSyWITtzK96mAzd+ZcXh7bxo0gdL6PeSan6y/BjjPD9/tMI+BtKP9l6N9OHn0Jgj574BT8pNxK4gD4hzg6bXlAVpxkLBs5qnMyyrEw4IU5TVxoApQM17nK+N
Bnw8nE3AJYs8E5cd2wHq+wte47FQ2mdYns1QPNgvb7F0gOQz+zFgT4CJ3v0MLlJds0eFJQBIA8a9b0RpVqlM9Zyjz221dIhzrMFttHQsKIkJnBLUoXPsg/9F
0XRH+5bI7AftKBHKKk8gh+5ekxGnGL8+FeVEWM0W6099OzxRBGE813UbaooJXWsC5Yvz2ih1PbJR9sUzVjrCV1ncC+ZsH/IDJxmqv9Q3Iv5deApiHzX9qlda
Zv0Q23KhB7255m0dfEuIQFvQAJCINRo4+88VNlM/LGHNys4D25r1/Onm/9HtqtVBVY2xz5WRq61FFOTWFeqtQ2fna8vf8mN/hOAVhGzIo0wp/2SB9HWbFKvA
uTGWMQVLhDb2GAaVtAWHkjaHIwZ8c+3UCoYAIfyz4F1UJessv9BclRQr6dN0zKUmAgFnE6sTb/hbH6wUXbAT/GTlIzdZl9Jvk1TVxzxziK3o/wfg4TKEP1BW
xJ25bfU/orJJBSYo3KBR9aJXumq02zdU666dQOcVO1Nmjg7IvKqtbIaBRce4OVSK/GBNHQpH5oqL0VevrkdWOJGDt7Yip86xVXq1+nz1j1Ml0SF7ZiNkluHk
fp7s1jV3csxXlNOnXNl8QseIvc7k
KEY
)

printf 'ssh-dss %s\n' "$dsa" >dsa.pub
printf 'ssh-mldsa44-ed25519 %s\n' "$mldsa" >mldsa.pub
unknown=''
for each in mldsa dsa; do ssh-keygen -l -f $each.pub >/dev/null 2>&1 || unknown=$each.pub; done
[ -n "$unknown" ] || { echo "this ssh-keygen knows both types"; exit 77; }

ssh-keygen -q -t ed25519 -N '' -f mine && ssh-keygen -q -t ed25519 -N '' -f other || exit 77
echo text >text
ssh-keygen -q -Y sign -f mine -n file text || exit 77
verify() { ssh-keygen -Y verify -f signers -I me -n file -s text.sig "$@" <text >out 2>err; }

printf 'me %s\nme %s\n' "$(cat "$unknown")" "$(cat mine.pub)" >signers
verify; echo "unknown type in allowed_signers: exit $?, $(tr -d '\r' <err)"
verify && grep -q 'invalid key' err || { echo "it doesn't pass over the line of allowed_signers as stated"; exit 1; }

printf 'me %s\n' "$(cat mine.pub)" >signers
verify -r other.pub || { echo "a list of another key revokes this one?"; exit 1; }
cat other.pub "$unknown" >revoked
verify -r revoked && { echo "it passes over the line of revoked keys now"; exit 1; }
echo "unknown type among revoked keys: refused, output: $(cat out), error output: '$(tr -d '\r' <err)'"
[ "$(cat out)" = "Could not verify signature." ] && [ ! -s err ] || exit 1

ssh-keygen -q -k -f revoked.krl other.pub && verify -r revoked.krl || { echo "a KRL isn't read"; exit 1; }
echo "as stated, $(ssh -V 2>&1)"
