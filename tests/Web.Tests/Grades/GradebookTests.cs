using System.Net;
using System.Net.Http.Json;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Grades;

public sealed class GradebookTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task A_grade_set_by_hand_stays_and_is_audited_and_x_excuses()
    {
        var activity = await school.AddActivity(ActivityKind.Quiz, "Checkpoint 9", 10);
        var amara = await school.SignIn(Cast.Amara);
        amara.DefaultRequestHeaders.Add("RequestVerificationToken", await amara.TokenOf("/courses/statistics/grades"));
        var url = $"/courses/statistics/grades/{activity.Id}/{school.People[Cast.Mei]}";
        Assert.Equal(HttpStatusCode.OK, (await amara.PostAsJsonAsync(url, new { value = "8,5" })).StatusCode);
        var grade = await school.Read(db => db.Grades.SingleAsync(one => one.ActivityId == activity.Id));
        Assert.Equal(8.5m, grade.Score);
        grade.Record(3, false, false, SchoolFixture.Start);
        Assert.Equal(8.5m, grade.Score);

        Assert.Equal(HttpStatusCode.OK, (await amara.PostAsJsonAsync(url, new { value = "x" })).StatusCode);
        Assert.Equal(GradeState.Excused, (await school.Read(db => db.Grades.SingleAsync(one => one.ActivityId == activity.Id))).State);
        Assert.Equal(2, await school.Read(db => db.Audit.CountAsync(entry => entry.What == "GradeChanged" && entry.SubjectId == school.People[Cast.Mei])));
        Assert.Equal(HttpStatusCode.BadRequest, (await amara.PostAsJsonAsync(url, new { value = "good" })).StatusCode);
    }

    [Fact]
    public async Task The_export_is_csv_that_no_spreadsheet_runs()
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "=1+1", 10);
        var csv = await (await school.SignIn(Cast.Amara)).GetStringAsync("/courses/statistics/grades.csv");
        Assert.Contains("Mei Tanaka", csv);
        Assert.Contains(Cast.EmailOf(Cast.Mei), csv);
        Assert.DoesNotContain(",=1+1", csv);
        Assert.NotNull(activity);
    }
}
