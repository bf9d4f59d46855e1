using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Whoever agrees to be recorded, or takes that back, on another page or node is taken at their word in the room too.</summary>
internal static class FollowConsents
{
    public static async Task Run(SchoolDb db, ClassRoom room, CancellationToken ct)
    {
        var asked = room.Connections.Where(c => c.Who.IsAskedToBeRecorded()).ToArray();
        if (asked.Length == 0 || room.State.Phase == ClassPhase.Ended) return;
        var agreed = await db.AgreedIn(room.Session.CourseId).Select(c => c.PersonId).ToHashSetAsync(ct);
        foreach (var connection in asked)
        {
            var agrees = agreed.Contains(connection.Who.PersonId);
            if (agrees == connection.Who.AgreesToRecording) continue;
            connection.Answered(agrees);
            if (agrees) continue;
            foreach (var source in room.State.Media.On.GetValueOrDefault(connection.Who.PersonId, []))
                await room.Mailbox.Post(new TurnOff(connection.Who.PersonId, source), connection.Who);
        }
    }
}
