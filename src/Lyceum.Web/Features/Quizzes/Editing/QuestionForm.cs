using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Html;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>A question as the editor's plain form holds it: rows that are left empty are no choices, no answers.</summary>
public sealed class QuestionForm
{
    public string Kind { get; set; } = "singleChoice";
    public string Points { get; set; } = "1";
    public string? Prompt { get; set; }
    public string? RightFeedback { get; set; }
    public string? WrongFeedback { get; set; }
    public string? AlwaysFeedback { get; set; }
    public List<Row> Rows { get; set; } = [];
    /// <summary>Indexes of the rows that are right.</summary>
    public List<int> Right { get; set; } = [];
    public bool MayShuffle { get; set; } = true;
    public CreditRule Rule { get; set; }
    public bool IsTrue { get; set; } = true;
    public bool IsCaseSensitive { get; set; }
    public string? Unit { get; set; }
    /// <summary>Options of a matching that belong to no line, one a line.</summary>
    public string? Distractors { get; set; }
    public string? MarkingNotes { get; set; }

    /// <summary>One choice, accepted answer, range or pair, whichever the kind has.</summary>
    public sealed class Row
    {
        public string? Id { get; set; }
        public string? Text { get; set; }
        public string? Other { get; set; }
        public string? Low { get; set; }
        public string? High { get; set; }
        /// <summary>Percent of the points; empty for all of them.</summary>
        public string? Credit { get; set; }
        public string? Feedback { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Other) && string.IsNullOrWhiteSpace(Low) && string.IsNullOrWhiteSpace(High);
    }

    public decimal PointsRead => NumberText.Read(Points) ?? -1;

    /// <summary>What stands in the form, as a question. <paramref name="before"/> is the question it was drawn from: text that was not touched keeps its format.</summary>
    public QuestionContent Read(QuestionContent? before)
    {
        var content = QuestionFormReading.Of(this, before);
        return content with
        {
            Feedback = new Feedback(
                Rich(RightFeedback, before?.Feedback.Right), before?.Feedback.Partly,
                Rich(WrongFeedback, before?.Feedback.Wrong), Rich(AlwaysFeedback, before?.Feedback.Always)),
        };
    }

    /// <summary>What was imported as HTML stays HTML, and is cleaned again; whatever else is typed is Markdown.</summary>
    internal static RichText? Rich(string? typed, RichText? before)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var text = typed.ReplaceLineEndings("\n");
        if (text == before?.Text.ReplaceLineEndings("\n")) return before;
        return before?.Format == TextFormat.CleanHtml ? RichText.CleanHtml(CleanHtml.Of(text).Html) : RichText.Markdown(text);
    }
}
