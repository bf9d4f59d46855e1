using System.Globalization;

namespace Lyceum.Media.Recording;

/// <summary>Where one track's files go and what is told of them; offsets count from the room's opening.</summary>
internal sealed class RecordingPlace(string room, string participant, string source, string folder, long roomBegan, ServerParts parts)
{
    private int files;

    public string NextPath()
    {
        Directory.CreateDirectory(folder);
        var time = parts.Clock.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'.'fff", CultureInfo.InvariantCulture);
        return System.IO.Path.Combine(folder, $"{FileName(participant)}_{FileName(source)}_{time}_{++files}.webm");
    }

    public void Began(string path, long at) => Tell(new RecordingBegan(room, participant, source, path, Offset(at)));

    public void Aligned(string path, long at) => Tell(new RecordingAligned(room, path, Offset(at)));

    public void Ended(string path, TimeSpan length) => Tell(new RecordingEnded(room, path, length));

    public void Failed(string path, string reason) => Tell(new RecordingFailed(room, path, reason));

    private void Tell(MediaSignal signal) => parts.Signals.TryWrite(signal);

    private TimeSpan Offset(long at) => TimeSpan.FromMicroseconds(at - roomBegan);

    private static string FileName(string name) => string.Concat(name.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
