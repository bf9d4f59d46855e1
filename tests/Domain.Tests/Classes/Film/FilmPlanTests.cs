using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using NodaTime;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Film;

public sealed class FilmPlanTests
{
    [Fact]
    public void A_shown_screen_stands_before_a_slide_and_the_camera_of_who_speaks_beside_either()
    {
        var table = Recorded(deck: true);
        Begin(table, Amara, MediaSource.Screen, "screen.webm", 10_000, until: 14_000);
        table.After(seconds: 20).Do(Amara, new TurnSlide(2));
        var plan = Planned(table, 30);
        Assert.Equal<(long, string, string?)>(
        [
            (0, "slide 1", "amara.webm"), (4_000, "slide 1", "mei.webm"), (8_000, "slide 1", "amara.webm"), (10_000, "screen.webm", "amara.webm"),
            (14_000, "slide 1", "amara.webm"), (20_000, "slide 2", "amara.webm"),
        ], plan.Scenes.Select(Said));
        Assert.Equal(30_000, plan.LengthMs);
    }

    [Fact]
    public void Without_slides_whoever_speaks_has_the_stage_and_a_short_word_does_not_take_it()
    {
        var table = Recorded(deck: false);
        table.Do(null, new HearVoices(Voices(Mei, 12_000, 12_900)));
        Assert.Equal<(long, string, string?)>([(0, "amara.webm", null), (4_000, "mei.webm", null), (8_000, "amara.webm", null)], Planned(table, 30).Scenes.Select(Said));
    }

    [Fact]
    public void What_is_cut_is_in_no_scene_and_moves_the_chapters_behind_it()
    {
        var table = Recorded(deck: false);
        table.After(seconds: 20).Do(Amara, new StartChapter("Second part"));
        var plan = Planned(table, 30, ReplayEdit.Cut(Guid.Empty, 5_010, 7_990, 30_000, Amara.PersonId, Start).Value);
        Assert.DoesNotContain(plan.Scenes, s => s.FromMs < 7_990 && s.UntilMs > 5_010);
        Assert.Equal(27_000, plan.LengthMs);
        Assert.Equal([new FilmChapter("Second part", 17_000)], plan.Chapters);
        Assert.All(plan.Scenes, s => Assert.Equal(0, s.FromMs % FilmPlan.PictureMs));
    }

    [Fact]
    public void Whoever_was_taken_out_is_neither_seen_nor_heard()
    {
        var plan = Planned(Recorded(deck: false), 30, ReplayEdit.Without(ReplayEditKind.Picture, Mei.PersonId, Guid.Empty, Amara.PersonId, Start),
            ReplayEdit.Without(ReplayEditKind.Sound, Mei.PersonId, Guid.Empty, Amara.PersonId, Start));
        Assert.Equal<(long, string, string?)>([(0, "amara.webm", null)], plan.Scenes.Select(Said));
        Assert.Equal(["amara-voice.webm"], plan.Sound.Select(t => t.File));
    }

    [Fact]
    public void A_camera_that_was_turned_off_for_a_while_is_not_seen_until_it_is_on_again()
    {
        var table = Recorded(deck: true);
        table.Do(Amara, new TurnOn(MediaSource.Camera));
        table.After(seconds: 10).Do(Amara, new TurnOff(Amara.PersonId, MediaSource.Camera));
        table.After(seconds: 10).Do(Amara, new TurnOn(MediaSource.Camera));
        Assert.Equal<(long, string, string?)>([(8_000, "slide 1", "amara.webm"), (10_000, "slide 1", null), (20_000, "slide 1", "amara.webm")], Planned(table, 30).Scenes.Select(Said).Where(s => s.Item1 >= 8_000));
    }

    [Fact]
    public void A_slide_that_is_turned_within_a_picture_stands_from_that_picture_on()
    {
        var table = Recorded(deck: true);
        table.At(Start + Duration.FromMilliseconds(20_013)).Do(Amara, new TurnSlide(2));
        Assert.Equal((20_000, "slide 2", "amara.webm"), Planned(table, 30).Scenes.Select(Said).Last());
    }

    [Fact]
    public void Lines_are_drawn_over_their_slide_from_when_they_were_finished_and_those_in_a_cut_are_not()
    {
        var table = Recorded(deck: true);
        table.At(Start + Duration.FromSeconds(5)).Do(Amara, Line(1));
        table.At(Start + Duration.FromSeconds(6)).Do(Amara, Line(2));
        table.At(Start + Duration.FromSeconds(12)).Do(Amara, Line(1));
        table.At(Start + Duration.FromSeconds(20)).Do(Amara, new TurnSlide(2));
        table.At(Start + Duration.FromSeconds(25)).Do(Amara, new ClearSlide(Doors.Deck!.FileId, 2));
        var cut = ReplayEdit.Cut(Guid.Empty, 11_000, 13_000, 30_000, Amara.PersonId, Start).Value;
        var plan = Planned(table, 30, cut);
        Assert.Equal<(long, int)>([(4_000, 0), (5_200, 1), (8_000, 1), (13_000, 1), (20_000, 1), (25_200, 0)], plan.Scenes.SelectMany(s => s.Drawings).Select(d => (d.FromMs, d.Ink.Length)));
    }

    [Fact]
    public void The_open_board_stands_before_all_and_a_result_before_the_board_until_something_else_is_shown()
    {
        var table = Recorded(deck: true);
        table.At(Start + Duration.FromSeconds(9)).Do(Amara, new OpenBoard());
        table.Do(Amara, new ChangeBoard([BoardRulesTests.Shape("e1", 1, 1)]));
        Begin(table, Amara, MediaSource.Screen, "screen.webm", 9_500, until: 14_000);
        var poll = table.State.Polls[0].Id;
        table.Do(Amara, new OpenPoll(poll));
        table.Do(Mei, new AnswerPoll(poll, [1]));
        table.At(Start + Duration.FromSeconds(11)).Do(Amara, new ShowPollResults(poll));
        table.At(Start + Duration.FromSeconds(16)).Do(Amara, new CloseBoard());
        var plan = Planned(table, 30);
        Assert.Equal<(long, string, string?)>([(8_000, "slide 1", "amara.webm"), (9_000, "board 1", "amara.webm"), (11_000, "result", "amara.webm"), (16_000, "slide 1", "amara.webm")], plan.Scenes.Select(Said).Where(s => s.Item1 >= 8_000));
        Assert.Equal([0, 1, 0], ((FilmedResult)plan.Scenes.Single(s => s.Stage is FilmedResult).Stage).Result.Live);
    }

    private static DrawStroke Line(int slide) => new(Doors.Deck!.FileId, slide, InkTool.Pen, InkColor.Stress, [0, 0, 5_000, 5_000]);

    [Fact]
    public void A_class_of_which_nothing_was_recorded_has_no_film() => Assert.False(Planned(WithoutSlides(), 30).HasAnything);

    // Amara and Mei with a camera each; Amara speaks, Mei from second 4 to 8, then Amara again.
    private static ClassOnTheTable Recorded(bool deck)
    {
        var table = deck ? Started() : WithoutSlides();
        foreach (var (who, name) in new[] { (Amara, "amara"), (Mei, "mei") })
        {
            Begin(table, who, MediaSource.Camera, $"{name}.webm", 0, until: 30_000);
            Begin(table, who, MediaSource.Microphone, $"{name}-voice.webm", 0, until: 30_000);
        }
        table.Do(null, new HearVoices(Voices(Amara, 0, 4_000, 8_000, 11_000)));
        table.Do(null, new HearVoices(Voices(Mei, 4_000, 8_000)));
        return table;
    }

    private static ClassOnTheTable WithoutSlides()
    {
        var table = new ClassOnTheTable();
        table.Do(null, Doors with { Deck = null });
        foreach (var person in Cast) table.Do(person, new ConnectPerson($"{person.Name}-1"));
        table.At(Start).Do(Amara, new StartClass());
        return table;
    }

    private static void Begin(ClassOnTheTable table, ClassActor who, MediaSource source, string file, long from, long until)
    {
        table.Do(null, new BeginTrack(who.PersonId, source, file, Start + Duration.FromMilliseconds(from)));
        table.Do(null, new EndTrack(file, until - from));
    }

    private static ImmutableDictionary<Guid, ImmutableArray<long>> Voices(ClassActor who, params long[] pairs) => ImmutableDictionary<Guid, ImmutableArray<long>>.Empty.Add(who.PersonId, [.. pairs]);

    private static FilmPlan Planned(ClassOnTheTable table, int seconds, params ReplayEdit[] edits)
    {
        table.At(Start + Duration.FromSeconds(seconds)).Do(Amara, new EndClass());
        return new FilmPlan(table.Log, edits);
    }

    private static (long, string, string?) Said(FilmScene scene) => (scene.FromMs, scene.Stage switch
    {
        FilmedTrack { Track.File: var file } => file,
        FilmedSlide slide => $"slide {slide.Slide}",
        FilmedBoard board => $"board {board.Opening}",
        FilmedResult => "result",
        _ => "nothing",
    }, scene.Corner?.File);
}
