using System.Text;
using System.Text.Json;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Domain.School;
using Lyceum.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Bench;

/// <summary>The requests that hand in the open attempts of all students at all quizzes of a course.</summary>
internal sealed class HandinRequests
{
    private readonly List<byte[]> heads;
    private readonly List<(byte[] Line, byte[] Body)> quizzes;

    public HandinRequests(List<byte[]> heads, List<(byte[] Line, byte[] Body)> quizzes)
    {
        (this.heads, this.quizzes) = (heads, quizzes);
        Longest = heads.Max(head => head.Length) + quizzes.Max(quiz => quiz.Line.Length + quiz.Body.Length);
    }

    public int Count => heads.Count * quizzes.Count;
    public int Longest { get; }

    /// <summary>The length of what it has written.</summary>
    public int Write(int which, Span<byte> buffer)
    {
        var (line, body) = quizzes[which / heads.Count];
        var head = heads[which % heads.Count];
        line.CopyTo(buffer);
        head.CopyTo(buffer[line.Length..]);
        body.CopyTo(buffer[(line.Length + head.Length)..]);
        return line.Length + head.Length + body.Length;
    }
}

/// <summary>A course whose students all have an open attempt at each of its quizzes, and the request that hands in each of them.</summary>
internal static class HandinSchool
{
    private const int Students = 2000;
    private const int Quizzes = 120;
    private const int Questions = 10;

    public static async Task<HandinRequests> Fill(string data)
    {
        await using var app = SchoolHost.Build(new SchoolSettings { Data = data, Demo = false });
        await CommandLine.Prepare(app);
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var course = Course.New("exam", "Exam", "blue", "Europe/Oslo", now).Value;
        course.Publish();
        var people = Enumerable.Range(0, Students).Select(i => Person.New($"Student {i}", $"s{i}@exam.example", "Europe/Oslo", "en", false, now).Value).ToList();
        var sessions = people.Select(person => Session.Start(person.Id, "bench", now)).ToList();
        var store = app.Services.GetRequiredService<SchoolStore>();
        await Keep(store, [SchoolProfile.New("Bench", "Europe/Oslo", "en"), course, .. people, .. sessions,
            .. people.Select(person => Enrollment.New(course.Id, person.Id, CourseRole.Student, now))]);
        var module = Module.New(course.Id, 0, "Exams").Value;
        await Keep(store, [module]);
        var quizzes = new List<(byte[], byte[])>(Quizzes);
        for (var i = 0; i < Quizzes; i++) quizzes.Add(await AddQuiz(store, course, module, people, now));
        return new([.. sessions.Select(session => Head(app.Services, session))], quizzes);
    }

    private static async Task<(byte[] Line, byte[] Body)> AddQuiz(SchoolStore store, Course course, Module module, List<Person> people, Instant now)
    {
        var activity = Activity.New(module, ActivityKind.Quiz, "Exam", 0, 30, 20).Value;
        activity.Publish();
        var quiz = Quiz.For(activity.Id);
        quiz.Arrange(RichText.Empty, new QuizRules { AttemptsAllowed = 1, TimeLimitMinutes = 600 });
        var choices = Enumerable.Range(0, 4).Select(i => new Choice($"c{i}", RichText.Markdown($"Choice {i}"), i == 0 ? 1 : 0)).ToList();
        var questions = Enumerable.Range(0, Questions).Select(i => Question.Ask(activity.Id, i, 2, new SingleChoice(RichText.Markdown($"Question {i}?"), choices)).Value).ToList();
        await Keep(store, [activity, quiz, .. questions, .. people.Select(person => quiz.Begin(person.Id, activity.Window, [], Questions, 1, now).Value)]);
        var body = JsonSerializer.SerializeToUtf8Bytes(new { answers = questions.Select((question, i) => new { question = question.Id, answer = new { kind = "choice", choiceId = $"c{i % 4}" }, sequence = 1, journaledAt = now.ToUnixTimeMilliseconds() }) });
        return (Encoding.ASCII.GetBytes($"POST /courses/{course.Slug}/quizzes/{activity.Id}/attempts/1/submission HTTP/1.1\r\nContent-Length: {body.Length}\r\n"), body);
    }

    private static byte[] Head(IServiceProvider services, Session session)
    {
        var browser = Browser.Of(services, session);
        return Encoding.ASCII.GetBytes($"Host: school.example\r\nContent-Type: application/json\r\nCookie: {browser.Cookies}\r\n{Browser.TokenHeader}: {browser.Token}\r\n\r\n");
    }

    internal static Task Keep(SchoolStore store, IEnumerable<object> rows) => store.Write<Done>(async (db, ct) =>
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        await db.SaveChangesAsync(ct);
        return new Done();
    });
}
