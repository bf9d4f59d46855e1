using System.Text.RegularExpressions;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.School.Demo;

namespace Lyceum.Web.Tests.School;

/// <summary>What can be said of the demo's pages without a school.</summary>
public sealed partial class DemoContentTests
{
    private static readonly string[] Courses = ["statistics", "writing"];

    public static TheoryData<string> Quizzes => [.. Courses.SelectMany(DemoContent.Activities).Where(page => page.Kind == "quiz").Select(page => page.Path)];

    public static TheoryData<string> Pages => [.. Courses.SelectMany(DemoContent.Activities).Select(page => page.Path)];

    [Theory, MemberData(nameof(Quizzes))]
    public void The_right_answer_to_every_question_earns_all_its_points(string path)
    {
        var page = DemoContent.Read(path);
        var (intro, questions) = DemoQuestions.Read(page);
        Assert.NotEmpty(intro);
        Assert.All(questions, question =>
        {
            Assert.False(Question.Ask(Guid.NewGuid(), 0, question.Points, question.Content).IsRefused);
            if (question.Content is Essay) Assert.True(question.Content.Mark(new TextAnswer("Something.")).NeedsHand);
            else Assert.Equal(1, question.Content.Mark(DemoAnswers.Right(question.Content)).Fraction);
        });
        Assert.Equal(decimal.Parse(page["points"], System.Globalization.CultureInfo.InvariantCulture), questions.Sum(question => question.Points));
    }

    [Theory, MemberData(nameof(Quizzes))]
    public void A_wrong_answer_never_earns_all_the_points_and_says_something(string path)
    {
        var chance = new Random(1);
        Assert.All(DemoQuestions.Read(DemoContent.Read(path)).Questions.Where(question => question.Content is not Essay), question =>
        {
            Assert.True(question.Content.Mark(DemoAnswers.Wrong(question.Content, chance)).Fraction < 1);
            Assert.NotEmpty(question.Content.FeedbackFor(DemoAnswers.Right(question.Content)).Concat(question.Content.FeedbackFor(DemoAnswers.Wrong(question.Content, chance))));
        });
    }

    [Fact]
    public void Every_kind_of_question_is_asked_somewhere() =>
        Assert.Equal(7, Courses.SelectMany(DemoContent.Activities).Where(page => page.Kind == "quiz").SelectMany(page => DemoQuestions.Read(page).Questions).Select(question => question.Content.GetType()).Distinct().Count());

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_page_or_a_file_of_its_course(string path)
    {
        var course = path.Split('/')[0];
        var names = DemoContent.Activities(course).Select(page => page.LinkName).ToHashSet();
        var page = DemoContent.Read(path);
        Assert.All(Link().Matches(page.Body).Select(match => match.Groups["target"].Value), target =>
        {
            if (target.StartsWith("activity:", StringComparison.Ordinal)) Assert.Contains(target["activity:".Length..], names);
            else Assert.Contains($"{course}/{target}", DemoContent.Paths);
        });
        Assert.All(new[] { "deck", "file", "captions" }.Select(page.Find).OfType<string>(), file => Assert.Contains($"{course}/files/{file}", DemoContent.Paths));
    }

    [Fact]
    public void Names_of_activities_are_unique_in_their_course() =>
        Assert.All(Courses, course => Assert.Distinct(DemoContent.Activities(course).Select(page => page.LinkName)));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
