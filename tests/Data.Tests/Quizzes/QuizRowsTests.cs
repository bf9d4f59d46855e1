using System.Text.Json;
using Lyceum.Data.Quizzes;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Tests.Quizzes;

public sealed class QuizRowsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_quiz_its_questions_and_an_attempt_come_back_as_they_were_kept(string kind)
    {
        await using var database = await Databases.Open(kind);
        var school = await QuizSchool.Found(database, Now);
        await using var db = database.Context();

        var quiz = await db.Quizzes.SingleAsync();
        Assert.Equal((30, GradeBy.Last, FeedbackWhen.AfterDue), (quiz.Rules.TimeLimitMinutes, quiz.Rules.GradeBy, quiz.Rules.Feedback));
        var questions = await db.Questions.OrderBy(question => question.Position).ToListAsync();
        Assert.Equal(Stored(school.Questions.Select(question => question.Content)), Stored(questions.Select(question => question.Content)));
        var attempt = await db.Attempts.SingleAsync(attempt => attempt.PersonId == school.Mei);
        Assert.Equal(new ChoiceAnswer("a"), attempt.Sheet[questions[0].Id]);
        Assert.Equal((Now + Duration.FromSeconds(2250), 1.25m, 2m), (attempt.Deadline, attempt.TimeFactor, attempt.Points));
        Assert.DoesNotContain("isEmpty", JsonSerializer.Serialize(attempt.Sheet), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Attempts_and_questions_are_seen_by_their_owner_by_those_who_teach_and_by_staff(string kind)
    {
        await using var database = await Databases.Open(kind);
        var school = await QuizSchool.Found(database, Now);
        await using var db = database.Context();
        async Task<(int Attempts, int Questions)> Seen(Guid? person, bool isStaff = false)
        {
            var viewer = new Viewer(person, isStaff);
            return (await db.AttemptsVisibleTo(viewer).CountAsync(), await db.QuestionsVisibleTo(viewer).CountAsync());
        }

        Assert.Equal((1, 2), await Seen(school.Mei));
        Assert.Equal((2, 2), await Seen(school.Amara));
        Assert.Equal((2, 2), await Seen(school.Elif));
        Assert.Equal((2, 2), await Seen(school.Ruth, isStaff: true));
        Assert.Equal((0, 0), await Seen(school.Jonas));
        Assert.Equal((0, 0), await Seen(school.Zofia));
        Assert.Equal((0, 0), await Seen(null));
    }

    private static string Stored<T>(IEnumerable<T> values) => JsonSerializer.Serialize(values.ToList());
}
