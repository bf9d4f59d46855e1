using Lyceum.Media.Tests.Recording;

namespace Lyceum.Media.Tests.Browser;

/// <summary>Finds where flashes and beeps begin in a room's recordings, on the room's timeline, and how far apart they lie.</summary>
internal static class FlashAndBeep
{
    /// <summary>Beep minus flash in milliseconds, of every pair found.</summary>
    public static async Task<List<double>> Offsets(IEnumerable<MediaSignal> told)
    {
        var beeps = new List<double>();
        var flashes = new List<double>();
        var signals = told.ToList();
        foreach (var began in signals.OfType<RecordingBegan>())
        {
            var aligned = signals.OfType<RecordingAligned>().LastOrDefault(a => a.File == began.File);
            var start = (aligned?.Offset ?? began.Offset).TotalMilliseconds;
            if (began.Source == "microphone") beeps.AddRange(Beeps(await Played.Sound(began.File)).Select(t => start + t));
            else flashes.AddRange(Flashes(await Played.Brightness(began.File)).Select(t => start + t));
        }
        return [.. from flash in flashes let beep = beeps.DefaultIfEmpty(1e9).MinBy(b => Math.Abs(b - flash)) where Math.Abs(beep - flash) < 400 select beep - flash];
    }

    /// <summary>Onsets: ten loud milliseconds after a hundred quiet ones.</summary>
    private static IEnumerable<double> Beeps(float[] sound)
    {
        const int step = Played.SampleRate / 200;
        var levels = sound.Chunk(step).Select(c => Math.Sqrt(c.Average(s => s * s))).ToList();
        for (var i = 20; i < levels.Count; i++)
            if (levels[i] > 0.05 && levels.Skip(i - 20).Take(20).All(l => l < 0.05)) yield return i * 5;
    }

    private static IEnumerable<double> Flashes(byte[] brightness)
    {
        for (var i = 10; i < brightness.Length; i++)
            if (brightness[i] > 128 && brightness.Skip(i - 10).Take(10).All(b => b < 128)) yield return i * 1000.0 / Played.FramesPerSecond;
    }
}
