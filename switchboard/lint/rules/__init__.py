"""The rules, a file for each provider's idea; ``switchboard.lint.table`` puts them together."""
