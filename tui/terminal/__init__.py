"""The terminal: what it can do, how it is asked, what is written to it, and how ikusei leaves it."""
