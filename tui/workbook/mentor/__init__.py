"""What a mentor does: whose claims wait, deciding on one, signing a STEP, waiving a criterion."""
