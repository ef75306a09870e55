"""The rules: each looks at one schema and names the edits it would make."""
