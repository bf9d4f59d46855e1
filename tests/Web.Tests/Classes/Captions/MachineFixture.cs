using Lyceum.Media;
using Lyceum.Web.Hosting;
using Lyceum.Web.Tests.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Classes.Captions;

/// <summary>A school with a recognizer that understands no word: it writes a cue for each second in which it hears something. At its first start it dies.</summary>
public sealed class MachineFixture : ClassFixture
{
    private const string Program = """
        cd "$(dirname "$0")" || exit 1
        if [ ! -f died ]; then touch died; echo WEBVTT; exit 1; fi
        printf 'WEBVTT\n\n'
        n=0
        while :; do
          heard=$(head -c 32000 | od -An -v -td2 -w2 | awk '{ v = $1 < 0 ? -$1 : $1; if (v > most) most = v; count++ } END { print (count == 0 ? "end" : (most > 500 ? "loud" : "quiet")) }')
          if [ "$heard" = end ]; then touch "over-$LYCEUM_CLASS"; exit 0; fi
          if [ "$heard" = loud ]; then n=$((n + 1)); printf '00:%02d.000 --> 00:%02d.000\nheard %d\n\n' "$n" "$((n + 1))" "$n"; fi
        done
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lyceum-recognizer-");

    public FakeMediaServer Media { get; } = new();

    public bool HasGone(Guid classId) => File.Exists(Path.Combine(folder.FullName, $"over-{classId}"));

    public bool HasDied => File.Exists(Path.Combine(folder.FullName, "died"));

    protected override SchoolSettings Settings()
    {
        var path = Path.Combine(folder.FullName, "recognizer.sh");
        File.WriteAllText(path, Program.ReplaceLineEndings("\n"));
        var settings = base.Settings();
        settings.Captions.Command = $"sh {path}";
        return settings;
    }

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddSingleton<IMediaServer>(Media);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
