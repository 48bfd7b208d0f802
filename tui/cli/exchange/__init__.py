"""What the verbs share by which records come and go: the drop folder, the hosts."""
