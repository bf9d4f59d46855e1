using Lyceum.Domain;
using Lyceum.Domain.Discussions;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Library;

namespace Lyceum.Web.Features.Discussions;

/// <summary>Takes what somebody attaches to a post into the library of the course. The rows are added in the write of the post.</summary>
public sealed class PostFiles(FileUploads uploads)
{
    public async Task<Outcome<IReadOnlyList<StoredFile>>> Take(IReadOnlyList<IFormFile> attached, Guid courseId, Guid authorId, CancellationToken ct)
    {
        if (attached.Count > Post.MostFiles) return DiscussionRefusals.TooManyFiles;
        var taken = new List<StoredFile>();
        foreach (var file in attached.Where(file => file.Length > 0))
        {
            var stored = await uploads.Take(file, courseId, authorId, isPrivate: false, ct);
            if (stored.IsRefused) return stored.Refusal;
            taken.Add(stored.Value);
        }
        return taken;
    }
}
