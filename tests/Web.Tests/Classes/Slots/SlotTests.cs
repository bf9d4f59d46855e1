using System.Net;
using System.Net.Http.Headers;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Classes.Slots;

public sealed class SlotTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task A_student_brings_slides_presents_them_and_gives_the_class_back()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var slot = await Queue(classId, "", 10, Cast.Mei);
        Assert.Equal("Mei Tanaka", slot.Title);
        Assert.Equal(HttpStatusCode.Redirect, await Upload(Cast.Mei, classId, slot.Id, "Bus times.pdf"));
        slot = await Find(slot.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Jonas)).GetAsync($"/files/{slot.DeckFileId}/x.pdf")).StatusCode);

        await amara.Do(new StartSlot(slot.Id));
        await mei.Until(() => mei.State.RunningSlot()?.SlotId == slot.Id && mei.State.Deck?.Name == "Bus times.pdf");
        await mei.Do(new TurnSlide(2));
        Assert.Equal(HttpStatusCode.OK, (await (await school.SignIn(Cast.Jonas)).GetAsync($"/files/{slot.DeckFileId}/x.pdf")).StatusCode);
        await amara.Do(new EndSlot());
        Assert.Equal(ClassRefusals.NotYourRole.Message, (await mei.Send(new TurnSlide(3))).Refusal?.Message);
    }

    [Fact]
    public async Task Who_presents_together_sees_the_slides_before_they_are_shown_and_nobody_else_does()
    {
        var classId = await school.AddClass();
        var slot = await Queue(classId, "Group A", 10, Cast.Mei, Cast.Jonas);
        Assert.Equal(HttpStatusCode.Redirect, await Upload(Cast.Mei, classId, slot.Id, "Ours.pdf"));
        var deck = $"/files/{(await Find(slot.Id)).DeckFileId}/Ours.pdf";
        Assert.Contains("Ours.pdf", await Read(Cast.Jonas, classId));
        Assert.DoesNotContain("Ours.pdf", await Read(Cast.Lucia, classId));
        foreach (var (who, sees) in new[] { (Cast.Mei, true), (Cast.Jonas, true), (Cast.Elif, true), (Cast.Lucia, false) })
            Assert.Equal((who, sees ? HttpStatusCode.OK : HttpStatusCode.NotFound), (who, (await (await school.SignIn(who)).GetAsync(deck)).StatusCode));
    }

    [Fact]
    public async Task What_is_queued_put_in_another_order_and_taken_out_while_the_class_goes_on_is_known_to_whoever_leads_it()
    {
        var classId = await school.AddClass();
        var first = await Queue(classId, "Group A", 8, Cast.Mei);
        await using var elif = await Participant.Join(school, Cast.Elif, classId);
        await elif.Until(() => elif.State.Queue.SequenceEqual([new(first.Id, "Group A")]));
        await using var mei = await Participant.Join(school, Cast.Mei, classId);
        var second = await Queue(classId, "Group B", 8, Cast.Lucia);
        await elif.Until(() => elif.State.Queue.Length == 2);
        await Post(Cast.Amara, classId, "Up", new() { ["slot"] = second.Id.ToString() });
        await elif.Until(() => elif.State.Queue is [{ Title: "Group B" }, { Title: "Group A" }]);
        await Post(Cast.Amara, classId, "Remove", new() { ["slot"] = first.Id.ToString() });
        await elif.Until(() => elif.State.Queue is [{ Title: "Group B" }]);
        Assert.Empty(mei.State.Queue);

        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await amara.Do(new NameCoHost(mei.Id));
        await mei.Until(() => mei.State.Queue is [{ Title: "Group B" }]);
    }

    [Fact]
    public async Task Slides_that_are_no_pdf_and_slides_for_somebody_else_are_not_taken()
    {
        var classId = await school.AddClass();
        var slot = await Queue(classId, "", 10, Cast.Mei);
        Assert.Equal(HttpStatusCode.BadRequest, await Upload(Cast.Mei, classId, slot.Id, "Bus times.pptx"));
        Assert.Equal(HttpStatusCode.NotFound, await Upload(Cast.Jonas, classId, slot.Id, "Mine.pdf"));
        Assert.Null((await Find(slot.Id)).DeckFileId);
    }

    [Fact]
    public async Task The_queue_is_put_in_another_order_and_nobody_who_is_no_student_stands_in_it()
    {
        var classId = await school.AddClass();
        var first = await Queue(classId, "Group A", 8, Cast.Mei, Cast.Jonas);
        var second = await Queue(classId, "Group B", 8, Cast.Lucia);
        await Post(Cast.Amara, classId, "Up", new() { ["slot"] = second.Id.ToString() });
        Assert.Equal((2, 1), ((await Find(first.Id)).Position, (await Find(second.Id)).Position));
        await Post(Cast.Amara, classId, "Remove", new() { ["slot"] = second.Id.ToString() });
        Assert.Equal(1, (await Find(first.Id)).Position);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Cast.Amara, classId, "Add", new() { ["presenters"] = school.People[Cast.Leo].ToString(), ["minutes"] = "8" })).StatusCode);
    }

    [Fact]
    public async Task Those_who_listened_say_how_it_was_the_instructor_grades_by_the_rubric_and_all_of_it_shows_once_it_is_released()
    {
        var (assignmentId, criterion) = await AddAssignment();
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        var slot = await Queue(classId, "", 10, Cast.Mei);
        await Post(Cast.Amara, classId, "GradeBy", new() { ["assignment"] = assignmentId.ToString() });
        await amara.Do(new StartSlot(slot.Id));
        school.Clock.AdvanceMinutes(10);
        await amara.Do(new EndSlot());

        var told = new Dictionary<string, string> { ["slot"] = slot.Id.ToString(), ["text"] = "Clear pictures, too fast at the end.", [$"mark-{criterion}"] = "2" };
        Assert.Equal(HttpStatusCode.Redirect, (await Post(Cast.Jonas, classId, "Tell", new(told))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(Cast.Lucia, classId, "Tell", new(told))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(Cast.Mei, classId, "Tell", new(told))).StatusCode);
        Assert.DoesNotContain("too fast at the end", await Read(Cast.Mei, classId));

        var given = new Dictionary<string, string> { ["slot"] = slot.Id.ToString(), ["comment"] = "Well argued.", [$"mark-{criterion}"] = "4" };
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Cast.Elif, classId, "Score", new() { ["slot"] = slot.Id.ToString() })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(Cast.Elif, classId, "Score", new(given))).StatusCode);
        var grade = await school.Read(db => db.Grades.SingleAsync(row => row.ActivityId == assignmentId && row.PersonId == school.People[Cast.Mei]));
        Assert.Equal((20m, false), (grade.Score, grade.IsReleased));
        Assert.DoesNotContain("Well argued", await Read(Cast.Mei, classId));

        await Post(Cast.Amara, classId, "Score", new(given) { ["release"] = "true" });
        Assert.True(await school.Read(db => db.Grades.AnyAsync(row => row.ActivityId == assignmentId && row.PersonId == school.People[Cast.Mei] && row.ReleasedAt != null)));
        await Post(Cast.Amara, classId, "Score", new(given) { ["release"] = "true" });
        var bell = await school.Read(db => db.Notifications.SingleAsync(one => one.PersonId == school.People[Cast.Mei] && one.Link.Contains(classId.ToString())));
        Assert.Equal(("Your presentation {0} is back: {1} of {2}", "Mei Tanaka 20 20"), (bell.Text, string.Join(' ', bell.Arguments)));
        var page = await Read(Cast.Mei, classId);
        Assert.Contains("Well argued", page);
        Assert.Contains("too fast at the end", page);
        Assert.DoesNotContain("Well argued", await Read(Cast.Lucia, classId));
    }

    [Fact]
    public async Task A_group_of_the_course_is_queued_by_its_name_with_everybody_in_it_and_a_whole_set_without_those_who_are_there()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var set = GroupSet.New(school.Statistics.Id, "Project teams", SchoolFixture.Start).Value;
        var (buses, tides, nobody) = (CourseGroup.New(set.Id, 1, "Bus times").Value, CourseGroup.New(set.Id, 2, "Tides").Value, CourseGroup.New(set.Id, 3, "Nobody").Value);
        await school.Write(db =>
        {
            db.GroupSets.Add(set);
            db.Groups.AddRange(buses, tides, nobody);
            db.GroupMembers.AddRange(GroupMember.Of(buses, school.People[Cast.Mei]), GroupMember.Of(buses, school.People[Cast.Jonas]), GroupMember.Of(tides, school.People[Cast.Lucia]));
        });
        Assert.Equal(HttpStatusCode.Redirect, (await Post(Cast.Amara, classId, "AddGroups", new() { ["groups"] = $"{set.Id}/{buses.Id}", ["minutes"] = "12" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(Cast.Amara, classId, "AddGroups", new() { ["groups"] = $"{set.Id}", ["minutes"] = "8" })).StatusCode);
        var queue = await school.Read(db => db.PresentationSlots.Where(slot => slot.ClassId == classId).OrderBy(slot => slot.Position).ToListAsync());
        Assert.Equal([("Bus times", 12), ("Tides", 8)], queue.Select(slot => (slot.Title, slot.Minutes)));
        Assert.Equal([school.People[Cast.Jonas], school.People[Cast.Mei]], queue[0].Presenters);
        Assert.Equal(HttpStatusCode.Conflict, (await Post(Cast.Amara, classId, "AddGroups", new() { ["groups"] = $"{set.Id}", ["minutes"] = "8" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(Cast.Amara, classId, "AddGroups", new() { ["groups"] = "what?", ["minutes"] = "8" })).StatusCode);
    }

    private async Task<PresentationSlot> Queue(Guid classId, string title, int minutes, params string[] who)
    {
        var amara = await school.SignIn(Cast.Amara);
        var page = $"/courses/statistics/classes/{classId}/presentations";
        var fields = who.Select(one => KeyValuePair.Create("presenters", school.People[one].ToString()))
            .Append(new("title", title)).Append(new("minutes", $"{minutes}")).Append(new("__RequestVerificationToken", await amara.TokenOf(page)));
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostAsync(page + "?handler=Add", new FormUrlEncodedContent(fields))).StatusCode);
        return await school.Read(db => db.PresentationSlots.Where(slot => slot.ClassId == classId).OrderByDescending(slot => slot.Position).FirstAsync());
    }

    private Task<PresentationSlot> Find(Guid id) => school.Read(db => db.PresentationSlots.SingleAsync(slot => slot.Id == id));

    private async Task<HttpResponseMessage> Post(string who, Guid classId, string handler, Dictionary<string, string> fields)
    {
        var page = $"/courses/statistics/classes/{classId}/presentations";
        return await (await school.SignIn(who)).PostForm(page, fields, $"{page}?handler={handler}");
    }

    private async Task<string> Read(string who, Guid classId) => await (await school.SignIn(who)).GetStringAsync($"/courses/statistics/classes/{classId}/presentations");

    private async Task<HttpStatusCode> Upload(string who, Guid classId, Guid slotId, string name)
    {
        var browser = await school.SignIn(who);
        var page = $"/courses/statistics/classes/{classId}/presentations";
        var file = new ByteArrayContent("%PDF-1.7 slides"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(slotId.ToString()), "slot" }, { new StringContent(await browser.TokenOf(page)), "__RequestVerificationToken" }, { file, "deck", name } };
        return (await browser.PostAsync(page + "?handler=Slides", form)).StatusCode;
    }

    private async Task<(Guid Id, Guid Criterion)> AddAssignment()
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Presentation", points: 20);
        var criterion = new RubricCriterion(Guid.CreateVersion7(), "Argument", [new(0, "None"), new(2, "Some"), new(4, "Clear")]);
        var assignment = Assignment.For(activity);
        assignment.GradeBy(Rubric.Of([criterion]).Value);
        await school.Write(db => { db.Assignments.Add(assignment); });
        return (activity.Id, criterion.Id);
    }
}
