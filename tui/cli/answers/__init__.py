"""What verbs write: lines for people, data and rows for programs."""
