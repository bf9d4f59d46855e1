using System.Net;
using System.Text;
using Lyceum.Web.Features.Messages;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Messages;

/// <summary>A school whose letters go to a mail server.</summary>
public sealed class PostingSchool : SchoolFixture
{
    public MailServer Server { get; } = new();

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        settings.Mail = new() { Host = "localhost", Port = Server.Port, User = MailServer.User, Password = MailServer.Password, From = "school@harbour.example" };
        return settings;
    }

    /// <summary>The letter that this address was sent, by whichever worker came to it.</summary>
    public async Task<Letter> LetterTo(string address)
    {
        while (await Read(db => db.Mails.AnyAsync(mail => mail.To == address && mail.SentAt == null)))
        {
            Assert.Null(await Read(db => db.Mails.Where(mail => mail.To == address).Select(mail => mail.LastError).FirstAsync()));
            await Services.GetRequiredService<MailWorker>().SendDue(TestContext.Current.CancellationToken);
        }
        return Server.Letters.Last(letter => letter.To == address);
    }

    public override async ValueTask InitializeAsync()
    {
#pragma warning disable SYSLIB0014 // the only way to tell System.Net.Mail which certificate to trust
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == Server.Certificate.GetCertHashString();
#pragma warning restore SYSLIB0014
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class MailTests(PostingSchool school) : IClassFixture<PostingSchool>
{
    [Fact]
    public async Task Somebody_who_forgot_the_password_is_sent_a_link_that_opens()
    {
        await school.Visitor().PostForm("/signin/forgotten", new() { ["Email"] = Cast.EmailOf(Cast.Noah) });
        var letter = await school.LetterTo(Cast.EmailOf(Cast.Noah));
        Assert.Equal("Set your password", letter.Header("Subject"));
        Assert.Equal("school@harbour.example", letter.Header("From"));
        Assert.NotNull(letter.Header("Message-ID"));
        Assert.Null(letter.Header("List-Unsubscribe"));
        await Opens(letter);
    }

    [Fact]
    public async Task Somebody_new_on_a_list_is_invited()
    {
        var amara = await school.SignIn(Cast.Amara);
        const string page = "/courses/statistics/people";
        using var list = new MultipartFormDataContent
        {
            { new StringContent(await amara.TokenOf(page)), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("name,email\nÅsa Ødegård,asa@harbour.example\n")), "file", "people.csv" },
        };
        var preview = await (await amara.PostAsync($"{page}?handler=Preview", list)).Content.ReadAsStringAsync();
        var pending = System.Text.RegularExpressions.Regex.Match(preview, "name=\"list\" value=\"([^\"]+)\"").Groups[1].Value;
        await amara.PostForm(page, new() { ["list"] = WebUtility.HtmlDecode(pending) }, $"{page}?handler=Import");
        var letter = await school.LetterTo("asa@harbour.example");
        Assert.Contains("Introduction to Statistics", letter.Header("Subject"));
        Assert.Contains("Åsa Ødegård", letter.Body);
        await Opens(letter);
    }

    [Fact]
    public async Task A_mail_program_can_stop_the_letters_of_a_thread_in_one_click()
    {
        var asked = await (await school.SignIn(Cast.Mei)).PostForm("/courses/statistics/discussions", new() { ["Heading"] = "A rule or a habit?", ["Body"] = "Every book says thirty." });
        var thread = asked.Headers.Location!.ToString();
        await (await school.SignIn(Cast.Lucia)).PostForm(thread, new() { ["Body"] = "A habit, says Núñez." }, $"{thread}?handler=Reply");
        var letter = await school.LetterTo(Cast.EmailOf(Cast.Mei));
        Assert.Contains("A habit, says Núñez.", letter.Body);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Header("List-Unsubscribe-Post"));

        // As RFC 8058 has it: the program posts to the address in the header, without a cookie.
        using var program = new HttpClient();
        var address = letter.Header("List-Unsubscribe")!.Trim('<', '>');
        using var stopped = await program.PostAsync(new Uri(school.Address, new Uri(address).PathAndQuery), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        await (await school.SignIn(Cast.Lucia)).PostForm(thread, new() { ["Body"] = "Look at your data." }, $"{thread}?handler=Reply");
        Assert.Equal(1, await school.Read(db => db.Mails.CountAsync(mail => mail.To == Cast.EmailOf(Cast.Mei))));
    }

    private async Task Opens(Letter letter)
    {
        var link = new Uri(letter.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("http", StringComparison.Ordinal)));
        using var opened = await school.Visitor().GetAsync(link.PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }
}
