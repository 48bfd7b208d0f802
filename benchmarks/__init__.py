"""How fast ikusei is for its user, measured on a real pseudo-terminal. ``python -m benchmarks`` prints the figures."""
