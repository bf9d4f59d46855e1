using Lyceum.Data.Classes;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Tests.Classes;

public class ClassLogTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_appended_comes_back_as_it_was(string kind)
    {
        await using var school = await ClassInASchool.Open(kind);
        var log = await school.Append(
            school.Logged(1, new ClassOpened("Sampling", Start, Start + Duration.FromHours(1), [new("Recap", 8)])),
            school.Logged(2, new PollPrepared("Which?", ["This", "That"], [0], false)) with { Audience = Audience.Staff },
            school.Logged(3, new PollAnswered(2, [0])) with { Audience = Audience.Only(school.Mei), ActorId = school.Mei, Key = "key-0001", IsLate = true, OffsetMs = 1234 });

        var loaded = (await ClassLog.Load(school.Database.Context(), school.ClassId, CancellationToken.None))!;
        Assert.Equal(log.Select(Text), loaded.Later.Select(Text));
        Assert.Equal([new SentKey("key-0001", school.Mei, 3)], loaded.Keys);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whoever_is_slower_is_refused_and_leaves_nothing(string kind)
    {
        await using var school = await ClassInASchool.Open(kind);
        await school.Append(school.Logged(1, new ChatPosted("First")));
        var late = await school.Log.Append(school.ClassId, [school.Logged(1, new ChatPosted("Also first"))], ClassState.Empty, ClassState.Empty, default);
        var gap = await school.Log.Append(school.ClassId, [school.Logged(3, new ChatPosted("Too far"))], ClassState.Empty, ClassState.Empty, default);
        Assert.Equal((ClassLog.Overtaken, ClassLog.Overtaken), (late.Refusal!, gap.Refusal!));
        Assert.Single(await ClassLog.ReadAfter(school.Database.Context(), school.ClassId, 0, default));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_two_writers_at_once_one_wins_each_sequence(string kind)
    {
        await using var school = await ClassInASchool.Open(kind);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            school.Log.Append(school.ClassId, [school.Logged(1, new ChatPosted($"{i}"))], ClassState.Empty, ClassState.Empty, default)));
        Assert.Single(outcomes, o => !o.IsRefused);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_removed_line_loses_its_words_on_disk_and_keeps_its_place(string kind)
    {
        await using var school = await ClassInASchool.Open(kind);
        await school.Append(school.Logged(1, new ChatPosted("Rude")), school.Logged(2, new QuestionAsked("Rude too")), school.Logged(3, new ChatPosted("Kind")));
        await school.Append(school.Logged(4, new ChatRemoved(1)), school.Logged(5, new QuestionRemoved(2)));
        var log = await ClassLog.ReadAfter(school.Database.Context(), school.ClassId, 0, default);
        Assert.Equal([new ChatPosted(""), new QuestionAsked(""), new ChatPosted("Kind"), new ChatRemoved(1), new QuestionRemoved(2)], log.Select(e => e.Event));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_snapshot_and_what_came_later_are_the_whole_log(string kind)
    {
        await using var school = await ClassInASchool.Open(kind);
        var (whole, forAll) = (ClassState.Empty, ClassState.Empty);
        foreach (var chunk in Enumerable.Range(1, 620).Select(i => school.Logged(i, i % 9 == 0 ? new LostMarked() : new ChatPosted($"Line {i}"))).Chunk(31))
        {
            var events = Array.ConvertAll(chunk, e => e.Event is LostMarked ? e with { Audience = Audience.Only(school.Mei), ActorId = school.Mei } : e);
            (whole, forAll) = (events.Aggregate(whole, (s, e) => s.Apply(e)), events.Where(e => e.Audience.Kind == AudienceKind.All).Aggregate(forAll, (s, e) => s.Apply(e)));
            await school.Log.Append(school.ClassId, events, whole, forAll, default);
        }
        var loaded = (await ClassLog.Load(school.Database.Context(), school.ClassId, default))!;
        Assert.InRange(loaded.Snapshot, 500, 530);
        Assert.Equal(loaded.Snapshot / 9, loaded.Personal.Count);
        Assert.Equal(Text(whole), Text(loaded.Later.Aggregate(loaded.Whole, (s, e) => s.Apply(e))));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_log_is_seen_by_members_alone_and_what_is_for_staff_by_staff_alone(string kind)
    {
        await using var school = await ClassInASchool.Open(kind);
        await school.Append(school.Logged(1, new ChatPosted("Hello")), school.Logged(2, new PollPrepared("?", ["a", "b"], [], false)) with { Audience = Audience.Staff });
        async Task<int> Seen(Guid? who, bool isStaff = false) => await school.Database.Context().ClassEventsVisibleTo(new Viewer(who, isStaff)).CountAsync();
        Assert.Equal((1, 2, 2, 0, 0), (await Seen(school.Mei), await Seen(school.Amara), await Seen(null, isStaff: true), await Seen(school.Zofia), await Seen(null)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_session_follows_its_log_and_the_end_asks_for_the_credit(string kind)
    {
        await using var school = await ClassInASchool.Open(kind);
        await school.Append(school.Logged(1, new ClassOpened("S", Start, Start, [])), school.Logged(2, new ClassStarted()), school.Logged(3, new ClassEnded()));
        await using var db = school.Database.Context();
        Assert.True((await db.ClassSessions.SingleAsync()).HasEnded);
        Assert.Equal(["continue-questions", "end-class", "settle-credit"], await db.Jobs.OrderBy(j => j.Kind).Select(j => j.Kind).ToListAsync());
    }

    private static string Text<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, ClassJson.Options);
}
