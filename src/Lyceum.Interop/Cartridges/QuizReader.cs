using System.Globalization;
using System.Xml.Linq;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>
/// A quiz without its questions, which are read when it is known where its links lead. Canvas exports two files of questions:
/// one cut down to what Common Cartridge knows, and the whole in non_cc_assessments; the whole is preferred.
/// </summary>
internal sealed class QuizReader(CartridgeParts parts)
{
    private const string MetaFile = "assessment_meta.xml";

    /// <summary>Version 1.2; items and tests of later versions are of another kind.</summary>
    public static bool IsQuiz(ManifestResource resource) => resource.Is("imsqti_xmlv1p") && !resource.Type.EndsWith("question-bank", StringComparison.OrdinalIgnoreCase);

    public CartridgeItem Read(ManifestResource resource)
    {
        var files = resource.Dependencies.Select(parts.Resource).OfType<ManifestResource>().SelectMany(r => r.Files)
            .Concat(resource.Files).Append(resource.Href).OfType<string>().ToList();
        var meta = parts.Xml(files.FirstOrDefault(f => f.EndsWith(MetaFile, StringComparison.Ordinal)))?.Root;
        var questions = new[] { $"non_cc_assessments/{resource.Identifier}.xml.qti" }.Concat(files)
            .FirstOrDefault(f => !f.EndsWith(MetaFile, StringComparison.Ordinal) && (f.EndsWith(".qti", StringComparison.Ordinal) || f.EndsWith(".xml", StringComparison.Ordinal)) && parts.Has(f));
        var assessment = parts.Xml(questions)?.Root.Deep("assessment").FirstOrDefault();
        var grading = GradingReader.Of(meta.One("assignment") ?? (XContainer?)meta);
        return new CartridgeQuiz(resource.Identifier, meta.Text("title") ?? assessment.Said("title") ?? "", meta.Text("description") ?? "")
        {
            Path = questions ?? "",
            QuestionsPath = questions,
            IsPublished = meta.Text("available") is not "false",
            IsGraded = meta.Text("quiz_type") is not ("practice_quiz" or "survey"),
            Grading = meta.Text("quiz_type") is "practice_quiz" or "survey" ? grading with { Points = null } : grading,
            TimeLimitMinutes = Whole(meta.Text("time_limit") ?? Field(assessment, "qmd_timelimit")),
            Attempts = Attempts(meta.Text("allowed_attempts") ?? Field(assessment, "cc_maxattempts")),
            ShufflesAnswers = meta.Text("shuffle_answers") == "true",
        };
    }

    private static string? Field(XElement? assessment, string label) => assessment.One("qtimetadata").All("qtimetadatafield")
        .FirstOrDefault(f => f.Text("fieldlabel") == label).Text("fieldentry");

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>Canvas writes -1 and Common Cartridge "unlimited"; silence means one.</summary>
    private static int? Attempts(string? text) => text is null ? 1 : Whole(text);
}
