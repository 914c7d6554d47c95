"""Referring triplets made from labels: things of an image, traits that part them, phrases that name the traits."""
