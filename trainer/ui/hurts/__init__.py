"""What hurts: where, how much, the questions, and what follows."""
