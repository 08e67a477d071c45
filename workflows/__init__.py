"""The pure core: conversations as content, the engine that moves them, rules and words."""
