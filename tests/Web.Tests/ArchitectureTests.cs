using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lyceum.Web.Tests;

/// <summary>Which project may know which, and what nobody may call.</summary>
public class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Lyceum.Domain"] = ["NodaTime"],
        ["Lyceum.Data"] = ["Lyceum.Domain", "NodaTime", "Microsoft.", "Npgsql", "SQLitePCLRaw", "AWSSDK"],
        ["Lyceum.Media"] = ["Microsoft.Extensions.Logging"],
        ["Lyceum.Interop"] = ["Lyceum.Domain", "NodaTime", "AngleSharp", "CsvHelper"],
    };

    private static readonly HashSet<string> Banned =
    [
        "DateTime.get_Now", "DateTime.get_UtcNow", "DateTime.get_Today", "DateTimeOffset.get_Now", "DateTimeOffset.get_UtcNow",
        "Task.Wait", "Task`1.get_Result", "Thread.Sleep",
    ];

    public static TheoryData<string> Projects => [.. Allowed.Keys, "lyceum"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_it_may(string project)
    {
        if (!Allowed.TryGetValue(project, out var allowed)) return;
        var unknown = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard" && name != "mscorlib")
            .Where(name => !allowed.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Only_data_knows_the_databases_and_only_interop_the_foreign_formats()
    {
        var known = Assembly.Load("lyceum").GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.DoesNotContain(known, name => name is "SQLitePCLRaw.core" or "System.IO.Compression.ZipFile");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nobody_asks_the_machine_for_the_time_or_waits_by_blocking(string project)
    {
        using var file = File.OpenRead(Assembly.Load(project).Location);
        using var portable = new PEReader(file);
        var metadata = portable.GetMetadataReader();
        var called = metadata.MemberReferences.Select(handle => metadata.GetMemberReference(handle))
            .Where(member => member.Parent.Kind is HandleKind.TypeReference or HandleKind.TypeSpecification)
            .Select(member => $"{TypeOf(metadata, member.Parent)}.{metadata.GetString(member.Name)}");
        Assert.Empty(called.Where(Banned.Contains).Distinct());
    }

    private static string TypeOf(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference) return metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name);
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        // ECMA-335 II.23.2.12: GENERICINST (CLASS | VALUETYPE) TypeDefOrRefOrSpecEncoded.
        if (blob.ReadByte() != 0x15) return "";
        blob.ReadByte();
        var type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) : "";
    }
}
