"""What a template prints for one page in one variant."""
