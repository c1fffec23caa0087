"""What screens are made of, one module a widget."""
