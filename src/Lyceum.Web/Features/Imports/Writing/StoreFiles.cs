using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Imports;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Cartridges;
using Lyceum.Web.Features.Library;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

/// <summary>Puts a cartridge's files into the file store. What is there already under the same path and content keeps its row.</summary>
internal sealed class StoreFiles(SchoolDb db, FileUploads uploads)
{
    /// <summary>Every content that was put, to be deleted should the import come to nothing.</summary>
    public List<string> Put { get; } = [];

    public async Task<Outcome<List<PlannedFile>>> Of(
        Cartridge cartridge, UnpackedArchive archive, Guid courseId, Guid owner, Func<int, Task> advance, CancellationToken ct)
    {
        var known = await (from item in db.ImportItems
                           join file in db.Files on item.OurId equals file.Id
                           where item.CourseId == courseId && item.Source == cartridge.Identifier && item.Kind == ImportItemKind.File
                           select new { item.ForeignId, file }).ToDictionaryAsync(i => i.ForeignId, i => i.file, ct);
        var planned = new List<PlannedFile>();
        foreach (var foreign in cartridge.Files)
        {
            var taken = await uploads.Take(archive.Open(archive.Find(foreign.Path)!), foreign.Name, courseId, owner, isPrivate: false, ct);
            if (taken.IsRefused)
                return taken.Refusal;
            Put.Add(taken.Value.Hash);
            var there = known.GetValueOrDefault(foreign.Path) is { } file && file.Hash == taken.Value.Hash ? file : null;
            planned.Add(new PlannedFile(foreign.Path, there ?? taken.Value, there is null));
            await advance(planned.Count);
        }
        return planned;
    }
}
