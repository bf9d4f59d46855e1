using NodaTime;

namespace Lyceum.Domain.Courses;

public enum CourseRole { Student, Instructor, Assistant, Observer }

public enum EnrollmentState { Active, Removed }

/// <summary>One person in one course, once; a removed member keeps the row, so that their work stays where it was.</summary>
public sealed class Enrollment
{
    private Enrollment() { }

    public Guid Id { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid? SectionId { get; private set; }
    public CourseRole Role { get; private set; }
    public EnrollmentState State { get; private set; }
    public Instant EnrolledAt { get; private set; }
    public Instant? RemovedAt { get; private set; }
    /// <summary>Went by themselves and may come back by themselves; whom an instructor removed, an instructor brings back.</summary>
    public bool HasLeft { get; private set; }

    public static Enrollment New(Guid courseId, Guid personId, CourseRole role, Instant now, Guid? sectionId = null) =>
        new() { Id = Guid.CreateVersion7(), CourseId = courseId, PersonId = personId, Role = role, SectionId = sectionId, EnrolledAt = now };

    public bool IsActive => State == EnrollmentState.Active;

    public void Assign(CourseRole role, Guid? sectionId) => (Role, SectionId) = (role, sectionId);
    public void Remove(Instant now) => (State, RemovedAt, HasLeft) = (EnrollmentState.Removed, now, false);
    public void Leave(Instant now) => (State, RemovedAt, HasLeft) = (EnrollmentState.Removed, now, true);
    public void Return(Instant now) => (State, RemovedAt, HasLeft, EnrolledAt) = (EnrollmentState.Active, null, false, now);
}
