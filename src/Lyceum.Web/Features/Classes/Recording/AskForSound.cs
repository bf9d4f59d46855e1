using System.Security.Cryptography;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Has sounds made where they are missing or out of date, cancels them, and keeps the private addresses of podcasts.</summary>
public sealed class AskForSound(SchoolStore store, IClock clock)
{
    /// <param name="classes">Ended, of an access that was checked.</param>
    /// <param name="again">Also where it failed or was cancelled.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<Done>> Run(IReadOnlyCollection<Guid> classes, bool again, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        foreach (var id in classes)
        {
            var version = await db.EditsVersion(id, token);
            var known = await db.ClassSounds.AsTracking().SingleOrDefaultAsync(s => s.ClassId == id, token);
            if (known is null) db.ClassSounds.Add(ClassSound.Ask(id, version, clock.GetCurrentInstant()));
            else if (known.Lacks(version, again)) known.AskAgain(version, clock.GetCurrentInstant());
        }
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    public Task<Outcome<Done>> Cancel(Guid classId, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        if (await db.ClassSounds.AsTracking().SingleOrDefaultAsync(s => s.ClassId == classId, token) is not { } sound) return Refusal.NotFound;
        sound.Cancel();
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    /// <summary>A new address; the one before leads nowhere from now on.</summary>
    public Task<Outcome<Done>> RenewFeed(Viewer viewer, Guid courseId, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        if (viewer.PersonId is not { } me) return Refusal.NotFound;
        var feed = await db.PodcastFeeds.AsTracking().SingleOrDefaultAsync(f => f.CourseId == courseId && f.PersonId == me, token);
        if (feed is null) db.PodcastFeeds.Add(feed = PodcastFeed.For(courseId, me));
        feed.Renew(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)), clock.GetCurrentInstant());
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);
}
