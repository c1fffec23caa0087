"""How the second reader is made and measured; README.md says what it learns from."""
