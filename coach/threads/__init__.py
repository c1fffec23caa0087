"""Conversations read as a whole: what a reply gives away, who is hit and who helps, and what to say about turns sent."""
