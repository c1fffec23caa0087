"""The app: lessons and drafts on a screen, for two people at one keyboard."""
