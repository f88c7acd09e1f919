"""hashlib.pbkdf2_hmac: since Python 3.12 it comes from OpenSSL alone, which the page does not have."""

import hashlib
import hmac


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key of a password, as RFC 8018 derives it."""
    keyed = hmac.new(password, None, hash_name)
    length = keyed.digest_size if dklen is None else dklen
    blocks = range(1, -(-length // keyed.digest_size) + 1)
    return b"".join(_block(keyed, salt, iterations, number) for number in blocks)[:length]


def _block(keyed, salt, iterations, number):
    drawn = _digest(keyed, salt + number.to_bytes(4, "big"))
    mixed = int.from_bytes(drawn, "big")
    for _ in range(iterations - 1):
        drawn = _digest(keyed, drawn)
        mixed ^= int.from_bytes(drawn, "big")
    return mixed.to_bytes(keyed.digest_size, "big")


def _digest(keyed, message):
    copy = keyed.copy()
    copy.update(message)
    return copy.digest()


def install():
    if not hasattr(hashlib, "pbkdf2_hmac"):
        hashlib.pbkdf2_hmac = pbkdf2_hmac
