"""The text layer: every string is cleaned here before it is stored and before it is shown."""
