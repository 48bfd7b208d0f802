"""Ed25519 signatures, checked in pure Python (RFC 8032, 5.1): 5 ms each, for machines without ``ssh-keygen``.

Only for checking: nothing here is secret, so the code needn't take constant time. Two things are refused that OpenSSH
9.2 accepts: a number s that isn't below L (5.1.7; it would make a second signature out of a good one), and a key that
isn't encoded in the one canonical way, or that lies in the small subgroup (anybody could sign with it). They are
refused before OpenSSH is asked, so that both ways of checking agree.
"""

from __future__ import annotations

import hashlib
from typing import Final

_P: Final = 2**255 - 19
_L: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, _P) % _P
_ROOT: Final = pow(2, (_P - 1) // 4, _P)
_KEY: Final = 32
_SIGNATURE: Final = 64

_Point = tuple[int, int, int, int]
"""X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z."""
_ZERO: Final[_Point] = (0, 1, 1, 0)
_X: Final = 15112221349535400772501151409588531511454012693041857206046113283949847762202
_Y: Final = 46316835694926478169428394003475163141307993866256225615783033603165251855960
_BASE: Final[_Point] = (_X, _Y, 1, _X * _Y % _P)


def is_sound(key: bytes, signature: bytes) -> bool:
    """Whether *key* and *signature* are well-formed, whatever was signed."""
    point = _point(key) if len(key) == _KEY else None
    if point is None or _same(_times_eight(point), _ZERO):
        return False
    return len(signature) == _SIGNATURE and int.from_bytes(signature[_KEY:], "little") < _L


def is_signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether *signature* is that of *key* under *message*."""
    if not is_sound(key, signature):
        return False
    point = _point(key)
    assert point is not None
    first, s = signature[:_KEY], int.from_bytes(signature[_KEY:], "little")
    k = int.from_bytes(hashlib.sha512(first + key + message).digest(), "little") % _L
    x, y, z, t = point
    # As OpenSSH does: without the cofactor, and with R compared as bytes, so that R has only one encoding, too.
    return _bytes(_sum_of_products(s, _BASE, k, (-x % _P, y, z, -t % _P))) == first


def _point(encoded: bytes) -> _Point | None:
    """The point that 32 bytes encode (5.1.3); None where they encode none, or not in the one canonical way."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if y >= _P:
        return None
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if (v * x * x - u) % _P:
        x = x * _ROOT % _P
    if (v * x * x - u) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _add(one: _Point, other: _Point) -> _Point:
    """Sum of two points (5.1.4); also right for a point with itself."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times_eight(point: _Point) -> _Point:
    for _ in range(3):
        point = _add(point, point)
    return point


def _sum_of_products(s: int, one: _Point, k: int, other: _Point) -> _Point:
    """``s * one + k * other``, with one doubling for both."""
    table = (_ZERO, one, other, _add(one, other))
    total = _ZERO
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        total = _add(_add(total, total), table[s >> bit & 1 | (k >> bit & 1) << 1])
    return total


def _same(one: _Point, other: _Point) -> bool:
    return (one[0] * other[2] - other[0] * one[2]) % _P == 0 == (one[1] * other[2] - other[1] * one[2]) % _P


def _bytes(point: _Point) -> bytes:
    """A point as 32 bytes (5.1.2)."""
    inverse = pow(point[2], -1, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(_KEY, "little")
