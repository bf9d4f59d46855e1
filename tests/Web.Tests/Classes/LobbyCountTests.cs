using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Web.Tests.Classes;

public sealed class LobbyCountTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    private static readonly string[] Pages = ["/", "/courses/statistics", "/courses/statistics/classes"];

    [Fact]
    public async Task Who_teaches_sees_how_many_wait_in_the_lobby_and_students_do_not()
    {
        var classId = await school.AddClass(school.Clock.GetCurrentInstant() + Duration.FromMinutes(5));
        await using var mei = await Participant.Join(school, Cast.Mei, classId);
        await using (var jonas = await Participant.Join(school, Cast.Jonas, classId))
        {
            foreach (var page in Pages) Assert.Contains("2 in the lobby", await (await school.SignIn(Cast.Amara)).GetStringAsync(page));
            foreach (var page in Pages) Assert.DoesNotContain("in the lobby", await (await school.SignIn(Cast.Hana)).GetStringAsync(page));
        }
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await amara.Until(() => amara.State.People[school.People[Cast.Jonas]].Connections.Length == 0);
        foreach (var page in Pages) Assert.Contains("1 in the lobby", await (await school.SignIn(Cast.Amara)).GetStringAsync(page));
        await amara.Send(new StartClass());
        await amara.Until(() => amara.State.Phase == ClassPhase.Live);
        foreach (var page in Pages) Assert.DoesNotContain("in the lobby", await (await school.SignIn(Cast.Amara)).GetStringAsync(page));
    }
}
