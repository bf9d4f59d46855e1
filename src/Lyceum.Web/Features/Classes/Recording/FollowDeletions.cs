using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Lets go of ended classes of whose recording something was deleted since they were read, on whichever node; whoever is in one is told, or comes back to what is left.</summary>
internal static class FollowDeletions
{
    public static async Task Run(ClassRooms rooms, IServiceScopeFactory scopes, ILogger log, CancellationToken ct)
    {
        var ended = (await rooms.All()).Where(room => room.State.Phase == ClassPhase.Ended).ToDictionary(room => room.Session.ActivityId, room => room.Deleted);
        if (ended.Count == 0) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var deleted = await scope.ServiceProvider.GetRequiredService<SchoolDb>().DeletedRecordings.Where(d => ended.Keys.Contains(d.ClassId)).Select(d => new { d.ClassId, d.Part }).ToListAsync(ct);
            foreach (var one in deleted.Where(one => one.Part != ended[one.ClassId]))
                await rooms.Forget(one.ClassId, one.Part == RecordingPart.All ? DeletedRecording.Gone : null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "What was deleted of recordings could not be read");
        }
    }
}
