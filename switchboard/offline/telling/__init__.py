"""What the gateway says in words."""
