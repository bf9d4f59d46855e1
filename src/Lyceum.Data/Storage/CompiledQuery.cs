using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lyceum.Data.Storage;

/// <summary>
/// A query compiled once for each model. EF ties a compiled query to the model that it met first, and refuses it to another:
/// a process that holds a school on SQLite and one on PostgreSQL has two.
/// </summary>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> known = [];

    public TQuery On(SchoolDb db) => known.GetValue(db.Model, _ => compile());
}
