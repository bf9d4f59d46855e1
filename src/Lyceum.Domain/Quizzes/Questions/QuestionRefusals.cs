namespace Lyceum.Domain.Quizzes;

/// <summary>Why a question cannot stand as it was written.</summary>
public static class QuestionRefusals
{
    public static Refusal PromptMissing { get; } = Refusal.Invalid("Write the question itself.", "Prompt");
    public static Refusal PointsOutOfRange { get; } = Refusal.Invalid("Points go from 0 to 1,000.", "Points");
    public static Refusal TooFewChoices { get; } = Refusal.Invalid("Offer at least two choices.", "Choices");
    public static Refusal EmptyChoice { get; } = Refusal.Invalid("A choice has no text.", "Choices");
    public static Refusal NoRightChoice { get; } = Refusal.Invalid("Say which choice is right.", "Choices");
    public static Refusal CreditOutOfRange { get; } = Refusal.Invalid("A credit lies outside what one answer can earn.", "Choices");
    public static Refusal IdRepeated { get; } = Refusal.Invalid("Two choices have the same name inside.", "Choices");
    public static Refusal NoAcceptedAnswer { get; } = Refusal.Invalid("Give at least one answer that earns all the points.", "Accepted");
    public static Refusal EmptyAcceptedAnswer { get; } = Refusal.Invalid("An accepted answer has no text.", "Accepted");
    public static Refusal ImpossibleRange { get; } = Refusal.Invalid("No number fits this range.", "Accepted");
    public static Refusal TooFewMatches { get; } = Refusal.Invalid("Matching needs at least two lines and two options.", "Items");
    public static Refusal MatchMissing { get; } = Refusal.Invalid("Say for each line which option belongs to it.", "Items");
}
