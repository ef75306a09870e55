"""What stands in the editor of a result before a person has written one."""
