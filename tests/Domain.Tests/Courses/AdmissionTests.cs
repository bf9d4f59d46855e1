using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Courses;

public class AdmissionTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly Guid Mei = Guid.NewGuid();

    [Fact]
    public void An_open_course_takes_whoever_comes()
    {
        var enrollment = Admission.Of(Course(EnrollmentPolicy.Open), Mei, null, null, Now).Value;
        Assert.Equal((CourseRole.Student, true), (enrollment.Role, enrollment.IsActive));
    }

    [Fact]
    public void A_course_by_code_wants_the_code()
    {
        var course = Course(EnrollmentPolicy.Code, "ABCDEFGH");
        Assert.Equal(Admission.WrongCode, Admission.Of(course, Mei, null, "ABCDEFGX", Now).Refusal);
        Assert.False(Admission.Of(course, Mei, null, "abcd-efgh", Now).IsRefused);
    }

    [Fact]
    public void A_course_by_staff_takes_nobody_by_themselves() =>
        Assert.Equal(Admission.ByStaffOnly, Admission.Of(Course(EnrollmentPolicy.ByStaff), Mei, null, null, Now).Refusal);

    [Fact]
    public void Asking_twice_is_asking_once()
    {
        var course = Course(EnrollmentPolicy.Open);
        var first = Admission.Of(course, Mei, null, null, Now).Value;
        Assert.Same(first, Admission.Of(course, Mei, first, null, Now).Value);
    }

    [Fact]
    public void Who_left_may_come_back_and_who_was_removed_may_not()
    {
        var course = Course(EnrollmentPolicy.Open);
        var enrollment = Admission.Of(course, Mei, null, null, Now).Value;
        Assert.False(Admission.Leave(enrollment, Now).IsRefused);
        Assert.False(enrollment.IsActive);
        Assert.True(Admission.Of(course, Mei, enrollment, null, Now).Value.IsActive);

        enrollment.Remove(Now);
        Assert.Equal(Admission.WasRemoved, Admission.Of(course, Mei, enrollment, null, Now).Refusal);
    }

    [Fact]
    public void An_assistant_who_left_comes_back_as_a_student()
    {
        var enrollment = Enrollment.New(Guid.NewGuid(), Mei, CourseRole.Assistant, Now);
        enrollment.Leave(Now);
        Assert.Equal(CourseRole.Student, Admission.Of(Course(EnrollmentPolicy.Open), Mei, enrollment, null, Now).Value.Role);
    }

    [Fact]
    public void An_instructor_cannot_leave_the_course_alone() =>
        Assert.True(Admission.Leave(Enrollment.New(Guid.NewGuid(), Mei, CourseRole.Instructor, Now), Now).IsRefused);

    [Theory]
    [InlineData(22, 59, false)]
    [InlineData(23, 0, true)]
    public void The_last_day_counts_whole_where_the_course_is(int hour, int minute, bool ended)
    {
        var course = Course(EnrollmentPolicy.Open);
        course.Place("blue", "Europe/Oslo", new LocalDate(2026, 9, 28), new LocalDate(2026, 11, 22));
        Assert.Equal(ended, Admission.Of(course, Mei, null, null, Instant.FromUtc(2026, 11, 22, hour, minute)).Refusal == Admission.IsOver);
    }

    private static Course Course(EnrollmentPolicy policy, string? code = null)
    {
        var course = Domain.Courses.Course.New("statistics", "Introduction to Statistics", "blue", "Europe/Oslo", Now).Value;
        course.Admit(policy, code);
        return course;
    }
}
