"""Write reports for `coach check`: one module for each kind of document."""
