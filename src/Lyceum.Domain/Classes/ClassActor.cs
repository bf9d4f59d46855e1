namespace Lyceum.Domain.Classes;

/// <summary>What somebody is in a class; school staff come in as instructors, whoever has a personal link as a guest.</summary>
public enum ClassRole { Student, Instructor, Assistant, Observer, Guest }

/// <summary>Who gives a command: a person in a role.</summary>
public sealed record ClassActor(Guid PersonId, string Name, ClassRole Role)
{
    /// <summary>What they send is recorded, so without it they listen, read and write.</summary>
    public bool AgreesToRecording { get; init; } = true;
    public bool IsStaff => Role is ClassRole.Instructor or ClassRole.Assistant;

    /// <summary>Instructors have their classes recorded, observers send nothing, and guests agreed when they pressed the button that says so.</summary>
    public bool IsAskedToBeRecorded() => Role is not (ClassRole.Instructor or ClassRole.Observer or ClassRole.Guest);
}
