using Lyceum.Domain.Courses;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>The teams in which the statistics course does its project.</summary>
public static class DemoGroups
{
    private static readonly string[] Teams = ["Bus times", "Coffee queues", "Sleep and screens", "Harbour tides", "Prices of rent", "Reaction times"];

    public static void Fill(DemoRun run)
    {
        var set = GroupSet.New(run.Course.Id, "Project teams", run.Calendar.At(3, "Mon 09:00")).Value;
        run.Db.GroupSets.Add(set);
        var teams = Teams.Select((name, i) => CourseGroup.New(set.Id, i + 1, name).Value).ToList();
        run.Db.Groups.AddRange(teams);
        var students = run.Students.Select(student => new DealtStudent(run.Id(student.Who), null)).ToList();
        foreach (var (personId, at) in GroupDeal.Deal(students, [.. teams.Select(_ => Array.Empty<DealtStudent>())], spreadsSections: false, DemoRun.Chance("teams")))
            run.Db.GroupMembers.Add(GroupMember.Of(teams[at], personId));
    }
}
