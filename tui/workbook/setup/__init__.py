"""What is settled at a start: where files lie, who owns the state file, who the user is, which roster counts."""
