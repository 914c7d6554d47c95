"""The parts shelf: what several published models share, each once."""
