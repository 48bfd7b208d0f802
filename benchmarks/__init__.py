"""How fast ikusei feels: figures taken through a real pseudo-terminal. ``python -m benchmarks`` prints them."""
