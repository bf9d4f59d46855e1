using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Grades;

public static class GradeWords
{
    public static string Kinds(Words words, ActivityKind kind) => kind switch
    {
        ActivityKind.Assignment => words["Assignments"],
        ActivityKind.Quiz => words["Quizzes"],
        ActivityKind.ClassSession => words["Classes"],
        ActivityKind.Discussion => words["Discussions"],
        ActivityKind.Lecture => words["Lectures"],
        _ => words["Readings"],
    };

    public static int Order(ActivityKind kind) => kind switch { ActivityKind.Assignment => 0, ActivityKind.Quiz => 1, ActivityKind.ClassSession => 2, _ => 3 };

    public static string LateRule(Words words, Assignment asks) => asks.Late switch
    {
        Domain.Assignments.LateRule.NotAccepted => words["Late work is not accepted."],
        Domain.Assignments.LateRule.LosesADay => words["Late work loses {0} % of its points a day.", asks.LatePercentADay],
        _ => words["Late work is accepted and marked as late."],
    };
}
