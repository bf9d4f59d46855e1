using Lyceum.Data.Library;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Library;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Matrix;

public sealed class LibraryRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/files/{id:guid}/{name}", school => FileOf(school, Cast.Amara, isPrivate: false), "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/files/{id:guid}/{name}", school => FileOf(school, Cast.Jonas, isPrivate: true), "302 404 404 200 200 404 200 404"),
        MatrixRow.Get("/files/{id:guid}/{name}", school => FileOf(school, Cast.Mei, isPrivate: true), "302 200 404 200 200 404 200 404"),
        MatrixRow.Get("/files/{id:guid}/{name}", school => FileOf(school, Cast.Zofia, isPrivate: true), "302 404 404 200 200 404 200 404"),
    ];

    private static async Task<string> FileOf(SchoolFixture school, string owner, bool isPrivate)
    {
        var put = await school.Services.GetRequiredService<IFileStore>().Put(new MemoryStream("hello"u8.ToArray()), 100, CancellationToken.None);
        var file = StoredFile.New(put.Value.Hash, "notes.txt", "text/plain", 5, school.Statistics.Id, school.People[owner], isPrivate, SchoolFixture.Start);
        await school.Write(db => { db.Files.Add(file); });
        return LibraryFeature.AddressOf(file);
    }
}
