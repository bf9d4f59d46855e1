using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lyceum.Web.Tests.Messages;

/// <summary>A mail server (RFC 5321) that takes letters only over STARTTLS (RFC 3207) and from one user (AUTH LOGIN), and keeps them as they came.</summary>
public sealed class MailServer : IAsyncDisposable
{
    public const string User = "school";
    public const string Password = "one mast, two sails";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task listening;

    public MailServer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        Certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public X509Certificate2 Certificate { get; }
    public ConcurrentQueue<Letter> Letters { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await listening;
        listener.Dispose();
        Certificate.Dispose();
        stopping.Dispose();
    }

    private async Task Listen()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var connection = await listener.AcceptTcpClientAsync(stopping.Token);
                await Talk(connection.GetStream());
            }
            catch (Exception failure) when (failure is OperationCanceledException or IOException) { }
        }
    }

    private async Task Talk(Stream line)
    {
        var (reader, writer) = Open(line);
        var (isSafe, isKnown, to) = (false, false, "");
        await writer.WriteLineAsync("220 localhost ESMTP");
        while (await reader.ReadLineAsync(stopping.Token) is { } said)
        {
            switch (said.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync(isSafe ? "250-localhost\r\n250 AUTH LOGIN" : "250-localhost\r\n250 STARTTLS");
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 Go ahead");
                    var safe = new SslStream(line);
                    await safe.AuthenticateAsServerAsync(Certificate);
                    (reader, writer) = Open(safe);
                    isSafe = true;
                    break;
                case "AUTH" when isSafe:
                    var user = Decoded(said.Split(' ')[2]);
                    await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
                    isKnown = (user, Decoded((await reader.ReadLineAsync(stopping.Token))!)) == (User, Password);
                    await writer.WriteLineAsync(isKnown ? "235 Welcome" : "535 No");
                    break;
                case "RCPT" when isKnown:
                    to = said[(said.IndexOf('<') + 1)..said.IndexOf('>')];
                    await writer.WriteLineAsync("250 Ok");
                    break;
                case "DATA" when isKnown:
                    await writer.WriteLineAsync("354 Go ahead");
                    Letters.Enqueue(new(to, await ReadData(reader)));
                    await writer.WriteLineAsync("250 Kept");
                    break;
                case "MAIL" when isKnown:
                    await writer.WriteLineAsync("250 Ok");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Bye");
                    return;
                default:
                    await writer.WriteLineAsync("530 Not like this");
                    break;
            }
        }
    }

    private async Task<string> ReadData(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } text && text != ".") data.Append(text.StartsWith('.') ? text[1..] : text).Append('\n');
        return data.ToString();
    }

    private static (StreamReader, StreamWriter) Open(Stream line) => (new(line, Encoding.UTF8), new(line, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" });

    private static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}

/// <summary>One letter as it came: headers, an empty line, a body in base64 or quoted-printable.</summary>
public sealed record Letter(string To, string Raw)
{
    private readonly int split = Raw.IndexOf("\n\n", StringComparison.Ordinal);

    /// <summary>Null = the letter has none; lines that were folded are one.</summary>
    public string? Header(string name) =>
        Raw[..split].Replace("\n ", " ").Split('\n').Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 2)..]).SingleOrDefault();

    public string Body => Header("Content-Transfer-Encoding") == "base64"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(Raw[(split + 2)..].Replace("\n", "")))
        : Encoding.UTF8.GetString([.. QuotedPrintable(Raw[(split + 2)..].Replace("=\n", ""))]);

    private static IEnumerable<byte> QuotedPrintable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') { yield return (byte)text[i]; continue; }
            yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
            i += 2;
        }
    }
}
