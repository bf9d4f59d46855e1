using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using NodaTime;

namespace Lyceum.Domain.Tests.Grades;

public class TermGradeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);
    private static readonly GradeColumn[] Columns =
    [
        new(Guid.NewGuid(), ActivityKind.Assignment, "PS 1", 20, null), new(Guid.NewGuid(), ActivityKind.Assignment, "PS 2", 20, null),
        new(Guid.NewGuid(), ActivityKind.Assignment, "PS 3", 20, null), new(Guid.NewGuid(), ActivityKind.Quiz, "Quiz 1", 10, null),
        new(Guid.NewGuid(), ActivityKind.Assignment, "Project", 25, null),
    ];

    private static readonly GradeCategory Sets = new(Guid.NewGuid(), "Problem sets", 50, 0, ActivityKind.Assignment);
    private static readonly GradeCategory Quizzes = new(Guid.NewGuid(), "Quizzes", 30, 0, ActivityKind.Quiz);
    private static readonly GradeCategory Project = new(Guid.NewGuid(), "Project", 20, 0);

    private static GradePlan Plan(GradeCategory sets, params GradePlace[] places)
    {
        var plan = GradePlan.For(Guid.NewGuid());
        Assert.False(plan.Weigh([sets, Quizzes, Project], [new(Columns[4].ActivityId, Project.Id), .. places]).IsRefused);
        return plan;
    }

    private static TermGrade Of(GradePlan? plan, params decimal?[] scores) =>
        TermGrade.Of(Columns, [.. scores.Select(score => score is null ? GradeCell.Empty : GradeCell.Empty with { State = CellState.Scored, Score = score })], plan);

    [Fact]
    public void Categories_count_by_their_weights_and_not_by_their_points()
    {
        var term = Of(Plan(Sets), 20, 10, 15, 5, 25);
        Assert.Equal(50m * .75m + 30 * .5m + 20, term.Percent);
        Assert.Equal([75m, 50m, 100m], term.Categories.Select(one => one.Percent!.Value));
        Assert.Equal([37.5m, 15m, 20m], term.Categories.Select(one => one.Adds!.Value));
    }

    [Fact]
    public void A_category_without_a_grade_leaves_its_weight_to_the_others()
    {
        var term = Of(Plan(Sets), 20, 10, 15, 5, null);
        Assert.Equal(65.6m, term.Percent);
        Assert.Null(term.Categories[2].Percent);
        Assert.Null(Of(Plan(Sets), null, null, null, null, null).Percent);
    }

    [Fact]
    public void The_lowest_scores_are_left_out_but_one_always_counts()
    {
        var term = Of(Plan(Sets with { DropLowest = 1 }), 20, 10, 16, 5, 25);
        Assert.Equal([Columns[1].ActivityId], term.Dropped);
        Assert.Equal(90m, term.Categories[0].Percent);
        Assert.Empty(Of(Plan(Sets with { DropLowest = 3 }), 12, null, null, null, null).Dropped);
    }

    [Fact]
    public void A_missing_work_is_the_first_to_be_left_out()
    {
        GradeCell[] cells = [GradeCell.Empty with { State = CellState.Scored, Score = 8 }, GradeCell.Empty with { State = CellState.Missing }, GradeCell.Empty, GradeCell.Empty, GradeCell.Empty];
        Assert.Equal([Columns[1].ActivityId], TermGrade.Of(Columns, cells, Plan(Sets with { DropLowest = 1 })).Dropped);
    }

    [Fact]
    public void Extra_credit_adds_points_and_asks_for_none()
    {
        var plan = Plan(Sets, new GradePlace(Columns[2].ActivityId, Sets.Id, IsExtra: true));
        Assert.Equal(95m, Of(plan, 20, 10, 8, null, null).Percent);
        Assert.Equal(75m, Of(plan, 20, 10, null, null, null).Percent);
    }

    [Fact]
    public void What_counts_nowhere_changes_nothing()
    {
        var plan = Plan(Sets, new GradePlace(Columns[2].ActivityId, null));
        Assert.Equal(75m, Of(plan, 20, 10, 0, null, null).Percent);
    }

    [Fact]
    public void Without_a_plan_all_points_count_alike() => Assert.Equal(78.9m, Of(null, 20, 10, 15, 5, 25).Percent);

    [Theory]
    [InlineData(60, "The weights add up to {0} %, not to 100 %. Nothing was changed.")]
    [InlineData(0, "A weight is a number above 0, up to 100.")]
    public void Weights_that_make_no_whole_are_refused(int weight, string sentence)
    {
        var plan = GradePlan.For(Guid.NewGuid());
        Assert.Equal(sentence, plan.Weigh([Sets with { Weight = weight }, Quizzes], []).Refusal?.Message);
        Assert.Empty(plan.Categories);
    }

    [Fact]
    public void Later_due_dates_move_when_a_work_is_missing()
    {
        var due = new GradeColumn(Guid.NewGuid(), ActivityKind.Assignment, "PS 4", 20, Now - Duration.FromHours(30));
        var book = Gradebook.Of([due], [new(Guid.NewGuid(), "Mei", null, Duration.FromDays(2)), new(Guid.NewGuid(), "Jonas")], [], Now);
        Assert.Equal([CellState.Empty, CellState.Missing], book.Lines.Select(line => line.Cells[0].State));
    }
}
