"""What a session asks of the desktop around it: a screen that stays on, and the media keys. No Qt."""
