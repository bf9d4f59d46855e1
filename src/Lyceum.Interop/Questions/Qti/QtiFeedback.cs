using Lyceum.Domain;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>
/// Who is told what. Canvas and Common Cartridge name general feedback general_fb, correct_fb and general_incorrect_fb;
/// elsewhere the conditions tell: feedback that comes with a score belongs to the right answer, feedback of one choice to that choice.
/// </summary>
internal sealed class QtiFeedback(QtiItem item, Func<string, RichText> clean)
{
    public Feedback General => new(Right: Named("correct_fb") ?? OfScored(), Wrong: Named("general_incorrect_fb"), Always: Named("general_fb"));

    public RichText? OfLabel(string label) => Named($"{label}_fb") ?? OfValue(label);

    /// <summary>Of a typed answer, by its text.</summary>
    public RichText? OfValue(string value) => item.Conditions
        .Where(c => c.Score is null && c.Tests.Count == 1 && c.Tests[0].Value == value)
        .SelectMany(c => c.FeedbackIdentifiers).Select(Named).FirstOrDefault(f => f is not null);

    private RichText? OfScored() => item.Conditions
        .Where(c => item.Credit(c) == 1).SelectMany(c => c.FeedbackIdentifiers).Select(Named).FirstOrDefault(f => f is not null);

    private RichText? Named(string identifier) =>
        item.Feedback.TryGetValue(identifier, out var html) && clean(html) is { IsEmpty: false } text ? text : null;
}
