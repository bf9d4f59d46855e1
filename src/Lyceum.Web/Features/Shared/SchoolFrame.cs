using Lyceum.Data;
using Lyceum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Shared;

/// <summary>What stands around every page: the school's name, and how much is new for the reader.</summary>
public sealed class SchoolFrame(SchoolDb db, IHttpContextAccessor http)
{
    public string School { get; private set; } = "Lyceum";
    public int Unread { get; private set; }

    public async Task Load(CancellationToken ct)
    {
        var me = http.HttpContext!.Visit().Viewer.PersonId;
        var found = await db.School
            .Select(school => new { school.Name, Unread = db.Notifications.Count(news => news.PersonId == me && news.ReadAt == null) })
            .SingleOrDefaultAsync(ct);
        if (found is not null) (School, Unread) = (found.Name, found.Unread);
    }
}
