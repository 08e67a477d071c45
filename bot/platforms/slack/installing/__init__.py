"""How workspaces let Concord in, and how its tokens are kept fresh."""
