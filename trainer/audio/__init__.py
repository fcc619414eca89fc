"""Sound: a child process plays every cue in one continuous stream. Importing this loads nothing heavy."""
