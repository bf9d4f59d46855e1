using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using NodaTime;

namespace Lyceum.Domain.Tests.Grades;

public class GradebookTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);
    private static readonly Guid Mei = Guid.NewGuid();
    private static readonly GradeColumn Past = new(Guid.NewGuid(), ActivityKind.Assignment, "PS 7", 20, Now - Duration.FromDays(2));
    private static readonly GradeColumn Next = new(Guid.NewGuid(), ActivityKind.Quiz, "Quiz 9", 10, Now + Duration.FromDays(2));

    private static Grade GradeOf(GradeColumn column, Action<Grade> set)
    {
        var grade = Grade.For(column.ActivityId, Guid.NewGuid(), Mei, Now);
        set(grade);
        return grade;
    }

    private static GradeLine Line(params Grade[] grades) => Gradebook.Of([Past, Next], [new(Mei, "Mei")], grades, Now).Lines[0];

    [Fact]
    public void What_is_due_and_not_there_is_missing_and_counts_as_zero()
    {
        var line = Line(GradeOf(Next, grade => grade.Record(10, false, false, Now)));
        Assert.Equal(CellState.Missing, line.Cells[0].State);
        Assert.Equal(33.3m, line.Percent);
    }

    [Fact]
    public void Excused_not_due_yet_and_waiting_to_be_graded_do_not_count()
    {
        Assert.Null(Line(GradeOf(Past, grade => grade.Excuse(null, Mei, Now))).Percent);
        var waiting = Line(GradeOf(Past, grade => grade.Record(null, true, needsGrading: true, Now)));
        Assert.Equal(CellState.ToGrade, waiting.Cells[0].State);
        Assert.Equal(CellState.Empty, waiting.Cells[1].State);
        Assert.Null(waiting.Percent);
    }

    [Fact]
    public void A_grade_set_by_hand_outlasts_what_the_activity_computes()
    {
        var grade = GradeOf(Past, one => one.Record(12, false, false, Now));
        Assert.False(grade.Override(18, 20, "Question 4 counted after review.", Mei, Now).IsRefused);
        grade.Record(3, false, false, Now);
        grade.MarkMissing(Now);
        Assert.Equal(18, grade.Score);
        Assert.True(grade.Override(-1, 20, null, Mei, Now).IsRefused);
        Assert.True(grade.Override(41, 20, null, Mei, Now).IsRefused);
    }

    [Fact]
    public void The_middle_score_is_the_mean_of_the_two_in_the_middle()
    {
        var people = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToList();
        var grades = people.Zip([2m, 16m, 17m, 20m]).Select(pair =>
        {
            var grade = Grade.For(Past.ActivityId, Guid.NewGuid(), pair.First, Now);
            grade.Record(pair.Second, false, false, Now);
            return grade;
        });
        var book = Gradebook.Of([Past], people.Select(id => new GradedStudent(id, "")), grades, Now);
        Assert.Equal(16.5m, book.MiddleOf(0));
    }
}
