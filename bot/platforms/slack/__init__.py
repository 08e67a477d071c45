"""Concord in Slack: what comes in is checked, dispatched and acknowledged; views become blocks."""
