"""A site that notes which of its parts are run, and by which process."""
