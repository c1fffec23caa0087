"""Whom a candidate is about, and how it is said."""
