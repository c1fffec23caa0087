"""The phrases of rules: compiled, and found in words."""
