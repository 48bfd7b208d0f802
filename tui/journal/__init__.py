"""The journal: append-only events in SQLite, and what can be derived from them. Knows no curriculum and no screen."""
