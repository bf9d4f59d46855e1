using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Discussions;

/// <summary>A discussion that is an activity: its prompt. Its threads are the course's threads that name the activity.</summary>
public sealed class Discussion
{
    private Discussion() { }

    public Guid ActivityId { get; private set; }
    public Guid CourseId { get; private set; }
    public RichText Prompt { get; private set; } = RichText.Empty;

    public static Discussion For(Activity activity) => new() { ActivityId = activity.Id, CourseId = activity.CourseId };

    public void Ask(RichText prompt) => Prompt = prompt;
}
