"""How fast Concord answers Slack, beside what Bolt does by itself; all servers on this computer."""
