using Lyceum.Domain;

namespace Lyceum.Web.Features.Imports;

internal static class ImportRefusals
{
    public static Refusal NoFile { get; } = Refusal.Invalid("Choose a file first.", "file");
    public static Refusal QuizBegun { get; } = Refusal.Conflict("People have begun this quiz, so questions can no longer be added.");
}
