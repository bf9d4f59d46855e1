using Lyceum.Bench;
using Lyceum.Bench.Rooms;

if (args is ["plain-kestrel"])
{
    await PlainKestrel.Serve();
    return 0;
}

var parts = new Dictionary<string, Func<Task<IReadOnlyList<Figure>>>>
{
    ["exam"] = Exam.Measure,
    ["fanout"] = Fanout.Measure,
    ["gradebook"] = GradebookRead.Measure,
    ["handins"] = Handins.Measure,
    ["pages"] = Pages.Measure,
    ["replay"] = Replays.Measure,
    ["room"] = Room.Measure,
    ["sockets"] = Sockets.Measure,
    ["start"] = Startup.Measure,
};
var unknown = args.Where(name => !parts.ContainsKey(name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"Nothing is called {string.Join(", ", unknown)} here. There are: {string.Join(", ", parts.Keys)}.");
    return 2;
}
var isShort = false;
foreach (var name in args.Length > 0 ? args : [.. parts.Keys])
{
    foreach (var figure in await parts[name]())
    {
        Console.WriteLine(figure);
        isShort |= figure.IsShort;
    }
}
return isShort ? 1 : 0;
