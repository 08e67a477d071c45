"""Discord: reads what people do in a server, and draws views as messages and forms there."""
