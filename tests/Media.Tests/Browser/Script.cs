using System.Text.Json;

namespace Lyceum.Media.Tests.Browser;

/// <summary>A page of some browser that can be told to run a function with one argument, and be waited for.</summary>
internal interface IScript : IAsyncDisposable
{
    Task<T> Run<T>(string function, object? argument = null);
}

internal static class Scripts
{
    /// <summary>The answer travels as JSON, so that all browsers give the same.</summary>
    public static string Wrapped(string function, object? argument) =>
        $"(async () => JSON.stringify((await ({function})({JsonSerializer.Serialize(argument, JsonSerializerOptions.Web)})) ?? null))()";
}
