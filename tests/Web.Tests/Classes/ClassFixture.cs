using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Tests.Classes;

/// <summary>A school in which classes are made for tests; the clock stands at the planned start of each.</summary>
public class ClassFixture : SchoolFixture
{
    public static readonly PreparePoll Poll = new("What happens to the standard error?", ["It halves", "It doubles", "It stays"], [1], false);

    /// <summary>A published class in statistics with one prepared poll, from now on; 10 points for its credit.</summary>
    public async Task<Guid> AddClass(Instant? starts = null, CreditRule? rule = null, int minutes = 75)
    {
        var activity = await AddActivity(ActivityKind.ClassSession, "Sampling distributions", points: 10);
        var from = starts ?? Clock.GetCurrentInstant();
        var session = ClassSession.New(activity, from, from + Duration.FromMinutes(minutes)).Value;
        Assert.Null(session.Prepare(null, [Poll], [new("Recap", 10), new("Limit theorem", minutes - 10)]).Refusal);
        session.CountBy(rule ?? CreditRule.Usual, from + Duration.FromDays(5));
        await Write(db => { db.ClassSessions.Add(session); });
        return activity.Id;
    }

    /// <summary>One that was held and has ended; Mei was there.</summary>
    public async Task<Guid> HoldClass()
    {
        var (classId, amara, mei) = await StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await mei.Do(new PostChat("Good evening"));
        Clock.Advance(Duration.FromMinutes(75));
        await amara.Do(new EndClass());
        return classId;
    }

    public async Task<(Guid ClassId, Participant Amara, Participant Mei)> StartClass(int minutes = 75)
    {
        var classId = await AddClass(minutes: minutes);
        var amara = await Participant.Join(this, Cast.Amara, classId);
        var mei = await Participant.Join(this, Cast.Mei, classId);
        if (amara.State.Phase == ClassPhase.Open) await amara.Send(new StartClass());
        await amara.Until(() => amara.State.Phase == ClassPhase.Live);
        return (classId, amara, mei);
    }
}
