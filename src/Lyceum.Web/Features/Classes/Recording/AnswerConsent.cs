using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Keeps whether somebody agrees to be recorded in a course, when they said so and to which text; each answer with an entry for the school's staff.</summary>
public sealed class AnswerConsent(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Guid courseId, Guid personId, bool agrees, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var consent = await db.RecordingConsents.AsTracking().SingleOrDefaultAsync(c => c.CourseId == courseId && c.PersonId == personId, token);
        if (consent is null) db.RecordingConsents.Add(consent = RecordingConsent.For(courseId, personId));
        consent.Answer(agrees, now);
        db.Audit.Add(AuditEntry.New(agrees ? "RecordingAgreed" : "RecordingDeclined", personId, personId, courseId, $"text {consent.TextVersion}", now));
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);
}
