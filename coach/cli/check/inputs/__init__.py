"""Read messages for `coach check`: from words of the call, standard input, files and folders."""
