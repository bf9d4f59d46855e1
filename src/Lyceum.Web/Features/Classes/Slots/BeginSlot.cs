using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Slots;

/// <summary>Finds a slot of the queue for the room. From then on its slides are the course's: until now those alone saw them who brought them, and the staff.</summary>
public sealed class BeginSlot(SchoolStore store)
{
    public Task<Outcome<StartFoundSlot>> Run(Guid classId, Guid slotId, ClassPhase phase, CancellationToken ct) => store.Write<StartFoundSlot>(async (db, token) =>
    {
        if (phase != ClassPhase.Live) return phase == ClassPhase.Ended ? ClassRefusals.HasEnded : ClassRefusals.NotStarted;
        if (await db.PresentationSlots.SingleOrDefaultAsync(slot => slot.Id == slotId && slot.ClassId == classId, token) is not { } slot) return Refusal.NotFound;
        if (await db.Files.AsTracking().SingleOrDefaultAsync(file => file.Id == slot.DeckFileId, token) is { IsPrivate: true } file) file.Open();
        await db.SaveChangesAsync(token);
        return new StartFoundSlot(slot.Begin(), slot.Deck);
    }, ct);
}
