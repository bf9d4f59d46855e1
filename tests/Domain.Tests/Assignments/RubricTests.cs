using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Assignments;

public class RubricTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);
    private static readonly RubricCriterion Claim = Criterion("Claim", 0, 3, 5);
    private static readonly RubricCriterion Evidence = Criterion("Evidence", 0, 4, 6);
    private static readonly Rubric Essay = Rubric.Of([Claim, Evidence]).Value;

    private static RubricCriterion Criterion(string title, params int[] points) => new(Guid.NewGuid(), title, [.. points.Select(one => new RubricLevel(one, $"worth {one}"))]);
    private static RubricMark[] Marks(decimal claim, decimal evidence) => [new(Claim.Id, claim), new(Evidence.Id, evidence)];

    [Fact]
    public void The_chosen_levels_add_up_to_the_score()
    {
        Assert.Equal(11, Essay.Points);
        Assert.Equal(9m, Essay.ScoreOf(Marks(5, 4), 11).Value);
    }

    [Fact]
    public void Where_the_assignment_is_worth_something_else_the_sum_is_put_on_its_scale() =>
        Assert.Equal(16.36m, Essay.ScoreOf(Marks(5, 4), 20).Value);

    [Fact]
    public void A_criterion_without_a_level_or_with_one_that_is_not_there_gives_no_score_and_is_named()
    {
        Assert.Equal(["Evidence"], Essay.ScoreOf([new RubricMark(Claim.Id, 5)], 11).Refusal!.Arguments);
        Assert.Equal(["Evidence"], Essay.ScoreOf(Marks(5, 5), 11).Refusal!.Arguments);
        Assert.Equal([new RubricMark(Claim.Id, 3)], Essay.Taking([.. Marks(3, 5), new RubricMark(Guid.NewGuid(), 1)]));
    }

    [Fact]
    public void Levels_stand_from_the_lowest_to_the_highest_and_empty_rows_are_left_out()
    {
        var typed = Rubric.Of([new RubricCriterion(Guid.NewGuid(), " Style ", [new(4, "Clear"), new(0, ""), new(2, "Uneven ")]), new RubricCriterion(Guid.NewGuid(), " ", [])]).Value;
        var style = Assert.Single(typed.Criteria);
        Assert.Equal("Style", style.Title);
        Assert.Equal([new RubricLevel(0, ""), new(2, "Uneven"), new(4, "Clear")], style.Levels);
        Assert.True(Rubric.Of([]).Value.IsEmpty);
    }

    [Fact]
    public void A_criterion_has_a_name_two_levels_and_points_that_differ()
    {
        Assert.Equal(RubricRefusals.NoTitle, Rubric.Of([Criterion("", 0, 1)]).Refusal);
        Assert.Equal(RubricRefusals.LevelsOf("Claim").Message, Rubric.Of([Criterion("Claim", 5)]).Refusal!.Message);
        Assert.Equal(RubricRefusals.PointsOf("Claim").Message, Rubric.Of([Criterion("Claim", 5, 5)]).Refusal!.Message);
        Assert.Equal(RubricRefusals.PointsOf("Claim").Message, Rubric.Of([Criterion("Claim", -1, 5)]).Refusal!.Message);
        Assert.Equal(RubricRefusals.TooManyCriteria, Rubric.Of(Enumerable.Range(0, 21).Select(number => Criterion($"{number}", 0, 1))).Refusal);
    }

    [Fact]
    public void What_a_grader_began_is_kept_apart_until_it_is_given_and_a_newer_hand_in_is_not_graded_unseen()
    {
        var activity = Activity.New(Module.New(Guid.NewGuid(), 1, "Week 8").Value, ActivityKind.Assignment, "Argument essay", 1, 60, 11).Value;
        var submission = Submission.Begin(activity, Guid.NewGuid(), Now);
        Assert.Equal(AssignmentRefusals.NotHandedIn, submission.KeepGrading(new GradingDraft("", "Good.", []), 0).Refusal);
        submission.KeepDraft("A quiet carriage.", 0, Now);
        submission.HandIn(Assignment.For(activity), activity.Window, Now);

        Assert.False(submission.KeepGrading(new GradingDraft("", "Good.", Marks(5, 4)), 1).IsRefused);
        Assert.Equal("", submission.Feedback);
        Assert.Null(submission.GradedAt);
        submission.KeepDraft("A quieter carriage.", 1, Now);
        submission.HandIn(Assignment.For(activity), activity.Window, Now);
        Assert.Equal(AssignmentRefusals.HandedInAgain, submission.GiveFeedback("Good.", Marks(5, 4), 1, Now).Refusal);
        Assert.False(submission.GiveFeedback("Better.", Marks(5, 6), 2, Now).IsRefused);
        Assert.Null(submission.GradingDraft);
        Assert.Equal(Marks(5, 6), submission.Marks);
    }
}
