using Lyceum.Domain.Quizzes;

namespace Lyceum.Domain.Tests.Quizzes;

internal static class QuestionExamples
{
    internal static RichText Text(string text) => RichText.Markdown(text);

    internal static Choice Right(string id, string? feedback = null) => new(id, Text(id), 1, feedback is null ? null : Text(feedback));

    internal static Choice Wrong(string id, string? feedback = null) => new(id, Text(id), 0, feedback is null ? null : Text(feedback));

    internal static ChoicesAnswer Ticks(params string[] ids) => new(ids);

    internal static SingleChoice WhichBox { get; } = new(Text("Which box belongs to which size?"),
        [Right("a", "Yes: the larger the sample, the closer the means."), Wrong("b", "The other way round."), Wrong("c"), new Choice("d", Text("half"), 0.5m)]);

    internal static MultipleChoice WhatShrinks { get; } = new(Text("What makes the standard error smaller?"),
        MultipleChoice.EvenShares([Right("more people"), Right("less spread"), Right("both"), Wrong("more variables"), Wrong("luck")]));

    internal static Numeric StandardError { get; } = new(Text("What is the standard error?"),
        [new AcceptedNumber(new NumberNear(2.3m, 0.05m)), new AcceptedNumber(new NumberBetween(2, 3), 0.5m, Text("Nearly."))]) { Unit = "minutes" };

    internal static Matching SizesToBoxes { get; } = new(Text("Match"),
        [new MatchItem("A", Text("A"), "4"), new MatchItem("B", Text("B"), "16"), new MatchItem("C", Text("C"), "64")],
        [new MatchOption("4", "n = 4"), new MatchOption("16", "n = 16"), new MatchOption("64", "n = 64"), new MatchOption("0", "none")]);

    internal static ShortAnswer Term(bool caseSensitive, params AcceptedText[] accepted) =>
        new(Text("What is it called?"), accepted) { IsCaseSensitive = caseSensitive };
}
