using System.Net;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Guests;

public sealed class GuestTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task A_guest_comes_by_their_link_is_heard_in_the_chat_and_named_as_a_guest()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron");
        await using var ada = await GuestInAClass.Arrive(school, classId, link);
        var room = await ada.Browser.GetStringAsync(ada.Home + "/room");
        Assert.Contains("\"role\":\"guest\"", room);
        Assert.Null(await ada.Join());
        Assert.True((await ada.Send(new PostChat("Good evening"))).IsAccepted);
        await mei.Until(() => mei.State.Chat.Any(line => line.Text == "Good evening"));
        var id = mei.State.Chat.Single(line => line.Text == "Good evening").PersonId;
        Assert.Equal(("Ada Byron", ClassRole.Guest), (mei.State.People[id].Name, mei.State.People[id].Role));
        Assert.False(await school.Read(db => db.People.AnyAsync(person => person.Name == "Ada Byron")));
    }

    [Fact]
    public async Task Nothing_else_of_the_school_opens_to_a_guest()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var (other, otherAmara, otherMei) = await school.StartClass();
        await using var _3 = otherAmara;
        await using var _4 = otherMei;
        await using var ada = await GuestInAClass.Arrive(school, classId, await GuestInAClass.Invite(school, classId, "Ada Byron"));
        foreach (var path in new[] { "/", "/me", "/messages", "/calendar", "/search?q=a", "/courses/statistics/people", "/courses/statistics/grades", $"/courses/statistics/classes/{classId}",
            $"/courses/statistics/classes/{classId}/room", $"/courses/statistics/classes/{classId}/log", $"/courses/statistics/classes/{classId}/notes", $"/courses/statistics/classes/{classId}/attendance", "/school" })
        {
            var asGuest = await ada.Browser.GetAsync(path);
            var asVisitor = await school.Visitor().GetAsync(path);
            Assert.Equal((path, asVisitor.StatusCode, asVisitor.Headers.Location?.ToString()), (path, asGuest.StatusCode, asGuest.Headers.Location?.ToString()));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await ada.Browser.GetAsync($"/guest/classes/{other}/log")).StatusCode);
        Assert.Equal("NotFound", (await ada.Join(other))?.Kind);
        await Assert.ThrowsAnyAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.Connect(ada.Browser, school.Address));
    }

    [Fact]
    public async Task A_guest_sees_the_log_and_the_slides_of_the_class_and_no_other_file_of_the_course()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var (shown, kept) = (await AddDeck("Shown.pdf"), await AddDeck("Kept.pdf"));
        await amara.Do(new ShowDeck(shown));
        await amara.Do(new PostChat("For the staff", IsToStaff: true));
        await using var ada = await GuestInAClass.Arrive(school, classId, await GuestInAClass.Invite(school, classId, "Ada Byron"));
        var log = await ada.Browser.GetStringAsync(ada.Home + "/log");
        Assert.Contains("deckShown", log);
        Assert.DoesNotContain("For the staff", log);
        Assert.Equal(HttpStatusCode.OK, (await ada.Browser.GetAsync($"{ada.Home}/files/{shown}/Shown.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Browser.GetAsync($"{ada.Home}/files/{kept}/Kept.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.Browser.GetAsync($"/files/{shown}/Shown.pdf")).StatusCode);
    }

    [Fact]
    public async Task A_link_in_a_second_browser_is_noticed_by_the_staff_and_has_to_be_let_in()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron");
        await using var ada = await GuestInAClass.Arrive(school, classId, link);
        Assert.Null(await ada.Join());
        await using var elsewhere = await GuestInAClass.Arrive(school, classId, link);
        Assert.Equal(DoorRules.WaitToBeLetIn.Message, (await elsewhere.Join())?.Message);
        Assert.Equal(HttpStatusCode.Conflict, (await elsewhere.Browser.GetAsync(elsewhere.Home + "/log")).StatusCode);
        await amara.Until(() => amara.State.SharedLinks.Length == 1 && amara.State.Door.Waiting.Any(one => one.Name == "Ada Byron"));
        Assert.Empty(mei.State.SharedLinks);

        await amara.Do(new LetIn([amara.State.SharedLinks[0].Later]));
        Assert.Null(await elsewhere.Join());
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Browser.GetAsync(elsewhere.Home + "/log")).StatusCode);
    }

    [Fact]
    public async Task The_same_browser_opens_its_link_as_often_as_it_likes()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron");
        await using var ada = await GuestInAClass.Arrive(school, classId, link);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.Browser.PostForm(link, [])).StatusCode);
        Assert.Null(await ada.Join());
        Assert.Equal(1, await school.Read(db => db.GuestBrowsers.CountAsync(browser => db.ClassGuests.Any(guest => guest.Id == browser.GuestId && guest.ClassId == classId))));
    }

    [Theory]
    [InlineData("Withdraw")]
    [InlineData("Renew")]
    public async Task A_link_that_is_withdrawn_or_made_anew_cuts_whoever_came_by_it(string how)
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron");
        await using var ada = await GuestInAClass.Arrive(school, classId, link);
        Assert.Null(await ada.Join());
        var guest = await school.Read(db => db.ClassGuests.SingleAsync(one => one.ClassId == classId));
        var page = $"/courses/statistics/classes/{classId}/guests";
        await (await school.SignIn(Cast.Amara)).PostForm(page, new() { ["guest"] = guest.Id.ToString() }, $"{page}?handler={how}");
        Assert.Equal(GuestRefusals.Withdrawn.Message, (await ada.Closed).Message);
        Assert.Equal(HttpStatusCode.Gone, (await school.Visitor().GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ada.Browser.GetAsync(ada.Home + "/log")).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_the_class_only_those_come_back_for_the_replay_who_may(bool seesReplay)
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron", seesReplay: seesReplay);
        await using var ada = await GuestInAClass.Arrive(school, classId, link);
        Assert.Null(await ada.Join());
        await amara.Do(new EndClass());
        if (!seesReplay) Assert.Equal(GuestRefusals.IsOver.Message, (await ada.Closed).Message);
        Assert.Equal(seesReplay ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await ada.Browser.GetAsync(ada.Home + "/replay")).StatusCode);
        Assert.Equal(seesReplay ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await ada.Browser.GetAsync(ada.Home + "/log")).StatusCode);
        var home = await ada.Browser.GetStringAsync(ada.Home);
        Assert.Equal(!seesReplay, home.Contains(GuestRefusals.IsOver.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_the_doors_open_the_link_says_when_they_do_and_lets_nobody_in()
    {
        var classId = await school.AddClass(starts: school.Clock.GetCurrentInstant() + Duration.FromHours(3));
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron");
        var page = await school.Visitor().GetStringAsync(link);
        Assert.Contains("The doors open 10 minutes before it begins.", page);
        Assert.DoesNotContain("<button class=\"button\">", page);
        Assert.Equal(HttpStatusCode.Conflict, (await school.Visitor().PostForm(link, [])).StatusCode);
    }

    [Fact]
    public async Task An_invitation_with_an_address_goes_out_as_a_letter_with_the_link_and_nothing_keeps_the_token_but_it()
    {
        var classId = await school.AddClass();
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron", "ada@example.org");
        var letter = await school.Read(db => db.Mails.SingleAsync(mail => mail.To == "ada@example.org" && mail.Body.Contains(link)));
        Assert.Contains("Dr. Amara Okafor invites you to a class", letter.Subject);
        var token = link.Split('/')[^1];
        var kept = await school.Read(db => db.ClassGuests.SingleAsync(guest => guest.ClassId == classId));
        Assert.Equal(new GuestToken(token).Hash, kept.TokenHash);
        Assert.DoesNotContain(token, await (await school.SignIn(Cast.Amara)).GetStringAsync($"/courses/statistics/classes/{classId}/guests"));
    }

    [Fact]
    public async Task A_guest_reads_the_pages_in_the_language_of_their_browser()
    {
        var classId = await school.AddClass();
        var link = await GuestInAClass.Invite(school, classId, "Ada Byron");
        var browser = school.Visitor();
        browser.DefaultRequestHeaders.Add("Accept-Language", "de;q=0.5, ar-EG, en;q=0.4");
        Assert.Contains("dir=\"rtl\"", await browser.GetStringAsync(link));
    }

    [Fact]
    public async Task A_guest_who_answers_polls_earns_nothing_and_stands_apart_in_the_attendance()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var ada = await GuestInAClass.Arrive(school, classId, await GuestInAClass.Invite(school, classId, "Ada Byron"));
        Assert.Null(await ada.Join());
        var poll = amara.State.Polls[0].Id;
        await amara.Do(new OpenPoll(poll));
        Assert.True((await ada.Send(new AnswerPoll(poll, [1]))).IsAccepted);
        Assert.Equal(ClassRefusals.NotYourRole.Message, (await ada.Send(new MarkLost())).Refusal?.Message);
        await amara.Do(new AskQuestion("Ready?"));
        Assert.True((await ada.Send(new AskQuestion("Who was Gosset?"))).IsAccepted);
        await amara.Do(new EndClass());
        await school.Services.GetRequiredService<Lyceum.Web.Features.Classes.SettleCredit>().ForClass(classId, default);
        Assert.False(await school.Read(db => db.Grades.AnyAsync(grade => grade.ActivityId == classId && !db.People.Any(person => person.Id == grade.PersonId))));
        var attendance = await (await school.SignIn(Cast.Amara)).GetStringAsync($"/courses/statistics/classes/{classId}/attendance");
        Assert.Contains("Ada Byron", attendance);
    }

    private async Task<Guid> AddDeck(string name)
    {
        var files = school.Services.GetRequiredService<Lyceum.Data.Library.IFileStore>();
        var content = (await files.Put(new MemoryStream("%PDF-1.7 one"u8.ToArray()), 10_000, default)).Value;
        var file = Lyceum.Domain.Library.StoredFile.New(content.Hash, name, "application/pdf", content.Length, school.Statistics.Id, school.People[Cast.Amara], false, school.Clock.GetCurrentInstant());
        await school.Write(db => { db.Files.Add(file); });
        return file.Id;
    }
}
