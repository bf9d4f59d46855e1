using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Quizzes;
using Lyceum.Web.Tests;
using NodaTime;

namespace Lyceum.Browser.Tests.Quizzes;

public sealed class QuizSchool : BrowserFixture
{
    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 24, 19, 25);

    /// <summary>Ten questions of every kind, half an hour, two attempts; Mei has time and a quarter. It is 20:25 in Oslo.</summary>
    public async Task<string> AddQuiz(QuizRules? rules = null)
    {
        Clock.Reset(Evening);
        var activity = await AddActivity(ActivityKind.Quiz, "Checkpoint 9, standard error", 21);
        var quiz = Quiz.For(activity.Id);
        quiz.Arrange(RichText.Markdown("Ten questions about samples and their means. You may look things up."),
            rules ?? new QuizRules { AttemptsAllowed = 2, TimeLimitMinutes = 30, QuestionsPerPage = 2 });
        await Write(async db =>
        {
            db.Quizzes.Add(quiz);
            db.Questions.AddRange(QuizScene.Questions.Select((content, i) => Question.Ask(activity.Id, i, i == 4 ? 3 : 2, content).Value));
            if (await db.Accommodations.FindAsync(Statistics.Id, People[Cast.Mei]) is not null) return;
            var granted = Accommodation.For(Statistics.Id, People[Cast.Mei]);
            granted.GrantTime(1.25m);
            db.Accommodations.Add(granted);
        });
        return QuizAddress.Of("statistics", activity.Id);
    }
}

internal static class QuizScene
{
    private const string Boxes =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 440 250' width='440' height='250' font-family='sans-serif' font-size='12'>"
        + "<g fill='#dbe5ff' stroke='#2347d9' stroke-width='2'><path d='M60 45h290M60 35v20M350 35v20M140 20h105v50H140zM198 20v50M140 125h120M140 115v20M260 115v20M172 100h50v50h-50zM200 100v50M180 205h50M180 195v20M230 195v20M190 185h28v40h-28zM204 185v40'/></g>"
        + "<g fill='#43506b' font-weight='700'><text x='14' y='50'>A</text><text x='14' y='130'>B</text><text x='14' y='210'>C</text></g></svg>";

    private static readonly string Picture = "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Boxes));

    public static QuestionContent[] Questions { get; } =
    [
        Choose("What does a confidence level of **95 %** promise?", "That 95 of 100 such intervals hold the mean", "That the mean is 95 % right", "That 95 % of the sample lies inside"),
        new MultipleChoice(Text("What makes the standard error smaller?"),
            MultipleChoice.EvenShares([new Choice("people", Text("More people"), 1), new Choice("spread", Text("Less spread"), 1), new Choice("variables", Text("More variables"), 0)])),
        new TrueFalse(Text("The mean is robust against outliers."), false) { FeedbackOnTrue = Text("One outlier is enough to move it.") },
        Choose($"Each box shows the means of 500 samples of waiting times, in minutes. The samples have 4, 16 and 64 people. Which box belongs to which size?\n\n![Box A is the widest, box C the narrowest]({Picture})",
            "A is n = 4, B is n = 16, C is n = 64", "A is n = 64, B is n = 16, C is n = 4", "All three are n = 16", "The plots cannot tell"),
        new Numeric(Text("Waiting times have a standard deviation of **18.4 minutes**. You ask **64 people**. What is the standard error of the mean?"),
            [new AcceptedNumber(new NumberNear(2.3m, 0.05m))]) { Unit = "minutes", Feedback = new Feedback(Always: Text("18.4 ÷ √64 = 2.3")) },
        new ShortAnswer(Text("What is the square of the standard deviation called?"), [new AcceptedText("variance")]),
        new Matching(Text("What does each symbol stand for?"), [new MatchItem("sigma", Text("σ"), "spread"), new MatchItem("n", Text("n"), "size")],
            [new MatchOption("spread", "standard deviation of the population"), new MatchOption("size", "size of the sample"), new MatchOption("median", "median")]),
        new Essay(Text("Explain in your own words why the standard error falls with the square root of the sample size.")),
        new TrueFalse(Text("A larger sample has a smaller standard error."), true),
        new TrueFalse(Text("A census has no standard error."), true),
    ];

    private static RichText Text(string text) => RichText.Markdown(text);

    private static SingleChoice Choose(string prompt, params string[] choices) =>
        new(Text(prompt), [.. choices.Select((choice, i) => new Choice($"c{i}", Text(choice), i == 0 ? 1 : 0))]);
}
