using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Learning;

public sealed class ReadingStories(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    private const string Text =
        "## Why the square root\n\nSuppose that you ask $n$ people how long they waited. Variances of independent things add; standard deviations do not. So the spread grows only as the root of $n$.\n\n"
        + "The mean is that sum divided by $n$. Dividing a quantity by $n$ divides its variance by $n^2$, and one $n$ is left over.\n\n## The price\n\nFour times the people, half the error.\n";

    [Fact]
    public async Task A_student_notes_by_pointer_and_by_keys_asks_at_a_place_and_reads_the_answer_beside_the_text()
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "Why averages settle down");
        var reading = Reading.For(activity);
        reading.Write(RichText.Markdown(Text));
        await school.Write(db => { db.Readings.Add(reading); });
        var url = $"/courses/statistics/readings/{activity.Id}";

        var jonas = await school.Open(Cast.Jonas, url);
        await jonas.Locator(".katex").First.WaitForAsync();
        await jonas.Locator("[data-pick]").FocusAsync();
        await jonas.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 20 && await Chosen(jonas) is var chosen && !chosen.StartsWith("Dividing", StringComparison.Ordinal); i++) await jonas.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("Dividing a quantity by n divides its variance by n^2, and one n is left over.", await Chosen(jonas));
        await jonas.Keyboard.PressAsync("Enter");
        await jonas.Keyboard.TypeAsync("Why n² here? I thought we divide once.");
        await jonas.GetByRole(AriaRole.Button, new() { Name = "Ask the course" }).ClickAsync();
        await jonas.Locator(".asked").WaitForAsync();

        var thread = await school.Read(db => db.Threads.SingleAsync(one => one.ActivityId == activity.Id));
        var amara = await school.Open(Cast.Amara, $"/courses/statistics/threads/{thread.Id}");
        await amara.GetByText("Dividing a quantity by n divides its variance").WaitForAsync();
        await amara.Locator("#Body").FillAsync("Variance is in squared minutes, so a constant comes out squared.");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await amara.GetByText("comes out squared").WaitForAsync();

        var mei = await school.Open(Cast.Mei, url);
        await mei.GetByText("comes out squared").WaitForAsync();
        await mei.Locator(".katex").First.WaitForAsync();
        await SelectParagraph(mei, "Four times the people");
        await mei.Locator("#note-text").FillAsync("Like a random walk: after n steps you are about √n away.");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await mei.GetByText("Like a random walk").First.WaitForAsync();
        Assert.Equal("Four times the people, half the error.", await mei.Locator("mark.hue-amber").TextContentAsync());
        await mei.SaveScreens("reading-notes");
        await mei.AssertAccessible();
        await mei.Locator(".asked a[href^='#place']").ClickAsync();
        Assert.True(await mei.Locator($"#place-{thread.Id}").IsVisibleAsync());
    }

    [Fact]
    public async Task A_student_highlights_on_a_phone()
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "Why averages settle down");
        var reading = Reading.For(activity);
        reading.Write(RichText.Markdown(Text));
        await school.Write(db => { db.Readings.Add(reading); });
        var mei = await school.Open(Cast.Mei, $"/courses/statistics/readings/{activity.Id}", new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true });
        await mei.Locator(".katex").First.WaitForAsync();
        await SelectParagraph(mei, "Four times the people");
        await mei.Locator("[data-note]").WaitForAsync();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Highlight" }).ClickAsync();
        await mei.GetByText("Your highlight.").WaitForAsync();
        Assert.Equal(1, await school.Read(db => db.ReadingNotes.CountAsync(note => note.ActivityId == activity.Id && note.Text == "")));
    }

    private static Task<string> Chosen(IPage page) => page.Locator("[name=Quote]").InputValueAsync();

    private static Task SelectParagraph(IPage page, string words) =>
        page.GetByText(words).First.EvaluateAsync("element => { const range = document.createRange(); range.selectNodeContents(element); getSelection().removeAllRanges(); getSelection().addRange(range); }");
}
