using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Classes.Swarm;

/// <summary>The promise about a class: connections are cut at random and the server is killed twice, and nobody misses anything.</summary>
public sealed class SwarmTests(ITestOutputHelper output)
{
    private const int Students = 1000;
    private const int Rounds = 10;
    private const int SpeakersARound = 50;
    private const int CutsARound = 20;

    [Fact(Timeout = 180_000)]
    public async Task A_thousand_participants_lose_double_and_reorder_nothing_while_lines_are_cut_and_the_server_is_killed_twice()
    {
        var chance = new Random(20261124);
        await using var server = new SwarmServer();
        var cookies = await server.Fill(Students);
        await server.Start();
        var members = cookies.Select((cookie, i) => new SwarmMember(server, cookie, i)).ToArray();
        await Parallel.ForEachAsync(members, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (member, _) => await member.Begin());

        var said = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var speakers = chance.GetItems(members, SpeakersARound).Distinct().ToArray();
            said += speakers.Length;
            var speaking = Task.WhenAll(speakers.Select(member => member.Do(new PostChat($"{member.Number} in round {round}"))));
            foreach (var member in chance.GetItems(members, CutsARound)) member.Cut();
            if (round is 3 or 6)
            {
                await server.Kill();
                await server.Start();
            }
            await speaking;
        }
        await members[0].Do(new PostChat("The last line"));
        await Task.WhenAll(members.Select(async member => await member.SeesThrough(await LastLine(server))));

        var log = await server.Read(db => ClassLog.ReadAfter(db, server.ClassId, 0, CancellationToken.None));
        output.WriteLine($"{log.Count} events, {members.Sum(m => m.Reconnects)} reconnects, {members.Sum(m => m.Followed.Sum(f => f.Seen.Count)):N0} deliveries");
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Sequence));
        Assert.Equal(said + 1, log.Count(e => e.Event is ChatPosted));
        Assert.Equal(said + 1, log.Select(e => e.Event).OfType<ChatPosted>().Distinct().Count());
        Assert.Empty(members.SelectMany(m => m.Faults));
        foreach (var member in members) AssertSawAll(member, log);
        foreach (var member in members) await member.DisposeAsync();
    }

    private static Task<long> LastLine(SwarmServer server) =>
        server.Read(db => db.ClassEvents.Where(e => e.ClassId == server.ClassId && e.Event.Contains("The last line")).Select(e => e.Sequence).SingleAsync());

    // In this class everything is for everybody, so what was followed is the log itself, stretch by stretch.
    private static void AssertSawAll(SwarmMember member, List<LoggedEvent> log)
    {
        foreach (var (after, seen) in member.Followed)
        {
            var until = member.Followed[^1].Seen == seen ? member.Position : seen.Count == 0 ? after : seen[^1];
            Assert.Equal(log.Where(e => e.Sequence > after && e.Sequence <= until).Select(e => e.Sequence), seen);
        }
    }
}
