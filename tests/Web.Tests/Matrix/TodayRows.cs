using Lyceum.Domain.Messages;

namespace Lyceum.Web.Tests.Matrix;

public sealed class TodayRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/", "/", "302 200 200 200 200 200 200 200"),
        MatrixRow.Get("/calendar", "/calendar", "302 200 200 200 200 200 200 200"),
        MatrixRow.Get("/messages", "/messages", "302 200 200 200 200 200 200 200"),
        MatrixRow.Post("/messages", "/messages", "401 302 302 302 302 302 302 302"),
        MatrixRow.Get("/messages/{id:guid}", MessageToMei, "302 302 404 404 404 404 404 404"),
    ];

    private static async Task<string> MessageToMei(SchoolFixture school)
    {
        var message = Notification.New(school.People[Cast.Mei], "{0} wrote in {1}", ["Jonas", "Week 9"], "/courses/statistics", SchoolFixture.Start);
        await school.Write(db => { db.Notifications.Add(message); });
        return $"/messages/{message.Id}";
    }
}
