"""Plans: what there is to follow, and the calendar that it is laid on."""
