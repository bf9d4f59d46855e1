using System.Security.Cryptography;
using System.Text;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Cartridges;

namespace Lyceum.Web.Features.Imports;

/// <summary>A hash of everything that an item is made from; what links lead to is not part of it.</summary>
internal static class ImportFingerprint
{
    public static string Of(CartridgeItem item, UnpackedArchive archive)
    {
        // A record prints all its members, but of a list only the type.
        var text = new StringBuilder(item.ToString());
        foreach (var part in Parts(item))
            text.Append('\n').Append(part);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        if (item is CartridgeQuiz { QuestionsPath: { } path } && archive.Find(path) is { } questions)
            hash.AppendData(File.ReadAllBytes(questions.StagedAs));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Parts(CartridgeItem item) => item switch
    {
        CartridgeDiscussion discussion => discussion.Attachments,
        CartridgeAssignment assignment => assignment.Attachments.Concat(assignment.Rubric?.Criteria.SelectMany(c => c.Ratings.Select(r => $"{c.Description} {c.Points} {r}")) ?? []),
        _ => [],
    };
}
