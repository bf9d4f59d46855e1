using System.Net;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>An instructor writes a quiz with plain forms.</summary>
public sealed class EditingTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    public static TheoryData<Dictionary<string, string>, Type> EveryKind => new()
    {
        { Form("singleChoice", ("Form.Rows[0].Text", "Yes"), ("Form.Rows[1].Text", "No"), ("Form.Right", "1")), typeof(SingleChoice) },
        { Form("multipleChoice", ("Form.Rows[0].Text", "Yes"), ("Form.Rows[1].Text", "No"), ("Form.Right", "0"), ("Form.Rule", "AllOrNothing")), typeof(MultipleChoice) },
        { Form("trueFalse", ("Form.IsTrue", "false")), typeof(TrueFalse) },
        { Form("shortAnswer", ("Form.Rows[0].Text", "variance"), ("Form.Rows[1].Text", "*square*"), ("Form.Rows[1].Credit", "50 %")), typeof(ShortAnswer) },
        { Form("numeric", ("Form.Rows[0].Text", "2,3"), ("Form.Rows[0].Other", "0.05"), ("Form.Rows[1].Low", "2"), ("Form.Rows[1].High", "3"), ("Form.Rows[1].Credit", "50"), ("Form.Unit", "minutes")), typeof(Numeric) },
        { Form("matching", ("Form.Rows[0].Text", "σ"), ("Form.Rows[0].Other", "spread"), ("Form.Rows[1].Text", "n"), ("Form.Rows[1].Other", "size"), ("Form.Distractors", "median")), typeof(Matching) },
        { Form("essay", ("Form.MarkingNotes", "Look for the root.")), typeof(Essay) },
    };

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task Every_kind_of_question_can_be_written_read_back_and_saved_unchanged(Dictionary<string, string> form, Type kind)
    {
        var stage = await QuizStage.Open(school);
        var amara = await school.SignIn(Cast.Amara);
        var added = await amara.PostForm($"{stage.Page}/edit/question", form);
        Assert.True(added.StatusCode == HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        var question = (await Questions(stage))[2];
        Assert.IsType(kind, question.Content);

        var page = await amara.GetStringAsync($"{stage.Page}/edit/question/{question.Id}");
        Assert.Contains("Why is it so?", page);
        await amara.PostForm($"{stage.Page}/edit/question/{question.Id}", PageForm.FieldsOf(page));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(question.Content), System.Text.Json.JsonSerializer.Serialize((await Questions(stage))[2].Content));
    }

    [Fact]
    public async Task A_question_that_cannot_stand_is_refused_in_words_and_what_was_typed_is_still_there()
    {
        var stage = await QuizStage.Open(school);
        var amara = await school.SignIn(Cast.Amara);
        var refused = await amara.PostForm($"{stage.Page}/edit/question", Form("singleChoice", ("Form.Rows[0].Text", "Only one"), ("Form.Right", "0")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Offer at least two choices.", page);
        Assert.Contains("Only one", page);
        Assert.Equal(2, (await Questions(stage)).Count);
    }

    [Fact]
    public async Task Questions_are_moved_and_removed_and_the_version_rises()
    {
        var stage = await QuizStage.Open(school);
        var amara = await school.SignIn(Cast.Amara);
        await amara.PostForm($"{stage.Page}/edit", new() { ["question"] = $"{stage.Number.Id}", ["to"] = "0" }, $"{stage.Page}/edit?handler=Move");
        Assert.Equal([stage.Number.Id, stage.Box.Id], (await Questions(stage)).Select(question => question.Id));
        await amara.PostForm($"{stage.Page}/edit", new() { ["question"] = $"{stage.Number.Id}" }, $"{stage.Page}/edit?handler=Remove");
        var left = Assert.Single(await Questions(stage));
        Assert.Equal((stage.Box.Id, 0), (left.Id, left.Position));
        Assert.Equal(3, (await school.Read(db => db.Quizzes.SingleAsync(quiz => quiz.ActivityId == stage.Id))).Version);
    }

    [Fact]
    public async Task The_rules_and_more_time_for_a_student_are_kept()
    {
        var stage = await QuizStage.Open(school);
        var amara = await school.SignIn(Cast.Amara);
        await amara.PostForm($"{stage.Page}/edit", new() { ["Rules.AttemptsAllowed"] = "", ["Rules.TimeLimitMinutes"] = "45", ["Rules.GradeBy"] = "Last", ["Rules.Feedback"] = "AfterDue", ["Rules.Shuffles"] = "true", ["Rules.GraceMinutes"] = "20", ["Rules.QuestionsPerPage"] = "1" });
        var rules = (await school.Read(db => db.Quizzes.SingleAsync(quiz => quiz.ActivityId == stage.Id))).Rules;
        Assert.Equal(new QuizRules { AttemptsAllowed = null, TimeLimitMinutes = 45, GradeBy = GradeBy.Last, Feedback = FeedbackWhen.AfterDue, Shuffles = true, GraceMinutes = 20, QuestionsPerPage = 1 }, rules);

        await amara.PostForm($"{stage.Page}/edit", new() { ["person"] = $"{school.People[Cast.Arjun]}", ["factor"] = "1.5" }, $"{stage.Page}/edit?handler=Grant");
        Assert.Equal(1.5m, (await stage.Begin(Cast.Arjun)).TimeFactor);
    }

    [Fact]
    public async Task An_essay_is_marked_by_the_assistant_and_its_student_is_told()
    {
        var stage = await QuizStage.Open(school, withEssay: true);
        var attempt = await stage.Begin(Cast.Jonas);
        await stage.HandIn(await school.SignIn(Cast.Jonas), 1, stage.Choose("a"), stage.Write("Because variances add."));
        var elif = await school.SignIn(Cast.Elif);
        Assert.Contains("To be marked by hand", await elif.GetStringAsync($"{stage.Page}/marking"));
        Assert.True((await Grade()).NeedsGrading);

        var page = $"{stage.Page}/marking/{attempt.Id}";
        Assert.Equal(HttpStatusCode.BadRequest, (await elif.PostForm(page, new() { ["question"] = $"{stage.Essay.Id}", ["points"] = "6" })).StatusCode);
        await elif.PostForm(page, new() { ["question"] = $"{stage.Essay.Id}", ["points"] = "4,5", ["comment"] = "Say which root." });

        var grade = await Grade();
        Assert.Equal((6.5m, false, true), (grade.Score, grade.NeedsGrading, grade.IsReleased));
        var told = await school.Read(db => db.Notifications.SingleAsync(notification => notification.PersonId == school.People[Cast.Jonas]));
        Assert.Equal($"{stage.Page}/attempts/1", told.Link);
        Assert.Contains("Say which root.", await (await school.SignIn(Cast.Jonas)).GetStringAsync(told.Link));

        Task<Domain.Grades.Grade> Grade() => school.Read(db => db.Grades.SingleAsync(grade => grade.ActivityId == stage.Id));
    }

    [Fact]
    public async Task A_question_put_right_later_changes_the_marks_when_everything_is_marked_again()
    {
        var stage = await QuizStage.Open(school);
        await stage.Begin(Cast.Mei);
        await stage.HandIn(await school.SignIn(Cast.Mei), 1, stage.Choose("b"));
        var amara = await school.SignIn(Cast.Amara);
        var fields = PageForm.FieldsOf(await amara.GetStringAsync($"{stage.Page}/edit/question/{stage.Box.Id}"));
        fields["Form.Right"] = "1";
        await amara.PostForm($"{stage.Page}/edit/question/{stage.Box.Id}", fields);
        Assert.Equal(0, (await Score())!.Value);
        await amara.PostForm($"{stage.Page}/marking", []);
        Assert.Equal(4, (await Score())!.Value);

        Task<decimal?> Score() => school.Read(db => db.Grades.Where(grade => grade.ActivityId == stage.Id).Select(grade => grade.Score).SingleAsync());
    }

    private Task<List<Question>> Questions(QuizStage stage) =>
        school.Read(db => db.Questions.Where(question => question.QuizId == stage.Id).OrderBy(question => question.Position).ToListAsync());

    private static Dictionary<string, string> Form(string kind, params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) { ["Form.Kind"] = kind, ["Form.Points"] = "2", ["Form.Prompt"] = "Why is it so?" };
}
