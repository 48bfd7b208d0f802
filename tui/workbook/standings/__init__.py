"""Where a trainee stands: the journal compared with the curriculum; whose word counts, what people are called."""
