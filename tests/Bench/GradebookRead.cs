using System.Diagnostics;
using Lyceum.Data;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Grades;
using Lyceum.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Activity = Lyceum.Domain.Courses.Activity;
using ActivityKind = Lyceum.Domain.Courses.ActivityKind;

namespace Lyceum.Bench;

/// <summary>The gradebook of 500 students and 100 graded activities: its queries, and its time beside reading the same rows with SQL alone, in turns.</summary>
internal static class GradebookRead
{
    private const int Students = 500;
    private const int Activities = 100;
    private const int Turns = 15;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        await using var app = SchoolHost.Build(new SchoolSettings { Data = folder.Path, Demo = false });
        await CommandLine.Prepare(app);
        var (course, instructor) = await Fill(app.Services.GetRequiredService<SchoolStore>());
        using var queries = new QueryCount();
        var (books, raws) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            queries.Restart();
            var clock = Stopwatch.StartNew();
            await using (var scope = app.Services.CreateAsyncScope())
            {
                var found = await scope.ServiceProvider.GetRequiredService<ReadGradebook>().OfCourse(course.Slug, instructor, CancellationToken.None);
                if (found?.Emails.Count != Students) throw new InvalidOperationException("The gradebook is not whole.");
            }
            books.Add(clock.Elapsed.TotalMilliseconds);
            clock.Restart();
            ReadRows(folder.Path, course.Id);
            raws.Add(clock.Elapsed.TotalMilliseconds);
        }
        // The first turns compile.
        var (book, raw) = (books.Skip(Turns / 3).Min(), raws.Skip(Turns / 3).Min());
        await Console.Error.WriteLineAsync($"gradebook: {book:0.0} ms, SQL alone {raw:0.0} ms");
        return [new("gradebook.queries", queries.Count, "<=", 5), new("gradebook.ratio", book / raw, "<=", 3)];
    }

    private static void ReadRows(string data, Guid courseId)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "school.db")};Mode=ReadOnly");
        connection.Open();
        foreach (var sql in (string[])[
            "select p.id, p.name, p.email, e.section_id from enrollments e join people p on p.id = e.person_id where e.course_id = @c and e.role = 'Student' and e.state = 'Active' order by p.name",
            "select a.id, a.kind, a.title, a.points, a.due from activities a join modules m on m.id = a.module_id where a.course_id = @c and a.is_published and a.points is not null order by m.position, a.position",
            "select activity_id, person_id, state, score, is_late, needs_grading, released_at, is_by_hand, note, changed_by, changed_at from grades where activity_id in (select id from activities where course_id = @c)"])
        {
            using var command = connection.CreateCommand();
            (command.CommandText, _) = (sql, command.Parameters.AddWithValue("@c", courseId));
            using var rows = command.ExecuteReader();
            var values = new object[rows.FieldCount];
            while (rows.Read()) rows.GetValues(values);
        }
    }

    private static async Task<(Course Course, Viewer Instructor)> Fill(SchoolStore store)
    {
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var course = Course.New("gradebook", "A large course", "blue", "Europe/Oslo", now).Value;
        course.Publish();
        var module = Module.New(course.Id, 1, "Week 1").Value;
        var activities = Enumerable.Range(0, Activities).Select(i => Activity.New(module, ActivityKind.Assignment, $"Assignment {i}", i, 30, 10).Value).ToList();
        foreach (var activity in activities) activity.Publish();
        var people = Enumerable.Range(0, Students + 1).Select(i => Person.New($"Person {i}", $"p{i}@gradebook.example", "Europe/Oslo", "en", false, now).Value).ToList();
        await HandinSchool.Keep(store, [SchoolProfile.New("Bench", "Europe/Oslo", "en"), course, module, .. activities, .. people,
            .. people.Select((person, i) => Enrollment.New(course.Id, person.Id, i == 0 ? CourseRole.Instructor : CourseRole.Student, now))]);
        foreach (var few in people.Skip(1).Chunk(100))
        {
            await HandinSchool.Keep(store, few.SelectMany(person => activities.Select(activity =>
            {
                var grade = Grade.For(activity.Id, course.Id, person.Id, now);
                grade.Record(8, false, false, now);
                return grade;
            })));
        }
        return (course, new Viewer(people[0].Id, false));
    }

    /// <summary>The commands that the mapper sends, counted as it tells of them.</summary>
    private sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> listening = [];

        public QueryCount() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Count { get; private set; }

        public void Restart() => Count = 0;
        public void OnNext(DiagnosticListener source)
        {
            if (source.Name == "Microsoft.EntityFrameworkCore") listening.Add(source.Subscribe(this, name => name.EndsWith("CommandExecuted", StringComparison.Ordinal)));
        }

        public void OnNext(KeyValuePair<string, object?> told)
        {
            if (told.Key.EndsWith("CommandExecuted", StringComparison.Ordinal)) Count++;
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }
        public void Dispose() => listening.ForEach(one => one.Dispose());
    }
}
