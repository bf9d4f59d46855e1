namespace Lyceum.Domain.Assignments;

public static class AssignmentRefusals
{
    public static readonly Refusal NotOpenYet = Refusal.Conflict("This assignment is not open yet. What you wrote is kept as a draft.");
    public static readonly Refusal Closed = Refusal.TooLate("This assignment has closed. What you wrote is kept as a draft; write to your instructor.");
    public static readonly Refusal LateNotAccepted = Refusal.TooLate("It was due, and late work is not accepted here. What you wrote is kept as a draft; write to your instructor.");
    public static readonly Refusal Empty = Refusal.Invalid("There is nothing to hand in yet: write something or add a file.");
    public static readonly Refusal TooLong = Refusal.Invalid("A text has at most 200,000 characters; hand in the rest as a file.", "Text");
    public static readonly Refusal TooManyFiles = Refusal.Invalid("At most 20 files can be handed in.", "Files");
    public static readonly Refusal NotHandedIn = Refusal.Conflict("Nothing has been handed in here yet.");
    public static readonly Refusal HandedInAgain = Refusal.Conflict("It was handed in again while you were reading. Load the page to see the newer one; what you wrote stands below.");
    public static readonly Refusal FeedbackTooLong = Refusal.Invalid("Feedback has at most 20,000 characters.", "Feedback");
    public static readonly Refusal Stale = Refusal.Conflict("A newer draft was saved from another tab or device. Nothing is lost: load the page to see it.");
}
