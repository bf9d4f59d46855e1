using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Speaking;

public sealed class SpeakingTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task The_roster_says_who_spoke_and_how_the_time_was_shared()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        school.Clock.Advance(Duration.FromMinutes(30));
        await Heard(classId, (amara.Id, [0, 195_000]), (mei.Id, [200_000, 265_000]));
        await amara.Do(new EndClass());
        var roster = await (await (await school.SignIn(Cast.Elif)).GetAsync($"/courses/statistics/classes/{classId}/attendance")).Content.ReadAsStringAsync();
        Assert.Contains("<th class=\"number\">Spoke</th>", roster);
        Assert.Contains("<td class=\"number\">1:05</td>", roster);
        Assert.Contains("25 %<small> · 1 of ", roster);
    }

    private async Task Heard(Guid classId, params (Guid Who, ImmutableArray<long> Stretches)[] heard)
    {
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        Assert.Null((await room.Mailbox.Post(new HearVoices(heard.ToImmutableDictionary(one => one.Who, one => one.Stretches)), null)).Refusal);
    }
}
