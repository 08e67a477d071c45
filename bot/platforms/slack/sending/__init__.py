"""Everything that Concord says to Slack's Web API."""
