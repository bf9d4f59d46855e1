using System.Diagnostics;
using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>A class of eight in which everything happens that a class room has, by the names that people read there.</summary>
internal sealed class Lesson(LessonFixture school, Guid classId) : IAsyncDisposable
{
    public static readonly PreparePoll Choice = new("How do you come here?", ["By bus", "By bicycle", "On foot"], [], false);
    public static readonly PreparePoll Quiz = Poll;
    public static readonly PreparePoll Word = new("The week in one word?", [], [], false, PollKind.Word);
    private static readonly string[] Students = [Cast.Mei, Cast.Jonas, Cast.Lucia, Cast.Noah, Cast.Arjun];
    private readonly Dictionary<string, Seat> seats = [];
    private readonly Stopwatch running = Stopwatch.StartNew();

    public static Devices AmaraGives { get; } = new(660, ["#e00000", "#0000e0"], ["#00c000", "#c000c0"]);
    public static Devices MeiGives { get; } = new(880, ["#d0d000", "#0000e0"], ["#00c000", "#c000c0"]);

    public IReadOnlyCollection<Seat> Seats => seats.Values;
    public Seat Amara => seats[Cast.Amara];
    public Seat Mei => seats[Cast.Mei];
    public Seat Jonas => seats[Cast.Jonas];
    private Seat Lucia => seats[Cast.Lucia];
    private Seat Noah => seats[Cast.Noah];
    private Seat Arjun => seats[Cast.Arjun];
    private Seat Samir => seats[Cast.Samir];

    /// <summary>How long each part took is told, so that a lesson that grows slow shows where.</summary>
    private void Say(string what) => TestContext.Current.SendDiagnosticMessage("{0:0.0} s: {1}", running.Elapsed.TotalSeconds, what);

    /// <summary>All of it but the end.</summary>
    public async Task Teach()
    {
        await OpensTheDoor();
        await IsHeardAndSeen();
        await TurnsSlidesAndDraws();
        await Talks();
        await AsksAndIsGivenTheFloor();
        await Polls();
        await SharesAScreen();
        await DrawsOnTheBoardAndWritesTogether();
        await SplitsUpAndComesBack();
    }

    /// <summary>The host keeps the door; everybody comes to it and is let in.</summary>
    private async Task OpensTheDoor()
    {
        seats[Cast.Amara] = await school.Sit(Cast.Amara, At(classId, "/room"), AmaraGives);
        await Amara.Page.Tab("People");
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Let people in by hand" }).ClickAsync();
        await school.Until(classId, state => state.Door.IsKept);
        var coming = Students.Append(Cast.Elif).Select((who, i) => school.Sit(who, At(classId, "/room"), who == Cast.Mei ? MeiGives : Devices.Of(440 + 20 * i))).ToList();
        coming.Add(SamirComes());
        foreach (var seat in await Task.WhenAll(coming)) seats[seat.Who] = seat;
        // Whoever she does not see at the door yet is not let in by her.
        await Amara.Knows("state.door.waiting.length === 6");
        Say("they stand at the door");
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Let all in" }).ClickAsync();
        foreach (var seat in Seats) await seat.Knows("Object.values(state.people).filter(p => p.connections.length > 0).length === 8");
        foreach (var seat in Seats) await seat.Do("() => lesson.keep()");
        Say("all are in");
    }

    // Where there is no Firefox, Samir comes with Chromium too.
    private Task<Seat> SamirComes() => school.WhyNoFirefox is null ? school.SitInFirefox(Cast.Samir, At(classId, "/room")) : school.Sit(Cast.Samir, At(classId, "/room"), Devices.Of(700));

    private async Task IsHeardAndSeen()
    {
        await Amara.Page.Keyboard.PressAsync("m");
        await Amara.Page.Keyboard.PressAsync("v");
        await Amara.StartsTheClass();
        await Mei.Page.Keyboard.PressAsync("m");
        await Mei.Page.Keyboard.PressAsync("v");
        await Samir.PressKey("m");
        await Samir.PressKey("v");
        await Jonas.Hears(Amara, AmaraGives.Hertz);
        await Jonas.Hears(Mei, MeiGives.Hertz);
        await Amara.Hears(Mei, MeiGives.Hertz);
        await Jonas.Sees(Amara, "camera", AmaraGives.Camera);
        await Samir.Hears(Amara, AmaraGives.Hertz);
        await Samir.Sees(Mei, "camera", MeiGives.Camera);
        await Mei.Knows("(state.media.on[it] ?? []).length === 2", Samir.PersonId);
        await Mei.Until("id => lesson.sees(id, 'camera') !== null", Samir.PersonId);
        Say("they hear and see each other");
    }

    private async Task TurnsSlidesAndDraws()
    {
        await Amara.Page.Keyboard.PressAsync("Escape");
        await Amara.Page.Keyboard.PressAsync("ArrowRight");
        foreach (var seat in Seats) await seat.Until("slide => document.querySelector('.room-stage room-slide')?.dataset.drawn === String(slide)", 2);
        await Amara.Page.Keyboard.PressAsync("d");
        await Amara.Page.Draw((.06, .2), (.3, .23), (.5, .19));
        await Expect(Mei.Page.Locator(".ink-spot")).ToContainTextAsync("Dr. Amara Okafor");
        await Amara.Page.Keyboard.PressAsync("d");
        foreach (var seat in Seats) await seat.Knows("state.ink.length > 0");
        Say("a slide was turned, pointed at and drawn on");
    }

    private async Task Talks()
    {
        await Mei.Page.Write("Does the bus count as a sample?");
        await Jonas.Page.GetByRole(AriaRole.Button, new() { Name = "Reply to Mei Tanaka" }).ClickAsync();
        await Jonas.Page.GetByLabel("Write a reply").FillAsync("It is the population.");
        await Jonas.Page.Keyboard.PressAsync("Enter");
        await Jonas.Page.GetByRole(AriaRole.Button, new() { Name = "All of the chat" }).ClickAsync();
        await Jonas.Page.GetByRole(AriaRole.Button, new() { Name = "React to Mei Tanaka" }).ClickAsync();
        await Jonas.Page.Locator(".room-signs[data-choose] button").First.ClickAsync();
        await Mei.Page.GetByLabel("Only to the staff").CheckAsync();
        await Mei.Page.GetByLabel("Write to the staff").FillAsync("I leave at half past.");
        await Mei.Page.Keyboard.PressAsync("Enter");
        await Mei.Page.GetByLabel("Only to the staff").UncheckAsync();
        await Noah.Page.GetByRole(AriaRole.Button, new() { Name = "React", Exact = true }).ClickAsync();
        await Noah.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Applause" }).ClickAsync();
        await Amara.Knows("state.chat.length === 3 && state.chat[0].signs.length === 1 && state.chat[2].isToStaff");
        foreach (var seat in Seats.Where(seat => seat != Amara && seat != Mei && seat.Who != Cast.Elif)) await seat.Knows("state.chat.length === 2");
        Say("they talked");
    }

    private async Task AsksAndIsGivenTheFloor()
    {
        await Lucia.Page.Keyboard.PressAsync("h");
        await Amara.Knows("state.hands.some(hand => hand.personId === it)", Lucia.PersonId);
        await Lucia.Page.Keyboard.PressAsync("m");
        await Noah.Hears(Lucia, 480);
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Lower the hand of Lucía Fernández" }).First.ClickAsync();
        await Lucia.Page.Keyboard.PressAsync("m");
        await Noah.Page.Ask("Is n = 30 a rule?");
        await Arjun.Page.Tab("Questions");
        await Arjun.Page.GetByRole(AriaRole.Button, new() { Name = "Vote for this question" }).ClickAsync();
        await Amara.Page.Tab("Questions");
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Answer now" }).ClickAsync();
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Answered" }).ClickAsync();
        await Arjun.Page.Keyboard.PressAsync("Escape");
        await Arjun.Page.Keyboard.PressAsync("l");
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Captions" }).ClickAsync();
        await Amara.Page.GetByLabel("Write a caption").FillAsync("Thirty is a habit, not a rule.");
        await Amara.Page.Keyboard.PressAsync("Enter");
        foreach (var seat in Seats) await seat.Knows("state.questions[0]?.phase === 'answered' && state.questions[0].votes.length === 1 && state.media.captions.length === 1 && state.hands.length === 0");
        await Amara.Knows("state.lost.length === 1");
        Say("a hand, a question, a caption");
    }

    private async Task Polls()
    {
        await Amara.Page.Keyboard.PressAsync("Escape");
        await Amara.Page.Tab("Polls");
        foreach (var poll in new[] { Choice, Quiz, Word }) await Asks(poll);
        Say("three polls");
    }

    private async Task Asks(PreparePoll poll)
    {
        var host = Amara.Page;
        await host.Locator(".room-pollcard", new() { HasText = poll.Question }).GetByRole(AriaRole.Button, new() { Name = "Open poll" }).ClickAsync();
        foreach (var seat in new[] { Mei, Jonas, Samir })
        {
            await seat.Until("question => document.querySelector('.room-poll h2')?.textContent === question", poll.Question);
            if (poll.Kind == PollKind.Word) await seat.Do("() => { const field = document.querySelector('.room-poll .room-word-answer input'); field.value = 'long'; field.dispatchEvent(new Event('input', { bubbles: true })); }");
            else await seat.Press(poll.Options[1]);
            await seat.Press("Answer");
        }
        await Amara.Knows("state.polls.find(poll => poll.question === it)?.answeredLive === 3", poll.Question);
        var card = host.Locator(".room-panel .room-pollcard", new() { HasText = poll.Question });
        await card.GetByRole(AriaRole.Button, new() { Name = "Close poll" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Show the result" }).ClickAsync();
        foreach (var seat in Seats) await seat.Knows("state.polls.find(poll => poll.question === it)?.phase === 'closed'", poll.Question);
        await Mei.Knows("state.polls.find(poll => poll.question === it).results !== null", poll.Question);
    }

    private async Task SharesAScreen()
    {
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Share your screen" }).ClickAsync();
        foreach (var seat in new[] { Jonas, Samir }) await seat.Sees(Amara, "screen", AmaraGives.Screen);
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Share your screen" }).ClickAsync();
        foreach (var seat in Seats) await seat.Knows("!(state.media.on[it] ?? []).includes('screen')", Amara.PersonId);
        Say("a screen was shared");
    }

    private async Task DrawsOnTheBoardAndWritesTogether()
    {
        await Amara.Page.Choose("Open the board");
        await Expect(Amara.Page.Locator("room-board canvas").First).ToBeVisibleAsync();
        await Amara.Page.Pick("Draw");
        await Amara.Page.Stroke((.3, .4), (.4, .6), (.5, .4));
        foreach (var seat in Seats) await seat.Knows("Object.values(state.board.elements).some(element => element.data !== '')");
        await Amara.Page.Choose("Close the board");
        foreach (var room in new[] { Mei.Page, Amara.Page })
        {
            await room.Tab("Notes");
            await room.GetByRole(AriaRole.Button, new() { Name = "Everybody’s" }).ClickAsync();
        }
        var sheet = "Notes of the class, written by everybody";
        await Expect(Mei.Page.GetByLabel(sheet)).ToBeEditableAsync();
        await Mei.Page.GetByLabel(sheet).FillAsync("The mean wobbles less.");
        await Expect(Amara.Page.GetByLabel(sheet)).ToHaveValueAsync("The mean wobbles less.");
        Say("a board and a shared note");
    }

    private async Task SplitsUpAndComesBack()
    {
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Breakouts" }).ClickAsync();
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Open 2 rooms" }).ClickAsync();
        var inside = Seats.Where(seat => seat != Amara && seat.Who != Cast.Elif).ToList();
        foreach (var seat in inside) await seat.Knows("state.breakouts.places[it] !== undefined", seat.PersonId);
        foreach (var seat in inside.Where(seat => !seat.IsFirefox))
        {
            await seat.Page.Tab("Chat");
            await seat.Page.GetByLabel("Write to Room").FillAsync($"{seat.Who} was here");
            await seat.Page.Keyboard.PressAsync("Enter");
        }
        foreach (var seat in inside.Where(seat => !seat.IsFirefox)) await Expect(seat.Page.Line($"{seat.Who} was here")).ToBeVisibleAsync();
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "Call everybody back" }).ClickAsync();
        foreach (var seat in inside) await seat.Press("Go now");
        foreach (var seat in Seats) await seat.Knows("Object.keys(state.breakouts.places).length === 0");
        await Jonas.Hears(Amara, AmaraGives.Hertz);
        Say("they were in two rooms and are back");
    }

    /// <summary>The class goes on until its clock shows so much.</summary>
    public async Task GoesOnUntil(TimeSpan offset)
    {
        for (var round = 0; !await Amara.Ask<bool>("ms => lesson.room().edge >= ms", offset.TotalMilliseconds); round++)
        {
            await Amara.Page.Keyboard.PressAsync("Escape");
            await Amara.Page.Keyboard.PressAsync(round % 2 == 0 ? "ArrowLeft" : "ArrowRight");
            await (round % 2 == 0 ? Noah : Arjun).Page.Write($"A line of round {round}");
            await Lucia.Page.Keyboard.PressAsync("Escape");
            await Lucia.Page.Keyboard.PressAsync("h");
            await Jonas.Knows("state.chat.at(-1)?.text === it", $"A line of round {round}");
            await Jonas.Until("ms => lesson.room().edge >= ms", await Amara.Ask<double>("() => lesson.room().edge") + 10_000);
        }
        Say($"the class is {offset.TotalMinutes:0} minutes old");
    }

    public async Task Ends()
    {
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await Amara.Page.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        foreach (var seat in Seats) await seat.Knows("state.phase === 'ended'");
        Say("it has ended");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var seat in Seats) await seat.DisposeAsync();
    }
}
