using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Grades;

public enum CellState { Empty, Scored, ToGrade, Missing, Excused }

/// <summary>A graded activity as a column. <paramref name="Points"/> is what it counts out of.</summary>
public sealed record GradeColumn(Guid ActivityId, ActivityKind Kind, string Title, decimal Points, Instant? Due)
{
    /// <summary>As it stands for somebody whose due dates come that much later.</summary>
    public GradeColumn For(Duration later) => later == Duration.Zero || Due is null ? this : this with { Due = Due + later };
}

/// <summary>What stands where a student meets an activity.</summary>
public sealed record GradeCell(CellState State, decimal? Score, bool IsLate, bool IsReleased, bool IsByHand, string? Note)
{
    public static GradeCell Empty { get; } = new(CellState.Empty, null, false, false, false, null);
}

/// <summary>One student's cells, in the order of the columns, and what they come to.</summary>
public sealed record GradeLine(Guid PersonId, string Name, Guid? SectionId, IReadOnlyList<GradeCell> Cells, TermGrade Term)
{
    /// <summary>Null while nothing counts yet.</summary>
    public decimal? Percent => Term.Percent;
    public bool Has(CellState state) => Cells.Any(cell => cell.State == state);
    public bool IsLateAnywhere => Cells.Any(cell => cell.IsLate);
}

/// <summary>Somebody who studies in the course; <paramref name="DueLater"/> is what an accommodation adds to every due date.</summary>
public sealed record GradedStudent(Guid Id, string Name, Guid? SectionId = null, Duration DueLater = default);

/// <summary>
/// Who got what: a fold over the grade rows, with nothing stored of its own. What is due and not there is missing and counts as zero;
/// what is excused, not due yet or waiting to be graded does not count.
/// </summary>
public sealed record Gradebook(IReadOnlyList<GradeColumn> Columns, IReadOnlyList<GradeLine> Lines)
{
    public static Gradebook Of(IReadOnlyList<GradeColumn> columns, IEnumerable<GradedStudent> students, IEnumerable<Grade> grades, Instant now, GradePlan? plan = null)
    {
        var known = grades.ToDictionary(grade => (grade.ActivityId, grade.PersonId));
        var lines = students.Select(student =>
        {
            var cells = columns.Select(column => CellOf(column.For(student.DueLater), known.GetValueOrDefault((column.ActivityId, student.Id)), now)).ToList();
            return new GradeLine(student.Id, student.Name, student.SectionId, cells, TermGrade.Of(columns, cells, plan));
        });
        return new Gradebook(columns, [.. lines]);
    }

    /// <summary>The middle of the scores in a column; between two, their mean; null where there are none.</summary>
    public decimal? MiddleOf(int column) => Middle([.. Lines.Select(line => line.Cells[column].Score).OfType<decimal>().Order()]);

    public decimal? MiddlePercent => Middle([.. Lines.Select(line => line.Percent).OfType<decimal>().Order()]);

    public static GradeCell CellOf(GradeColumn column, Grade? grade, Instant now)
    {
        if (grade is null) return column.Due < now ? GradeCell.Empty with { State = CellState.Missing } : GradeCell.Empty;
        var state = grade switch
        {
            { State: GradeState.Excused } => CellState.Excused,
            { State: GradeState.Missing } => column.Due < now ? CellState.Missing : CellState.Empty,
            { NeedsGrading: true } => CellState.ToGrade,
            { Score: not null } => CellState.Scored,
            _ => CellState.Empty,
        };
        return new GradeCell(state, grade.Score, grade.IsLate, grade.IsReleased, grade.IsByHand, grade.Note);
    }

    private static decimal? Middle(List<decimal> sorted) => sorted.Count switch
    {
        0 => null,
        var count when count % 2 == 1 => sorted[count / 2],
        var count => (sorted[count / 2 - 1] + sorted[count / 2]) / 2,
    };
}
