"""What follows from plans and rules together: comparison across jurisdictions."""
