using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class CoHostRulesTests
{
    [Fact]
    public void A_co_host_leads_until_it_is_taken_back()
    {
        var table = Started();
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new LowerAllHands()).Refusal);
        table.Do(Amara, new NameCoHost(Mei.PersonId));
        table.Do(Jonas, new RaiseHand());
        table.Do(Mei, new LowerAllHands());
        Assert.Empty(table.State.Hands);
        table.Do(Amara, new DismissCoHost(Mei.PersonId));
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new LowerAllHands()).Refusal);
    }

    [Fact]
    public void A_co_host_neither_ends_the_class_nor_names_another()
    {
        var table = Started();
        table.Do(Amara, new NameCoHost(Mei.PersonId));
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new EndClass()).Refusal);
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new NameCoHost(Jonas.PersonId)).Refusal);
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Elif, new NameCoHost(Jonas.PersonId)).Refusal);
    }

    [Fact]
    public void Only_a_student_who_is_there_is_named_for_staff_lead_by_themselves_and_observers_watch()
    {
        var table = Started();
        Assert.Equal(CoHostRules.OnlyThoseHere, table.Try(Amara, new NameCoHost(Person(77))).Refusal);
        Assert.Equal(CoHostRules.ObserversWatch, table.Try(Amara, new NameCoHost(Ruth.PersonId)).Refusal);
        Assert.Empty(table.Try(Amara, new NameCoHost(Elif.PersonId)).Value.Events);
    }

    [Fact]
    public void Lines_to_the_staff_and_answers_by_name_stay_the_staffs()
    {
        var table = Started();
        table.Do(Lucia, new PostChat("I was ill last week.", IsToStaff: true));
        table.Do(Amara, new OpenPoll(table.State.Polls[0].Id));
        table.Do(Lucia, new AnswerPoll(table.State.Polls[0].Id, [1]));
        table.Do(Lucia, new MarkLost());
        table.Do(Amara, new NameCoHost(Mei.PersonId));
        var told = table.State.AsCoHostsSee();
        Assert.Empty(told.Chat);
        Assert.Empty(told.Lost);
        Assert.Empty(told.Polls[0].Answers);
        Assert.Equal(1, told.Polls[0].AnsweredLive);
        var line = Assert.Single(table.State.Chat);
        Assert.Equal(ClassRefusals.NoSuchLine, table.Try(Mei, new RemoveChat(line.Id)).Refusal);
    }

    [Fact]
    public void A_co_host_cannot_remove_another_and_whoever_is_removed_leads_no_more()
    {
        var table = Started();
        table.Do(Amara, new NameCoHost(Mei.PersonId));
        table.Do(Amara, new NameCoHost(Jonas.PersonId));
        Assert.Equal(DoorRules.NoStaffAway, table.Try(Mei, new SendAway(Jonas.PersonId)).Refusal);
        table.Do(Mei, new SendAway(Lucia.PersonId));
        table.Do(Elif, new SendAway(Jonas.PersonId));
        Assert.Equal([Mei.PersonId], table.State.CoHosts);
        Assert.Equal(DoorRules.WasSentAway, table.Try(Jonas, new ConnectPerson("again")).Refusal);
    }

    [Fact]
    public void Muting_the_students_leaves_co_hosts_and_what_is_not_allowed_to_students_they_may()
    {
        var table = Started();
        table.Do(Amara, new NameCoHost(Mei.PersonId));
        table.Do(Mei, new TurnOn(MediaSource.Screen));
        table.Do(Mei, new TurnOn(MediaSource.Microphone));
        table.Do(Jonas, new TurnOn(MediaSource.Microphone));
        table.Do(Elif, new MuteStudents());
        Assert.True(table.State.Media.IsOn(Mei.PersonId, MediaSource.Microphone));
        Assert.False(table.State.Media.IsOn(Jonas.PersonId, MediaSource.Microphone));
    }

    [Fact]
    public void When_the_class_is_over_nobody_leads_it_but_the_staff()
    {
        var table = Started();
        table.Do(Amara, new NameCoHost(Mei.PersonId));
        table.Do(Amara, new EndClass());
        Assert.Empty(table.State.CoHosts);
        Assert.Equal(ClassSight.Own, table.State.SightOf(Mei));
    }
}
