using System.Net.Http.Json;
using System.Text.Json;
using Lyceum.Web.Features.Quizzes;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>A student in a rush: types on and on, and remembers what the school has acknowledged.</summary>
internal sealed class RushStudent(string who, RealServer server, string page, Guid question) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
    private string token = "";
    private long typed;

    public long Acknowledged { get; private set; }

    public async Task Begin()
    {
        await http.PostForm("/signin", new() { ["Email"] = Cast.EmailOf(who), ["Password"] = Cast.Password });
        await http.PostForm(page, []);
        token = await http.TokenOf($"{page}/attempt");
    }

    /// <summary>Until the server is gone; each acknowledgement is told.</summary>
    public async Task TypeUntilTheLineBreaks(Action acknowledged)
    {
        try
        {
            while (true)
            {
                var receipt = await Post("answers", ++typed);
                Acknowledged = receipt.Saved[question];
                acknowledged();
            }
        }
        catch (HttpRequestException) { }
    }

    public Task<Receipt> HandIn() => Post("submission", typed);

    public async Task<long> SequenceAtTheSchool() => (await Post("answers", 0)).Saved[question];

    public Task<string> Result() => http.GetStringAsync($"{page}/attempts/1");

    public void Dispose() => http.Dispose();

    private async Task<Receipt> Post(string to, long sequence)
    {
        object[] answers = sequence == 0 ? [] : [new { question, answer = new { kind = "text", text = $"2.{sequence}" }, sequence, journaledAt = 1L }];
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{page}/attempts/1/{to}") { Content = JsonContent.Create(new { answers }) };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{who}: {(int)answer.StatusCode}");
        return (await answer.Content.ReadFromJsonAsync<Receipt>(JsonSerializerOptions.Web))!;
    }
}
