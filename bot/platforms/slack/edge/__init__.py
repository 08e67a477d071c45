"""The edge: what is not from Slack, or came before, goes no further."""
