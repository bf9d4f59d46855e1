using System.Text;
using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Browser.Tests.Classes;

/// <summary>A school with classes to be taught: slides, a prepared poll, the doors open.</summary>
public class ClassroomFixture : BrowserFixture
{
    public static readonly PreparePoll Poll = new(
        "You cut the sample from 120 to 30. What happens to the standard error?", ["It halves", "It doubles", "It grows fourfold", "It stays as it is"], [1], false);

    public static string At(Guid classId, string part = "") => $"/courses/statistics/classes/{classId}{part}";

    /// <summary>A class with three slides, its doors open. Where time goes on by itself, one that begins too soon begins before a slow test has come to it.</summary>
    public async Task<Guid> AddClass(int minutes = 75, CreditRule? rule = null, PreparePoll[]? polls = null, int startsIn = 2)
    {
        var activity = await AddActivity(ActivityKind.ClassSession, "Sampling distributions", points: 10);
        var starts = Clock.GetCurrentInstant() + Duration.FromMinutes(startsIn);
        var session = ClassSession.New(activity, starts, starts + Duration.FromMinutes(minutes)).Value;
        var deck = await AddDeck();
        Assert.Null(session.Prepare(new(deck.Id, deck.Name), polls ?? [Poll], [new("Recap", 10), new("Limit theorem", 40), new("Questions", 25)]).Refusal);
        session.CountBy(rule ?? CreditRule.Usual, starts + Duration.FromDays(5));
        await Write(db => { db.ClassSessions.Add(session); });
        return activity.Id;
    }

    /// <summary>As if a student who has no browser here had sent it.</summary>
    public async Task Says(Guid classId, string who, ClassCommand command) =>
        Assert.Null((await (await Services.GetRequiredService<ClassRooms>().Open(classId, default))!.Mailbox.Post(command, new(People[who], Cast.NameOf(who), ClassRole.Student))).Refusal);

    /// <summary>A class of ten minutes without a browser.</summary>
    public async Task Holds(Guid classId, Func<Task> meanwhile)
    {
        var room = (await Services.GetRequiredService<ClassRooms>().Open(classId, default))!;
        var amara = new ClassActor(People[Cast.Amara], "Dr. Amara Okafor", ClassRole.Instructor);
        await using (var scope = Services.CreateAsyncScope()) Assert.Null(await room.OpenDoors(scope.ServiceProvider.GetRequiredService<SchoolDb>(), amara, default));
        Assert.Null((await room.Mailbox.Post(new StartClass(), amara)).Refusal);
        await meanwhile();
        Clock.Advance(Duration.FromMinutes(10));
        Assert.Null((await room.Mailbox.Post(new EndClass(), amara)).Refusal);
    }

    /// <summary>As if students who have no browser here had come in.</summary>
    public async Task Attend(Guid classId, params string[] students)
    {
        var nodes = Services.GetRequiredService<ClassNodes>();
        var mailbox = (await Services.GetRequiredService<ClassRooms>().Open(classId, default))!.Mailbox;
        foreach (var who in students) Assert.Null((await mailbox.Post(new ConnectPerson(nodes.NewConnectionId()), new(People[who], Cast.NameOf(who), ClassRole.Student))).Refusal);
    }

    public async Task<ClassState> StateOf(Guid classId) => (await Services.GetRequiredService<ClassRooms>().Open(classId, default))!.State;

    /// <summary>Waits, generously, until the class is so.</summary>
    public async Task Until(Guid classId, Func<ClassState, bool> isSo)
    {
        var room = (await Services.GetRequiredService<ClassRooms>().Open(classId, default))!;
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (isSo(room.State)) came.TrySetResult();
        }
        room.Mailbox.Appended += Look;
        Look();
        await came.Task.WaitAsync(TimeSpan.FromSeconds(90));
        room.Mailbox.Appended -= Look;
    }

    /// <summary>Three slides, as a PDF.</summary>
    public async Task<byte[]> MakeSlides()
    {
        await using var context = await Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var slides = new StringBuilder("<style>@page{size:1028px 578px;margin:0}body{margin:0}section{height:570px;padding:56px;box-sizing:border-box;font:28px sans-serif}section+section{break-before:page}h1{margin:0}</style>");
        foreach (var title in new[] { "Average more, wobble less", "Minutes on the bus", "The square root of n" }) slides.Append($"<section><h1>{title}</h1><p>2,000 samples of each size</p></section>");
        await page.SetContentAsync(slides.ToString());
        return await page.PdfAsync(new() { PreferCSSPageSize = true });
    }

    private async Task<StoredFile> AddDeck()
    {
        var pdf = await MakeSlides();
        var content = (await Services.GetRequiredService<IFileStore>().Put(new MemoryStream(pdf), 10_000_000, default)).Value;
        var file = StoredFile.New(content.Hash, "Sampling distributions.pdf", "application/pdf", content.Length, Statistics.Id, People[Cast.Amara], false, Clock.GetCurrentInstant());
        await Write(db => { db.Files.Add(file); });
        return file;
    }
}
