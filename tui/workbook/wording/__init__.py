"""Everything above in words of both languages, the same for every face."""
