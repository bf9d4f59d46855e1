using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Discussions;

public sealed class SaveDiscussion(SchoolStore store)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid activityId, RichText prompt, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var activity = await db.ActivitiesTaughtBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Discussion, token);
            if (activity is null) return Refusal.NotFound;
            var discussion = await db.Discussions.AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId, token);
            if (discussion is null) db.Discussions.Add(discussion = Discussion.For(activity));
            discussion.Ask(prompt);
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
}
