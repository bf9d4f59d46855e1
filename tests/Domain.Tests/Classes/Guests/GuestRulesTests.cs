using Lyceum.Domain.Classes;
using NodaTime;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;
using static Lyceum.Domain.Tests.Classes.GuestStories;

namespace Lyceum.Domain.Tests.Classes;

public class GuestRulesTests
{
    [Fact]
    public void A_guest_may_what_a_student_may_but_for_being_lost()
    {
        foreach (var row in ClassRightsTests.Rights)
        {
            var command = row.Data.Item1;
            Assert.True(Ada.May(command) == (Mei.May(command) && command is not MarkLost), command.GetType().Name);
        }
    }

    [Fact]
    public void A_second_browser_of_a_link_knocks_at_an_open_door_and_the_first_does_not()
    {
        var table = Started();
        table.Do(Ada, new ConnectPerson("ada-1"));
        table.Do(null, new NoticeSharedLink("Ada Byron", Ada.PersonId, AdaElsewhere.PersonId));
        Assert.Equal(DoorRules.WaitToBeLetIn, table.Try(AdaElsewhere, new ConnectPerson("ada-2")).Refusal);
        table.Do(AdaElsewhere, new Knock(null));
        table.Do(Elif, new LetIn([AdaElsewhere.PersonId]));
        table.Do(AdaElsewhere, new ConnectPerson("ada-2"));
        table.Do(Ada, new ConnectPerson("ada-3"));
    }

    [Fact]
    public void A_link_used_twice_is_noticed_once_and_by_those_who_lead_alone()
    {
        var table = Started();
        table.Do(null, new NoticeSharedLink("Ada Byron", Ada.PersonId, AdaElsewhere.PersonId));
        table.Do(null, new NoticeSharedLink("Ada Byron", Ada.PersonId, AdaElsewhere.PersonId));
        Assert.Single(table.Log, logged => logged.Event is GuestLinkShared);
        Assert.DoesNotContain(table.SeenBy(Mei), logged => logged.Event is GuestLinkShared);
        Assert.Contains(table.SeenBy(Elif), logged => logged.Event is GuestLinkShared);
    }

    [Fact]
    public void A_guest_does_not_become_a_co_host()
    {
        var table = Started();
        table.Do(Ada, new ConnectPerson("ada-1"));
        Assert.Equal(GuestRefusals.GuestsAreGuests, table.Try(Amara, new NameCoHost(Ada.PersonId)).Refusal);
    }

    [Fact]
    public void What_a_guest_asked_does_not_go_on_as_a_thread_of_the_course()
    {
        var table = Started();
        table.Do(Ada, new AskQuestion("Who was Gosset?"));
        table.Do(Mei, new AskQuestion("Is n = 30 a rule?"));
        Assert.Equal(["Is n = 30 a rule?"], table.State.LeftOpen().Select(question => question.Text));
    }

    [Fact]
    public void All_students_being_muted_mutes_a_guest()
    {
        var table = Started();
        table.Do(Ada, new ConnectPerson("ada-1"));
        table.Do(Ada, new TurnOn(MediaSource.Microphone));
        table.Do(Amara, new MuteStudents());
        Assert.False(table.State.Media.IsOn(Ada.PersonId, MediaSource.Microphone));
    }

    [Fact]
    public void A_link_opens_the_class_from_the_doors_to_the_end_and_the_replay_only_where_that_was_said()
    {
        var activity = Domain.Courses.Activity.New(
            Domain.Courses.Module.New(Person(1), 1, "Sampling", null, null).Value, Domain.Courses.ActivityKind.ClassSession, "Sampling", 1, 60, null).Value;
        var session = ClassSession.New(activity, Start, Start + Duration.FromHours(1)).Value;
        var guest = Invite(false);
        Assert.Equal(ClassRefusals.DoorsClosed, guest.KeepsOut(session, Start - Duration.FromMinutes(11)));
        Assert.Null(guest.KeepsOut(session, Start - Duration.FromMinutes(10)));
        Assert.Equal(GuestRefusals.IsOver, guest.KeepsOut(session, Start + Duration.FromMinutes(90)));
        session.Follow(new(1, Start, 0, Audience.All, null, null, false, new ClassStarted()));
        session.Follow(new(2, Start + Duration.FromMinutes(50), 0, Audience.All, null, null, false, new ClassEnded()));
        Assert.Equal(GuestRefusals.IsOver, guest.KeepsOut(session, Start + Duration.FromMinutes(51)));
        Assert.Null(Invite(true).KeepsOut(session, Start + Duration.FromDays(3)));
        guest.Withdraw(Start);
        Assert.Equal(GuestRefusals.Withdrawn, guest.KeepsOut(session, Start));

        ClassGuest Invite(bool seesReplay) => ClassGuest.Invite(session.ActivityId, "Ada Byron", null, seesReplay, GuestToken.New(), Amara.PersonId, Start).Value;
    }

    [Fact]
    public void A_token_is_256_bits_in_an_address_and_kept_as_its_hash()
    {
        var token = GuestToken.New();
        Assert.Matches("^[A-Za-z0-9_-]{43}$", token.Text);
        Assert.Equal(64, token.Hash.Length);
        Assert.NotEqual(token, GuestToken.New());
        Assert.Equal(new GuestToken("abc").Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("abc"u8)));
    }
}
