namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>Lessons of many browsers with sound and picture run one after the other, with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LessonsAlone
{
    public const string Name = "Lessons alone";
}
