using System.Diagnostics;
using Lyceum.Domain.Classes;
using Lyceum.Media.Dtls;

namespace Lyceum.Bench.Rooms;

/// <summary>
/// Three classes in the real server, each in a process of its own: fifty people with sixteen cameras, three hundred who watch one speaker, a
/// thousand in chat, slides and a poll. Everybody through a real connection; who makes the load shares the machine.
/// </summary>
internal static class Room
{
    private const int LinesASecond = 10;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Figure>> Measure() =>
    [
        .. await WithMedia("seminar", people: 50, speakers: 16, packetsPerPicture: 1),
        .. await WithMedia("lecture", people: 301, speakers: 1, packetsPerPicture: 4),
        .. await Hall(),
    ];

    /// <param name="name">In the figures.</param>
    /// <param name="people">In the class, the instructor among them.</param>
    /// <param name="speakers">Of them, with microphone and camera on.</param>
    /// <param name="packetsPerPicture">Of 1,000 bytes, thirty times a second: 1 is the picture of a tile, 4 that of a speaker.</param>
    private static async Task<IReadOnlyList<Figure>> WithMedia(string name, int people, int speakers, int packetsPerPicture)
    {
        using var folder = new TemporaryFolder();
        var school = await FanoutSchool.Fill(folder.Path, people - 1);
        await using var server = await ServerProcess.Start(folder.Path, "--media:listen", "127.0.0.1", "--media:port", "0");
        using var identity = new DtlsIdentity(TimeProvider.System);
        var all = school.People.Select(id => new RoomPerson(id, identity)).ToList();
        var load = new RoomLoad(packetsPerPicture);
        try
        {
            return await Hold(name, speakers, school, server, all, load);
        }
        finally
        {
            // Nobody is sent to or read from any more when their sockets close.
            load.Dispose();
            foreach (var person in all) await person.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<Figure>> Hold(string name, int speakers, FanoutSchool school, ServerProcess server, List<RoomPerson> all, RoomLoad load)
    {
        for (var i = 0; i < all.Count; i++)
        {
            await all[i].Join(server.Address, school.Cookies[i], school.Classes[0]);
            if (i == 0) await all[0].Start();
            await all[i].EnterMedia(school.People[..speakers]);
            if (i < speakers) await all[i].TurnOn();
            load.Add(all[i]);
        }
        await Until(() => all.Skip(speakers).All(person => person.JoinedAfter is not null), "Not everybody heard and saw the others.");
        await Talk(all, TimeSpan.FromSeconds(3));
        var before = (server.CpuTime, Sent: load.PicturesSent, Seen: all.Sum(p => p.Hears.Pictures), Bytes: all.Sum(p => p.Hears.Bytes), Lines: all.ConvertAll(p => p.Delays.Length));
        var clock = Stopwatch.StartNew();
        await Talk(all, Time);
        var (seconds, cpu) = (clock.Elapsed.TotalSeconds, server.CpuTime - before.CpuTime);
        var due = (double)(load.PicturesSent - before.Sent) * (all.Count - 1);
        var lost = Math.Max(0, 100 * (1 - (all.Sum(p => p.Hears.Pictures) - before.Seen) / due));
        await Console.Error.WriteLineAsync($"room: {name}, {all.Count} people, {speakers} with a camera, {(all.Sum(p => p.Hears.Bytes) - before.Bytes) * 8 / seconds / 1e6:0} Mbit/s to them");
        return
        [
            new($"room.{name}-cores", cpu.TotalSeconds / seconds, "<=", 1),
            new($"room.{name}-MB", server.ResidentMegabytes, "<=", 2000),
            new($"room.{name}-pictures-lost-percent", lost, "<=", 1),
            new($"room.{name}-join-p95-ms", P(95, all.Skip(speakers).Select(person => person.JoinedAfter!.Value)), "<=", 500),
            new($"room.{name}-chat-p99-ms", P(99, all.SelectMany((person, i) => person.Delays.Skip(before.Lines[i]))), "<=", 100),
        ];
    }

    /// <summary>A line of chat some ten times a second, by one after the other; until everybody has every line.</summary>
    private static async Task Talk(List<RoomPerson> all, TimeSpan time)
    {
        var (heard, said) = (all[0].Delays.Length, 0);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / LinesASecond));
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time && await pace.WaitForNextTickAsync();) await all[said++ % Math.Min(all.Count, 40)].Say();
        await Until(() => all.TrueForAll(person => person.Delays.Length >= heard + said), "Not everybody got every line.");
    }

    private static async Task<IReadOnlyList<Figure>> Hall()
    {
        const int Students = 1000;
        using var folder = new TemporaryFolder();
        var school = await FanoutSchool.Fill(folder.Path, Students);
        await using var server = await ServerProcess.Start(folder.Path);
        using var identity = new DtlsIdentity(TimeProvider.System);
        await using var teacher = new RoomPerson(school.People[0], identity);
        await teacher.Join(server.Address, school.Cookies[0], school.Classes[0]);
        await teacher.Start();
        var clock = Stopwatch.StartNew();
        var students = new List<FanoutLine>();
        foreach (var few in school.Cookies.Skip(1).Chunk(16)) students.AddRange(await Task.WhenAll(few.Select(cookie => FanoutLine.Join(server.Address, cookie, school.Classes[0], 64 * 1024))));
        await Console.Error.WriteLineAsync($"room: hall, {Students} students came in {clock.Elapsed.TotalSeconds:0.0} s");
        await teacher.Do(new ShowDeck(school.Deck));
        var poll = await teacher.Do(new PreparePoll("What happens to the standard error?", ["It halves", "It doubles", "It stays"], [0], false));
        await teacher.Do(new OpenPoll(poll));
        var cpu = server.CpuTime;
        clock.Restart();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / LinesASecond));
        var said = 0;
        while (clock.Elapsed < Time && await pace.WaitForNextTickAsync())
        {
            // Everybody answers within the time, and a slide is turned every other second.
            var until = (int)Math.Min(Students, Students * clock.Elapsed / Time * 1.2);
            foreach (var student in students.Take(until).Where(student => !student.HasAnswered)) await student.Answer(poll);
            if (said % 20 == 0) await teacher.Do(new TurnSlide(1 + said / 20));
            await students[said++ % 40].Say();
        }
        await Until(() => students.TrueForAll(student => student.Heard >= said), "Not everybody got every line.");
        await Until(() => teacher.Answers >= Students, "Not every answer reached the instructor.");
        var cores = (server.CpuTime - cpu) / clock.Elapsed;
        var memory = server.ResidentMegabytes;
        foreach (var student in students) await student.DisposeAsync();
        return
        [
            new("room.hall-cores", cores, "<=", 1),
            new("room.hall-MB", memory, "<=", 2000),
            new("room.hall-chat-p99-ms", P(99, students.SelectMany(student => student.Delays)), "<=", 100),
        ];
    }

    private static double P(int percent, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.MaxValue : sorted[(int)(sorted.Count * (percent / 100.0))];
    }

    private static async Task Until(Func<bool> isSo, string otherwise)
    {
        for (var patience = Stopwatch.StartNew(); !isSo(); await Task.Delay(10))
            if (patience.Elapsed > Patience) throw new InvalidOperationException(otherwise);
    }
}
