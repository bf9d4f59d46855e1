using System.Net.Http.Json;
using System.Text.Json;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Quizzes;
using NodaTime;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>A quiz in week 9 of statistics: a choice (2 points), a number (3) and, where asked for, an essay (5).</summary>
internal sealed class QuizStage(SchoolFixture school, Activity activity, IReadOnlyList<Question> questions)
{
    public Activity Activity => activity;
    public Guid Id => activity.Id;
    public Question Box => questions[0];
    public Question Number => questions[1];
    public Question Essay => questions[2];
    public string Page => QuizAddress.Of("statistics", Id);
    public string AttemptPage => QuizAddress.Attempt("statistics", Id);

    public static async Task<QuizStage> Open(SchoolFixture school, QuizRules? rules = null, bool withEssay = false, decimal? points = 10, Window window = default)
    {
        var activity = await school.AddActivity(ActivityKind.Quiz, "Checkpoint 9, standard error", points);
        var quiz = Quiz.For(activity.Id);
        quiz.Arrange(RichText.Markdown("Take your time."), rules ?? new QuizRules { AttemptsAllowed = 2, TimeLimitMinutes = 30 });
        List<Question> questions = [Ask(0, 2, WhichBox), Ask(1, 3, StandardError)];
        if (withEssay) questions.Add(Ask(2, 5, new Essay(RichText.Markdown("Why the square root?"))));
        await school.Write(db =>
        {
            activity.Schedule(window);
            db.Activities.Update(activity);
            db.Quizzes.Add(quiz);
            db.Questions.AddRange(questions);
        });
        return new QuizStage(school, activity, questions);

        Question Ask(int position, decimal worth, QuestionContent content) => Question.Ask(activity.Id, position, worth, content).Value;
    }

    /// <summary>An attempt begun without the browser; its deadline job is queued too.</summary>
    public async Task<Attempt> Begin(string who)
    {
        var start = school.Services.GetService(typeof(StartAttempt)) as StartAttempt;
        return (await start!.Run("statistics", Id, school.People[who], CancellationToken.None)).Value;
    }

    public object Choose(string choice, long sequence = 1, Instant? at = null) => Sent(Box, new { kind = "choice", choiceId = choice }, sequence, at);

    public object Type(string number, long sequence = 1, Instant? at = null) => Sent(Number, new { kind = "text", text = number }, sequence, at);

    public object Write(string text, long sequence = 1, Instant? at = null) => Sent(Essay, new { kind = "text", text }, sequence, at);

    public Task<HttpResponseMessage> Save(HttpClient client, int number, params object[] answers) => Post(client, "answers", number, answers);

    public Task<HttpResponseMessage> HandIn(HttpClient client, int number, params object[] answers) => Post(client, "submission", number, answers);

    private async Task<HttpResponseMessage> Post(HttpClient client, string to, int number, object[] answers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Page}/attempts/{number}/{to}") { Content = JsonContent.Create(new { answers }) };
        request.Headers.Add("RequestVerificationToken", await client.TokenOf("/status/404"));
        return await client.SendAsync(request);
    }

    public static async Task<Receipt> ReceiptOf(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<Receipt>(JsonSerializerOptions.Web))!;
    }

    private object Sent(Question question, object answer, long sequence, Instant? at) =>
        new { question = question.Id, answer, sequence, journaledAt = (at ?? school.Clock.GetCurrentInstant()).ToUnixTimeMilliseconds() };

    private static SingleChoice WhichBox { get; } = new(RichText.Markdown("Which box belongs to which size?"),
    [
        new Choice("a", RichText.Markdown("A is n = 4, B is n = 16, C is n = 64"), 1, RichText.Markdown("The larger the sample, the closer the means.")),
        new Choice("b", RichText.Markdown("A is n = 64, B is n = 16, C is n = 4"), 0, RichText.Markdown("The other way round.")),
        new Choice("c", RichText.Markdown("All three are n = 16"), 0), new Choice("d", RichText.Markdown("The plots cannot tell"), 0),
    ]);

    private static Numeric StandardError { get; } = new(RichText.Markdown("What is the standard error of the mean?"),
        [new AcceptedNumber(new NumberNear(2.3m, 0.05m))]) { Unit = "minutes" };
}
