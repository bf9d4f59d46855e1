using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Tests.Courses;

public class CourseGlanceTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_student_is_shown_all_that_is_their_own_and_nothing_of_anybody_else(string kind)
    {
        await using var scene = await Scene.Open(kind);
        var other = await scene.AddStudent("jonas");
        await scene.Save(db => db.AddRange(
            Progress(scene.Quiz, scene.Mei.Id), Grade(scene.Quiz, scene.Mei.Id, 8.5m, released: true), Grade(scene.Essay, scene.Mei.Id, 3, released: false),
            Progress(scene.Essay, other.Id), Grade(scene.Essay, other.Id, 9, released: true), News(scene.Mei.Id), News(scene.Mei.Id), News(other.Id)));

        var glance = await scene.Look();

        Assert.NotNull(glance);
        await using var db = scene.Database.Context();
        var version = (await db.Courses.SingleAsync()).Version;
        Assert.Equal(("Mei", "Europe/Oslo", "en", 2, version), (glance.Name, glance.TimeZone, glance.Language, glance.Unread, glance.Version));
        Assert.Equal(await db.OwnStandings(scene.Course.Id, scene.Mei.Id, default), glance.Own);
        Assert.Equal(8.5m, Assert.Single(glance.Own).Value.Score);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task It_opens_to_whom_the_visibility_rule_opens_the_course_as_students_and_to_nobody_else(string kind)
    {
        await using var scene = await Scene.Open(kind);
        Assert.NotNull(await scene.Look());

        await scene.Change<Course>(scene.Course.Id, course => course.Unpublish());
        await scene.SeesNothing("a course that is not published");
        await scene.Change<Course>(scene.Course.Id, course => course.Publish());
        await scene.Change<Enrollment>(scene.Place.Id, place => place.Remove(Now));
        await scene.SeesNothing("somebody who was removed");
        await scene.Change<Enrollment>(scene.Place.Id, place => place.Return(Now));
        Assert.NotNull(await scene.Look());

        await scene.Change<Session>(scene.Session.Id, session => session.End(Now));
        Assert.Null(await scene.Look());
        Assert.Null(await scene.Glances.Of(Guid.NewGuid(), "statistics", default));
        Assert.Null(await scene.Glances.Of(scene.Session.Id, "nothing", default));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_teaches_and_who_is_staff_gets_the_page_that_is_drawn_for_them(string kind)
    {
        await using var scene = await Scene.Open(kind);
        await scene.Change<Enrollment>(scene.Place.Id, place => place.Assign(CourseRole.Assistant, null));
        Assert.Null(await scene.Look());
        await scene.Change<Enrollment>(scene.Place.Id, place => place.Assign(CourseRole.Student, null));
        await scene.Change<Person>(scene.Mei.Id, person => person.BecomeStaff());
        Assert.Null(await scene.Look());
    }

    private static ActivityProgress Progress(Activity activity, Guid person)
    {
        var progress = ActivityProgress.Begin(activity, person, Now);
        progress.Advance(.4, Now, 4, 10);
        progress.Finish(Now);
        return progress;
    }

    private static Grade Grade(Activity activity, Guid person, decimal score, bool released)
    {
        var grade = Domain.Grades.Grade.For(activity.Id, activity.CourseId, person, Now);
        grade.Record(score, isLate: false, needsGrading: false, Now);
        if (released) grade.Release(Now);
        return grade;
    }

    private static Notification News(Guid person) => Notification.New(person, "A reply", [], "/", Now);

    private sealed record Scene(TestDatabase Database, CourseGlances Glances, Course Course, Activity Quiz, Activity Essay, Person Mei, Enrollment Place, Session Session) : IAsyncDisposable
    {
        public static async Task<Scene> Open(string kind)
        {
            var database = await Databases.Open(kind);
            var course = Course.New("statistics", "Introduction to Statistics", "blue", "Europe/Oslo", Now).Value;
            course.Publish();
            var module = Module.New(course.Id, 0, "Sampling").Value;
            var (quiz, essay) = (Activity.New(module, ActivityKind.Quiz, "Checkpoint", 0, 25, 10).Value, Activity.New(module, ActivityKind.Assignment, "Essay", 1, 60, 10).Value);
            var mei = Person.New("Mei", "mei@harbour.example", "Europe/Oslo", "en", false, Now).Value;
            var (place, session) = (Enrollment.New(course.Id, mei.Id, CourseRole.Student, Now), Session.Start(mei.Id, "Firefox", Now));
            var scene = new Scene(database, new CourseGlances(database.Settings), course, quiz, essay, mei, place, session);
            await scene.Save(db => db.AddRange(course, module, quiz, essay, mei, place, session));
            return scene;
        }

        public ValueTask<CourseGlance?> Look() => Glances.Of(Session.Id, "statistics", default);

        public async Task SeesNothing(string why)
        {
            await using var db = Database.Context();
            Assert.False(await db.CoursesOpenTo(new Viewer(Mei.Id, false)).AnyAsync(), why);
            Assert.Null(await Look());
        }

        public async Task<Person> AddStudent(string name)
        {
            var person = Person.New(name, $"{name}@harbour.example", "Europe/Oslo", "en", false, Now).Value;
            await Save(db => db.AddRange(person, Enrollment.New(Course.Id, person.Id, CourseRole.Student, Now)));
            return person;
        }

        public Task Change<T>(Guid id, Action<T> change) where T : class => Write(async db =>
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            change((await db.FindAsync<T>(id))!);
        });

        public Task Save(Action<SchoolDb> add) => Write(db =>
        {
            add(db);
            return Task.CompletedTask;
        });

        private async Task Write(Func<SchoolDb, Task> change) => await Database.Store.Write<Done>(async (db, ct) =>
        {
            await change(db);
            await db.SaveChangesAsync(ct);
            return new Done();
        });

        public async ValueTask DisposeAsync()
        {
            Glances.Dispose();
            await Database.DisposeAsync();
        }
    }
}
