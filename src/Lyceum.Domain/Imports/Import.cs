using NodaTime;

namespace Lyceum.Domain.Imports;

public enum ImportState { Waiting, Running, Done, Refused }

/// <summary>How far a running import is.</summary>
public enum ImportStep { Waiting, Unpacking, StoringFiles, Reading, Saving }

/// <summary>
/// One taking-in of a cartridge: asked for by a person, worked off by a job, looked at until it is over and after.
/// Until then <see cref="FileId"/> is the uploaded archive; it goes when the import is over.
/// </summary>
public sealed class Import
{
    private Import() => Report = ImportReport.Empty;

    public Guid Id { get; private set; }

    /// <summary>The course that it goes into; null until then where it makes a new one.</summary>
    public Guid? CourseId { get; private set; }

    public bool MakesCourse { get; private set; }
    public Guid AskedBy { get; private set; }
    public Guid? FileId { get; private set; }
    public string FileName { get; private set; } = "";
    public Instant AskedAt { get; private set; }
    public Instant? OverAt { get; private set; }
    public ImportState State { get; private set; }
    public ImportStep Step { get; private set; }

    /// <summary>Of the present step; 0 of 0 where it cannot be counted.</summary>
    public int StepDone { get; private set; }
    public int StepTotal { get; private set; }

    public ImportReport Report { get; private set; }

    /// <summary>Why nothing was taken, as the one loss of a refused import.</summary>
    public ImportLoss? Refused => State == ImportState.Refused ? Report.Losses[0] : null;

    public bool IsOver => State is ImportState.Done or ImportState.Refused;

    /// <param name="courseId">Null to make a new course.</param>
    public static Import Ask(Guid? courseId, Guid askedBy, Guid fileId, string fileName, Instant now) => new()
    {
        Id = Guid.CreateVersion7(), CourseId = courseId, MakesCourse = courseId is null, AskedBy = askedBy, FileId = fileId, FileName = fileName, AskedAt = now,
    };

    /// <summary>Two workers may run the same import when a lease runs out; what is over stays over.</summary>
    public void Advance(ImportStep step, int done = 0, int total = 0)
    {
        if (!IsOver) (State, Step, StepDone, StepTotal) = (ImportState.Running, step, done, total);
    }

    /// <summary>The course that it makes stands, and fills.</summary>
    public void Into(Guid courseId) => CourseId = courseId;

    /// <summary>The course that it was making was taken back.</summary>
    public void LeaveCourse() => CourseId = null;

    public void Finish(Guid courseId, ImportReport report, Instant now) =>
        (CourseId, Report, State, OverAt, FileId) = (courseId, report, ImportState.Done, now, null);

    public void Refuse(Refusal refusal, Instant now)
    {
        if (IsOver) return;
        Report = ImportReport.Empty with { Losses = [new ImportLoss(FileName, refusal.Message, [.. refusal.Arguments.Select(a => a.ToString() ?? "")])] };
        (State, OverAt, FileId) = (ImportState.Refused, now, null);
    }
}
