using System.Diagnostics.CodeAnalysis;

namespace Lyceum.Domain;

/// <summary>Why something was refused; one place at each border turns the kind into a status code, a form message or a hub reply.</summary>
public enum RefusalKind { NotFound, Forbidden, Invalid, Conflict, TooLate }

/// <summary>
/// An expected refusal. <paramref name="Message"/> is a whole English sentence and the key of its translation;
/// <paramref name="Arguments"/> fill its {0}, {1}. <paramref name="Field"/> names the form field at fault, if one is.
/// </summary>
public sealed record Refusal(RefusalKind Kind, string Message, string? Field = null, params object[] Arguments)
{
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "This does not exist, or it is not yours to see.");
    public static Refusal Invalid(string message, string? field = null, params object[] arguments) => new(RefusalKind.Invalid, message, field, arguments);
    public static Refusal Forbidden(string message) => new(RefusalKind.Forbidden, message);
    public static Refusal Conflict(string message, params object[] arguments) => new(RefusalKind.Conflict, message, null, arguments);
    public static Refusal TooLate(string message, params object[] arguments) => new(RefusalKind.TooLate, message, null, arguments);
}

/// <summary>Nothing to return but that it is done.</summary>
public readonly record struct Done;

/// <summary>Done, with a value, or refused. Bugs throw; refusals are values.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    public T Value => IsRefused ? throw new InvalidOperationException($"Refused: {Refusal.Message}") : value!;

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public TResult Match<TResult>(Func<T, TResult> done, Func<Refusal, TResult> refused) => IsRefused ? refused(Refusal) : done(value!);
}
