"""From a problem to a partner: the index that the browser ranks, with the days on which each channel answers."""
