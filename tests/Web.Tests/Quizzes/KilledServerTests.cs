using Lyceum.Domain.Quizzes;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>What was acknowledged survives kill -9, and a retry never doubles it.</summary>
public sealed class KilledServerTests
{
    private const int AcknowledgementsARound = 200;
    private static readonly string[] Rushing = [Cast.Mei, Cast.Jonas, Cast.Lucia, Cast.Samir, Cast.Noah, Cast.Arjun, Cast.Hana];

    [Fact]
    public async Task A_server_killed_three_times_in_a_rush_loses_no_acknowledged_answer_and_hands_in_once()
    {
        var data = Directory.CreateTempSubdirectory("lyceum-killed-");
        var stage = await Prepare(data.FullName);
        using var server = new RealServer(data.FullName);
        await server.Start();
        var students = Rushing.Select(who => new RushStudent(who, server, stage.Page, stage.Number.Id)).ToList();
        await Task.WhenAll(students.Select(student => student.Begin()));

        for (var round = 0; round < 3; round++)
        {
            await RushAndKill(server, students);
            await server.Start();
            foreach (var student in students)
            {
                var kept = await student.SequenceAtTheSchool();
                Assert.True(kept >= student.Acknowledged, $"Acknowledged {student.Acknowledged}, kept {kept}");
            }
        }

        var first = await Task.WhenAll(students.Select(student => student.HandIn()));
        await server.Kill();
        await server.Start();
        var again = await Task.WhenAll(students.Select(student => student.HandIn()));
        Assert.Equal(first.Select(receipt => receipt.HandedInAt), again.Select(receipt => receipt.HandedInAt));
        Assert.All(await Task.WhenAll(students.Select(student => student.Result())), page => Assert.Contains("Handed in", page));

        students.ForEach(student => student.Dispose());
        await server.Kill();
        data.Delete(recursive: true);
    }

    private static async Task RushAndKill(RealServer server, List<RushStudent> students)
    {
        var acknowledgements = 0;
        var enough = new TaskCompletionSource();
        var rush = Task.WhenAll(students.Select(student => student.TypeUntilTheLineBreaks(() =>
        {
            if (Interlocked.Increment(ref acknowledgements) == AcknowledgementsARound) enough.SetResult();
        })));
        await Task.WhenAny(enough.Task, rush);
        await server.Kill();
        await rush;
    }

    private static async Task<QuizStage> Prepare(string data)
    {
        var school = new SchoolOn(data);
        await school.InitializeAsync();
        var stage = await QuizStage.Open(school, new QuizRules { AttemptsAllowed = 1, Feedback = FeedbackWhen.AtOnce });
        await school.DisposeAsync();
        return stage;
    }

    private sealed class SchoolOn(string data) : SchoolFixture
    {
        protected override SchoolSettings Settings()
        {
            var settings = base.Settings();
            settings.Data = data;
            return settings;
        }
    }
}
