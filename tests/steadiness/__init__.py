"""How steady reports are: messages are changed a little, and what was flagged must stay flagged."""
