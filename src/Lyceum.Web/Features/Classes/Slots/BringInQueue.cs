using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Slots;

/// <summary>Tells a class whose doors are open how the queue of its presentations stands, so that whoever leads hands over by what is prepared now.</summary>
public sealed class BringInQueue(SchoolDb db, ClassRooms rooms, IClock clock)
{
    /// <summary>After the queue was changed. A class that nobody can be in yet is told when its staff come.</summary>
    public async Task Run(ClassSession session, CancellationToken ct)
    {
        var isOpen = session.StartedAt is not null || session.AreDoorsOpenAt(clock.GetCurrentInstant());
        var room = isOpen && !session.HasEnded ? await rooms.Open(session.ActivityId, ct) : await rooms.Find(session.ActivityId);
        if (room is not null) await Run(room, ct);
    }

    public async Task Run(ClassRoom room, CancellationToken ct)
    {
        var queue = await db.PresentationSlots.Where(slot => slot.ClassId == room.Session.ActivityId).OrderBy(slot => slot.Position)
            .Select(slot => new QueuedSlot(slot.Id, slot.Title)).ToListAsync(ct);
        await room.Mailbox.Post(new BringQueue([.. queue]), null);
    }
}
