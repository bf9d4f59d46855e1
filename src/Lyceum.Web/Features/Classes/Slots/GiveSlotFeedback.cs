using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Slots;

/// <summary>Somebody who listened, live or in the replay, tells those who presented how it was.</summary>
public sealed class GiveSlotFeedback(SchoolStore store, IClock clock)
{
    public static readonly Refusal DidNotListen = Refusal.Forbidden("Only students who listened, in the class or in its replay, say how it was.");

    public Task<Outcome<Done>> Run(Viewer viewer, Guid slotId, string? text, IReadOnlyList<RubricMark> marks, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var slot = await db.PresentationSlotsVisibleTo(viewer).SingleOrDefaultAsync(slot => slot.Id == slotId, token);
        if (slot is null || viewer.PersonId is not { } me) return Refusal.NotFound;
        var now = clock.GetCurrentInstant();
        if (!await Listened(db, slot, me, now, token)) return DidNotListen;
        var rubric = await db.Assignments.Where(one => one.ActivityId == slot.AssignmentId).Select(one => one.Rubric).SingleOrDefaultAsync(token) ?? Rubric.Empty;
        var given = await db.SlotFeedback.AsTracking().SingleOrDefaultAsync(one => one.SlotId == slotId && one.PersonId == me, token);
        var feedback = given ?? SlotFeedback.For(slotId, me);
        var said = feedback.Say(text, rubric.Taking(marks), now);
        if (said.IsRefused) return said;
        if (given is null) db.SlotFeedback.Add(feedback);
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    private static async Task<bool> Listened(SchoolDb db, PresentationSlot slot, Guid personId, Instant now, CancellationToken ct)
    {
        if (slot.Presenters.Contains(personId) || await ClassRecord.Read(db, slot.ClassId, now, ct) is not { } record || !record.Students.Contains(personId)) return false;
        return record.State.Slots.Any(held => held.SlotId == slot.Id
            && record.AttendedBy(personId).With(record.WatchedBy(personId)).Within(held.FromMs, held.UntilMs ?? record.LengthMs).TotalMs > 0);
    }
}
