"""What a lead asks and says: the matrix with its layers, staffing, the team, careers."""
