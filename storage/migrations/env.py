"""Runs migrations over the connection that storage.schema hands in."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import AutoString

from storage.schema import is_compared
from storage.tables import METADATA


def render_item(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column types with their module, and texts plainly; leave all else alone."""
    if kind == "type" and type(item).__module__ == "storage.types":
        autogen.imports.add("import storage.types")
        return f"storage.types.{type(item).__name__}()"
    return "sa.String()" if isinstance(item, AutoString) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=render_item,
    include_name=is_compared,
)
with context.begin_transaction():
    context.run_migrations()
