"""How records travel: bundles taken in and sent, the drop folder, ssh, somebody else's file, a second machine."""
