using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Classes.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Recording;

/// <summary>Whoever replays a class when they may not any more is out of it at once, and is told why.</summary>
public sealed class ThrownOutTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task Whoever_replays_a_class_that_is_held_back_is_out_until_it_opens_and_staff_stay()
    {
        var classId = await school.HoldClass();
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await using var elif = await Participant.Join(school, Cast.Elif, classId);
        await Open(classId, isHeldBack: true);
        Assert.Equal(ReplayTerms.NotOpenYet.Message, await jonas.WhyOut());
        Assert.Equal(ReplayTerms.NotOpenYet.Message, (await jonas.Connect())?.Message);
        Assert.False(elif.Line.Over.IsCompleted);
        await Open(classId, isHeldBack: false);
        Assert.Null(await jonas.Connect());
    }

    [Fact]
    public async Task A_time_of_ones_own_section_throws_out_that_section_alone()
    {
        var classId = await school.HoldClass();
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await using var mei = await Participant.Join(school, Cast.Mei, classId);
        var evening = Section.New(school.Statistics.Id, $"Evening {classId:N}").Value;
        await school.Write(async db =>
        {
            db.Sections.Add(evening);
            (await db.Enrollments.AsTracking().SingleAsync(e => e.PersonId == jonas.Id && e.CourseId == school.Statistics.Id)).Assign(CourseRole.Student, evening.Id);
        });
        await Open(classId, isHeldBack: false, new SectionOpening(evening.Id, school.Clock.GetCurrentInstant() + Duration.FromDays(1)));
        Assert.Equal(ReplayTerms.NotOpenYet.Message, await jonas.WhyOut());
        Assert.False(mei.Line.Over.IsCompleted);
    }

    [Fact]
    public async Task Whoever_is_removed_from_the_course_is_told_so()
    {
        var classId = await school.HoldClass();
        await using var samir = await Participant.Join(school, Cast.Samir, classId);
        await school.Write(async db => (await db.Enrollments.AsTracking().SingleAsync(e => e.PersonId == samir.Id && e.CourseId == school.Statistics.Id)).Remove(SchoolFixture.Start));
        Assert.Equal(PartingRefusals.NotOfTheCourse.Message, await samir.WhyOut());
        Assert.Equal(PartingRefusals.NotOfTheCourse.Message, (await samir.Connect())?.Message);
        await school.Write(async db => (await db.Enrollments.AsTracking().SingleAsync(e => e.PersonId == samir.Id && e.CourseId == school.Statistics.Id)).Return(SchoolFixture.Start));
    }

    [Fact]
    public async Task A_class_that_is_taken_back_into_the_draft_is_shut_to_students_who_replay_it()
    {
        var classId = await school.HoldClass();
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await school.Write(async db => (await db.Activities.AsTracking().SingleAsync(a => a.Id == classId)).Unpublish());
        Assert.Equal(PartingRefusals.ClassTakenOut.Message, await jonas.WhyOut());
        Assert.False(amara.Line.Over.IsCompleted);
        await school.Write(async db => (await db.Activities.AsTracking().SingleAsync(a => a.Id == classId)).Remove(school.Clock.GetCurrentInstant()));
        Assert.Equal(PartingRefusals.ClassTakenOut.Message, await amara.WhyOut());
    }

    [Fact]
    public async Task With_a_deleted_recording_everybody_is_out_staff_too()
    {
        var classId = await school.HoldClass();
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        Assert.Null((await school.Services.GetRequiredService<DeleteRecording>().Run(classId, RecordingPart.All, amara.Id, default)).Refusal);
        foreach (var who in new[] { jonas, amara })
        {
            Assert.Equal(DeletedRecording.Gone.Message, await who.WhyOut());
            Assert.Equal("TooLate", (await who.Connect())?.Kind);
        }
    }

    private Task Open(Guid classId, bool isHeldBack, params SectionOpening[] sections) => school.Write(async db =>
    {
        var terms = await db.ReplayTerms.AsTracking().SingleOrDefaultAsync(t => t.ClassId == classId);
        if (terms is null) db.ReplayTerms.Add(terms = ReplayTerms.For(classId));
        terms.Open(isHeldBack, null, sections);
    });
}
