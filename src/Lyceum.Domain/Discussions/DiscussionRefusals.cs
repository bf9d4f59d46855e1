namespace Lyceum.Domain.Discussions;

public static class DiscussionRefusals
{
    public static readonly Refusal TitleLength = Refusal.Invalid("A title has 1 to 160 characters.", "Title");
    public static readonly Refusal Empty = Refusal.Invalid("There is nothing written yet.", "Body");
    public static readonly Refusal TooLong = Refusal.Invalid("A post has at most 20,000 characters. Nothing was sent; shorten it.", "Body");
    public static readonly Refusal TooManyFiles = Refusal.Invalid("At most 5 files stand with a post. Nothing was sent.", "Files");
    public static readonly Refusal NotYoursToAccept = Refusal.Forbidden("Who asked, or who teaches, says which answer is accepted.");
}
