using System.Net;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Captions.Machine;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Captions;

public sealed class CaptionFeedTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    private const string TwoCues = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Amara>The spread shrinks.\n\n00:04.000 --> 00:05.000\nAny questions?\n\n";

    [Fact]
    public async Task A_program_captions_the_class_and_everybody_reads_it()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        using var captioner = await Captioner.Hire(school, Cast.Elif, classId);
        Assert.Equal(HttpStatusCode.OK, await captioner.Send(TwoCues));
        await mei.Until(() => mei.State.Media.Captions.Length == 2);
        Assert.Equal(["Amara: The spread shrinks.", "Any questions?"], mei.State.Media.Captions.Select(caption => caption.Text));
        Assert.All(mei.State.Media.Captions, caption => Assert.Equal((CaptionOrigin.Feed, Guid.Empty), (caption.Origin, caption.PersonId)));
        Assert.Contains("2 lines have come.", await Page(Cast.Amara, classId));
        await amara.Do(new EndClass());
        Assert.Equal(HttpStatusCode.Gone, await captioner.Send(TwoCues));
    }

    [Fact]
    public async Task One_body_goes_on_as_long_as_the_class()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        using var captioner = await Captioner.Hire(school, Cast.Amara, classId);
        var (body, _) = captioner.Stream();
        await body.WriteAsync("WEBVTT\n\n00:01.000 --> 00:02.000\nGood evening.\n\n");
        await mei.Until(() => mei.State.Media.Captions.Length == 1);
        await body.WriteAsync("00:09.000 --> 00:10.000\nLet us\nbegin.\n\n");
        await mei.Until(() => mei.State.Media.Captions.Length == 2);
        Assert.Equal("Let us begin.", mei.State.Media.Captions[1].Text);
        await amara.Do(new EndClass());
        body.Complete();
        Assert.Equal(HttpStatusCode.Gone, await captioner.Send(TwoCues));
    }

    [Fact]
    public async Task A_token_that_is_withdrawn_or_replaced_is_worth_nothing_at_once()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        using var former = await Captioner.Hire(school, Cast.Amara, classId);
        var (body, _) = former.Stream();
        await body.WriteAsync("WEBVTT\n\n00:01.000 --> 00:02.000\nGood evening.\n\n");
        await mei.Until(() => mei.State.Media.Captions.Length == 1);
        using var latter = await Captioner.Hire(school, Cast.Amara, classId);
        body.Complete();
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await former.Send(TwoCues), await latter.Send(TwoCues)));
        var page = $"/courses/statistics/classes/{classId}/captions";
        Assert.Equal(HttpStatusCode.Redirect, (await (await school.SignIn(Cast.Amara)).PostForm(page, [], page + "?handler=Withdraw")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await latter.Send(TwoCues));
        Assert.DoesNotContain(latter.Token, await Page(Cast.Amara, classId));
    }

    [Fact]
    public async Task What_is_not_to_be_taken_is_told_so()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        using var captioner = await Captioner.Hire(school, Cast.Amara, classId);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await captioner.Send(TwoCues, "text/plain"));
        Assert.Equal(HttpStatusCode.BadRequest, await captioner.Send("1\n00:00:01,000 --> 00:00:02,000\nSubRip\n"));
        Assert.Equal(HttpStatusCode.BadRequest, await captioner.Send("WEBVTT\n\n" + new string('a', 10_000)));
        Assert.Equal(HttpStatusCode.TooManyRequests, await captioner.Send("WEBVTT\n\n" + string.Concat(Enumerable.Repeat("00:01.000 --> 00:02.000\nFaster than anybody reads\n\n", 200))));
        using var elsewhere = new Captioner(school, await school.AddClass(), captioner.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, await elsewhere.Send(TwoCues));
    }

    [Fact]
    public async Task Before_the_doors_are_open_nothing_is_captioned()
    {
        var classId = await school.AddClass(school.Clock.GetCurrentInstant() + Duration.FromDays(1));
        using var captioner = await Captioner.Hire(school, Cast.Amara, classId);
        Assert.Equal(HttpStatusCode.Conflict, await captioner.Send(TwoCues));
    }

    [Fact]
    public async Task A_school_without_a_recognizer_says_so()
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        Assert.Equal(MachineCaptions.NoRecognizer.Message, (await amara.Send(new CaptionByMachine(true))).Refusal?.Message);
        Assert.Equal(ClassRefusals.NotYourRole.Message, (await mei.Send(new CaptionByMachine(true))).Refusal?.Message);
    }

    private async Task<string> Page(string who, Guid classId) => await (await (await school.SignIn(who)).GetAsync($"/courses/statistics/classes/{classId}/captions")).Content.ReadAsStringAsync();
}
