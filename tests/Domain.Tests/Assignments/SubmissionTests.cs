using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Assignments;

public class SubmissionTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 26, 22, 59);
    private static readonly Activity Activity = Lyceum.Domain.Courses.Activity.New(Module.New(Guid.NewGuid(), 1, "Week 9").Value, ActivityKind.Assignment, "Problem set 8", 1, 60, 20).Value;
    private readonly Assignment assignment = Assignment.For(Activity);
    private readonly Submission submission = Submission.Begin(Activity, Guid.NewGuid(), Due - Duration.FromDays(3));
    private readonly Window window = new(Due - Duration.FromDays(7), Due, Due + Duration.FromDays(7));

    private Outcome<Done> HandIn(Instant at) => submission.HandIn(assignment, window, at);

    [Fact]
    public void Handing_in_twice_is_handing_in_once()
    {
        submission.KeepDraft("An answer.", 0, Due - Duration.FromDays(2));
        Assert.False(HandIn(Due - Duration.FromDays(1)).IsRefused);
        Assert.False(HandIn(Due + Duration.FromDays(1)).IsRefused);
        Assert.Equal(1, submission.TimesHandedIn);
        Assert.False(submission.IsLate);
    }

    [Fact]
    public void A_changed_draft_may_be_handed_in_again_and_then_it_is_late()
    {
        submission.KeepDraft("An answer.", 0, Due);
        HandIn(Due);
        Assert.False(submission.IsLate);
        submission.KeepDraft("A better answer.", 1, Due + Duration.FromHours(1));
        HandIn(Due + Duration.FromHours(25));
        Assert.True(submission.IsLate);
        Assert.Equal(2, submission.DaysLate);
        Assert.Equal("A better answer.", submission.Text);
    }

    [Fact]
    public void Nothing_early_nothing_closed_nothing_empty_and_the_draft_stays()
    {
        Assert.Equal(AssignmentRefusals.Empty, HandIn(Due).Refusal);
        submission.KeepDraft("An answer.", 0, Due);
        Assert.Equal(AssignmentRefusals.NotOpenYet, HandIn(Due - Duration.FromDays(8)).Refusal);
        Assert.Equal(AssignmentRefusals.Closed, HandIn(Due + Duration.FromDays(7)).Refusal);
        assignment.Describe(RichText.Empty, true, true, LateRule.NotAccepted, 10);
        Assert.Equal(AssignmentRefusals.LateNotAccepted, HandIn(Due + Duration.FromTicks(1)).Refusal);
        Assert.Equal("An answer.", submission.DraftText);
        Assert.False(submission.IsHandedIn);
    }

    [Fact]
    public void An_older_tab_does_not_write_over_a_newer_draft()
    {
        submission.KeepDraft("First.", 0, Due);
        submission.KeepDraft("Second.", 1, Due);
        Assert.Equal(AssignmentRefusals.Stale, submission.KeepDraft("From the old tab.", 1, Due).Refusal);
        Assert.Equal("Second.", submission.DraftText);
    }

    [Fact]
    public void A_day_late_costs_its_percent_and_never_below_zero()
    {
        assignment.Describe(RichText.Empty, true, true, LateRule.LosesADay, 30);
        Assert.Equal(7m, assignment.AfterLateness(10, 1));
        Assert.Equal(0m, assignment.AfterLateness(10, 9));
        Assert.Equal(10m, assignment.AfterLateness(10, 0));
    }
}
