namespace Lyceum.Domain.Classes;

/// <summary>Which role may give which command, and which commands a replay still takes.</summary>
public static class ClassRights
{
    public static bool May(this ClassActor who, ClassCommand command, bool isCoHost = false) => command switch
    {
        ConnectPerson or DisconnectPerson or Knock => true,
        EndClass or NameCoHost or DismissCoHost => who.Role == ClassRole.Instructor,
        StartClass => Leads(who, isCoHost),
        LowerAllHands or ShowDeck or ShowFoundDeck or TurnSlide or StartChapter => Leads(who, isCoHost),
        KeepDoor or LetIn or SendAway => Leads(who, isCoHost),
        StartAnswer or FinishAnswer or AnswerInWriting => Leads(who, isCoHost),
        MuteStudents or AllowMedia or NamePresenter or DismissPresenter or PutForward or WriteCaption or CaptionByMachine => Leads(who, isCoHost),
        StartSlot or StartFoundSlot or EndSlot => Leads(who, isCoHost),
        PreparePoll or OpenPoll or ClosePoll or ShowPollResults => Leads(who, isCoHost),
        OpenBreakouts or MoveToBreakout or AnswerHelp or TellBreakouts or RecallBreakouts or ExtendBreakouts => Leads(who, isCoHost),
        DoInBreakout inside => who.May(inside.Command, isCoHost),
        WithdrawCheckpoint => who.IsStaff,
        AnswerPoll => who.Role is ClassRole.Student or ClassRole.Guest,
        MarkLost => who.Role == ClassRole.Student,
        ServerCommand => false,
        _ => who.Role != ClassRole.Observer,
    };

    /// <summary>The pointer is the presenter's, how loud somebody is the room's own; observers are still.</summary>
    public static bool May(this ClassState state, ClassActor who, ClassSignal signal) => signal switch
    {
        Pointer { X: >= 0 and <= 1, Y: >= 0 and <= 1 } => state.MayDraw(who),
        BoardDraft draft => state.May(who, draft),
        Pointer or VoicesNow or NotesWritten => false,
        _ => who.Role != ClassRole.Observer,
    };

    private static bool Leads(ClassActor who, bool isCoHost) => who.IsStaff || isCoHost;

    public static bool IsTakenInReplay(this ClassCommand command) => command
        is PostChat or RemoveChat or ReactToLine or AnswerInWriting or AskQuestion or VoteQuestion or UnvoteQuestion or RemoveQuestion or FinishAnswer or AnswerPoll or MarkLost;

    /// <summary>What staff alone may do once the class has ended: put checkpoints into its replay.</summary>
    public static bool IsTakenAfterwards(this ClassCommand command) => command is PreparePoll or OpenPoll or WithdrawCheckpoint;
}
