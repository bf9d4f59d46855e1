using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>Whether somebody may enroll by themselves, and what becomes of the place they had before.</summary>
public static class Admission
{
    public static Refusal WasRemoved { get; } = Refusal.Forbidden("You were removed from this course. Write to its instructor to come back.");
    public static Refusal ByStaffOnly { get; } = Refusal.Forbidden("The school enrolls people in this course. Ask its instructor for a place.");
    public static Refusal IsOver { get; } = Refusal.TooLate("This course has ended.");
    public static Refusal WrongCode { get; } = Refusal.Invalid("This code does not open this course. Check it with whoever gave it to you.", "code");

    /// <summary>The place to keep: a new one, the old one again, or the one that is held already (asking twice is asking once).</summary>
    public static Outcome<Enrollment> Of(Course course, Guid personId, Enrollment? before, string? typedCode, Instant now)
    {
        if (before is { IsActive: true }) return before;
        if (before is { HasLeft: false }) return WasRemoved;
        if (course.Enrollment == EnrollmentPolicy.ByStaff) return ByStaffOnly;
        if (course.HasEnded(now)) return IsOver;
        if (course.Enrollment == EnrollmentPolicy.Code && !EnrollmentCode.Matches(course.EnrollCode, typedCode)) return WrongCode;
        if (before is null) return Enrollment.New(course.Id, personId, CourseRole.Student, now);
        before.Return(now);
        // Who taught here and left comes back as a student: nobody becomes an instructor by themselves.
        before.Assign(CourseRole.Student, before.SectionId);
        return before;
    }

    public static Outcome<Done> Leave(Enrollment? enrollment, Instant now)
    {
        if (enrollment is null || !enrollment.IsActive) return Refusal.NotFound;
        if (enrollment.Role == CourseRole.Instructor) return Refusal.Conflict("An instructor cannot leave the course. Ask the school to hand it over first.");
        enrollment.Leave(now);
        return new Done();
    }

    /// <summary>The last day counts whole, in the course's zone.</summary>
    public static bool HasEnded(this Course course, Instant now) =>
        course.EndsOn is { } last && now.InZone(DateTimeZoneProviders.Tzdb[course.TimeZone]).Date > last;
}
