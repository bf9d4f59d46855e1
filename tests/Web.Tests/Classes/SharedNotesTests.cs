using System.Net;
using System.Net.Http.Json;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Notes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Classes;

public sealed class SharedNotesTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    // As Yjs wrote them: "# Spread\n", then "It halves." behind it, then its h taken away; all in one page, which called itself 7.
    private static readonly string[] Written = ["AQEHAAQBBW5vdGVzCSMgU3ByZWFkCgA=", "AQEHCYQHCApJdCBoYWx2ZXMuAA==", "AAEHAQwB"];
    private const string OfAnotherPage = "AQEJAAQBBW5vdGVzAXgA", OfAMap = "AQEHACgBBW5vdGVzAWEBfQEA";

    [Fact]
    public async Task What_is_written_is_handed_out_in_order_once_and_stays_as_a_page()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        foreach (var update in new[] { Written[0], Written[1], Written[1], Written[2] }) Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Mei, classId, update));
        await amara.Until(() => amara.Signals.Any(s => s.Signal is NotesWritten { Sequence: 3 }));
        var missed = (await (await school.SignIn(Cast.Jonas)).GetFromJsonAsync<MissedNotes>(At(classId, "/updates")))!;
        Assert.Equal((3, string.Join(' ', Written)), (missed.Through, string.Join(' ', missed.Updates)));
        Assert.Equal([Written[2]], (await (await school.SignIn(Cast.Jonas)).GetFromJsonAsync<MissedNotes>(At(classId, "/updates?after=2")))!.Updates);
        var page = await (await school.SignIn(Cast.Jonas)).GetStringAsync(At(classId));
        Assert.Contains("It alves.", page);
        Assert.Contains("Spread</h", page);
        Assert.Contains("Mei Tanaka", page);
        Assert.DoesNotContain("Take them out", page);
    }

    [Fact]
    public async Task Only_what_the_text_can_hold_is_taken_and_only_from_the_page_that_wrote_it()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        foreach (var wrong in new[] { "", "no base 64", OfAMap, "AQEHAAQBBW5vdGVz" }) Assert.Equal(HttpStatusCode.BadRequest, await Write(Cast.Mei, classId, wrong));
        Assert.Equal(HttpStatusCode.Conflict, await Write(Cast.Mei, classId, Written[1]));
        Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Mei, classId, Written[0]));
        Assert.Equal(HttpStatusCode.Conflict, await Write(Cast.Jonas, classId, Written[1]));
        Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Jonas, classId, OfAnotherPage));
    }

    [Fact]
    public async Task Soon_after_the_class_students_only_read_and_staff_take_the_notes_out()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await amara.Do(new EndClass());
        Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Mei, classId, Written[0]));
        school.Clock.Advance(SharedNotes.Grace + Duration.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Gone, await Write(Cast.Mei, classId, Written[1]));
        Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Amara, classId, OfAnotherPage));

        Assert.Equal(HttpStatusCode.NotFound, await Press(Cast.Mei, classId, "TakeOut"));
        Assert.Equal(HttpStatusCode.Redirect, await Press(Cast.Amara, classId, "TakeOut"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Mei)).GetAsync(At(classId))).StatusCode);
        Assert.Empty((await (await school.SignIn(Cast.Mei)).GetFromJsonAsync<MissedNotes>(At(classId, "/updates")))!.Updates);
        Assert.Contains("Spread", await (await school.SignIn(Cast.Amara)).GetStringAsync(At(classId)));
        await Press(Cast.Amara, classId, "PutBack");
        Assert.Contains("Spread", await (await school.SignIn(Cast.Mei)).GetStringAsync(At(classId)));
    }

    [Fact]
    public async Task Many_updates_are_put_together_and_come_to_the_same_text()
    {
        var classId = await school.AddClass();
        await school.Write(db =>
        {
            var notes = SharedNotes.New(classId, school.Clock.GetCurrentInstant());
            db.SharedNotes.Add(notes);
            foreach (var update in Written.Concat(Enumerable.Repeat(Written[2], 396))) db.SharedNoteUpdates.Add(notes.Write(Convert.FromBase64String(update), 0, notes.ChangedAt).Value);
        });
        Assert.Equal(HttpStatusCode.NoContent, await Write(Cast.Mei, classId, OfAnotherPage));
        Assert.Equal(1, await school.Read(db => db.SharedNoteUpdates.CountAsync(update => update.ClassId == classId)));
        Assert.Contains("It alves.x", await (await school.SignIn(Cast.Mei)).GetStringAsync(At(classId)));
        Assert.Equal(400, (await (await school.SignIn(Cast.Mei)).GetFromJsonAsync<MissedNotes>(At(classId, "/updates?after=3")))!.Through);
    }

    private static string At(Guid classId, string part = "") => $"/courses/statistics/classes/{classId}/shared-notes{part}";

    private async Task<HttpStatusCode> Write(string who, Guid classId, string update)
    {
        var browser = await school.SignIn(who);
        using var request = new HttpRequestMessage(HttpMethod.Post, At(classId, "/updates")) { Content = JsonContent.Create(new WrittenNotes(update)) };
        request.Headers.Add("RequestVerificationToken", await browser.TokenOf("/status/404"));
        return (await browser.SendAsync(request)).StatusCode;
    }

    private async Task<HttpStatusCode> Press(string who, Guid classId, string handler)
    {
        var browser = await school.SignIn(who);
        using var request = new HttpRequestMessage(HttpMethod.Post, At(classId, $"?handler={handler}"));
        request.Headers.Add("RequestVerificationToken", await browser.TokenOf("/status/404"));
        return (await browser.SendAsync(request)).StatusCode;
    }
}
