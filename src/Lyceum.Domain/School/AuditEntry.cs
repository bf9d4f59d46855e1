using NodaTime;

namespace Lyceum.Domain.School;

/// <summary>Who did what to whom, for staff; never rewritten.</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    public Guid Id { get; private set; }
    public Instant At { get; private set; }
    public Guid? ActorId { get; private set; }
    /// <summary>Past tense with its noun: EnrollmentRemoved, GradeOverridden.</summary>
    public string What { get; private set; } = "";
    public Guid? SubjectId { get; private set; }
    public Guid? CourseId { get; private set; }
    public string Detail { get; private set; } = "";

    public static AuditEntry New(string what, Guid? actorId, Guid? subjectId, Guid? courseId, string detail, Instant now) =>
        new() { Id = Guid.CreateVersion7(), At = now, ActorId = actorId, What = what, SubjectId = subjectId, CourseId = courseId, Detail = detail };
}
