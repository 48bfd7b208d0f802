"""SSH signatures: made with the user's own key, checked against the keys that the organisation allows.

Knows neither journal nor curriculum: text goes in as bytes, a signature comes out as armoured text, a check as a
``Verdict``. What decides is ``ssh-keygen`` together with our own reading of the signature and of the allowed keys;
where there is no ``ssh-keygen``, Ed25519 signatures are still checked in pure Python.
"""
