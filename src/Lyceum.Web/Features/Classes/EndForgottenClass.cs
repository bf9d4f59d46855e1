using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.School;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>Ends a class that nobody ended: the job "end-class", with the id of the class.</summary>
public sealed class EndForgottenClass(ClassRooms rooms, IClock clock) : IJobHandler
{
    public string Kind => "end-class";

    public async Task Run(Job job, CancellationToken ct)
    {
        // A class that was moved after its doors had been opened has a later end, and a job of its own for that.
        if (await rooms.Open(Guid.Parse(job.Payload), ct) is { } room && room.Session.IsForgottenAt(room.State, clock.GetCurrentInstant()))
            await room.Mailbox.Post(new EndByClock(), null);
    }
}
