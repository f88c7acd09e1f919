"""A root URLconf that cannot be imported."""

raise ValueError("urls cannot be imported")
