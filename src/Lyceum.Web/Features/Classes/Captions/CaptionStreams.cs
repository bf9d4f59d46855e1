using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Interop.Captions;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Captions;

/// <summary>
/// The captions that programs bring into classes: each cue becomes an event of the class at the moment at which it comes. A stream ends with
/// the class, and when its token is withdrawn; on another node it ends with its next cue.
/// </summary>
public sealed class CaptionStreams(IServiceScopeFactory scopes, ClassRooms rooms) : IDisposable
{
    private readonly ConcurrentDictionary<CancellationTokenSource, Guid> open = new();
    private readonly PartitionedRateLimiter<Guid> pace = PartitionedRateLimiter.Create<Guid, Guid>(classId => RateLimitPartition.GetTokenBucketLimiter(classId, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = 40,
        TokensPerPeriod = 20,
        ReplenishmentPeriod = TimeSpan.FromSeconds(10),
    }));

    /// <summary>Whether this is the token of this class's feed.</summary>
    public async Task<bool> Knows(Guid classId, string token, CancellationToken ct)
    {
        var hash = CaptionFeed.HashOf(token);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SchoolDb>().CaptionFeeds.AnyAsync(feed => feed.ClassId == classId && feed.TokenHash == hash, ct);
    }

    /// <summary>Reads until the text, the class or the token's time ends.</summary>
    /// <returns>How many cues were taken.</returns>
    public async Task<Outcome<int>> Run(Guid classId, string token, Stream content, CancellationToken ct)
    {
        if (await rooms.Open(classId, ct) is not { } room) return Refusal.NotFound;
        if (Closed(room.State) is { } closed) return closed;
        var ending = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, ending.Token);
        void Look()
        {
            // What then ends must not run where the class's events are written.
            if (room.State.Phase == ClassPhase.Ended) _ = ending.CancelAsync();
        }
        open[ending] = classId;
        room.Mailbox.Appended += Look;
        try
        {
            return await Take(classId, token, new WebVtt(content), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Closed(room.State) ?? CaptionRefusals.Withdrawn;
        }
        finally
        {
            room.Mailbox.Appended -= Look;
            open.TryRemove(ending, out _);
        }
    }

    /// <summary>The token is worth nothing any more.</summary>
    public void End(Guid classId)
    {
        foreach (var (stream, of) in open)
            if (of == classId && open.TryRemove(stream, out _)) _ = stream.CancelAsync();
    }

    private async Task<Outcome<int>> Take(Guid classId, string token, WebVtt captions, CancellationToken ct)
    {
        var taken = 0;
        for (; await captions.Next(ct) is { } cue; taken++)
        {
            if (!await Knows(classId, token, ct)) return CaptionRefusals.Withdrawn;
            using var place = pace.AttemptAcquire(classId);
            if (!place.IsAcquired) return CaptionRefusals.TooMany;
            // A class that nobody is in may have been let go meanwhile.
            if (await rooms.Open(classId, ct) is not { } room) return Refusal.NotFound;
            var brought = await room.Mailbox.Post(new BringCaption(cue.Text, CaptionOrigin.Feed), null);
            if (brought.IsRefused) return brought.Refusal;
        }
        return captions.Refusal is { } refusal ? refusal : taken;
    }

    private static Refusal? Closed(ClassState state) => state.Phase switch
    {
        ClassPhase.Closed => ClassRefusals.DoorsClosed,
        ClassPhase.Ended => ClassRefusals.HasEnded,
        _ => null,
    };

    public void Dispose() => pace.Dispose();
}
