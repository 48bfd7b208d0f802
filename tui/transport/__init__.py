"""Between machines: the user's own ``ssh``, and what goes through it. Knows bytes and processes, no journal."""
