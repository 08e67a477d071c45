"""The platforms: each reads what comes in, dispatches it, and draws the view that comes back."""
