using System.Text.Json;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>What a page of a class tells its script; everything else comes over the line. Mirrored in client/class/setup.ts.</summary>
public sealed record RoomSetup(
    string Mode, Guid ClassId, Guid PersonId, ClassRole Role, string Title, string Subtitle, string StartsText, string EndsText,
    Instant PlannedStart, Instant PlannedEnd, Instant ServerNow, Instant LobbyOpens,
    string LogUrl, string NotesUrl, string LeaveUrl, string RoomUrl, string ReplayUrl, CreditTerms? Credit, Instant? WatchedUntil, Guid? SectionId,
    bool? AgreesToRecording)
{
    public string HubUrl { get; init; } = "/hubs/class";
    /// <summary>Where the slides lie.</summary>
    public string FilesUrl { get; init; } = "/files";
    /// <summary>About the recording: of the class for who teaches, of oneself for everybody else; empty for guests.</summary>
    public string RecordingUrl { get; init; } = "";
    /// <summary>Whether the school has a program that captions by itself.</summary>
    public bool HasRecognizer { get; init; }
    /// <summary>For staff, who put people into rooms by their section.</summary>
    public IReadOnlyList<SectionPeople> Sections { get; init; } = [];
    /// <summary>The page of the notes that the class writes together; empty for guests.</summary>
    public string SharedNotesUrl { get; init; } = "";

    public string Json() => JsonSerializer.Serialize(this, Options);

    // Not ClassJson's relaxed sibling: the default encoder leaves no < in the block, so nothing can close the script element.
    private static readonly JsonSerializerOptions Options = ClassJson.Configure(new JsonSerializerOptions());
}

/// <summary>Who is in a section of the course.</summary>
public sealed record SectionPeople(string Name, IReadOnlyList<Guid> People);

/// <summary>What earns the credit and what of it stands already; <paramref name="Attended"/> is when this person was there live.</summary>
public sealed record CreditTerms(int ReplayPercent, bool AnswerPolls, string? DueText, bool IsOver, bool IsEarned, IReadOnlyList<WatchedInterval> Attended);
