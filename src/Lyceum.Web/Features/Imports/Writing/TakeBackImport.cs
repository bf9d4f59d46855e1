using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

/// <summary>
/// Deletes what the parts of a broken-off import made, in parts too. What was new goes with all that hangs on it; what was only updated stays
/// as the package has it, and the next try finds it unchanged.
/// </summary>
internal sealed class TakeBackImport(SchoolStore store, ImportPlan plan, Import asked)
{
    private const int MostAPart = 100;

    public async Task Run()
    {
        foreach (var ids in plan.Activities.Where(activity => activity.IsNew).Select(activity => activity.Activity.Id).Chunk(MostAPart))
            await Delete(ids, db => db.Activities.IgnoreQueryFilters().Where(activity => ids.Contains(activity.Id)).ExecuteDeleteAsync());
        foreach (var ids in plan.Modules.Where(module => module.IsNew).Select(module => module.Module.Id).Chunk(MostAPart))
            await Delete(ids, db => db.Modules.IgnoreQueryFilters().Where(module => ids.Contains(module.Id)).ExecuteDeleteAsync());
        foreach (var ids in plan.Files.Where(file => file.IsNew).Select(file => file.File.Id).Chunk(MostAPart))
            await Delete(ids, db => db.Files.Where(file => ids.Contains(file.Id)).ExecuteDeleteAsync());
        if (plan.IsNewCourse) await Write(DeleteCourse);
        else await Write(db => db.Courses.Where(course => course.Id == plan.Course.Id).ExecuteUpdateAsync(set => set.SetProperty(course => course.Version, course => course.Version + 1)));
    }

    private Task Delete(Guid[] ids, Func<SchoolDb, Task<int>> rows) => Write(async db =>
    {
        await db.ImportItems.Where(item => item.CourseId == plan.Course.Id && item.Source == plan.Source && ids.Contains(item.OurId)).ExecuteDeleteAsync();
        await rows(db);
    });

    private async Task DeleteCourse(SchoolDb db)
    {
        // The course takes with it whatever names it, so the import forgets it first.
        if (await db.Imports.AsTracking().SingleOrDefaultAsync(import => import.Id == asked.Id && import.CourseId == plan.Course.Id) is not { } import) return;
        import.LeaveCourse();
        await db.SaveChangesAsync();
        await db.Courses.Where(course => course.Id == plan.Course.Id).ExecuteDeleteAsync();
    }

    private Task Write(Func<SchoolDb, Task> work) => store.Write<Done>(async (db, _) =>
    {
        await work(db);
        return new Done();
    });
}
