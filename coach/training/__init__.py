"""Trains and evaluates the second reader; README.md describes its training data."""
