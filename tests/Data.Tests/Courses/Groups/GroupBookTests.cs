using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Data.Tests.Courses.Groups;

public class GroupBookTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Groups_show_their_active_students_by_name_and_whoever_is_in_none(string kind)
    {
        await using var database = await Databases.Open(kind);
        var (course, people) = await Fill(database);
        var set = GroupSet.New(course.Id, "Project teams", Now).Value;
        CourseGroup[] groups = [CourseGroup.New(set.Id, 2, "Tides").Value, CourseGroup.New(set.Id, 1, "Bus times").Value, CourseGroup.New(set.Id, 3, "Gone").Value];
        groups[2].Remove(Now);
        await using (var db = database.Context())
        {
            db.Add(set);
            db.AddRange(groups.AsEnumerable());
            db.AddRange(GroupMember.Of(groups[0], people[0].Id), GroupMember.Of(groups[0], people[1].Id), GroupMember.Of(groups[2], people[2].Id), GroupMember.Of(groups[1], people[3].Id));
            await db.SaveChangesAsync();
        }

        await using var reader = database.Context();
        var filled = Assert.Single(await reader.GroupsOf(new Viewer(people[0].Id, false), course.Id, default));
        Assert.Equal(["Bus times: ", "Tides: Jonas, Mei"], filled.Groups.Select(one => $"{one.Group.Name}: {string.Join(", ", one.Members.Select(member => member.Name))}"));
        Assert.Equal(["Samir"], filled.InNone.Select(one => one.Name));
        Assert.Equal("Tides", filled.GroupOf(people[0].Id)?.Group.Name);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_sees_the_groups_of_a_course_that_they_are_not_in_or_no_longer(string kind)
    {
        await using var database = await Databases.Open(kind);
        var (course, people) = await Fill(database);
        await using (var db = database.Context())
        {
            db.Add(GroupSet.New(course.Id, "Project teams", Now).Value);
            await db.SaveChangesAsync();
        }

        await using var reader = database.Context();
        foreach (var (viewer, seen) in new[] { (new Viewer(people[0].Id, false), 1), (new(people[3].Id, false), 0), (new(Guid.NewGuid(), false), 0), (new(null, false), 0), (new(Guid.NewGuid(), true), 1) })
            Assert.Equal(seen, (await reader.GroupsOf(viewer, course.Id, default)).Count);
    }

    /// <summary>A course with three students, and one who was removed from it.</summary>
    private static async Task<(Course Course, Person[] People)> Fill(TestDatabase database)
    {
        var course = Course.New("statistics", "Statistics", "blue", "Europe/Oslo", Now).Value;
        course.Publish();
        Person[] people = [.. new[] { "Mei", "Jonas", "Samir", "Zofia" }.Select(name => Person.New(name, $"{name}@harbour.example", "Europe/Oslo", "en", false, Now).Value)];
        var enrolled = people.Select(person => Enrollment.New(course.Id, person.Id, CourseRole.Student, Now)).ToList();
        enrolled[3].Remove(Now);
        await using var db = database.Context();
        db.Add(course);
        db.AddRange(people.AsEnumerable());
        db.AddRange(enrolled);
        await db.SaveChangesAsync();
        return (course, people);
    }
}
