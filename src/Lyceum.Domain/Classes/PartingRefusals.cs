namespace Lyceum.Domain.Classes;

/// <summary>Why whoever is in a class, or replays it, cannot stay. None of them ends by itself.</summary>
public static class PartingRefusals
{
    public static Refusal NotOfTheCourse { get; } = new(RefusalKind.NotFound, "You are no longer in this course.");
    public static Refusal ClassTakenOut { get; } = new(RefusalKind.NotFound, "This class is no longer open to you.");
    public static Refusal OtherRole { get; } = Refusal.Forbidden("Your role in this course has changed. Open the class again.");
    public static Refusal SignedOut { get; } = Refusal.Forbidden("You have signed out. Sign in to come back.");
}
