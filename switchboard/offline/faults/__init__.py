"""What can go wrong with a reply: refusals, breaks, disguises."""
