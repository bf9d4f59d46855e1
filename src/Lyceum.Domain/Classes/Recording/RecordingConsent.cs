using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// Whether somebody agrees to be recorded in the classes of a course: asked once, and again when the text changes. Whoever does not is in the
/// class all the same, without microphone, camera and screen.
/// </summary>
public sealed class RecordingConsent
{
    /// <summary>Rises when the text that people agree to says something else.</summary>
    public const int CurrentText = 1;

    private RecordingConsent() { }

    public Guid CourseId { get; private set; }
    public Guid PersonId { get; private set; }
    public bool Agrees { get; private set; }
    /// <summary>Which text was shown.</summary>
    public int TextVersion { get; private set; }
    public Instant AnsweredAt { get; private set; }

    public static RecordingConsent For(Guid courseId, Guid personId) => new() { CourseId = courseId, PersonId = personId };

    public void Answer(bool agrees, Instant now) => (Agrees, TextVersion, AnsweredAt) = (agrees, CurrentText, now);
}
