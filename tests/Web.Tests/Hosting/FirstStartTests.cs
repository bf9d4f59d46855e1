using System.Diagnostics;
using System.Text;

namespace Lyceum.Web.Tests.Hosting;

/// <summary>A published school that nobody prepared: the real program on an empty folder.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("lyceum-first-").FullName;

    [Fact]
    public async Task Has_no_accounts_whose_password_everybody_knows_and_says_how_to_begin()
    {
        var said = await Start("Nobody can sign in yet.", "Harbour School");
        Assert.Contains($"user add you@school.example \"Your Name\" --staff --data {data}", said);
    }

    [Fact]
    public async Task Is_filled_with_the_demo_in_development()
    {
        var said = await Start("ruth@harbour.example", "Nobody can sign in yet.", "--development=true");
        Assert.Contains("Everybody signs in with the password", said);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    /// <summary>What it says until the one or the other line.</summary>
    private async Task<string> Start(string expected, string unexpected, params string[] more)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "lyceum.dll"), "--data", data, "--urls", "http://127.0.0.1:0", "--media:port", "0", .. more])
        { RedirectStandardOutput = true })!;
        var said = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                said.AppendLine(line);
                Assert.DoesNotContain(unexpected, line);
                if (line.Contains(expected, StringComparison.Ordinal)) return said.ToString();
            }
            throw new InvalidOperationException($"It ended without saying \"{expected}\":\n{said}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
