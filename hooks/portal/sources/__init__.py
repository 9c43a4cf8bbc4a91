"""The only room that opens files: text, YAML and Markdown of the sources, each value with its line."""
