"""The local web workspace: a small chat that plays Slack's part, and Concord's platform in it."""
