using Lyceum.Data;
using Lyceum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Shared;

/// <summary>What stands around every page: the school's name, and how much is new for the reader.</summary>
public sealed class SchoolFrame(SchoolDb db, IHttpContextAccessor http)
{
    public string School { get; private set; } = "Lyceum";
    public int Unread { get; private set; }

    // Compiled, because every page asks it.
    private static readonly Func<SchoolDb, Guid?, Task<Row?>> Find = EF.CompileAsyncQuery((SchoolDb db, Guid? me) =>
        db.School.Select(school => new Row(school.Name, db.Notifications.Count(news => news.PersonId == me && news.ReadAt == null))).SingleOrDefault());

    public async Task Load(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (await Find(db, http.HttpContext!.Visit().Viewer.PersonId) is { } found) (School, Unread) = (found.Name, found.Unread);
    }

    private sealed record Row(string Name, int Unread);
}
