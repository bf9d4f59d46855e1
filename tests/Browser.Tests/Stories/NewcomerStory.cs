using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Stories;

/// <summary>From the invitation to the first grade, in the course that comes with the demo.</summary>
public sealed class NewcomerStory(DemoBrowser school) : IClassFixture<DemoBrowser>
{
    private const string Email = "nadia@harbour.example";
    private const string Course = "/courses/statistics";

    [Fact]
    public async Task A_newcomer_enrolls_reads_listens_takes_the_quiz_with_the_network_cut_twice_and_sees_the_grade()
    {
        var nadia = await school.Open(null, await Invited());
        nadia.SetDefaultTimeout(60_000);
        await nadia.Locator("input[name=Password]").FillAsync("green kettle on the pier");
        await nadia.Locator("main form button").First.ClickAsync();
        await nadia.GetByRole(AriaRole.Heading, new() { Name = "You are in no course yet" }).WaitForAsync();
        await nadia.GetByRole(AriaRole.Link, new() { Name = "Find a course" }).ClickAsync();
        await nadia.GetByRole(AriaRole.Link, new() { Name = "Introduction to Statistics" }).First.ClickAsync();
        await nadia.GetByRole(AriaRole.Button, new() { Name = "Enroll" }).ClickAsync();
        await nadia.GetByText("You are in.").WaitForAsync();

        await Reads(nadia);
        await Listens(nadia);
        await TakesTheQuiz(nadia);
        await IsMarked();

        await nadia.GotoAsync(At($"{Course}/grades"));
        await Expect(nadia.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Checkpoint 9, standard error" })).ToContainTextAsync("6 of 20");
        await nadia.GotoAsync(At("/"));
        await Expect(nadia.Locator(".new")).ToContainTextAsync("Your answers in Checkpoint 9, standard error are marked");
        await Expect(nadia.GetByRole(AriaRole.Heading, new() { Name = "Continue" })).ToBeVisibleAsync();
    }

    /// <summary>As staff do it: the link that `lyceum user add` prints.</summary>
    private async Task<string> Invited()
    {
        var said = new StringWriter();
        Assert.Equal(0, await AddUserCommand.Run(school.Services, Email, "Nadia Larsen", false, said));
        return new Uri(said.ToString().Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    private async Task Reads(IPage nadia)
    {
        await nadia.GotoAsync(At(Course));
        await nadia.GetByRole(AriaRole.Link, new() { Name = "Why averages settle down" }).First.ClickAsync();
        await nadia.Locator(".katex").First.WaitForAsync();
        await nadia.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        await nadia.GetByRole(AriaRole.Button, new() { Name = "Mark as read" }).ClickAsync();
        await nadia.GetByText("Not read after all").WaitForAsync();
    }

    /// <summary>At twice the speed, a part of it twice, then away and back to where it was.</summary>
    private async Task Listens(IPage nadia)
    {
        await nadia.GotoAsync(At(Course));
        await nadia.GetByRole(AriaRole.Link, new() { Name = "Lecture 8, variance" }).First.ClickAsync();
        await nadia.GetByRole(AriaRole.Button, new() { Name = "2×" }).ClickAsync();
        var left = await Play(nadia, from: 0, until: 12);
        Assert.Equal(2, await nadia.EvaluateAsync<double>("() => document.querySelector('audio, video').playbackRate"));
        Assert.True(await nadia.EvaluateAsync<bool>("() => document.querySelector('audio, video').textTracks[0].cues.length > 0"));
        await Play(nadia, from: 0, until: 4);
        left = await Play(nadia, from: left, until: left + 8);
        await nadia.WaitForFunctionAsync(SaysWhatWasPlayed);

        await nadia.GotoAsync(At(Course));
        await nadia.GetByRole(AriaRole.Link, new() { Name = "Lecture 8, variance" }).First.ClickAsync();
        await nadia.WaitForFunctionAsync("at => Math.abs(document.querySelector('audio, video').currentTime - at) < 1", left);
        var watched = await school.Read(db => (from watch in db.LectureWatches
                                               join person in db.People on watch.PersonId equals person.Id
                                               where person.Email == Email
                                               select watch).SingleAsync());
        Assert.InRange(watched.WatchedMs, 18_000, (long)(left * 1000) + 1000);
    }

    /// <summary>The share that the school answered is that of the seconds up to here, those that were heard twice counted once.</summary>
    private const string SaysWhatWasPlayed = """
        () => {
          const { currentTime, duration } = document.querySelector('audio, video');
          const share = parseInt(document.querySelector('.watched .share').textContent);
          return share <= (currentTime + 1) / duration * 100 && share + 1 >= (currentTime - 1) / duration * 100;
        }
        """;

    /// <summary>Plays at least until there, and answers where it stopped, in seconds.</summary>
    private async Task<double> Play(IPage nadia, double from, double until)
    {
        // What is played faster than time passes is not counted, and the school's clock is the test's.
        school.Clock.AdvanceSeconds(30);
        await nadia.EvaluateAsync("from => { const media = document.querySelector('audio, video'); media.currentTime = from; return media.play(); }", from);
        await nadia.WaitForFunctionAsync("until => document.querySelector('audio, video').currentTime >= until", until);
        return await nadia.EvaluateAsync<double>("() => { const media = document.querySelector('audio, video'); media.pause(); return media.currentTime; }");
    }

    private async Task TakesTheQuiz(IPage nadia)
    {
        await nadia.GotoAsync(At(Course));
        await nadia.GetByRole(AriaRole.Link, new() { Name = "Checkpoint 9, standard error" }).First.ClickAsync();
        await nadia.GetByRole(AriaRole.Button, new() { Name = "Begin attempt 1" }).ClickAsync();
        await nadia.Locator("#all-questions [aria-current]").WaitForAsync();
        await Take(nadia, 1, "The mean of one whole sample");
        await Expect(Receipt(nadia, "school")).ToHaveTextAsync("Question 1");

        await nadia.Context.SetOfflineAsync(true);
        await Take(nadia, 2, "True");
        await nadia.Locator("[data-part=line-title]:has-text('No connection since')").WaitForAsync();
        await Expect(Receipt(nadia, "device")).ToHaveTextAsync("Question 2");
        await nadia.Context.SetOfflineAsync(false);
        await Expect(Receipt(nadia, "school")).ToHaveTextAsync("Questions 1 and 2");

        await Take(nadia, 3, "half as large");
        await Expect(Receipt(nadia, "school")).ToHaveTextAsync("Questions 1 to 3");
        await nadia.Context.SetOfflineAsync(true);
        await nadia.Locator("[data-go='10']").ClickAsync();
        await nadia.Locator("#q10 textarea").FillAsync("All thirty sat in the same traffic.");
        await nadia.Locator("[data-act=hand-in]").ClickAsync();
        await nadia.Locator("dialog[open] button[value=yes]").ClickAsync();
        await nadia.Locator("[data-part=line-text]:has-text('handed in when the line is back')").WaitForAsync();
        await nadia.Context.SetOfflineAsync(false);
        await nadia.WaitForURLAsync("**/attempts/1");
        await Expect(nadia.Locator("main")).ToContainTextAsync("Right: a whole sample, turned into its mean.");
        await Expect(nadia.Locator("main")).ToContainTextAsync("An answer is still to be marked by hand.");
    }

    private async Task IsMarked()
    {
        var amara = await school.Open(Cast.Amara, "/");
        amara.SetDefaultTimeout(60_000);
        await amara.Locator("[aria-labelledby=to-grade]").GetByRole(AriaRole.Link, new() { Name = "Checkpoint 9, standard error" }).ClickAsync();
        await amara.GetByRole(AriaRole.Link, new() { NameRegex = new("^Mark [0-9]+ attempt") }).ClickAsync();
        await amara.GetByRole(AriaRole.Link, new() { Name = "Nadia Larsen" }).ClickAsync();
        var essay = amara.Locator(".by-hand[open]");
        await essay.GetByLabel("Points, of 2").FillAsync("2");
        await essay.GetByRole(AriaRole.Button, new() { Name = "Save the mark" }).ClickAsync();
        await Expect(amara.Locator(".quiz-score")).ToContainTextAsync("6");
        await amara.Context.CloseAsync();
    }

    private static Task Take(IPage page, int question, string choice) => page.Locator($"#q{question} .option", new() { HasText = choice }).ClickAsync();

    private static ILocator Receipt(IPage page, string where) => page.Locator($"[data-receipt={where}] [data-part=what]");

    private string At(string path) => new Uri(school.Address, path).ToString();
}
