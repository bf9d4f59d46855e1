using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Makes the sound of classes as one file each.</summary>
public sealed class SoundMaker(SchoolStore store, IServiceScopeFactory scopes, RecordingFiles files, SoundSources sources, IClock clock, ILogger<SoundMaker> log) : FileMaker<ClassSound>(store, scopes, clock, log)
{
    private readonly IServiceScopeFactory scopes = scopes;

    public static string FileOf(RecordingFiles files, ClassSound sound) => Path.Combine(files.FolderOf(sound.ClassId).FullName, "made", $"sound-{sound.Version}.ogg");

    protected override async Task Make(ClassSound sound, CancellationToken ct)
    {
        var target = FileOf(files, sound);
        var made = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var work = files.WorkFolder(sound.ClassId, "sound");
        try
        {
            var trouble = Ffmpeg.IsThere() ? await Mix(sound, work.FullName, target + ".part", ct) : Ffmpeg.Missing;
            if (trouble is null)
            {
                foreach (var old in made.EnumerateFiles("sound-*.ogg")) old.Delete();
                File.Move(target + ".part", target);
            }
            await Change(sound, one => { if (trouble is null) one.Finish(new FileInfo(target).Length); else one.Fail(trouble); }, ct);
        }
        finally
        {
            work.Delete(recursive: true);
            File.Delete(target + ".part");
        }
    }

    private async Task<string?> Mix(ClassSound sound, string work, string target, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var plan = await FilmPlans.Read(db, sound.ClassId, ct);
        var mix = await sources.Copy(db, sound.ClassId, plan, work, ct);
        if (mix.Count == 0) return "There is no sound in this class.";
        return await Ffmpeg.Run(MixSound.Arguments(mix, plan.Cuts, plan.ClassMs, MixSound.Opus, target), ms => Advance(sound, (int)Math.Min(99, ms * 100 / Math.Max(1, plan.ClassMs)), ct), ct);
    }
}
