using Lyceum.Domain.Classes;
using Lyceum.Web.Tests.Classes.Media;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Classes.Recording;

/// <summary>Each test takes a student of its own: an answer holds for all classes of the course.</summary>
public sealed class ConsentTests(MediaFixture school) : IClassFixture<MediaFixture>
{
    [Fact]
    public async Task Whoever_has_not_been_asked_is_asked_in_the_lobby_once_for_the_course()
    {
        await Forget(Cast.Lucia);
        var lucia = await school.SignIn(Cast.Lucia);
        var lobby = $"/courses/statistics/classes/{await school.AddClass()}";
        Assert.Contains("I agree to be recorded", await lucia.GetStringAsync(lobby));
        Assert.Contains("\"agreesToRecording\":null", await lucia.GetStringAsync(lobby + "/room"));
        await lucia.PostForm(lobby, new() { ["agrees"] = "true" }, lobby + "?handler=Consent");
        var kept = await school.Read(db => db.RecordingConsents.SingleAsync(c => c.PersonId == school.People[Cast.Lucia]));
        Assert.Equal((true, RecordingConsent.CurrentText, school.Statistics.Id), (kept.Agrees, kept.TextVersion, kept.CourseId));
        Assert.Equal(1, await school.Read(db => db.Audit.CountAsync(a => a.What == "RecordingAgreed" && a.SubjectId == kept.PersonId)));
        Assert.Contains("You agreed to be recorded in this course.", await lucia.GetStringAsync($"/courses/statistics/classes/{await school.AddClass()}"));
    }

    [Fact]
    public async Task Whoever_does_not_agree_is_in_the_class_without_microphone_and_camera_until_they_do()
    {
        await Forget(Cast.Samir);
        var classId = await school.AddClass();
        await using var samir = await Participant.Join(school, Cast.Samir, classId);
        Assert.Equal(MediaRules.NotAgreed.Message, (await samir.Send(new TurnOn(MediaSource.Microphone))).Refusal?.Message);
        await samir.Do(new PostChat("I listen."));
        Assert.Null(await samir.Line.Call<SentRefusal>("AgreeToRecording"));
        await samir.Do(new TurnOn(MediaSource.Microphone));
    }

    [Fact]
    public async Task Whoever_takes_it_back_on_another_page_falls_silent_in_the_room()
    {
        var (classId, amara, _) = await school.StartClass();
        await using var _1 = amara;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await jonas.Do(new TurnOn(MediaSource.Camera));
        await amara.Until(() => amara.State.Media.IsOn(jonas.Id, MediaSource.Camera));
        var lobby = $"/courses/statistics/classes/{classId}";
        await (await school.SignIn(Cast.Jonas)).PostForm(lobby, new() { ["agrees"] = "false" }, lobby + "?handler=Consent");
        await amara.Until(() => !amara.State.Media.IsOn(jonas.Id, MediaSource.Camera));
        Assert.False((await jonas.Send(new TurnOn(MediaSource.Camera))).IsAccepted);
    }

    private Task Forget(string who) => school.Write(async db =>
    {
        var id = school.People[who];
        await db.RecordingConsents.Where(c => c.PersonId == id).ExecuteDeleteAsync();
    });
}
