using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Tests;

public class SchemaTests
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Migrations_written_by_hand_make_the_schema_of_the_model(string kind)
    {
        await using var migrated = await Databases.Open(kind, migrate: true);
        await using var modelled = await Databases.Open(kind, migrate: false);
        await using (var db = modelled.Context()) await db.Database.EnsureCreatedAsync();

        Assert.Equal(await Describe(modelled, kind), await Describe(migrated, kind));
    }

    private static async Task<string> Describe(TestDatabase database, string kind)
    {
        await using var db = database.Context();
        var queries = kind == Databases.Sqlite ? SqliteQueries : PostgresQueries;
        var lines = new List<string>();
        foreach (var query in queries) lines.AddRange(await db.Database.SqlQueryRaw<string>(query).ToListAsync());
        return string.Join('\n', lines.Where(line => !line.Contains("migrations", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
    }

    private static readonly string[] SqliteQueries =
    [
        """select 'column ' || m.name || '.' || c.name || ' ' || c.type || case c."notnull" when 1 then ' not null' else '' end || ' pk' || c.pk as "Value" from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite%'""",
        """select 'index ' || m.name || ' ' || i."unique" || ' ' || (select group_concat(name, ',') from pragma_index_info(i.name)) as "Value" from sqlite_master m, pragma_index_list(m.name) i where m.type = 'table' and i.origin = 'c'""",
        """select 'key ' || m.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete as "Value" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'""",
    ];

    private static readonly string[] PostgresQueries =
    [
        """select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity as "Value" from information_schema.columns where table_schema = 'public'""",
        """select 'index ' || t.relname || ' ' || i.indisunique || ' ' || i.indisprimary || ' ' || (select string_agg(a.attname, ',' order by k.n) from unnest(i.indkey) with ordinality k(attnum, n) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) as "Value" from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace s on s.oid = t.relnamespace where s.nspname = 'public'""",
        """select 'key ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) as "Value" from pg_constraint where contype = 'f'""",
    ];
}
