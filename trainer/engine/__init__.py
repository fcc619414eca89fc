"""Running a workout: pure, without a clock and without input or output of its own."""
