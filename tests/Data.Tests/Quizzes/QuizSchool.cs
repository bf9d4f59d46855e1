using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using NodaTime;

namespace Lyceum.Data.Tests.Quizzes;

/// <summary>One course with one quiz: Mei handed it in, Zofia did before she was removed, Jonas has not begun.</summary>
internal sealed class QuizSchool
{
    public Guid Mei { get; private set; }
    public Guid Jonas { get; private set; }
    public Guid Zofia { get; private set; }
    public Guid Amara { get; private set; }
    public Guid Elif { get; private set; }
    public Guid Ruth { get; private set; }
    public Quiz Quiz { get; private set; } = null!;
    public Question[] Questions { get; private set; } = [];

    public static async Task<QuizSchool> Found(TestDatabase database, Instant now)
    {
        var school = new QuizSchool();
        await database.Store.Write<Done>(async (db, ct) =>
        {
            school.Fill(db, now);
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        return school;
    }

    private void Fill(SchoolDb db, Instant now)
    {
        var course = Course.New("statistics", "Introduction to Statistics", "blue", "Europe/Oslo", now).Value;
        course.Publish();
        var module = Module.New(course.Id, 0, "Week 9").Value;
        var activity = Activity.New(module, ActivityKind.Quiz, "Checkpoint 9", 0, 30, 10).Value;
        activity.Publish();
        db.AddRange(course, module, activity);
        (Mei, Jonas, Zofia) = (Enroll("mei"), Enroll("jonas"), Enroll("zofia", isRemoved: true));
        (Amara, Elif, Ruth) = (Enroll("amara", CourseRole.Instructor), Enroll("elif", CourseRole.Assistant), Person("ruth", isStaff: true));

        Quiz = Quiz.For(activity.Id);
        Quiz.Arrange(RichText.Markdown("Ten minutes, calmly."), new QuizRules { TimeLimitMinutes = 30, GradeBy = GradeBy.Last, Feedback = FeedbackWhen.AfterDue });
        Questions = [Ask(0, 2, WhichBox), Ask(1, 5, new Essay(RichText.Markdown("Explain.")))];
        db.Add(Quiz);
        db.AddRange(Questions);
        db.AddRange(HandedIn(Mei, 1.25m), HandedIn(Zofia, 1));

        Guid Enroll(string name, CourseRole role = CourseRole.Student, bool isRemoved = false)
        {
            var person = Person(name);
            var enrollment = Enrollment.New(course.Id, person, role, now);
            if (isRemoved) enrollment.Remove(now);
            db.Add(enrollment);
            return person;
        }

        Guid Person(string name, bool isStaff = false)
        {
            var person = Domain.Accounts.Person.New(name, $"{name}@harbour.example", "Europe/Oslo", "en", isStaff, now).Value;
            db.Add(person);
            return person.Id;
        }

        Attempt HandedIn(Guid person, decimal timeFactor)
        {
            var attempt = Quiz.Begin(person, activity.Window, [], Questions.Length, timeFactor, now).Value;
            attempt.Save([new JournaledAnswer(Questions[0].Id, new ChoiceAnswer("a"), 1, now)], now);
            attempt.HandIn(Questions, now + Duration.FromMinutes(5));
            return attempt;
        }
    }

    private Question Ask(int position, decimal points, QuestionContent content) => Question.Ask(Quiz.ActivityId, position, points, content).Value;

    private static SingleChoice WhichBox { get; } = new(RichText.Markdown("Which box belongs to which size?"),
        [new Choice("a", RichText.Markdown("A is n = 4"), 1, RichText.Markdown("Yes.")), new Choice("b", RichText.Markdown("A is n = 64"), 0)])
    {
        Feedback = new Feedback(Always: RichText.CleanHtml("<p>See 4.3.</p>")),
    };
}
