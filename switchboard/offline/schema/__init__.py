"""JSON Schema as this gateway needs it: does a value fit, and which value would."""
