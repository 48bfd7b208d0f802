"""Reusable widgets: they take values, draw lines, give messages, and know no storage."""
