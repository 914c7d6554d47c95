"""The example gallery: pictures of what phrases mean, and the scene on which they can be tried."""
