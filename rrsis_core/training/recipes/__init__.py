"""The published models trained as their authors did: on one processor, one card, or many machines."""
