"""What a trainee does: entries with their evidence, ticks, claims, undo, and moving on to a new edition of the pack."""
