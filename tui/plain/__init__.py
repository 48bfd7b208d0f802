"""The line face: the same places and commands as the screen, as lines that a screen reader reads out."""
