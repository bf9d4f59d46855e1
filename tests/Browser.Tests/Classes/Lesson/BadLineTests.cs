namespace Lyceum.Browser.Tests.Classes.Lesson;

[Collection(LessonsAlone.Name)]
public sealed class BadLineTests(BadLineFixture school) : IClassFixture<BadLineFixture>
{
    [Fact]
    public async Task The_same_lesson_goes_over_a_line_that_loses_3_percent_and_takes_200_ms()
    {
        Assert.SkipUnless(LessonFixture.IsLong, "Takes minutes; set LYCEUM_LONG_TESTS=1 to run it.");
        var classId = await school.AddClass(polls: [Lesson.Choice, Lesson.Quiz, Lesson.Word]);
        await using var lesson = new Lesson(school, classId);
        await lesson.Teach();
        await lesson.Ends();
        foreach (var seat in lesson.Seats) Assert.Empty(await seat.Ask<string[]>("most => lesson.differsFromOwnReplay(most)", 50));
        Assert.True(school.Lost > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"The line lost {school.Lost} packets.");
    }
}
