"""Compile the phrases of rules and find them in words."""
