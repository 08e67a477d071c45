"""The rules that content has to keep, and the sentences that explain them to authors."""
