"""The widgets screens are made of, mostly one per module."""
