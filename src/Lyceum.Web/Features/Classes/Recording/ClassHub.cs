using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Recording;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>Consent to be recorded, given where it is asked for.</summary>
public sealed partial class ClassHub
{
    /// <summary>For all classes of the course; microphone, camera and screen can be turned on from then on.</summary>
    public async Task<SentRefusal?> AgreeToRecording(AnswerConsent answer)
    {
        Speak();
        if (Joined is not var (room, connection)) return Sent(NotJoined);
        if (!connection.Who.IsAskedToBeRecorded()) return null;
        var kept = await answer.Run(room.Session.CourseId, connection.Who.PersonId, true, Context.ConnectionAborted);
        if (kept.IsRefused) return Sent(kept.Refusal);
        connection.Answered(agreesToRecording: true);
        return null;
    }
}
