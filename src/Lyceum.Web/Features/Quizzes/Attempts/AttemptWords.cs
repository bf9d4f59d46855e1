using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>What the attempt's script says, in the reader's language; {0} and {1} are left for it to fill in.</summary>
public static class AttemptWords
{
    private static readonly string[] Keys =
    [
        "{0} of {1} answered", "{0} of {1}", "page {0} of {1}", "Page {0}", "Question {0}", "Questions {0}", "{0} to {1}",
        "answered", "not answered", "to come back to", "on this device",
        "Saved at the school, {0}", "On this device, {0}", "1 answer on this device", "{0} answers on this device",
        "Hand in", "Handing in …", "Every question is answered.", "Not answered yet: {0}.",
        "No connection since {0}.",
        "Your answers are kept on this device and sent when the line is back. Keep going.",
        "Your answers are kept on this device and handed in when the line is back. Keep this page open, or come back to it.",
        "Your answers are kept on this device.", "What had been saved in time is handed in.",
        "This browser keeps nothing on the device.", "Answers are saved at the school only: wait for the receipt before you close the page.",
        "You are signed out.", "Larger picture", "Close the picture", "The school did not take this.", "These answers came too late.",
    ];

    public static Dictionary<string, string> Of(Words words) => Keys.ToDictionary(key => key, key => words[key]);
}
