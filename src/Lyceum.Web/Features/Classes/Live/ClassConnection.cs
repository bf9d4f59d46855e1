using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>One socket of a participant: a cursor into the log. While a write is under way nothing else is written to it.</summary>
/// <param name="words">A refusal in the language of this participant.</param>
public sealed class ClassConnection(HubConnectionContext line, string id, Guid? sessionId, Guid classId, ClassActor who, long position, Instant since, Func<Refusal, SentRefusal> words)
{
    private int isWriting;

    /// <summary>As it stands in the log; the socket's own id is nobody's business.</summary>
    public string Id => id;
    public Guid ClassId => classId;
    public ClassActor Who { get; private set; } = who;
    public Guid? SessionId => sessionId;
    public Instant Since => since;
    /// <summary>How much of the class it was welcomed to; null before.</summary>
    public ClassSight? Sight { get; set; }
    /// <summary>Where the client stands: the end of the last message that it was sent.</summary>
    public long Position { get; set; } = position;
    /// <summary>Up to where the log has been looked through for it; beyond <see cref="Position"/> lies nothing that it may see.</summary>
    public long Scanned { get; set; } = position;

    public void Answered(bool agreesToRecording) => Who = Who with { AgreesToRecording = agreesToRecording };

    public bool TryBeginWrite() => Interlocked.CompareExchange(ref isWriting, 1, 0) == 0;

    /// <summary>Why it is cut, as its participant reads it.</summary>
    public SentRefusal Said(Refusal why) => words(why);

    public void EndWrite() => Volatile.Write(ref isWriting, 0);

    public ValueTask Write(SerializedHubMessage message) => line.WriteAsync(message, CancellationToken.None);

    public void Abort() => line.Abort();
}
