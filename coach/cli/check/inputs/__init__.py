"""Read messages for `coach check`: from arguments, standard input, files and folders."""
