"""A root URLconf without patterns."""
