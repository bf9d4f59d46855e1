using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Domain.Tests.Classes;

/// <summary>Writes the class log's types as TypeScript, as <see cref="ClassJson"/> serializes them.</summary>
internal static class TypeScriptOfClasses
{
    private static readonly Type[] Roots =
        [typeof(ClassEvent), typeof(ClassCommand), typeof(ClassSignal), typeof(SeenEvent), typeof(ClassState), typeof(Welcome), typeof(EventBatch),
         typeof(Receipt), typeof(SentSignal), typeof(ReplayLog), typeof(MediaEntry), typeof(MediaOffer), typeof(MediaAnswer), typeof(WantedTrack), typeof(MediaNotice)];

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Write()
    {
        var types = new Dictionary<Type, string>();
        foreach (var root in Roots) Declare(root, types);
        var text = new StringBuilder("// Generated from Lyceum.Domain/Classes by TypeScriptOfClassesTests. Instants are ISO 8601 in UTC, offsets milliseconds.\n");
        foreach (var declaration in types.OrderBy(t => t.Key.Name, StringComparer.Ordinal)) text.Append('\n').Append(declaration.Value);
        return text.ToString();
    }

    private static void Declare(Type type, Dictionary<Type, string> types)
    {
        if (!types.TryAdd(type, "")) return;
        var branches = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).ToArray();
        types[type] = branches.Length > 0 ? DeclareUnion(type, branches, types)
            : type.IsEnum ? $"export type {type.Name} = {string.Join(" | ", Enum.GetNames(type).Select(n => $"'{Camel(n)}'"))};\n"
            : $"export interface {type.Name} {{{Fields(type, types)}\n}}\n";
    }

    private static string DeclareUnion(Type type, JsonDerivedTypeAttribute[] branches, Dictionary<Type, string> types)
    {
        foreach (var branch in branches)
        {
            if (types.TryAdd(branch.DerivedType, ""))
                types[branch.DerivedType] = $"export interface {branch.DerivedType.Name} {{\n  type: '{branch.TypeDiscriminator}';{Fields(branch.DerivedType, types)}\n}}\n";
        }
        return $"export type {type.Name} =\n{string.Join("\n", branches.Select(b => $"  | {b.DerivedType.Name}"))};\n";
    }

    private static string Fields(Type type, Dictionary<Type, string> types) =>
        string.Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"\n  {Camel(p.Name)}: {NameOf(p, types)};"));

    private static string NameOf(PropertyInfo property, Dictionary<Type, string> types)
    {
        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null || Nullability.Create(property).ReadState == NullabilityState.Nullable;
        return NameOf(property.PropertyType, types) + (isNullable ? " | null" : "");
    }

    private static string NameOf(Type type, Dictionary<Type, string> types)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return NameOf(inner, types);
        if (type == typeof(string) || type == typeof(Guid) || type == typeof(Instant)) return "string";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(int) || type == typeof(long) || type == typeof(double)) return "number";
        if (type.IsGenericType)
        {
            var arguments = type.GetGenericArguments().Select(a => NameOf(a, types)).ToArray();
            if (type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)) return $"Record<{arguments[0]}, {arguments[1]}>";
            if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return arguments[0].Contains('|') ? $"({arguments[0]})[]" : $"{arguments[0]}[]";
        }
        if (type.Namespace != typeof(ClassEvent).Namespace) throw new NotSupportedException($"{type} has no TypeScript form.");
        Declare(type, types);
        return type.Name;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
