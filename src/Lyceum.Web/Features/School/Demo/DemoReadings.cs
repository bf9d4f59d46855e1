using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Lyceum.Domain.Readings;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>Readings and lectures, and who has read and watched how far.</summary>
public static class DemoReadings
{
    public static void Fill(DemoRun run)
    {
        foreach (var made in run.Activities.Where(made => made.Activity.Kind == ActivityKind.Reading))
        {
            var reading = Reading.For(made.Activity);
            _ = reading.Write(run.Text(made.Page.Body)).Value;
            run.Db.Readings.Add(reading);
            foreach (var (who, at, share) in Readers(run, made)) Read(run, made, who, at, share);
        }
        foreach (var made in run.Activities.Where(made => made.Activity.Kind == ActivityKind.Lecture)) AddLecture(run, made);
    }

    private static IEnumerable<(string Who, Instant At, double Share)> Readers(DemoRun run, DemoActivity made)
    {
        if (made.Page.Find("read") is { } named)
            return named.Split(", ").Select((entry, i) => (entry.Split(' ')[0], run.Now - Duration.FromHours(26 + (9 * i)), entry.Contains('%') ? int.Parse(entry.Split(' ')[1].TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture) / 100.0 : 1));
        if (made.Activity.Due is not { } due || made.Week >= DemoCalendar.ThisWeek) return [];
        return run.Students.Where(student => DemoHabits.Reads(student.Who, made.Week))
            .Select(student => (student.Who, due - Duration.FromMinutes(DemoRun.Chance($"{student.Who} reads {made.Page.LinkName}").Next(20, 2000)), 1.0));
    }

    private static void Read(DemoRun run, DemoActivity made, string who, Instant at, double share)
    {
        if (run.InWindow(made, at) is not { } when) return;
        var progress = run.Progress(made, who, when);
        progress.Advance(share, when + Duration.FromMinutes(4));
        if (share >= 1) progress.Finish(Instant.Min(when + Duration.FromMinutes(made.Activity.EffortMinutes), run.Now));
    }

    private static void AddLecture(DemoRun run, DemoActivity made)
    {
        var seconds = double.Parse(made.Page["seconds"], System.Globalization.CultureInfo.InvariantCulture);
        var lecture = Lecture.For(made.Activity);
        lecture.Record(run.Files[$"files/{made.Page["file"]}"].Id, isVideo: true, seconds);
        lecture.Caption(run.Files[$"files/{made.Page["captions"]}"].Id);
        _ = lecture.Describe(run.Text(made.Page.Body), [.. made.Page["chapters"].Split(" · ").Select(Chapter)]).Value;
        run.Db.Lectures.Add(lecture);
        foreach (var (who, at, share) in Readers(run, made))
        {
            if (run.InWindow(made, at) is { } when) Watch(run, made, who, when, seconds, share);
        }
    }

    private static Chapter Chapter(string text)
    {
        var time = TimeSpan.ParseExact(text.Split(' ')[0], @"m\:ss", System.Globalization.CultureInfo.InvariantCulture);
        return new Chapter((int)time.TotalSeconds, text[(text.IndexOf(' ') + 1)..]);
    }

    private static void Watch(DemoRun run, DemoActivity made, string who, Instant at, double seconds, double share)
    {
        var watched = Math.Floor(seconds * share);
        var watch = LectureWatch.Begin(made.Id, run.Id(who), at);
        var until = Instant.Min(at + Duration.FromSeconds(watched), run.Now);
        watch.Report([new WatchedInterval(0, (long)watched * 1000)], watched, seconds, until);
        run.Db.LectureWatches.Add(watch);
        var progress = run.Progress(made, who, at);
        progress.Advance(watch.FractionOf(seconds), until, (int)watched, (int)seconds);
        if (share >= LectureWatch.Enough) progress.Finish(until);
    }
}
