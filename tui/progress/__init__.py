"""Progress: pure functions from entries, rules and policy to standings."""
