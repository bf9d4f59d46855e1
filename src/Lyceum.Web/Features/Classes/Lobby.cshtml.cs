using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Media;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>A class before one enters it: when it is, what it asks, who is there, whether the line holds.</summary>
public sealed class LobbyPage(SchoolDb db, CourseDoor courses, ClassDoor door, Times times) : ClassPage(db, courses, door, times)
{
    public bool AreDoorsOpen => Session.AreDoorsOpenAt(Now);
    public bool IsOpen => !Session.HasEnded && (AreDoorsOpen || Who.IsStaff);
    public bool HasDevices => !Session.HasEnded && Who.Role != ClassRole.Observer;
    public bool IsLive => Session is { StartedAt: not null, HasEnded: false };
    public bool WasHeld => Session is { StartedAt: not null, HasEnded: true };
    public int Minutes => (int)(Session.Ends - Session.Starts).TotalMinutes;
    public Duration UntilStart => Session.Starts - Now;

    /// <summary>A lesson that is not there yet.</summary>
    public bool IsPreparing { get; private set; }

    /// <summary>What this person may take along; null when there is nothing.</summary>
    public ClassFilm? Film { get; private set; }

    /// <summary>Null as long as this person has not said.</summary>
    public bool? Agrees { get; private set; }
    public bool HasPresentations { get; private set; }

    /// <summary>Heard and seen in the class already, on a device that loses that to this one.</summary>
    public bool IsOnAnotherDevice { get; private set; }
    public bool AsksConsent => HasDevices && Who.IsAskedToBeRecorded();

    public async Task<IActionResult> OnPostConsentAsync(string slug, Guid id, bool agrees, [FromServices] AnswerConsent answer, CancellationToken ct)
    {
        if (!await Load(slug, id, ct) || !Who.IsAskedToBeRecorded()) return NotFound();
        await answer.Run(Session.CourseId, Who.PersonId, agrees, ct);
        return Redirect(Home);
    }

    public async Task<IActionResult> OnGet(string slug, Guid id, [FromServices] MediaRooms media, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        if (Session.IsLesson && (WasHeld || Who.IsStaff)) return Redirect(WasHeld ? ReplayUrl : Access.CanTeach ? $"{Home}/edit" : RoomUrl);
        IsPreparing = Session.IsLesson;
        if (IsPreparing) return Page();
        Screen = await Setup("lobby", null, null, ct);
        (Agrees, HasPresentations) = (Screen.AgreesToRecording, await HasQueue(ct));
        IsOnAnotherDevice = IsOpen && media.Has(id, Who.PersonId);
        if (WasHeld) Film = await OfferedFilm(ct);
        return Page();
    }
}
