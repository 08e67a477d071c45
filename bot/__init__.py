"""The running program: set-up, settings, delivery of messages, the heartbeat, and the platforms."""
