"""Pure functions from views to lines: what a standing, a ladder, a duty looks like. No storage, no keys."""
