"""Ways in which gateways write a right reply oddly."""
