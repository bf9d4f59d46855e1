using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Captions;

/// <summary>Makes the token with which a captioner's program captions a class, and withdraws it; each time with an entry for the school's staff.</summary>
public sealed class KeepCaptionFeed(SchoolStore store, CaptionStreams streams, IClock clock)
{
    /// <returns>The token, which is kept nowhere.</returns>
    public async Task<Outcome<string>> Make(Viewer viewer, CourseAccess access, Guid classId, CancellationToken ct)
    {
        var token = CaptionFeed.NewToken();
        var made = await store.Write<string>(async (db, writing) =>
        {
            var now = clock.GetCurrentInstant();
            var session = await db.ClassSessionsVisibleTo(viewer).SingleOrDefaultAsync(one => one.ActivityId == classId && one.CourseId == access.Course.Id, writing);
            if (session is null) return Refusal.NotFound;
            if (session.HasEnded || session.IsPastAt(now)) return ClassRefusals.HasEnded;
            if (await Find(db, viewer, classId, writing) is { } known) known.Renew(token, viewer.PersonId!.Value, now);
            else db.CaptionFeeds.Add(CaptionFeed.New(classId, token, viewer.PersonId!.Value, now));
            db.Audit.Add(AuditEntry.New("CaptionFeedMade", viewer.PersonId, null, access.Course.Id, $"{classId}", now));
            await db.SaveChangesAsync(writing);
            return token;
        }, ct);
        if (!made.IsRefused) streams.End(classId);
        return made;
    }

    public async Task<Outcome<Done>> Withdraw(Viewer viewer, CourseAccess access, Guid classId, CancellationToken ct)
    {
        var withdrawn = await store.Write<Done>(async (db, writing) =>
        {
            if (await Find(db, viewer, classId, writing) is not { } feed) return Refusal.NotFound;
            db.CaptionFeeds.Remove(feed);
            db.Audit.Add(AuditEntry.New("CaptionFeedWithdrawn", viewer.PersonId, null, access.Course.Id, $"{classId}", clock.GetCurrentInstant()));
            await db.SaveChangesAsync(writing);
            return new Done();
        }, ct);
        if (!withdrawn.IsRefused) streams.End(classId);
        return withdrawn;
    }

    private static Task<CaptionFeed?> Find(SchoolDb db, Viewer viewer, Guid classId, CancellationToken ct) =>
        db.CaptionFeedsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(feed => feed.ClassId == classId, ct);
}
