"""One trainee's open journal together with the curriculum followed: every question and every write of all faces."""
