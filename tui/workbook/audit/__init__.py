"""What an auditor asks: whether anything was forged, and whether the evidence is still what it was."""
