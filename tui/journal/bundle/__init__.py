"""Bundles: events on their way between machines, as readable text (``docs/bundles.md``)."""
