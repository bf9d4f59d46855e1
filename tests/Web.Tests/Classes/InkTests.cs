using Lyceum.Domain.Classes;
using Lyceum.Domain.Library;

namespace Lyceum.Web.Tests.Classes;

public sealed class InkTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task What_is_drawn_reaches_all_and_whoever_comes_later_finds_it()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var deck = await ShowDeck(amara);
        var drawn = await amara.Do(new DrawStroke(deck, 1, InkTool.Pen, InkColor.Stress, [100, 200, 300, 400]));
        var gone = await amara.Do(new DrawStroke(deck, 1, InkTool.Marker, InkColor.Aside, [0, 0, 9, 9]));
        await amara.Do(new EraseStrokes([gone]));
        await mei.Until(() => mei.State.Ink.Length == 1);
        Assert.Equal(drawn, mei.State.Ink[0].Id);
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        Assert.Equal([100, 200, 300, 400], jonas.State.Ink.Single().Points);
    }

    [Fact]
    public async Task A_student_points_and_draws_while_they_present_and_not_before()
    {
        var (_, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var deck = await ShowDeck(amara);
        var line = new DrawStroke(deck, 1, InkTool.Pen, InkColor.Ink, [0, 0, 9, 9]);
        Assert.Equal(InkRules.OnlyPresenters.Message, (await mei.Send(line)).Refusal?.Message);
        await mei.Line.Tell("Signal", new Pointer(.1, .1));
        await amara.Do(new NamePresenter(mei.Id));
        await mei.Do(line);
        await mei.Line.Tell("Signal", new Pointer(.5, 7));
        await mei.Line.Tell("Signal", new Pointer(.2, .2));
        await amara.Until(() => amara.Signals.Count > 0);
        Assert.Equal([new(mei.Id, new Pointer(.2, .2))], amara.Signals);
    }

    private async Task<Guid> ShowDeck(Participant amara)
    {
        var file = StoredFile.New(new string('a', 64), "Slides.pdf", "application/pdf", 10, school.Statistics.Id, amara.Id, false, school.Clock.GetCurrentInstant());
        await school.Write(db => { db.Files.Add(file); });
        await amara.Do(new ShowDeck(file.Id));
        return file.Id;
    }
}
