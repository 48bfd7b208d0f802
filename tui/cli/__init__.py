"""The command line: one verb a file, each imported when it is called for."""
