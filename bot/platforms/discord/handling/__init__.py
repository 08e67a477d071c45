"""Does what people ask for in Discord, and answers them where they are."""
