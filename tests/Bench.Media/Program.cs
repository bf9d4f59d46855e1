using System.Net;
using Lyceum.Media.Bench;

// Bench.Media [--janus] [--subscribers 100] [--seconds 10] [--address 127.0.0.1] : drives the media server, and Debian's Janus beside it,
// with the same load and prints what each costs. "server" as the first word is the process that is measured.
string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

var address = IPAddress.Parse(Option("--address", "127.0.0.1"));
if (args.FirstOrDefault() == "server")
{
    await ServerMode.Run(address);
    return 0;
}

var load = new Load(address, int.Parse(Option("--subscribers", "100")), TimeSpan.FromSeconds(int.Parse(Option("--seconds", "10"))));
Figures ours;
await using (var server = await OwnServer.Start(address)) ours = await load.Run(server);
Console.WriteLine(ours);
if (!args.Contains("--janus")) return 0;
if (JanusServer.Missing(address) is { } missing)
{
    Console.WriteLine($"Janus was not measured: {missing}");
    return 0;
}
Figures theirs;
await using (var server = await JanusServer.Start(address)) theirs = await load.Run(server);
Console.WriteLine(theirs);
Console.WriteLine($"ratio of CPU per forwarded Mbit/s, ours to Janus': {ours.CpuPerMbit / theirs.CpuPerMbit:0.00} (budget 0.70)");
return 0;
