using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.School;

namespace Lyceum.Web.Features.Classes;

/// <summary>Ends a class that nobody ended: the job "end-class", with the id of the class.</summary>
public sealed class EndForgottenClass(ClassRooms rooms) : IJobHandler
{
    public string Kind => "end-class";

    public async Task Run(Job job, CancellationToken ct)
    {
        if (await rooms.Open(Guid.Parse(job.Payload), ct) is { } room) await room.Mailbox.Post(new EndByClock(), null);
    }
}
