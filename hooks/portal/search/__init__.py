"""Search data of our own: made with the furigana's analysis, fetched only when somebody searches."""
