using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Lyceum.Web.Tests.Classes.Captions;

/// <summary>A captioner's program: it has an address and a token, and knows nothing else of the school.</summary>
internal sealed partial class Captioner(SchoolFixture school, Guid classId, string token) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = school.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    public string Token => token;

    /// <summary>With the token that this person makes on the page of the class.</summary>
    public static async Task<Captioner> Hire(SchoolFixture school, string who, Guid classId)
    {
        var page = $"/courses/statistics/classes/{classId}/captions";
        var made = await (await school.SignIn(who)).PostForm(page, [], page + "?handler=Make");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return new(school, classId, ShownToken().Match(await made.Content.ReadAsStringAsync()).Groups["token"].Value);
    }

    public async Task<HttpStatusCode> Send(string text, string type = "text/vtt") => (await Post(new StringContent(text, Encoding.UTF8, type))).StatusCode;

    /// <summary>One body that goes on until the channel ends, or the school ends it.</summary>
    public (ChannelWriter<string> Body, Task<HttpResponseMessage> Answer) Stream()
    {
        var pieces = Channel.CreateUnbounded<string>();
        var body = new Going(pieces.Reader) { Headers = { ContentType = new MediaTypeHeaderValue("text/vtt") } };
        return (pieces.Writer, Post(body));
    }

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> Post(HttpContent content) => http.PostAsync($"/captions/{classId}", content);

    [GeneratedRegex("<input readonly value=\"(?<token>[A-Za-z0-9_-]{43})\"")]
    private static partial Regex ShownToken();

    private sealed class Going(ChannelReader<string> pieces) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.FlushAsync();
            await foreach (var piece in pieces.ReadAllAsync())
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(piece));
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
