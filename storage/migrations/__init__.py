"""Alembic's folder: how to migrate, and each step from one schema to the next."""
