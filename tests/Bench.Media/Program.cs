using System.Net;
using Lyceum.Media.Bench;

// Bench.Media [--janus] [--subscribers 100] [--seconds 10] [--address 127.0.0.1] : drives the media server, and Debian's Janus beside it,
// with the same load and prints what each costs. "server" as the first word is the process that is measured.
string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

var address = IPAddress.Parse(Option("--address", Environment.GetEnvironmentVariable("LYCEUM_OWN_ADDRESS") ?? "127.0.0.1"));
if (args.FirstOrDefault() == "server")
{
    await ServerMode.Run(address, Option("--recordings", ""));
    return 0;
}

var load = new Load(address, int.Parse(Option("--subscribers", "100")), TimeSpan.FromSeconds(int.Parse(Option("--seconds", "10"))));
Figures ours;
await using (var server = await OwnServer.Start(address)) ours = await load.Run(server);
Console.WriteLine(ours);
var isShort = Budget("media.mbit_a_core", ours.Mbits / ours.Cpu, ">=", 600) | Budget("media.tracks_a_core", 2 * ours.Subscribers / ours.Cpu, ">=", 500);
if (!args.Contains("--janus")) return isShort ? 1 : 0;
if (JanusServer.Missing(address) is { } missing)
{
    Console.WriteLine($"Janus was not measured: {missing}");
    return isShort ? 1 : 0;
}
Figures theirs;
await using (var server = await JanusServer.Start(address)) theirs = await load.Run(server);
Console.WriteLine(theirs);
isShort |= Budget("media.cpu_per_mbit_to_janus", ours.CpuPerMbit / theirs.CpuPerMbit, "<=", 0.70);
return isShort ? 1 : 0;

// "name value op target ok|short"; true when it is short.
static bool Budget(string name, double value, string comparison, double target)
{
    var holds = comparison == ">=" ? value >= target : value <= target;
    Console.WriteLine($"{name} {value:0.##} {comparison} {target:0.##} {(holds ? "ok" : "short")}");
    return !holds;
}
