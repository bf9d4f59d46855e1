using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Library;
using Lyceum.Web.Hosting;
using NodaTime;

namespace Lyceum.Web.Features.Library;

/// <summary>Takes content into the file store. The row that it returns is added by the caller, in the write that gives it a meaning.</summary>
public sealed class FileUploads(IFileStore files, SchoolSettings settings, IClock clock)
{
    public Task<Outcome<StoredFile>> Take(IFormFile upload, Guid? courseId, Guid ownerId, bool isPrivate, CancellationToken ct) =>
        Take(upload.OpenReadStream(), upload.FileName, courseId, ownerId, isPrivate, ct);

    public async Task<Outcome<StoredFile>> Take(Stream content, string name, Guid? courseId, Guid ownerId, bool isPrivate, CancellationToken ct)
    {
        await using (content)
        {
            var put = await files.Put(content, settings.UploadLimit, ct);
            if (put.IsRefused) return put.Refusal;
            return StoredFile.New(put.Value.Hash, name, ContentTypes.Of(name), put.Value.Length, courseId, ownerId, isPrivate, clock.GetCurrentInstant());
        }
    }
}
