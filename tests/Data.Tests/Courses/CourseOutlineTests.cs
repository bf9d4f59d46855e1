using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Data.Tests.Courses;

public class CourseOutlineTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whatever_the_outline_shows_raises_the_version_of_its_course(string kind)
    {
        await using var database = await Databases.Open(kind);
        var (course, module, activity, person) = await Fill(database);
        var before = await VersionOf(database, course);

        await Save(database, async db => (await db.Modules.AsTracking().SingleAsync(one => one.Id == module.Id)).Describe("Renamed", null, null));
        var renamed = await VersionOf(database, course);
        Assert.True(renamed > before);

        await Save(database, db => { db.ClassSessions.Add(ClassSession.New(activity, Now, Now + Duration.FromHours(1)).Value); return Task.CompletedTask; });
        var planned = await VersionOf(database, course);
        Assert.True(planned > renamed);

        await Save(database, async db => (await db.ClassSessions.AsTracking().SingleAsync()).Pulse(Now));
        Assert.Equal(planned, await VersionOf(database, course));

        await Save(database, db => { db.Enrollments.Add(Enrollment.New(course.Id, person.Id, CourseRole.Student, Now)); return Task.CompletedTask; });
        Assert.True(await VersionOf(database, course) > planned);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_new_name_of_somebody_who_teaches_raises_the_version_and_that_of_a_student_does_not(string kind)
    {
        await using var database = await Databases.Open(kind);
        var (course, _, _, student) = await Fill(database);
        var teacher = Person.New("Amara Okafor", "amara@harbour.example", "Europe/Oslo", "en", false, Now).Value;
        await Save(database, db =>
        {
            db.AddRange(teacher, Enrollment.New(course.Id, teacher.Id, CourseRole.Instructor, Now), Enrollment.New(course.Id, student.Id, CourseRole.Student, Now));
            return Task.CompletedTask;
        });
        var before = await VersionOf(database, course);

        await Save(database, async db => (await db.People.AsTracking().SingleAsync(one => one.Id == student.Id)).Describe("Mei T.", "Europe/Oslo", "en"));
        Assert.Equal(before, await VersionOf(database, course));

        await Save(database, async db => (await db.People.AsTracking().SingleAsync(one => one.Id == teacher.Id)).Describe("Dr. Amara Okafor", "Europe/Oslo", "en"));
        Assert.True(await VersionOf(database, course) > before);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_outline_is_read_again_when_its_course_has_changed_and_only_then(string kind)
    {
        await using var database = await Databases.Open(kind);
        var (course, _, activity, _) = await Fill(database);
        var outlines = new CourseOutlines();
        var first = await Read(database, outlines, course);
        Assert.Same(first, await Read(database, outlines, course));
        Assert.Empty(first.ForStudents.Activities);

        await Save(database, async db => (await db.Activities.AsTracking().SingleAsync(one => one.Id == activity.Id)).Publish());

        var second = await Read(database, outlines, course);
        Assert.NotSame(first, second);
        Assert.Single(second.ForStudents.Activities);
        Assert.Equal(75, second.Load.LiveMinutes);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_a_row_says_of_its_content_is_right_after_every_change(string kind)
    {
        await using var database = await Databases.Open(kind);
        var (course, module, held, person) = await Fill(database);
        var quiz = Activity.New(module, ActivityKind.Quiz, "Checkpoint 9", 1).Value;
        var talk = Activity.New(module, ActivityKind.Discussion, "Where does n = 30 come from?", 2).Value;
        var lecture = Activity.New(module, ActivityKind.Lecture, "Lecture 8", 3).Value;
        await Save(database, db => { db.AddRange(quiz, talk, lecture, ClassSession.New(held, Now, Now + Duration.FromHours(1)).Value); return Task.CompletedTask; });
        var outlines = new CourseOutlines();
        Assert.Equal(ActivityContents.None, await Contents(quiz));

        var questions = Enumerable.Range(0, 3).Select(at => Question.Ask(quiz.Id, at, 1, new TrueFalse(RichText.Markdown("True?"), true)).Value).ToList();
        await Save(database, db => { db.Quizzes.Add(Quiz.For(quiz.Id)); db.Questions.AddRange(questions); return Task.CompletedTask; });
        Assert.Equal(new ActivityContents(Questions: 3, Attempts: 1), await Contents(quiz));
        await Save(database, async db => db.Questions.Remove(await db.Questions.AsTracking().SingleAsync(one => one.Id == questions[0].Id)));
        await Save(database, async db => (await db.Quizzes.AsTracking().SingleAsync()).Arrange(RichText.Empty, new QuizRules { AttemptsAllowed = 2 }));
        Assert.Equal(new ActivityContents(Questions: 2, Attempts: 2), await Contents(quiz));

        var thread = Thread.Open(course.Id, talk.Id, person.Id, "Why 30?", Now).Value;
        await Save(database, db => { db.AddRange(thread, thread.Reply(person.Id, "Says who?", null, Now).Value); return Task.CompletedTask; });
        Assert.Equal(1, (await Contents(talk)).Posts);
        await Save(database, async db => db.Add((await db.Threads.AsTracking().SingleAsync()).Reply(person.Id, "The book.", null, Now).Value));
        Assert.Equal(2, (await Contents(talk)).Posts);

        await Save(database, db => { var recorded = Lecture.For(lecture); recorded.Record(Guid.CreateVersion7(), true, 60); db.Add(recorded); return Task.CompletedTask; });
        Assert.True((await Contents(lecture)).IsVideo);

        await Save(database, db => { db.ReplayWatches.Add(ReplayWatch.Begin(held.Id, person.Id, Now)); return Task.CompletedTask; });
        Assert.Equal(1, (await Contents(held)).Replayed);

        async Task<ActivityContents> Contents(Activity activity) => (await Read(database, outlines, course)).Activities.Single(one => one.Id == activity.Id).Contents;
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_taken_out_is_seen_by_no_query_and_comes_back(string kind)
    {
        await using var database = await Databases.Open(kind);
        var (_, _, activity, _) = await Fill(database);
        await Save(database, async db => (await db.Activities.AsTracking().SingleAsync(one => one.Id == activity.Id)).Remove(Now));
        await using (var db = database.Context()) Assert.Empty(await db.ActivitiesVisibleTo(new Viewer(null, IsStaff: true)).ToListAsync());
        await Save(database, async db => (await db.Activities.AsTracking().IgnoreQueryFilters().SingleAsync(one => one.Id == activity.Id)).PutBack());
        await using (var db = database.Context()) Assert.Single(await db.ActivitiesVisibleTo(new Viewer(null, IsStaff: true)).ToListAsync());
    }

    private static async Task<(Course, Module, Activity, Person)> Fill(TestDatabase database)
    {
        var course = Course.New("statistics", "Introduction to Statistics", "blue", "Europe/Oslo", Now).Value;
        var module = Module.New(course.Id, 0, "Sampling").Value;
        var activity = Activity.New(module, ActivityKind.ClassSession, "Sampling distributions", 0, 75).Value;
        var person = Person.New("Mei Tanaka", "mei@harbour.example", "Europe/Oslo", "en", false, Now).Value;
        await Save(database, db => { db.AddRange(course, module, activity, person); return Task.CompletedTask; });
        return (course, module, activity, person);
    }

    private static async Task<CourseOutline> Read(TestDatabase database, CourseOutlines outlines, Course course)
    {
        await using var db = database.Context();
        return await outlines.Of(await db.Courses.AsNoTracking().SingleAsync(one => one.Id == course.Id), db);
    }

    private static async Task<long> VersionOf(TestDatabase database, Course course)
    {
        await using var db = database.Context();
        return await db.Courses.Where(one => one.Id == course.Id).Select(one => one.Version).SingleAsync();
    }

    private static async Task Save(TestDatabase database, Func<SchoolDb, Task> change) => await database.Store.Write<Done>(async (db, ct) =>
    {
        await change(db);
        await db.SaveChangesAsync(ct);
        return new Done();
    });
}
