"""Real Django 2.2.28 in a page, beside the runtime: what readies it, asks it, and shows its source."""
