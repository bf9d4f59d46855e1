using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;

namespace Lyceum.Web.Tests.Matrix;

public sealed class ReadingsRows : IMatrixRows
{
    private const string Members = "302 200 404 200 200 404 200 404";
    private const string Teachers = "302 404 404 404 200 404 200 404";
    private const string Reading = "/courses/{slug}/readings/{id:guid}";
    private const string Lecture = "/courses/{slug}/lectures/{id:guid}";

    private Guid lastNote;

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get(Reading, Readable, Members),
        MatrixRow.Get(Reading, Draft, Teachers.Replace("404 200 404 200", "200 200 404 200")),
        MatrixRow.Post(Reading, async school => await Readable(school) + "?handler=Read", "401 302 404 302 302 404 302 404"),
        MatrixRow.Post(Reading, async school => await Readable(school) + "?handler=Note", "401 302 404 302 302 404 302 404", _ => Task.FromResult("Quote=sample&Text=Mine")),
        MatrixRow.Post(Reading, async school => await Readable(school) + "?handler=Ask", "401 302 404 302 302 404 302 404", _ => Task.FromResult("Quote=sample&Text=Why")),
        MatrixRow.Post(Reading, async school => $"{await Noted(school)}?handler=Rewrite", "401 302 404 404 404 404 404 404", _ => Task.FromResult($"note={lastNote}&Text=Mine")),
        MatrixRow.Post(Reading, async school => $"{await Noted(school)}?handler=Forget", "401 302 404 404 404 404 404 404", _ => Task.FromResult($"note={lastNote}")),
        MatrixRow.Post(Reading + "/progress", async school => await Readable(school) + "/progress", "401 204 404 204 204 404 204 404", _ => Task.FromResult("{\"fraction\":0.5}")),
        MatrixRow.Get(Reading + "/edit", async school => await Readable(school) + "/edit", Teachers),
        MatrixRow.Post(Reading + "/edit", async school => await Readable(school) + "/edit", "401 404 404 404 302 404 302 404", _ => Task.FromResult("Text=Hello&Format=Markdown")),
        MatrixRow.Get(Lecture, Watchable, Members),
        MatrixRow.Post(Lecture + "/watched", async school => await Watchable(school) + "/watched", "401 200 404 200 200 404 200 404",
            _ => Task.FromResult("{\"played\":[{\"fromMs\":0,\"untilMs\":1000}],\"position\":1,\"duration\":60}")),
        MatrixRow.Get(Lecture + "/edit", async school => await Watchable(school) + "/edit", Teachers),
        MatrixRow.Post(Lecture + "/edit", async school => await Watchable(school) + "/edit", "401 404 404 404 302 404 302 404", _ => Task.FromResult("Notes=Hello&Chapters=")),
    ];

    private static async Task<string> Readable(SchoolFixture school)
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "One sample is not enough");
        await school.Write(db => { db.Readings.Add(Domain.Readings.Reading.For(activity)); });
        return $"/courses/statistics/readings/{activity.Id}";
    }

    /// <summary>A reading in which Mei noted something for herself.</summary>
    private async Task<string> Noted(SchoolFixture school)
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "One sample is not enough");
        var note = ReadingNote.Keep(activity, school.People[Cast.Mei], Passage.Of("sample", "", "", 0).Value, "Mine", SchoolFixture.Start).Value;
        lastNote = note.Id;
        await school.Write(db => { db.ReadingNotes.Add(note); });
        return $"/courses/statistics/readings/{activity.Id}";
    }

    private static async Task<string> Draft(SchoolFixture school)
    {
        var activity = Activity.New(school.Week9, ActivityKind.Reading, "Not yet", 9).Value;
        await school.Write(db => { db.Activities.Add(activity); });
        return $"/courses/statistics/readings/{activity.Id}";
    }

    private static async Task<string> Watchable(SchoolFixture school)
    {
        var activity = await school.AddActivity(ActivityKind.Lecture, "From sample to sample");
        await school.Write(db => { db.Lectures.Add(Lyceum.Domain.Lectures.Lecture.For(activity)); });
        return $"/courses/statistics/lectures/{activity.Id}";
    }
}
