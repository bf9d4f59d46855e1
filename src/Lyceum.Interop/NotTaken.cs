namespace Lyceum.Interop;

/// <summary>
/// Something that was not taken, or not whole. <paramref name="Message"/> is a whole English sentence and the key of its translation;
/// <paramref name="Arguments"/> fill its {0}, {1}. <paramref name="Subject"/> is the title by which its author knows it.
/// </summary>
public sealed record NotTaken(string Subject, string Message, params object[] Arguments);
