using System.Globalization;
using System.Text.Encodings.Web;
using Lyceum.Data.Courses;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Courses;

/// <summary>What a course page says of its reader alone: how far they are with each module and activity, and in all.</summary>
public sealed class CourseParts(CourseOutline outline, Dictionary<Guid, OwnStanding> own, CourseRows rows, Words words, Times times)
{
    private readonly int[] done = CountDone(outline, own);
    private CourseSide Side => field ??= CourseSide.Of(outline, own, times.Now);

    public void Write(Hole hole, Icons icons, TextWriter to, HtmlEncoder encoder)
    {
        switch (hole.Part)
        {
            case OwnPart.ModuleShare:
                to.Write(Share.Text(ShareOf(hole.From)));
                break;
            case OwnPart.ModulesDone:
                encoder.Encode(to, DoneOf(hole.From, hole.To));
                break;
            case OwnPart.RowState:
                RowState.Write(rows.StateOf(outline.Modules[hole.From - 1].Activities[hole.To]), icons, to, encoder);
                break;
            case OwnPart.MillisecondsLeft:
                to.Write(Left.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
                break;
            case OwnPart.TimeLeft:
                encoder.Encode(to, Times.Offset(Left.TotalSeconds));
                break;
            default:
                WriteSide(hole.Part, to, encoder);
                break;
        }
    }

    private void WriteSide(OwnPart part, TextWriter to, HtmlEncoder encoder)
    {
        switch (part)
        {
            case OwnPart.Score when Side.Points is { } points:
                to.Write("<p class=\"meta\">");
                encoder.Encode(to, words["{0} of {1} so far", $"{Side.Score:0.##}", $"{points:0.##}"]);
                to.Write("</p>");
                break;
            case OwnPart.ClassesDone:
                encoder.Encode(to, words["{0} of {1}", Side.ClassesDone, Side.Classes]);
                break;
            case OwnPart.ClassesBar:
                to.Write(SegmentsTag.Bar(null, Side.ClassesDone, Side.Classes));
                break;
            case OwnPart.ActivitiesDone:
                encoder.Encode(to, words["{0} of {1}", Side.ActivitiesDone, Side.Activities]);
                break;
            case OwnPart.ActivitiesBar:
                to.Write(SegmentsTag.Bar((double)Side.ActivitiesDone / Side.Activities, 0, 0));
                break;
        }
    }

    private static int[] CountDone(CourseOutline outline, Dictionary<Guid, OwnStanding> own)
    {
        var done = new int[outline.Modules.Count];
        for (var at = 0; at < done.Length; at++)
        {
            foreach (var one in outline.Modules[at].Activities)
                if (own.TryGetValue(one.Id, out var mine) && mine.IsDone) done[at]++;
        }
        return done;
    }

    private NodaTime.Duration Left => Side.Next!.Live!.StartsAt - times.Now;

    private double ShareOf(int number)
    {
        var all = outline.Modules[number - 1].Activities.Count;
        return all == 0 ? 0 : (double)done[number - 1] / all;
    }

    private string DoneOf(int first, int last)
    {
        var (all, finished) = (0, 0);
        for (var number = first; number <= last; number++)
        {
            all += outline.Modules[number - 1].Activities.Count;
            finished += done[number - 1];
        }
        return all == 0 ? words["Nothing in it yet"]
            : rows.ForTeachers ? words.Count("{0} activity", "{0} activities", all)
            : words["{0} of {1} done", finished, all];
    }
}
