"""Conversations: what a reply gives away, who is hit and who helps in a group, and what to say about turns sent."""
