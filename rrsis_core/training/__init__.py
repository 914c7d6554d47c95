"""The training code that all models share."""
