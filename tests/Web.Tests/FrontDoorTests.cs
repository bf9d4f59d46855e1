using System.Text.RegularExpressions;

namespace Lyceum.Web.Tests;

/// <summary>
/// A feature (a folder of Features) is used by the others through its front door alone: the types named here. What stands in Shared is for
/// all; Hosting puts the features together and is none. Read from the sources, so that pages count too.
/// </summary>
public sealed partial class FrontDoorTests
{
    private static readonly Dictionary<string, string[]> Doors = new()
    {
        ["Accounts"] = ["Visit", "GuestPass", "KnownBrowsers", "KnownBrowser", "CreateAccount", "OpenSessions", "Invitations", "InvitationLetters"],
        ["Classes"] = ["LobbyCounts", "RoomWords"],
        ["Courses"] = ["CourseDoor", "CourseAccess", "ActivityDoor", "ActivityAccess", "ActivityLinks", "CourseFrame", "CoursePlace", "CourseShelf", "ShelfCourse", "FormTimes", "KeepProgress", "LaterWords", "GrantAccommodation"],
        ["Discussions"] = ["DiscussionsFeature", "WriteInThread"],
        ["Library"] = ["FileUploads", "DeleteUnusedContent", "FileSizes", "ContentTypes", "LibraryFeature"],
        ["Media"] = ["MediaPost"],
        ["Messages"] = ["IMailCarrier"],
        ["School"] = ["IJobHandler"],
    };

    /// <summary>Who reaches past a front door today. This list only shrinks.</summary>
    private static readonly HashSet<string> Exceptions =
    [
        "Messages.KeptMail from School", "Messages.MailWorker from School", "Messages.SmtpCarrier from School",
    ];

    private static readonly IReadOnlyList<Source> Sources = [.. Read()];

    [Fact]
    public void A_feature_is_used_through_its_front_door_alone() => Assert.Empty(Uses().Where(use => !use.IsThroughDoor).Select(use => use.ToString()).Except(Exceptions).Order());

    [Fact]
    public void No_exception_outlives_its_reason() => Assert.Empty(Exceptions.Except(Uses().Where(use => !use.IsThroughDoor).Select(use => use.ToString())));

    [Fact]
    public void A_front_door_holds_nothing_that_nobody_comes_for()
    {
        var used = Uses().Select(use => $"{use.Of}.{use.Type}").ToHashSet();
        Assert.Empty(Doors.SelectMany(door => door.Value.Select(type => $"{door.Key}.{type}")).Except(used));
    }

    private static IEnumerable<Use> Uses()
    {
        var types = Sources.SelectMany(source => Declared().Matches(source.Text).Select(match => (source.Feature, Type: match.Groups["type"].Value)))
            .Where(one => one.Feature != "Shared").ToLookup(one => one.Feature, one => one.Type);
        return (from source in Sources
                let words = Word().Matches(Comment().Replace(source.Text, "")).Select(match => match.Value).ToHashSet()
                from feature in types
                where feature.Key != source.Feature && Knows(source, feature.Key)
                from type in feature.Distinct().Where(words.Contains)
                select new Use(feature.Key, type, source.Feature)).Distinct();
    }

    /// <summary>Every page has the names that _ViewImports brings.</summary>
    private static bool Knows(Source source, string feature) =>
        source.Text.Contains($"Lyceum.Web.Features.{feature}", StringComparison.Ordinal) || (source.IsPage && feature is "Accounts" or "Courses");

    private static IEnumerable<Source> Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Lyceum.slnx"))) root = root.Parent;
        var features = Path.Combine(root.FullName, "src", "Lyceum.Web", "Features");
        return from path in Directory.EnumerateFiles(features, "*.cs*", SearchOption.AllDirectories)
               let inside = Path.GetRelativePath(features, path).Split(Path.DirectorySeparatorChar)
               where inside.Length > 1 && (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
               select new Source(inside[0], path.EndsWith(".cshtml", StringComparison.Ordinal), File.ReadAllText(path));
    }

    private sealed record Source(string Feature, bool IsPage, string Text);

    private sealed record Use(string Of, string Type, string By)
    {
        public bool IsThroughDoor => Doors.TryGetValue(Of, out var door) && door.Contains(Type);

        public override string ToString() => $"{Of}.{Type} from {By}";
    }

    [GeneratedRegex(@"^(?:public|internal)\s+(?:(?:static|sealed|abstract|partial|readonly)\s+)*(?:class|record\s+struct|record|interface|enum|struct)\s+(?<type>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    /// <summary>What stands behind a point or before an arrow is a member of that name.</summary>
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+\b(?!\s*=>)")]
    private static partial Regex Word();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
