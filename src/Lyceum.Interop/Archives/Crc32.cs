namespace Lyceum.Interop.Archives;

/// <summary>The check sum of zip archives (APPNOTE 4.4.7; the reflected polynomial EDB88320).</summary>
internal static class Crc32
{
    public const uint Start = 0xFFFFFFFF;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Of)];

    public static uint Add(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            check = Table[(byte)(check ^ b)] ^ (check >> 8);
        return check;
    }

    public static uint End(uint check) => ~check;

    private static uint Of(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) == 1 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
        return entry;
    }
}
