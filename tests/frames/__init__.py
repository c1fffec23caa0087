"""Frames crossed with subjects and predicates that no example has."""
