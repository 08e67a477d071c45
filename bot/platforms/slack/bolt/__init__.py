"""Bolt, set up so that one table dispatches and an acknowledgement waits for nobody."""
