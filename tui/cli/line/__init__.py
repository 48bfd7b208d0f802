"""How a command line is read, and where its answer goes: verbs, options, ids, people, streams, exit codes."""
