"""Transport between machines by the user's own ``ssh``. It knows bytes and processes, but no journal."""
