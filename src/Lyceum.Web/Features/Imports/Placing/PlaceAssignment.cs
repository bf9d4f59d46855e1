using System.Globalization;
using System.Net;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Interop.Cartridges;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Assignments; a rubric comes as a table at the end of the text.</summary>
public sealed class PlaceAssignment : IPlaceContent
{
    private const int UnknownMinutes = 60;

    public bool Takes(CartridgeItem item) => item is CartridgeAssignment;

    public ActivityKind KindOf(CartridgeItem item) => ActivityKind.Assignment;

    public PlacedContent Read(CartridgeItem item, ItemReading reading)
    {
        var assignment = (CartridgeAssignment)item;
        var html = reading.Clean(assignment.Html) + reading.Attached(assignment.Attachments);
        if (assignment.Rubric is { } rubric)
        {
            html += Table(rubric);
            reading.Lose("Its rubric came as a table at the end of the text.");
        }
        var takesNothing = !assignment.TakesText && !assignment.TakesFiles;
        if (takesNothing)
            reading.Lose("Nothing was to be handed in here; it now takes text and files.");
        return new PlacedAssignment(UnknownMinutes, assignment.Grading.Points, RichText.CleanHtml(html),
            assignment.TakesText || takesNothing, assignment.TakesFiles || takesNothing);
    }

    private static string Table(CartridgeRubric rubric)
    {
        var rows = rubric.Criteria.Select(c =>
            $"<tr><th scope=\"row\">{Text(c.Description)}</th><td>{string.Join("<br>", c.Ratings.Select(r => $"{Text(r.Description)}: {Points(r.Points)}"))}</td><td>{Points(c.Points)}</td></tr>");
        return $"<h3>{Text(rubric.Title)}</h3><table><tbody>{string.Concat(rows)}</tbody></table>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record PlacedAssignment(int EffortMinutes, decimal? Points, RichText Instructions, bool TakesText, bool TakesFiles) : PlacedContent(EffortMinutes, Points)
    {
        public override async Task<string?> Save(SchoolDb db, Activity activity, Instant now, CancellationToken ct)
        {
            var assignment = await db.Assignments.AsTracking().SingleOrDefaultAsync(a => a.ActivityId == activity.Id, ct);
            if (assignment is null)
                db.Assignments.Add(assignment = Assignment.For(activity));
            return assignment.Describe(Instructions, TakesText, TakesFiles, assignment.Late, assignment.LatePercentADay).Match<string?>(_ => null, r => r.Message);
        }
    }
}
