"""The command line: one file for each verb, imported only when the verb is called."""
