using Lyceum.Data;
using Lyceum.Data.Messages;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Messages;

/// <summary>Marks one's notifications as read.</summary>
public sealed class ReadNotifications(SchoolStore store, IClock clock)
{
    /// <summary>Gives the path that it leads to.</summary>
    public Task<Outcome<string>> One(Viewer viewer, Guid id, CancellationToken ct) => store.Write<string>(async (db, token) =>
    {
        var notification = await db.NotificationsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.Id == id, token);
        if (notification is null) return Refusal.NotFound;
        notification.Read(clock.GetCurrentInstant());
        await db.SaveChangesAsync(token);
        return notification.Link;
    }, ct);

    public Task All(Viewer viewer, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        await db.NotificationsVisibleTo(viewer).Where(one => one.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReadAt, now), token);
        return new Done();
    }, ct);
}
