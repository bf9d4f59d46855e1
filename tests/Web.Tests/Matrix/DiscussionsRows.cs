using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Discussions;
using Microsoft.Extensions.DependencyInjection;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Tests.Matrix;

public sealed class DiscussionsRows : IMatrixRows
{
    private const string List = "/courses/{slug}/discussions/{id:guid?}";
    private const string OneThread = "/courses/{slug}/threads/{id:guid}";
    private const string Members = "302 200 404 200 200 404 200 404";
    private const string Posts = "401 302 404 302 302 404 302 404";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get(List, "/courses/statistics/discussions", Members),
        MatrixRow.Get(List, Discussed, Members),
        MatrixRow.Post(List, "/courses/statistics/discussions", Posts, "Heading=Why&Body=Because"),
        MatrixRow.Get(List.Replace("guid?", "guid") + "/edit", async school => await Discussed(school) + "/edit", "302 404 404 404 200 404 200 404"),
        MatrixRow.Post(List.Replace("guid?", "guid") + "/edit", async school => await Discussed(school) + "/edit", "401 404 404 404 302 404 302 404", _ => Task.FromResult("Prompt=Say&Format=Markdown")),
        MatrixRow.Get(OneThread, Threaded, Members),
        MatrixRow.Post(OneThread, async school => await Threaded(school) + "?handler=Reply", Posts, _ => Task.FromResult("Body=Hello")),
        MatrixRow.Post(OneThread, async school => await Threaded(school) + "?handler=Follow", Posts),
        MatrixRow.Get("/unsubscribe", "/unsubscribe?token=nothing", "200 200 200 200 200 200 200 200"),
        MatrixRow.Post("/unsubscribe", async school => $"/unsubscribe?token={school.Services.GetRequiredService<Unsubscribing>().TokenFor(Guid.Parse((await Threaded(school)).Split('/')[^1]), school.People[Cast.Mei])}", "200 200 200 200 200 200 200 200"),
    ];

    private static async Task<string> Discussed(SchoolFixture school) =>
        $"/courses/statistics/discussions/{(await school.AddActivity(ActivityKind.Discussion, "Where averages lie")).Id}";

    private static async Task<string> Threaded(SchoolFixture school)
    {
        var thread = Thread.Open(school.Statistics.Id, null, school.People[Cast.Jonas], "Is n = 30 a rule or a habit?", SchoolFixture.Start).Value;
        var post = thread.Reply(school.People[Cast.Jonas], "Every book says thirty.", null, SchoolFixture.Start).Value;
        await school.Write(db => { db.Threads.Add(thread); db.Posts.Add(post); });
        return DiscussionsFeature.AddressOf("statistics", thread.Id);
    }
}
