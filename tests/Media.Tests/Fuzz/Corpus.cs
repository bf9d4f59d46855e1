using System.Reflection;
using System.Text;

namespace Lyceum.Media.Tests.Fuzz;

/// <summary>The seeds: one packet a line in hexadecimal, descriptions as files of their own.</summary>
internal static class Corpus
{
    public static IReadOnlyList<byte[]> Stun { get; } = Packets("stun");
    public static IReadOnlyList<byte[]> Rtp { get; } = Packets("rtp");
    public static IReadOnlyList<byte[]> Rtcp { get; } = Packets("rtcp");
    public static IReadOnlyList<byte[]> Sdp { get; } =
        [.. Names().Where(n => n.EndsWith(".sdp", StringComparison.Ordinal)).Select(n => Encoding.Latin1.GetBytes(Text(n)))];

    public static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string[] Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames();

    private static byte[][] Packets(string name) =>
        [.. Text($"{name}.hex").Split('\n').Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0).Select(Convert.FromHexString)];
}
