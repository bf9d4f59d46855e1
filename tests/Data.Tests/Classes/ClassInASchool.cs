using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Data.Tests.Classes;

/// <summary>A database with one class session in one course: Amara teaches, Mei studies, Zofia was removed.</summary>
internal sealed class ClassInASchool : IAsyncDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 17, 0);

    private ClassInASchool(TestDatabase database) => (Database, Log) = (database, new ClassLog(database.Store));

    public TestDatabase Database { get; }
    public ClassLog Log { get; }
    public Guid ClassId { get; private set; }
    public Guid Mei { get; private set; }
    public Guid Amara { get; private set; }
    public Guid Zofia { get; private set; }

    public static async Task<ClassInASchool> Open(string kind)
    {
        var school = new ClassInASchool(await Databases.Open(kind));
        var people = new[] { "amara", "mei", "zofia" }.Select(name => Person.New(name, $"{name}@harbour.example", "Europe/Oslo", "en", false, Start).Value).ToArray();
        (school.Amara, school.Mei, school.Zofia) = (people[0].Id, people[1].Id, people[2].Id);
        var course = Course.New("statistics", "Introduction to Statistics", "blue", "Europe/Oslo", Start).Value;
        course.Publish();
        var module = Module.New(course.Id, 1, "Week 9").Value;
        var activity = Activity.New(module, ActivityKind.ClassSession, "Sampling distributions", 1).Value;
        activity.Publish();
        school.ClassId = activity.Id;
        var removed = Enrollment.New(course.Id, school.Zofia, CourseRole.Student, Start);
        removed.Remove(Start);
        await school.Database.Store.Write<Done>(async (db, ct) =>
        {
            db.AddRange(people);
            db.AddRange(course, module, activity, ClassSession.New(activity, Start, Start + Duration.FromMinutes(75)).Value, removed,
                Enrollment.New(course.Id, school.Amara, CourseRole.Instructor, Start), Enrollment.New(course.Id, school.Mei, CourseRole.Student, Start));
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        return school;
    }

    public LoggedEvent Logged(long sequence, ClassEvent happened) => new(sequence, Start, 0, Audience.All, Amara, null, false, happened);

    public async Task<IReadOnlyList<LoggedEvent>> Append(params LoggedEvent[] events)
    {
        var outcome = await Log.Append(ClassId, events, ClassState.Empty, ClassState.Empty, CancellationToken.None);
        return outcome.IsRefused ? throw new InvalidOperationException(outcome.Refusal.Message) : events;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
