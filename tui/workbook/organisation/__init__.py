"""What a lead looks at and writes: the matrix with its layers, staffing, the team, careers."""
