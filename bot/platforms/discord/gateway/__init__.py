"""Holds the line to Discord, and hears what comes through it."""
