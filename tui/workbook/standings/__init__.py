"""Where a trainee stands: the journal held to the curriculum; whose word counts in it, what people are called."""
