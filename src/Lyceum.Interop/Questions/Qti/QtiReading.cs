using System.Xml.Linq;
using Lyceum.Domain;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>Items one after another, with the texts between them kept for the next question.</summary>
internal sealed class QtiReading(QuestionCollector collector, Func<string, RichText> clean, Func<string, XDocument?> findBank)
{
    private string before = "";
    private string beforeTitle = "";

    public QuestionCollector Collector => collector;

    public void Take(QtiItem item)
    {
        if (item.Kind == "text_only_question")
        {
            (before, beforeTitle) = (before + item.Html, item.Title);
            return;
        }
        var text = before;
        before = "";
        Take(item, html => clean(text.Length == 0 || html != item.Html ? html : text + html));
    }

    /// <summary>The items of a question bank; a sentence where the bank did not come along.</summary>
    public IEnumerable<XElement> Bank(string identifier)
    {
        if (findBank(identifier) is { } bank)
            return bank.Root.Deep("item");
        collector.Leave(identifier, "Questions come from a question bank that did not come along.");
        return [];
    }

    public void TakeFromBank(XElement entry)
    {
        var points = LocalNames.AsNumber(entry.Said("points_possible"));
        foreach (var item in Bank(entry.Said("sourcebank_ref") ?? "").Where(i => entry.Said("item_ref") is not { } wanted || i.Said("ident") == wanted))
            Take(new QtiItem(item, points));
    }

    public void Finish()
    {
        if (before.Length > 0)
            collector.Leave(beforeTitle, "This text stands after the last question, where a quiz here has no place for it.");
    }

    private void Take(QtiItem item, Func<string, RichText> cleanWithText)
    {
        if (QtiKinds.WhyNot(item) is { } reason)
            collector.Leave(item.Title, reason);
        else if (QtiKinds.AreBlanks(item))
            TakeBlanks(item, cleanWithText);
        else
            collector.Take(item.Identifier, item.Title, Points(item.Points), QtiKinds.Content(item, cleanWithText)!);
        if (item.Kind == "calculated_question" && QtiKinds.WhyNot(item) is null)
            collector.Leave(item.Title, "This question drew new numbers for each student; it was taken with the first numbers of its list.");
    }

    private void TakeBlanks(QtiItem item, Func<string, RichText> cleanWithText)
    {
        var blanks = QtiBlanks.Of(item);
        foreach (var (response, html) in blanks)
            collector.Take($"{item.Identifier}/{response.Identifier}", item.Title, Points(item.Points / blanks.Count), QtiKinds.Blank(item, response, html, cleanWithText));
        if (blanks.Count > 1)
            collector.Leave(item.Title, "This question has {0} blanks; each became a question of its own.", blanks.Count);
    }

    private static decimal Points(decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);
}
