using System.Net;
using System.Text.Json;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Tests.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Courses;

/// <summary>Two sections, each with a class of its own, and one of the whole course. Mei is in the morning's, Jonas in the evening's, Samir in none.</summary>
public sealed class SectionClassesTests(SectionSchool school) : IClassFixture<SectionSchool>
{
    private const string All = "Everybody together", Mine = "Morning hour", Theirs = "Evening hour";

    [Theory]
    [InlineData("/courses/statistics")]
    [InlineData("/courses/statistics?enrolled=false")]
    [InlineData("/courses/statistics/classes")]
    [InlineData("/courses/statistics/grades")]
    [InlineData("/calendar")]
    public async Task A_student_finds_the_classes_of_the_whole_course_and_of_their_own_section_alone(string page)
    {
        foreach (var (who, sees, not) in new[] { (Cast.Mei, Mine, Theirs), (Cast.Jonas, Theirs, Mine), (Cast.Mei, Mine, Theirs) })
        {
            var text = await (await school.SignIn(who)).GetStringAsync(page);
            Assert.Contains(All, text);
            Assert.Contains(sees, text);
            Assert.DoesNotContain(not, text);
        }
        var none = await (await school.SignIn(Cast.Samir)).GetStringAsync(page);
        Assert.Contains(All, none);
        Assert.DoesNotContain(Mine, none);
        Assert.DoesNotContain(Theirs, none);
    }

    [Fact]
    public async Task Who_teaches_finds_all_of_them_with_the_name_of_their_section()
    {
        foreach (var page in new[] { "/courses/statistics", "/courses/statistics/classes" })
        {
            var text = await (await school.SignIn(Cast.Amara)).GetStringAsync(page);
            foreach (var title in new[] { All, Mine, Theirs, "Section M", "Section E" }) Assert.Contains(title, text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/room")]
    [InlineData("/replay")]
    [InlineData("/log")]
    [InlineData("/shared-notes")]
    [InlineData("/shared-notes/updates")]
    public async Task The_class_of_another_section_is_not_opened_by_guess(string door)
    {
        var guessed = $"/courses/statistics/classes/{school.Classes[Theirs]}{door}";
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Mei)).GetAsync(guessed)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Samir)).GetAsync(guessed)).StatusCode);
        Assert.NotEqual(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Amara)).GetAsync(guessed)).StatusCode);
        if (door == "") Assert.Equal(HttpStatusCode.OK, (await (await school.SignIn(Cast.Jonas)).GetAsync(guessed)).StatusCode);
    }

    [Fact]
    public async Task Nor_does_the_hub_let_anybody_into_it()
    {
        await using var mei = await HubClient.Connect(await school.SignIn(Cast.Mei), school.Address);
        var refused = await mei.Call<JsonElement?>("Join", school.Classes[Theirs], 0);
        Assert.Equal("NotFound", refused!.Value.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Whoever_changes_the_section_sees_the_other_one_at_once()
    {
        var lucia = await school.SignIn(Cast.Lucia);
        await school.Assign(Cast.Lucia, "Section M");
        Assert.Contains(Mine, await lucia.GetStringAsync("/courses/statistics"));
        await school.Assign(Cast.Lucia, "Section E");
        var after = await lucia.GetStringAsync("/courses/statistics");
        Assert.Contains(Theirs, after);
        Assert.DoesNotContain(Mine, after);
    }
}

public sealed class SectionSchool : SchoolFixture
{
    public Dictionary<string, Guid> Classes { get; } = [];

    protected override async Task FillSchool()
    {
        await base.FillSchool();
        var (morning, evening) = (Section.New(Statistics.Id, "Section M").Value, Section.New(Statistics.Id, "Section E").Value);
        await Write(db => { db.Sections.AddRange(morning, evening); });
        foreach (var (title, section) in new[] { ("Everybody together", (Guid?)null), ("Morning hour", morning.Id), ("Evening hour", evening.Id) })
        {
            var activity = await AddActivity(ActivityKind.ClassSession, title, points: 5);
            var starts = Start + Duration.FromHours(20);
            await Write(db => { db.ClassSessions.Add(ClassSession.New(activity, starts, starts + Duration.FromMinutes(75), sectionId: section).Value); });
            Classes[title] = activity.Id;
        }
        await Assign(Cast.Mei, "Section M");
        await Assign(Cast.Jonas, "Section E");
    }

    public Task Assign(string who, string section) => Write(async db =>
    {
        var id = await db.Sections.Where(one => one.CourseId == Statistics.Id && one.Name == section).Select(one => one.Id).SingleAsync();
        var enrollment = await db.Enrollments.AsTracking().SingleAsync(one => one.CourseId == Statistics.Id && one.PersonId == People[who]);
        enrollment.Assign(CourseRole.Student, id);
    });
}
