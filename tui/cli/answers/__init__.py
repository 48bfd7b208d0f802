"""The answers of verbs: lines for people, data and rows for programs."""
