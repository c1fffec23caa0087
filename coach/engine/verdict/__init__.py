"""What becomes of candidates: which become flags, how heavy, and what is said to them."""
