"""SSH signatures: made with the user's own key, checked against the keys that the organisation allows.

This package knows neither journal nor curriculum: it takes text as bytes, and returns a signature as armoured text and
the result of a check as a ``SignatureVerdict``. ``ssh-keygen`` and our own reading of the signature and of the allowed
keys must both accept a signature. Without ``ssh-keygen``, Ed25519 signatures are still checked in pure Python.
"""
