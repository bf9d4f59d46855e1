using System.Text.Json;
using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Domain.School;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Library;

/// <summary>
/// Deletes contents of the file store to which no row refers. It comes an hour after the content fell out of use: the same content may be on
/// its way in again, stored already and without a row to show for it until its upload is through.
/// </summary>
public sealed class DeleteUnusedContent(SchoolDb db, IFileStore files) : IJobHandler
{
    private const string JobKind = "delete-unused-content";
    private static readonly Duration After = Duration.FromHours(1);

    public string Kind => JobKind;

    public static Job Later(IReadOnlyCollection<string> hashes, Instant now) => Job.New(JobKind, JsonSerializer.Serialize(hashes), now + After, now);

    public async Task Run(Job job, CancellationToken ct)
    {
        foreach (var hash in JsonSerializer.Deserialize<string[]>(job.Payload)!)
            if (!await db.Files.AnyAsync(file => file.Hash == hash, ct)) await files.Delete(hash, ct);
    }
}
