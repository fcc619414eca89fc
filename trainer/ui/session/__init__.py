"""The session player: seen, heard and worked from three metres."""
