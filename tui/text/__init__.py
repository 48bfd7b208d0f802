"""The text layer: every string passes here on its way in (storage) and out (screen, line of output)."""
