"""What the verbs of a mentor share: who one is, which claim is meant, a bundle that is reviewed."""
