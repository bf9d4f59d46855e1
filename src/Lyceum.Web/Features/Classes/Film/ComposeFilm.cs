using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Recording;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>What of a class its film tells beside the pictures.</summary>
public sealed record FilmedClass(Guid Id, string Title, string Hue);

/// <summary>A film in the folder where it was made, or why there is none; empty trouble when nobody wants it any more.</summary>
public sealed record MadeFilm(string File, FilmFormat Format, string? Trouble);

/// <summary>Composes a film with ffmpeg: the sound, each scene, and all of them one after the other.</summary>
public sealed class ComposeFilm(RecordingFiles files, SoundSources sources, DeckPages pages)
{
    private const int SoundPercent = 10, ScenesPercent = 95;

    /// <param name="db">To find the slides.</param>
    /// <param name="about">The class.</param>
    /// <param name="plan">What is composed.</param>
    /// <param name="work">An empty folder.</param>
    /// <param name="advanced">Told the percentage; false ends it.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<MadeFilm> Run(SchoolDb db, FilmedClass about, FilmPlan plan, string work, Func<int, Task<bool>> advanced, CancellationToken ct)
    {
        var format = FilmFormat.Mp4;
        var target = Path.Combine(work, "film");
        MadeFilm Failed(string trouble) => new(target, format, trouble);
        if (!plan.HasAnything) return Failed(ClassFilm.Nothing.Message);
        if (!Ffmpeg.IsThere()) return Failed(Ffmpeg.Missing);
        if (plan.Scenes.Any(s => s.Stage is FilmedSlide) && !DeckPages.IsThere()) return Failed(DeckPages.Missing);
        if (FilmDrawings.AreIn(plan) && !await Ffmpeg.Draws(ct)) return Failed(FilmDrawings.Missing);
        format = FilmFormat.Best(await Ffmpeg.Encoders(ct));

        var sound = await sources.Copy(db, about.Id, plan, work, ct);
        var soundFile = Path.Combine(work, "sound");
        if (sound.Count > 0 && await Ffmpeg.Run(MixSound.Arguments(sound, plan.Cuts, plan.ClassMs, format.Sound, soundFile),
            ms => advanced((int)(ms * SoundPercent / plan.ClassMs)), ct) is { } mute) return Failed(mute);

        var shown = await pages.Draw(db, plan, work, ct);
        var drawn = await new FilmDrawings(plan, shown.GetValueOrDefault, FilmGround.SolidOf(about.Hue), work).Write(ct);
        var recorded = new Dictionary<string, string?>();
        foreach (var track in plan.Scenes.SelectMany(s => new[] { s.Corner, (s.Stage as FilmedTrack)?.Track }).OfType<RecordedTrack>().DistinctBy(t => t.File))
            recorded[track.File] = await files.PathOf(db, about.Id, track.File, work, ct);
        var places = new FilmPlaces(track => recorded[track.File], shown.GetValueOrDefault, drawn.GetValueOrDefault, FilmGround.Of(about.Hue));
        if (await Scenes(plan, places, format, work, advanced, ct) is { } blind) return Failed(blind);

        await File.WriteAllTextAsync(Path.Combine(work, "about.txt"), FilmChapters.Write(about.Title, plan.Chapters, plan.LengthMs), ct);
        var joined = await Ffmpeg.Run(Joined(work, sound.Count > 0 ? soundFile : null, format, $"{target}.{format.Extension}"), _ => advanced(ScenesPercent), ct);
        return new($"{target}.{format.Extension}", format, joined);
    }

    private static async Task<string?> Scenes(FilmPlan plan, FilmPlaces places, FilmFormat format, string work, Func<int, Task<bool>> advanced, CancellationToken ct)
    {
        long done = 0;
        var list = new List<string>();
        foreach (var scene in plan.Scenes)
        {
            var name = $"scene-{list.Count:00000}.{format.Extension}";
            var notBefore = plan.Cuts.Where(c => c.UntilMs <= scene.FromMs).Select(c => c.UntilMs).DefaultIfEmpty(0).Max();
            var trouble = await Ffmpeg.Run(SceneArguments.Of(scene, notBefore, places, format, Path.Combine(work, name)),
                ms => advanced((int)(SoundPercent + (done + ms) * (ScenesPercent - SoundPercent) / plan.LengthMs)), ct);
            if (trouble is not null) return trouble;
            done += scene.LengthMs;
            list.Add($"file '{name}'");
        }
        await File.WriteAllLinesAsync(Path.Combine(work, "scenes.txt"), list, ct);
        return null;
    }

    private static IEnumerable<string> Joined(string work, string? sound, FilmFormat format, string target) =>
    [
        "-f", "concat", "-safe", "0", "-i", Path.Combine(work, "scenes.txt"), "-f", "ffmetadata", "-i", Path.Combine(work, "about.txt"), .. sound is null ? Array.Empty<string>() : ["-i", sound],
        "-map", "0:v", .. sound is null ? Array.Empty<string>() : ["-map", "2:a"], "-map_metadata", "1", "-map_chapters", "1", "-c", "copy", .. format.Finish, target,
    ];
}
