namespace Lyceum.Bench;

/// <summary>What a connection to a class holds of the server's memory while nobody says anything: two hundred classes of fifty people.</summary>
internal static class Sockets
{
    private const int Classes = 200;
    private const int People = 50;
    private const int AtOnce = 16;
    private const int Window = 4 * 1024;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var school = await FanoutSchool.Fill(folder.Path, People - 1, Classes);
        await using var server = await ServerProcess.Start(folder.Path);
        var lines = new List<FanoutLine>(Classes * People);
        foreach (var first in school.Classes.Take(2)) lines.AddRange(await Join(server, school, first));
        var before = server.ResidentMegabytes;
        var early = lines.Count;
        foreach (var one in school.Classes.Skip(2)) lines.AddRange(await Join(server, school, one));
        var kilobytes = (server.ResidentMegabytes - before) * 1000 / (lines.Count - early);
        await Console.Error.WriteLineAsync($"sockets: {lines.Count} in {Classes} classes, {server.ResidentMegabytes:0} MB");
        foreach (var line in lines) await line.DisposeAsync();
        return [new("sockets.kB-each", kilobytes, "<=", 20)];
    }

    private static async Task<List<FanoutLine>> Join(ServerProcess server, FanoutSchool school, Guid classId)
    {
        var joined = new List<FanoutLine>(People);
        foreach (var few in school.Cookies.Chunk(AtOnce))
            joined.AddRange(await Task.WhenAll(few.Select(cookie => FanoutLine.Join(server.Address, cookie, classId, Window))));
        return joined;
    }
}
