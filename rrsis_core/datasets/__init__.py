"""Data sets of images, phrases and truths: one reader a file, all giving the samples of `base`."""
