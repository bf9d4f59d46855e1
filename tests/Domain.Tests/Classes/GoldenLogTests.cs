using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

/// <summary>
/// The logs in golden/ and the states that they come to. The browser's reducer replays the same files. A file that differs is written anew,
/// so that the change can be read in the diff.
/// </summary>
public class GoldenLogTests
{
    private static readonly JsonSerializerOptions Written = new(ClassJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Stories => [.. ClassStories.All.Keys];

    [Theory, MemberData(nameof(Stories))]
    public void A_story_gives_the_log_and_the_states_that_were_agreed(string story)
    {
        var table = ClassStories.All[story]();
        var golden = new JsonObject
        {
            ["log"] = Json(table.Log),
            ["staff"] = Json(Fold(table.SeenBy(Amara))),
            ["people"] = new JsonObject(new[] { Mei, Jonas, Lucia }.Select(p => KeyValuePair.Create(p.PersonId.ToString(), (JsonNode?)Json(Fold(table.SeenBy(p)))))),
        };
        var path = Path.Combine(Folder(), story + ".json");
        if (File.Exists(path) && JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(path)), JsonNode.Parse(golden.ToJsonString()))) return;
        File.WriteAllText(path, golden.ToJsonString(Written) + "\n");
        Assert.Fail($"{path} has been written anew; read the difference and commit it if it is meant.");
    }

    [Fact]
    public void Every_event_occurs_in_some_story()
    {
        var occurring = ClassStories.All.Values.SelectMany(story => story().Log).SelectMany(e => new[] { e.Event.GetType(), e.Event.Bare().GetType() }).ToHashSet();
        var known = typeof(ClassEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);
        Assert.Empty(known.Except(occurring));
    }

    [Fact]
    public void Every_event_has_a_name_in_the_log()
    {
        var known = typeof(ClassEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);
        Assert.Empty(typeof(ClassEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ClassEvent))).Except(known));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
