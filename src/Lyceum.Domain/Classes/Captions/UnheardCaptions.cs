namespace Lyceum.Domain.Classes;

/// <summary>
/// When captions that nobody typed may hold the words of somebody who is taken out of a replay: while they spoke, and until what they said
/// last has been captioned. Whose words such a line has is not written down, so the time must tell.
/// </summary>
internal static class UnheardCaptions
{
    private const long CaptionedWithinMs = 10_000;

    public static Stretches Of(IEnumerable<LoggedEvent> log, Func<Guid, bool> isTakenOut) => Stretches.Of(
        from logged in log
        where logged.Event is VoicesHeard
        from voice in ((VoicesHeard)logged.Event).Stretches
        where isTakenOut(voice.Key)
        from stretch in voice.Value.Chunk(2)
        select new WatchedInterval(stretch[0], stretch[1] + CaptionedWithinMs));
}
