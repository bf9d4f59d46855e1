using NodaTime;

namespace Lyceum.Interop.Cartridges;

/// <summary>
/// One thing of a module. <paramref name="Identifier"/> is the resource's, unique within the cartridge and the same in every export of it.
/// </summary>
public abstract record CartridgeItem(string Identifier, string Title)
{
    public bool IsPublished { get; init; } = true;

    public CartridgeGrading Grading { get; init; } = CartridgeGrading.None;

    /// <summary>Where the item's markup stands: what its relative links start from.</summary>
    public string Path { get; init; } = "";
}

public sealed record CartridgePage(string Identifier, string Title, string Html) : CartridgeItem(Identifier, Title);

/// <summary>A file shown in a module by itself.</summary>
public sealed record CartridgeFileItem(string Identifier, string Title) : CartridgeItem(Identifier, Title);

/// <summary>A line that only structures the module.</summary>
public sealed record CartridgeHeading(string Identifier, string Title) : CartridgeItem(Identifier, Title);

public sealed record CartridgeWebLink(string Identifier, string Title, Uri Address) : CartridgeItem(Identifier, Title);

public sealed record CartridgeDiscussion(string Identifier, string Title, string Html) : CartridgeItem(Identifier, Title)
{
    /// <summary>Addresses of attached files, as written.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];
}

public sealed record CartridgeAssignment(string Identifier, string Title, string Html) : CartridgeItem(Identifier, Title)
{
    public bool TakesText { get; init; }
    public bool TakesFiles { get; init; }
    public IReadOnlyList<string> Attachments { get; init; } = [];
    public CartridgeRubric? Rubric { get; init; }
}

public sealed record CartridgeQuiz(string Identifier, string Title, string DescriptionHtml) : CartridgeItem(Identifier, Title)
{
    /// <summary>False for practice and surveys.</summary>
    public bool IsGraded { get; init; } = true;

    /// <summary>Null where there is no limit.</summary>
    public int? TimeLimitMinutes { get; init; }

    /// <summary>Null where attempts are not limited.</summary>
    public int? Attempts { get; init; } = 1;

    public bool ShufflesAnswers { get; init; }

    /// <summary>The file with the questions (QTI 1.2), or null where the cartridge lacks it.</summary>
    public string? QuestionsPath { get; init; }
}

/// <summary>Points as in the cartridge, null for ungraded; instants in UTC, null where unset.</summary>
public sealed record CartridgeGrading(decimal? Points, Instant? Opens, Instant? Due, Instant? Closes)
{
    public static CartridgeGrading None { get; } = new(null, null, null, null);
}

public sealed record CartridgeRubric(string Title, IReadOnlyList<CartridgeCriterion> Criteria);

public sealed record CartridgeCriterion(string Description, decimal Points, IReadOnlyList<CartridgeRating> Ratings);

public sealed record CartridgeRating(string Description, decimal Points);
