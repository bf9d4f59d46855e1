namespace Lyceum.Domain.Classes;

/// <summary>Why breakout rooms say no.</summary>
public static class BreakoutRefusals
{
    public static Refusal AreOpen { get; } = Refusal.Conflict("The breakout rooms are already open.");
    public static Refusal NotOpen { get; } = Refusal.Conflict("The breakout rooms are not open.");
    public static Refusal HowMany { get; } = Refusal.Invalid("Make between 2 and 20 rooms.");
    public static Refusal Twice { get; } = Refusal.Invalid("Somebody is in two rooms.");
    public static Refusal BadTime { get; } = Refusal.Invalid("Rooms are open for 1 to 240 minutes.");
    public static Refusal NoSuchRoom { get; } = new(RefusalKind.NotFound, "This room is not there.");
    public static Refusal NotYourRoom { get; } = Refusal.Forbidden("You belong in another room. Ask the host to move you.");
    public static Refusal NotThere { get; } = Refusal.Conflict("You are no longer in this room.");
    public static Refusal HasClosed { get; } = Refusal.TooLate("This room has closed.");
    public static Refusal OnlyInClass { get; } = Refusal.Conflict("This is done in the class, not in a breakout room.");
    public static Refusal InNoRoom { get; } = Refusal.Conflict("You are in no breakout room.");
}
