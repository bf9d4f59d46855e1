namespace Lyceum.Domain.Classes;

/// <summary>Why a class says no.</summary>
public static class ClassRefusals
{
    public static Refusal DoorsClosed { get; } = Refusal.Conflict("The doors of this class are not open yet.");
    public static Refusal LessonNotReady { get; } = Refusal.Conflict("This lesson is still being prepared.");
    public static Refusal NotStarted { get; } = Refusal.Conflict("The class has not started yet.");
    public static Refusal AlreadyStarted { get; } = Refusal.Conflict("The class has already started.");
    public static Refusal HasEnded { get; } = Refusal.TooLate("The class has ended.");
    public static Refusal OnlyLive { get; } = Refusal.Conflict("This can only be done live. Go back to live first.");
    public static Refusal NotYourRole { get; } = Refusal.Forbidden("Your role in this class does not allow that.");
    public static Refusal NotYours { get; } = Refusal.Forbidden("Only its author or the staff of the course can do that.");
    public static Refusal NothingWritten { get; } = Refusal.Invalid("Write something first.");
    public static Refusal NoSuchLine { get; } = new(RefusalKind.NotFound, "This line is no longer there.");
    public static Refusal NoSuchQuestion { get; } = new(RefusalKind.NotFound, "This question is no longer there.");
    public static Refusal NoSuchPoll { get; } = new(RefusalKind.NotFound, "This poll is not there.");
    public static Refusal NoDeck { get; } = Refusal.Conflict("There are no slides to turn. Show some first.");
    public static Refusal NoSuchSlide { get; } = Refusal.Invalid("There is no such slide.");
    public static Refusal PollNeedsOptions { get; } = Refusal.Invalid("A poll needs a question and two to ten options.");
    public static Refusal PollNotPrepared { get; } = Refusal.Conflict("This poll has already been opened.");
    public static Refusal PollNotOpen { get; } = Refusal.Conflict("This poll is not open.");
    public static Refusal NoCheckpoint { get; } = Refusal.Conflict("Only a checkpoint that was added after the class can be taken out.");
    public static Refusal PollNotOpenedYet { get; } = Refusal.Conflict("This poll has not been opened yet.");
    public static Refusal AlreadyAnswered { get; } = Refusal.Conflict("You have already answered this poll.");
    public static Refusal NoSuchOption { get; } = Refusal.Invalid("Choose from the options of the poll.");
    public static Refusal TooLong(int letters) => Refusal.Invalid("This is too long: at most {0} characters.", null, letters);
}
