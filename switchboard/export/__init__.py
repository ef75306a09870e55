"""What was asked, as something to run elsewhere."""
