namespace Lyceum.Domain.Classes;

/// <summary>Which role may give which command, and which commands a replay still takes.</summary>
public static class ClassRights
{
    public static bool May(this ClassActor who, ClassCommand command) => command switch
    {
        ConnectPerson or DisconnectPerson or Knock => true,
        StartClass or EndClass => who.Role == ClassRole.Instructor,
        LowerAllHands or ShowDeck or ShowFoundDeck or TurnSlide or StartChapter => who.IsStaff,
        KeepDoor or LetIn or SendAway => who.IsStaff,
        StartAnswer or FinishAnswer or AnswerInWriting => who.IsStaff,
        MuteStudents or AllowMedia or NamePresenter or DismissPresenter or PutForward or WriteCaption => who.IsStaff,
        PreparePoll or OpenPoll or ClosePoll or ShowPollResults => who.IsStaff,
        AnswerPoll or MarkLost => who.Role == ClassRole.Student,
        ServerCommand => false,
        _ => who.Role != ClassRole.Observer,
    };

    /// <summary>The pointer is the presenter's, how loud somebody is the room's own; observers are still.</summary>
    public static bool May(this ClassActor who, ClassSignal signal) => signal switch
    {
        Pointer => who.IsStaff,
        VoicesNow => false,
        _ => who.Role != ClassRole.Observer,
    };

    public static bool IsTakenInReplay(this ClassCommand command) => command
        is PostChat or RemoveChat or ReactToLine or AnswerInWriting or AskQuestion or VoteQuestion or UnvoteQuestion or RemoveQuestion or FinishAnswer or AnswerPoll or MarkLost;
}
