namespace Lyceum.Domain.Classes;

/// <summary>What somebody is in a class; school staff come in as instructors.</summary>
public enum ClassRole { Student, Instructor, Assistant, Observer }

/// <summary>Who gives a command: a person in a role.</summary>
public sealed record ClassActor(Guid PersonId, string Name, ClassRole Role)
{
    public bool IsStaff => Role is ClassRole.Instructor or ClassRole.Assistant;
}
