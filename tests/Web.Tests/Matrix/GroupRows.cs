using Lyceum.Domain.Courses;

namespace Lyceum.Web.Tests.Matrix;

public sealed class GroupRows : IMatrixRows
{
    private const string Home = "/courses/statistics/people/groups";
    private const string OfCourse = "/courses/{slug}/people/groups";
    private const string OfSet = "/courses/{slug}/people/groups/{set:guid}";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get(OfCourse, Home, "302 200 404 200 200 404 200 404"),
        MatrixRow.Post(OfCourse, _ => Task.FromResult($"{Home}?handler=Make"), "401 404 404 404 302 404 302 404", _ => Task.FromResult($"Name={Guid.NewGuid():N}&Number=2&Way=ByChance")),
        MatrixRow.Post(OfCourse, school => Made(school, (set, _) => $"{Home}?handler=Return&set={set}"), "401 404 404 404 302 404 302 404"),
        MatrixRow.Post(OfCourse, school => Made(school, (set, group) => $"{Home}?handler=Choose&set={set}&group={group}"), "401 302 404 404 404 404 404 404"),
        MatrixRow.Get(OfSet, school => Made(school, (set, _) => $"{Home}/{set}"), "302 200 404 200 200 404 200 404"),
        .. new[] { "Move", "Add", "Rename", "Remove", "Return", "Deal", "Describe", "RemoveSet" }.Select(handler => MatrixRow.Post(
            OfSet, school => Made(school, (set, group) => $"{Home}/{set}?handler={handler}&person={school.People[Cast.Mei]}&group={group}&name={Guid.NewGuid():N}"), "401 404 404 404 302 404 302 404")),
    ];

    /// <summary>A set of its own for each asker, with one group, of which students choose.</summary>
    private static async Task<string> Made(SchoolFixture school, Func<Guid, Guid, string> address)
    {
        var set = GroupSet.New(school.Statistics.Id, $"{Guid.NewGuid():N}", SchoolFixture.Start).Value;
        set.LetThemChoose(null, null);
        var group = CourseGroup.New(set.Id, 1, "Group 1").Value;
        await school.Write(db =>
        {
            db.GroupSets.Add(set);
            db.Groups.Add(group);
        });
        return address(set.Id, group.Id);
    }
}
