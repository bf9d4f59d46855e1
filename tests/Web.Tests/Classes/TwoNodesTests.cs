using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lyceum.Web.Tests.Classes;

/// <summary>Two processes of one school on one PostgreSQL database.</summary>
public sealed class TwoNodesFixture : ClassFixture
{
    private readonly string name = "lyceum_" + Guid.NewGuid().ToString("N");
    private WebApplication? second;

    private static string Server => Environment.GetEnvironmentVariable("LYCEUM_TEST_POSTGRES")
        ?? "Host=127.0.0.1;Username=lyceum_test;Password=lyceum_test;Database=postgres;Pooling=false";

    public Uri Second { get; private set; } = null!;
    public IServiceProvider ServicesThere => second!.Services;

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        settings.Postgres = new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = true, MaxPoolSize = 10 }.ConnectionString;
        return settings;
    }

    public override async ValueTask InitializeAsync()
    {
        await Ask($"create database {name}");
        await base.InitializeAsync();
        second = SchoolHost.Build(Settings(), Replace);
        await second.StartAsync();
        Second = new Uri(second.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public override async ValueTask DisposeAsync()
    {
        if (second is not null)
        {
            await second.StopAsync();
            await second.DisposeAsync();
        }
        await base.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Ask($"drop database {name} with (force)");
        GC.SuppressFinalize(this);
    }

    private static async Task Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class TwoNodesTests(TwoNodesFixture school) : IClassFixture<TwoNodesFixture>
{
    [Fact]
    public async Task People_on_two_nodes_see_one_log_with_nothing_lost_and_nothing_doubled()
    {
        var classId = await school.AddClass();
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await using var mei = await Participant.Join(school, Cast.Mei, classId, school.Second);
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId, school.Second);
        if (amara.State.Phase == ClassPhase.Open) await amara.Send(new StartClass());
        await mei.Until(() => mei.State.Phase == ClassPhase.Live);
        await amara.Until(() => amara.State.People.Values.Count(p => p.Connections.Length == 1) == 3);

        var everybody = new[] { amara, mei, jonas };
        await Task.WhenAll(everybody.Select(async (who, index) =>
        {
            for (var i = 0; i < 25; i++) await who.Do(new PostChat($"{index}/{i}"));
        }));
        foreach (var who in everybody) await who.Until(() => who.State.Chat.Length == 75);
        foreach (var who in everybody)
        {
            Assert.Equal(75, who.State.Chat.Select(line => line.Text).Distinct().Count());
            Assert.Equal(amara.State.Chat.Select(line => line.Id), who.State.Chat.Select(line => line.Id));
            Assert.Empty(who.Faults);
        }
    }

    [Fact]
    public async Task A_command_that_is_tried_again_on_the_other_node_happens_once()
    {
        var classId = await school.AddClass();
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await using var mei = await Participant.Join(school, Cast.Mei, classId);
        await using var meiThere = await Participant.Join(school, Cast.Mei, classId, school.Second);
        var here = await mei.Send(new PostChat("Once"), "the-same-key");
        await meiThere.SeesThrough(here.Sequence);
        Assert.Equal(here, await meiThere.Send(new PostChat("Once"), "the-same-key"));
        await amara.SeesThrough(here.Sequence);
        Assert.Single(amara.State.Chat);
    }

    [Fact]
    public async Task Whoever_replays_a_class_on_the_other_node_is_out_when_it_is_held_back_and_when_they_are_removed_and_when_it_is_deleted()
    {
        var classId = await school.HoldClass();
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId, school.Second);
        await using var lucia = await Participant.Join(school, Cast.Lucia, classId, school.Second);
        await using var elif = await Participant.Join(school, Cast.Elif, classId, school.Second);
        await school.Write(async db => (await db.Enrollments.AsTracking().SingleAsync(e => e.PersonId == lucia.Id && e.CourseId == school.Statistics.Id)).Remove(SchoolFixture.Start));
        Assert.Equal(PartingRefusals.NotOfTheCourse.Message, await lucia.WhyOut());
        var terms = ReplayTerms.For(classId);
        terms.Open(isHeldBack: true, null, []);
        await school.Write(db => { db.ReplayTerms.Add(terms); });
        Assert.Equal(ReplayTerms.NotOpenYet.Message, await jonas.WhyOut());
        Assert.False(elif.Line.Over.IsCompleted);

        var there = school.ServicesThere.GetRequiredService<ClassRooms>();
        var held = await there.Find(classId);
        Assert.NotNull(held);
        Assert.Null((await school.Services.GetRequiredService<DeleteRecording>().Run(classId, RecordingPart.All, school.People[Cast.Amara], default)).Refusal);
        await elif.Line.Over.WaitAsync(TimeSpan.FromSeconds(60));
        await held.Mailbox.Running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(DeletedRecording.Gone.Message, await elif.WhyOut());
    }

    [Fact]
    public async Task Those_of_a_node_that_died_are_let_go_and_those_of_the_living_stay()
    {
        var classId = await school.AddClass();
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await using var mei = await Participant.Join(school, Cast.Mei, classId, school.Second);
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        var jonas = new ClassActor(school.People[Cast.Jonas], "Jonas Weber", ClassRole.Student);
        Assert.Null((await room.Mailbox.Post(new ConnectPerson("deadnode-1"), jonas)).Refusal);
        await mei.Until(() => mei.State.People.TryGetValue(jonas.PersonId, out var person) && person.Connections.IsEmpty);
        Assert.Single(amara.State.People[mei.Id].Connections);
    }
}
