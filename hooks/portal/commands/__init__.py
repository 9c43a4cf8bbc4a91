"""What the commands in scripts/ do, once they run inside the environment."""
