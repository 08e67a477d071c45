"""Brings messages to Discord, and keeps to the pace that it asks for."""
