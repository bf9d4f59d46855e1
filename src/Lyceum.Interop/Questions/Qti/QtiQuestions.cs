using System.Xml.Linq;
using Lyceum.Domain;
using Lyceum.Interop.Html;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>
/// Reads the questions of a QTI 1.2 document (IMS ASI 1.2; the profiles of Common Cartridge 1.1 to 1.3; Canvas's and Respondus's dialects).
/// Groups that draw some of their questions give all of them. Texts that stand between questions go before the next one.
/// </summary>
public static class QtiQuestions
{
    private const int DeepestSection = 20;

    /// <param name="document">The document.</param>
    /// <param name="findHere">Where the addresses in the texts lead.</param>
    /// <param name="findBank">The document of a question bank by its identifier, or null.</param>
    public static QuestionFile Read(XDocument document, FindHere findHere, Func<string, XDocument?> findBank)
    {
        var collector = new QuestionCollector();
        if (document.Root?.Name.LocalName != "questestinterop")
            collector.Leave("", document.Root?.Name.LocalName is "assessmentItem" or "assessmentTest" or "qti-assessment-item"
                ? "This is QTI 2 or later; version 1.2 can be read." : "This is no file of questions (QTI 1.2).");
        var reading = new QtiReading(collector, html => Clean(html, findHere), findBank);
        foreach (var part in document.Root?.Elements() ?? [])
            Read(part, null, reading, 0);
        reading.Finish();
        return collector.Collected;
    }

    private static RichText Clean(string html, FindHere findHere)
    {
        var clean = CleanHtml.Of(html, findHere);
        return clean.IsBlank ? RichText.Empty : RichText.CleanHtml(clean.Html);
    }

    private static void Read(XElement part, decimal? points, QtiReading reading, int depth)
    {
        if (part.Name.LocalName == "item")
            reading.Take(new QtiItem(part, points));
        if (part.Name.LocalName == "bankentry_item")
            reading.TakeFromBank(part);
        if (part.Name.LocalName is not ("assessment" or "section" or "objectbank") || depth > DeepestSection)
            return;
        var selection = part.One("selection_ordering").One("selection");
        var own = selection.One("selection_extension").Number("points_per_item") ?? points;
        var drawn = Drawn(part, selection, reading).ToList();
        if (selection.Number("selection_number") is { } number && number < drawn.Count(e => e.Name.LocalName == "item"))
            reading.Collector.Leave(part.Said("title") ?? "", "This group draws {0} of its {1} questions for each student; all of them were taken.", number, drawn.Count);
        foreach (var child in drawn)
            Read(child, own, reading, depth + 1);
    }

    private static IEnumerable<XElement> Drawn(XElement part, XElement? selection, QtiReading reading)
    {
        var own = part.Elements().Where(e => e.Name.LocalName is "item" or "section" or "bankentry_item");
        return own.Any() || selection.Text("sourcebank_ref") is not { } bank ? own : reading.Bank(bank);
    }
}
