"""The full-text index of what things are found by, in the database's own way."""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE register_search USING fts5(
        short, title, body, content='register_searchentry', content_rowid='id', prefix='1 2 3')""",
    """CREATE TRIGGER register_search_insert AFTER INSERT ON register_searchentry BEGIN
        INSERT INTO register_search(rowid, short, title, body) VALUES (new.id, new.short, new.title, new.body);
    END""",
    """CREATE TRIGGER register_search_delete AFTER DELETE ON register_searchentry BEGIN
        INSERT INTO register_search(register_search, rowid, short, title, body)
        VALUES ('delete', old.id, old.short, old.title, old.body);
    END""",
]
POSTGRESQL = [
    """CREATE FUNCTION hansa_search(short text, title text, body text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT setweight(to_tsvector('simple', short), 'A') || setweight(to_tsvector('simple', title), 'B')
            || setweight(to_tsvector('simple', body), 'D') $$""",
    "CREATE INDEX register_search ON register_searchentry USING gin (hansa_search(short, title, body))",
]


def create(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE register_search")
        schema_editor.execute("DROP TRIGGER register_search_insert")
        schema_editor.execute("DROP TRIGGER register_search_delete")
    else:
        schema_editor.execute("DROP INDEX register_search")
        schema_editor.execute("DROP FUNCTION hansa_search(text, text, text)")


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
