using Lyceum.Domain.Classes;

namespace Lyceum.Web.Tests.Classes;

public sealed class CoHostTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task Whoever_is_made_a_co_host_sees_the_door_on_the_open_line_and_no_longer_when_it_is_taken_back()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await amara.Do(new KeepDoor(false, true));
        await using var jonas = new Participant(school, Cast.Jonas, classId);
        Assert.Equal(DoorRules.WaitToBeLetIn.Message, (await jonas.Connect())?.Message);
        Assert.Empty(mei.State.Door.Waiting);

        await amara.Do(new NameCoHost(mei.Id));
        await mei.Until(() => mei.State.Door.Waiting.Any(w => w.PersonId == jonas.Id));
        await mei.Do(new LetIn([jonas.Id]));
        Assert.Null(await jonas.Connect());

        await amara.Do(new DismissCoHost(mei.Id));
        await mei.Until(() => mei.State.CoHosts.IsEmpty && mei.State.Door.LetIn.IsEmpty);
        Assert.Equal(ClassRefusals.NotYourRole.Message, (await mei.Send(new LetIn([]))).Refusal?.Message);
        Assert.Empty(mei.Faults);
    }

    [Fact]
    public async Task A_co_host_is_not_told_what_others_wrote_to_the_staff()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await jonas.Do(new PostChat("I was ill last week.", IsToStaff: true));
        await amara.Do(new NameCoHost(mei.Id));
        await jonas.Do(new PostChat("And the week before.", IsToStaff: true));
        await jonas.Do(new PostChat("Good evening."));
        await mei.Until(() => !mei.State.CoHosts.IsEmpty && mei.State.Chat.Any(l => l.Text == "Good evening."));
        Assert.DoesNotContain(mei.State.Chat, l => l.IsToStaff);
        Assert.DoesNotContain(mei.Seen, e => e.Event is ChatPosted { IsToStaff: true });
    }
}
