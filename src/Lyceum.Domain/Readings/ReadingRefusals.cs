namespace Lyceum.Domain.Readings;

public static class ReadingRefusals
{
    public static readonly Refusal NothingSelected = Refusal.Invalid("Select some words of the text first.", "Quote");
    public static readonly Refusal SelectedTooMuch = Refusal.Invalid("A note stands at 1,000 characters at most; select less.", "Quote");
    public static readonly Refusal NoteTooLong = Refusal.Invalid("A note has at most 5,000 characters; it was not kept.", "Text");
    public static readonly Refusal NothingAsked = Refusal.Invalid("Write what you want to ask.", "Text");
}
