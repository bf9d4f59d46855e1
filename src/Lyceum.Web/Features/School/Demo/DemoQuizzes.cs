using System.Globalization;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>The quizzes, and the attempts that the cast has made: real ones, begun, saved, handed in and marked by the rules.</summary>
public static class DemoQuizzes
{
    public static void Fill(DemoRun run, string marker)
    {
        foreach (var made in run.Activities.Where(made => made.Activity.Kind == ActivityKind.Quiz))
        {
            var (intro, written) = DemoQuestions.Read(made.Page);
            var quiz = Quiz.For(made.Id);
            int? Number(string name) => made.Page.Find(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
            _ = quiz.Arrange(run.Text(intro), new QuizRules { AttemptsAllowed = Number("attempts"), TimeLimitMinutes = Number("limit") }).Value;
            var questions = written.Select((q, i) => Question.Ask(made.Id, i, q.Points, q.Content with { Prompt = run.Text(q.Content.Prompt.Text) }).Value).ToList();
            run.Db.Quizzes.Add(quiz);
            run.Db.Questions.AddRange(questions);
            var cast = new QuizCast(run, made, quiz, questions, written, marker);
            foreach (var (who, at) in WhoTookIt(run, made)) cast.Take(who, at);
        }
    }

    /// <summary>In a weekly course nearly everybody by the due date; elsewhere those whom the page names.</summary>
    private static IEnumerable<(string Who, Instant At)> WhoTookIt(DemoRun run, DemoActivity made)
    {
        if (made.Page.Find("taken") is { } named)
        {
            var opens = made.Activity.Opens ?? Instant.MinValue;
            return named.Split(", ").Select((who, i) => (who, At: Instant.Max(run.Now - Duration.FromHours(50 - (7 * i)), opens + Duration.FromMinutes(5)))).Where(taken => taken.At < run.Now - Duration.FromHours(1));
        }
        if (made.Activity.Due is not { } due || due > run.Now) return [];
        return run.Students.Where(student => DemoHabits.DoesQuiz(student.Who, made.Week))
            .Select(student => (student.Who, due - Duration.FromMinutes(30 + DemoRun.Chance($"{student.Who} takes {made.Page.LinkName}").Next(4 * 24 * 60))));
    }
}

/// <summary>Takes one quiz for one person after the other.</summary>
internal sealed class QuizCast(DemoRun run, DemoActivity made, Quiz quiz, List<Question> questions, IReadOnlyList<DemoQuestion> written, string marker)
{
    public void Take(string who, Instant at)
    {
        var chance = DemoRun.Chance($"{who} answers {made.Page.LinkName}");
        var ability = run.Member(who).Ability / 100.0;
        var attempt = quiz.Begin(run.Id(who), made.Activity.Window, [], questions.Count, 1, at).Value;
        var burst = questions.Select((question, i) => Answered(question, written[i], chance, ability, at + Duration.FromSeconds(70 * (i + 1)))).ToList();
        _ = attempt.Save(burst, burst[^1].JournaledAt).Value;
        attempt.HandIn(questions, burst[^1].JournaledAt + Duration.FromSeconds(40));
        MarkEssays(attempt);
        run.Db.Attempts.Add(attempt);
        Keep(who, attempt, at);
    }

    private static JournaledAnswer Answered(Question question, DemoQuestion asked, Random chance, double ability, Instant at)
    {
        var answer = question.Content is Essay
            ? new TextAnswer(asked.Essays[chance.Next(asked.Essays.Count)].Text)
            : chance.NextDouble() < ability ? DemoAnswers.Right(question.Content) : DemoAnswers.Wrong(question.Content, chance);
        return new JournaledAnswer(question.Id, answer, at.ToUnixTimeMilliseconds(), at);
    }

    /// <summary>Essays of the last week still wait for somebody.</summary>
    private void MarkEssays(Attempt attempt)
    {
        foreach (var (question, asked) in questions.Zip(written).Where(pair => pair.First.Content is Essay))
        {
            var when = attempt.HandedInAt!.Value + Duration.FromHours(20);
            if (when > run.Now - Duration.FromDays(4)) continue;
            var text = ((TextAnswer)attempt.Sheet[question.Id]!).Text;
            _ = attempt.MarkByHand(question.Id, asked.Essays.First(e => e.Text == text).Points, null, run.Id(marker), when).Value;
        }
    }

    private void Keep(string who, Attempt attempt, Instant at)
    {
        var result = QuizResult.Of([attempt], quiz.Rules.GradeBy)!;
        var grade = run.Grade(made, who);
        grade.Record(result.PointsOutOf(made.Activity.Points ?? attempt.OutOf), made.Activity.Window.IsLateAt(attempt.HandedInAt!.Value), !result.IsFinal, attempt.HandedInAt.Value);
        grade.Release(attempt.HandedInAt.Value);
        var progress = run.Progress(made, who, at);
        progress.Advance(1, attempt.HandedInAt.Value, questions.Count, questions.Count);
        progress.Finish(attempt.HandedInAt.Value);
    }
}
