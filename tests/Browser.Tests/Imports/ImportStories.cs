using System.Text;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Tests.Cartridges;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Imports;

public sealed class ImportStories(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task An_instructor_imports_a_course_watches_it_come_and_reads_what_did_not()
    {
        var page = await school.Open(Cast.Amara, "/courses/statistics/import");
        await page.SaveScreens("import-ask");
        await page.AssertAccessible();
        await Upload(page, "means.imscc", new SampleCartridge().ToArray());
        await page.WaitForURLAsync("**/imports/*");
        await page.GetByRole(AriaRole.Heading, new() { Name = "What was imported" }).WaitForAsync();
        await page.SaveScreens("import-done");
        await page.AssertAccessible();
        await Assertions.Expect(page.Locator(".losses")).ToContainTextAsync("This opens an external tool (LTI), which cannot be imported.");
        await page.GetByRole(AriaRole.Link, new() { Name = "The mean" }).ClickAsync();
        await page.Locator(".katex").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "spread" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("How far from the mean?");
    }

    [Fact]
    public async Task An_import_under_way_shows_how_far_it_is_and_by_itself_when_it_is_over()
    {
        var import = Import.Ask(school.Statistics.Id, school.People[Cast.Amara], Guid.CreateVersion7(), "statistics-2025.imscc", SchoolFixture.Start);
        import.Advance(ImportStep.StoringFiles, 120, 340);
        await school.Write(db => { db.Imports.Add(import); });
        var page = await school.Open(Cast.Amara, $"/imports/{import.Id}");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("120 of 340");
        await page.SaveScreens("import-running");
        await page.AssertAccessible();
        await school.Write(async db => (await db.Imports.AsTracking().SingleAsync(one => one.Id == import.Id))
            .Finish(school.Statistics.Id, new ImportReport("Statistics 2025", [], []), SchoolFixture.Start));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Statistics 2025" }).WaitForAsync();
    }

    [Fact]
    public async Task Staff_see_why_a_hostile_archive_was_refused()
    {
        var page = await school.Open(Cast.Ruth, "/school/import");
        await Upload(page, "hostile.zip", new SampleCartridge().With("../../etc/passwd", "x").ToArray());
        await page.GetByRole(AriaRole.Heading, new() { Name = "Nothing was imported" }).WaitForAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("The archive names a place outside itself: ../../etc/passwd.");
        await page.SaveScreens("import-refused");
        await page.AssertAccessible();
    }

    [Fact]
    public async Task An_instructor_adds_questions_from_a_file_to_a_quiz()
    {
        var quiz = await school.AddActivity(ActivityKind.Quiz, "Checkpoint 9", 10);
        var page = await school.Open(Cast.Amara, $"/courses/statistics/quizzes/{quiz.Id}/import");
        await Upload(page, "questions.gift", Encoding.UTF8.GetBytes("What is 2+2?{#4}\n\n::Unfinished::Who?{nobody}\n\nThe sun rises in the east.{T}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 questions were added.");
        await page.SaveScreens("import-questions");
        await page.AssertAccessible();
    }

    private static async Task Upload(IPage page, string name, byte[] content)
    {
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.Locator("form.upload button").ClickAsync();
    }
}
