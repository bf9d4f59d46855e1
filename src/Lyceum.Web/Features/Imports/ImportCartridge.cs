using System.Text.Json;
using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Domain.School;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Cartridges;
using Lyceum.Web.Features.Library;
using Lyceum.Web.Features.School;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>
/// Works off an import that was asked for: unpacks, stores the files, reads, plans, and writes the rows.
/// Whatever stops it leaves neither rows nor files; what is refused says why in one sentence.
/// </summary>
public sealed class ImportCartridge(
    SchoolDb db, SchoolStore store, IFileStore files, FileUploads uploads, IEnumerable<IPlaceContent> places, SchoolSettings settings, IClock clock) : IJobHandler
{
    public const string JobKind = "import-cartridge";

    public static string PayloadOf(Guid id) => JsonSerializer.Serialize(id);

    public string Kind => JobKind;

    public Task Run(Job job, CancellationToken ct) => Run(JsonSerializer.Deserialize<Guid>(job.Payload), ct);

    public async Task<Import> Run(Guid id, CancellationToken ct)
    {
        var import = await db.Imports.SingleAsync(i => i.Id == id, ct);
        if (import.IsOver || await db.Files.SingleOrDefaultAsync(f => f.Id == import.FileId, ct) is not { } packed)
            return import;
        var contents = new StoreFiles(db, uploads);
        var done = false;
        try
        {
            var outcome = await Take(import, packed.Hash, contents, ct);
            if (outcome.IsRefused)
                await Change(id, i => i.Refuse(outcome.Refusal, clock.GetCurrentInstant()), packed.Id, ct);
            done = !outcome.IsRefused;
        }
        finally
        {
            // A failure keeps the archive for the next try, so only what this try put goes.
            await Forget(done ? [packed.Hash] : [packed.Hash, .. contents.Put]);
        }
        return await db.Imports.SingleAsync(i => i.Id == id, ct);
    }

    private async Task<Outcome<Done>> Take(Import import, string hash, StoreFiles contents, CancellationToken ct)
    {
        await Advance(import.Id, ImportStep.Unpacking, 0, 0, ct);
        await using var packed = await files.Open(hash, ct) ?? throw new InvalidOperationException($"The archive of import {import.Id} is gone from the file store.");
        var staging = Directory.CreateDirectory(Path.Combine(settings.Data, "staging")).FullName;
        var unpacked = await UnpackArchive.From(packed, staging, ArchiveLimits.Default, ct);
        if (unpacked.IsRefused)
            return unpacked.Refusal;
        using var archive = unpacked.Value;
        var cartridge = ReadCartridge.From(archive);
        if (cartridge.IsRefused)
            return cartridge.Refusal;
        var course = await CourseFor(import, cartridge.Value, ct);
        if (course.IsRefused)
            return course.Refusal;
        var stored = await contents.Of(cartridge.Value, archive, course.Value.Id, import.AskedBy,
            count => count % 20 == 0 ? Advance(import.Id, ImportStep.StoringFiles, count, cartridge.Value.Files.Count, ct) : Task.CompletedTask, ct);
        if (stored.IsRefused)
            return stored.Refusal;
        await Advance(import.Id, ImportStep.Reading, 0, 0, ct);
        var plan = await new PlanImport(db, places, clock).Of(cartridge.Value, archive, course.Value, import.CourseId is null, stored.Value, ct);
        await new WriteImport(store, plan, import, clock).Run(cartridge.Value.Title, ct);
        return new Done();
    }

    private async Task<Outcome<Course>> CourseFor(Import import, Cartridge cartridge, CancellationToken ct)
    {
        if (import.CourseId is { } id)
            return await db.Courses.SingleAsync(c => c.Id == id, ct);
        var used = (await db.Courses.Select(c => c.Slug).ToListAsync(ct)).ToHashSet();
        var zone = await db.School.OrderBy(s => s.Id).Select(s => s.TimeZone).FirstOrDefaultAsync(ct) ?? "Etc/UTC";
        var title = cartridge.Title.Length <= 120 ? cartridge.Title : string.Concat(cartridge.Title.AsSpan(0, 119), "…");
        return Course.New(SlugChoice.For(title, used), title, Hues.All[used.Count % Hues.All.Count], zone, clock.GetCurrentInstant());
    }

    private Task Forget(IReadOnlyCollection<string> hashes) => store.Write<Done>(async (write, token) =>
    {
        write.Enqueue(DeleteUnusedContent.Later(hashes, clock.GetCurrentInstant()));
        await write.SaveChangesAsync(token);
        return new Done();
    });

    private Task Advance(Guid id, ImportStep step, int done, int total, CancellationToken ct) => Change(id, i => i.Advance(step, done, total), null, ct);

    private Task Change(Guid id, Action<Import> change, Guid? fileToForget, CancellationToken ct) => store.Write<Done>(async (write, token) =>
    {
        change(await write.Imports.AsTracking().SingleAsync(i => i.Id == id, token));
        write.Files.RemoveRange(await write.Files.AsTracking().Where(f => f.Id == fileToForget).ToListAsync(token));
        await write.SaveChangesAsync(token);
        return new Done();
    }, ct);
}
