"""Counting: sums, and steps as pandas frames."""
