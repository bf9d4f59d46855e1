using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text;
using Lyceum.Data.Library;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Classes.Film;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Film;

public sealed class FilmTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    private const double Amaras = 440, Meis = 880, Slip = 1_500;

    [Fact]
    public async Task A_film_shows_what_was_on_the_stage_and_who_spoke_without_what_was_cut_and_is_for_those_who_may()
    {
        SkipWithoutPrograms();
        var (classId, home) = await HeldClass();
        await school.Write(db => { db.ReplayEdits.Add(ReplayEdit.Cut(classId, 16_000, 18_000, 20_000, school.People[Cast.Amara], school.Clock.GetCurrentInstant()).Value); });
        var amara = await school.SignIn(Cast.Amara);
        var mei = await school.SignIn(Cast.Mei);
        Assert.Equal(HttpStatusCode.Redirect, (await Ask(amara, home)).StatusCode);
        Assert.Contains("waits for its turn", await amara.GetStringAsync(home + "/recording?handler=Film"));
        await Make();
        Assert.Equal(("", MakingState.Ready), await StateOf(classId));
        Assert.Equal(HttpStatusCode.NotFound, (await mei.GetAsync(home + "/film")).StatusCode);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, await amara.GetByteArrayAsync(home + "/film"));
        var film = new FilmProbe(path);

        Assert.InRange(film.Seconds, 17.8, 18.2);
        Assert.Equal(["h264", "aac"], film.Codecs.Take(2));
        Assert.Contains("On a screen", film.Chapters);
        Assert.Equal("red", film.ColorAt(2, 600, 350));
        Assert.Equal("green", film.ColorAt(6, 600, 350));
        // The screen has the stage, and who speaks stands beside it.
        Assert.Equal(("blue", "red", "dark"), (film.ColorAt(10, 500, 350), film.ColorAt(10, 1_150, 660), film.ColorAt(10, 1_150, 100)));
        Assert.Equal("red", film.ColorAt(17, 600, 350));
        Assert.Equal((true, false), (film.HasTone(2, Amaras), film.HasTone(2, Meis)));
        Assert.True(film.HasTone(6, Meis));
        foreach (var second in new[] { 14.5, 15.5, 16, 16.5, 17 }) Assert.False(film.HasTone(second, Slip));

        Assert.Equal(HttpStatusCode.Redirect, (await Ask(amara, home, forStudents: true)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mei.GetAsync(home + "/film")).StatusCode);
        Assert.Contains("Take the film with you", await mei.GetStringAsync(home));
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Leo)).GetAsync(home + "/film")).StatusCode);
        File.Delete(path);
    }

    [Fact]
    public async Task Slides_are_drawn_and_an_edit_has_the_film_made_anew_and_deleting_the_recording_takes_it_away()
    {
        SkipWithoutPrograms();
        var (classId, home) = await HeldClass(slides: true);
        var amara = await school.SignIn(Cast.Amara);
        await Ask(amara, home);
        await Make();
        Assert.Equal(("", MakingState.Ready), await StateOf(classId));
        Assert.Equal("yellow", new FilmProbe(FilesOf(classId).Single()).ColorAt(2, 500, 350));
        Assert.Equal("red", new FilmProbe(FilesOf(classId).Single()).ColorAt(2, 1_150, 660));
        Assert.Equal("green", new FilmProbe(FilesOf(classId).Single()).ColorAt(7, 500, 350));

        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(home + "/recording", new() { ["person"] = $"{school.People[Cast.Amara]}", ["what"] = "Picture" }, home + "/recording?handler=TakeOut")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await amara.GetAsync(home + "/film")).StatusCode);
        await Make();
        Assert.Equal(HttpStatusCode.OK, (await amara.GetAsync(home + "/film")).StatusCode);
        // Nobody stands beside the slide any more: it has the whole picture.
        Assert.Equal("yellow", new FilmProbe(FilesOf(classId).Single()).ColorAt(2, 1_150, 660));

        await school.Services.GetRequiredService<DeleteRecording>().Run(classId, RecordingPart.Media, null, default);
        await school.Services.GetRequiredService<Lyceum.Web.Features.School.JobWorker>().RunDue(default);
        Assert.Empty(FilesOf(classId));
        Assert.False(await school.Read(db => db.ClassFilms.AnyAsync(f => f.ClassId == classId)));
    }

    [Fact]
    public async Task What_was_drawn_on_a_slide_and_on_the_board_and_what_came_of_a_poll_is_in_it()
    {
        SkipWithoutPrograms();
        var (classId, home) = await DrawnClass();
        var amara = await school.SignIn(Cast.Amara);
        await Ask(amara, home);
        var making = Stopwatch.StartNew();
        await Make();
        Assert.Equal(("", MakingState.Ready), await StateOf(classId));
        var film = new FilmProbe(FilesOf(classId).Single());
        TestContext.Current.TestOutputHelper?.WriteLine($"{film.Seconds / making.Elapsed.TotalSeconds:0.0} minutes of film a minute");
        Assert.InRange(film.Seconds, 39.8, 40.2);

        // A line is there when it is finished, and gone when it is erased; beside it is the slide.
        Assert.Equal(["yellow", "red", "yellow"], new[] { 1.0, 5.0, 9.0 }.Select(second => film.ColorAt(second, 640, 360)));
        Assert.Equal("yellow", film.ColorAt(5, 300, 150));
        Assert.Equal("yellow", film.ColorAt(11, 640, 360));
        // The board has the stage while it is open, with what is on it by then.
        Assert.Equal(("pale", "yellow"), (film.ColorAt(14, 640, 360), film.ColorAt(22, 640, 360)));
        Assert.Equal(["pale", "green"], new[] { 14.0, 18.0 }.Select(second => film.ColorAt(second, 440, 360)));
        // The result stands for eight seconds: who was right in the colour of the course, as wide as it goes.
        Assert.Equal(("blue", "pale"), (film.ColorAt(26, 900, Bar(1)), film.ColorAt(26, 900, Bar(0))));
        Assert.Equal("blue", film.ColorAt(26, 300, Bar(0)));
        Assert.Equal("yellow", film.ColorAt(34, 900, Bar(1)));
    }

    // The middle of the bar of an option, of three below a question of one line.
    private static int Bar(int option) => (int)(140 + 100 * (option + .54 + .15)) - 8;

    [Fact]
    public async Task One_that_failed_says_so_and_is_made_when_asked_again_and_one_whose_server_died_is_begun_anew()
    {
        SkipWithoutPrograms();
        var (classId, home) = await HeldClass();
        var camera = Path.Combine(FolderOf(classId), "amara.webm");
        var good = await File.ReadAllBytesAsync(camera);
        await File.WriteAllTextAsync(camera, "This is no recording.");
        var amara = await school.SignIn(Cast.Amara);
        await Ask(amara, home);
        await Make();
        Assert.Equal(MakingState.Failed, (await StateOf(classId)).Item2);
        Assert.Contains("It could not be made:", await amara.GetStringAsync(home + "/recording"));
        Assert.False(Directory.Exists(Path.Combine(FolderOf(classId), "made", "film-work")));

        await File.WriteAllBytesAsync(camera, good);
        await Ask(amara, home);
        await school.Write(async db => (await db.ClassFilms.AsTracking().SingleAsync(f => f.ClassId == classId)).Begin(school.Clock.GetCurrentInstant()));
        await Make();
        Assert.Equal(MakingState.Working, (await StateOf(classId)).Item2);
        school.Clock.Advance(MadeFile.LeaseTime + Duration.FromSeconds(1));
        await Make();
        Assert.Equal(("", MakingState.Ready), await StateOf(classId));
    }

    [Fact]
    public async Task One_that_is_cancelled_stops_and_leaves_nothing()
    {
        SkipWithoutPrograms();
        var (classId, home) = await HeldClass(slides: true, minutes: 120);
        var amara = await school.SignIn(Cast.Amara);
        await Ask(amara, home);
        // The programs run with the lowest priority: beside other tests they may stand still for minutes.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var making = Task.Run(() => Make(patience.Token));
        while (await school.Read(db => db.ClassFilms.Where(f => f.ClassId == classId).Select(f => f.Percent).SingleAsync()) == 0)
        {
            Assert.False(making.IsCompleted, making.Exception?.ToString() ?? "It was made before it was cancelled.");
            await looks.WaitForNextTickAsync(patience.Token);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(home + "/recording", new() { ["cancel"] = "true" }, home + "/recording?handler=Film")).StatusCode);
        await making;
        Assert.Equal(("", MakingState.Cancelled), await StateOf(classId));
        Assert.Empty(FilesOf(classId));
        Assert.False(Directory.Exists(Path.Combine(FolderOf(classId), "made", "film-work")));
    }

    private static void SkipWithoutPrograms()
    {
        Assert.SkipWhen(!Ffmpeg.IsThere(), Ffmpeg.Missing);
        Assert.SkipWhen(!DeckPages.IsThere(), DeckPages.Missing);
    }

    private Task Make(CancellationToken ct = default) => school.Services.GetRequiredService<FilmMaker>().RunDue(ct);

    private static Task<HttpResponseMessage> Ask(HttpClient who, string home, bool forStudents = false) =>
        who.PostForm(home + "/recording", new() { ["cancel"] = "false", ["forStudents"] = forStudents ? "true" : "false" }, home + "/recording?handler=Film");

    private Task<(string, MakingState)> StateOf(Guid classId) => school.Read(async db => await db.ClassFilms.Where(f => f.ClassId == classId).Select(f => new { f.Trouble, f.State }).SingleAsync() is var film ? (film.Trouble, film.State) : default);

    private string FolderOf(Guid classId) => Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, classId.ToString("N"));

    private string[] FilesOf(Guid classId) => Directory.Exists(Path.Combine(FolderOf(classId), "made")) ? Directory.GetFiles(Path.Combine(FolderOf(classId), "made"), "film-*") : [];

    // Twenty seconds: Amara is red and hums, Mei green and sings from second 4 to 8, a blue screen is shown from 8 to 14, and there is a slip at second 16.
    private async Task<(Guid ClassId, string Home)> HeldClass(bool slides = false, int minutes = 0)
    {
        var (classId, amara, mei) = await school.StartClass(75 + minutes);
        await using var _1 = amara;
        await using var _2 = mei;
        var folder = Directory.CreateDirectory(FolderOf(classId)).FullName;
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        var began = school.Clock.GetCurrentInstant();
        if (slides)
        {
            await room.Mailbox.Post(new ShowFoundDeck(await Slides()), new ClassActor(amara.Id, "Amara", ClassRole.Instructor));
            school.Clock.Advance(Duration.FromSeconds(6));
            await amara.Do(new TurnSlide(2));
        }
        if (minutes == 0)
        {
            await Record(MediaSource.Camera, amara.Id, "amara.webm", 0, 20, "color=c=red:s=320x240:r=15:d=20");
            await Record(MediaSource.Microphone, amara.Id, "amara-voice.webm", 0, 20, $"sine=f={Amaras}:d=16,volume=0.5[a];sine=f={Slip}:d=2[b];sine=f={Amaras}:d=2[c];[a][b][c]concat=n=3:v=0:a=1");
            if (!slides)
            {
                await Record(MediaSource.Camera, mei.Id, "mei.webm", 0, 20, "color=c=0x00b000:s=320x240:r=15:d=20");
                await Record(MediaSource.Microphone, mei.Id, "mei-voice.webm", 4, 4, $"sine=f={Meis}:d=4");
                await Record(MediaSource.Screen, amara.Id, "screen.webm", 8, 6, "color=c=blue:s=640x360:r=5:d=6");
                await room.Mailbox.Post(new HearVoices(new Dictionary<Guid, ImmutableArray<long>> { [amara.Id] = [0, 4_000, 8_000, 20_000], [mei.Id] = [4_000, 8_000] }.ToImmutableDictionary()), null);
                school.Clock.Advance(Duration.FromSeconds(8));
                await amara.Do(new StartChapter("On a screen"));
            }
        }
        school.Clock.Advance(began + Duration.FromSeconds(20) + Duration.FromMinutes(minutes) - school.Clock.GetCurrentInstant());
        await amara.Do(new EndClass());
        return (classId, $"/courses/statistics/classes/{classId}");

        async Task Record(MediaSource source, Guid person, string file, int from, int seconds, string filter)
        {
            string[] codec = source == MediaSource.Microphone ? ["-c:a", "libopus"] : ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"];
            FilmProbe.Make(["-filter_complex", filter, .. codec, Path.Combine(folder, file)]);
            await room.Mailbox.Post(new BeginTrack(person, source, file, began + Duration.FromSeconds(from)), null);
            await room.Mailbox.Post(new EndTrack(file, seconds * 1_000), null);
        }
    }

    // Forty seconds of a yellow slide: at second 3 a red line fills its middle, at 7 it is erased; from 12 to 20 the board, on which a green box comes at 16; at 24 two of three were right.
    private async Task<(Guid ClassId, string Home)> DrawnClass()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await using var lucia = await Participant.Join(school, Cast.Lucia, classId);
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        var began = school.Clock.GetCurrentInstant();
        void At(int second) => school.Clock.Advance(began + Duration.FromSeconds(second) - school.Clock.GetCurrentInstant());
        var deck = await Slides();
        await room.Mailbox.Post(new ShowFoundDeck(deck), new ClassActor(amara.Id, "Amara", ClassRole.Instructor));
        At(3);
        await amara.Do(new DrawStroke(deck.FileId, 1, InkTool.Pen, InkColor.Stress, [.. Enumerable.Range(0, 50).SelectMany(i => new[] { i % 2 == 0 ? 4_000 : 6_000, 4_000 + 40 * i })]));
        At(7);
        await amara.Do(new ClearSlide(deck.FileId, 1));
        At(12);
        await amara.Do(new OpenBoard());
        At(16);
        await amara.Do(new ChangeBoard([Box("left", -400, "#00b000"), Box("right", 200, "transparent")]));
        At(20);
        await amara.Do(new CloseBoard());
        var poll = amara.State.Polls[0].Id;
        await amara.Do(new OpenPoll(poll));
        foreach (var (who, choice) in new[] { (mei, 1), (jonas, 1), (lucia, 0) }) await who.Do(new AnswerPoll(poll, [choice]));
        At(24);
        await amara.Do(new ShowPollResults(poll));
        At(40);
        await amara.Do(new EndClass());
        return (classId, $"/courses/statistics/classes/{classId}");
    }

    private static BoardElement Box(string id, int x, string fill) =>
        new(id, 1, 1, $$"""{"id":"{{id}}","type":"rectangle","x":{{x}},"y":-100,"width":400,"height":200,"angle":0,"strokeColor":"#1e1e1e","backgroundColor":"{{fill}}","strokeWidth":2,"opacity":100,"version":1,"versionNonce":1,"link":null}""");

    // Two pages: a yellow one and a green one.
    private async Task<PreparedDeck> Slides()
    {
        string Page(int number, int content) => $"{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 640 360]/Contents {content} 0 R>>endobj\n";
        string Fill(int number, string color) => $"{number} 0 obj<</Length {color.Length + 20}>>stream\n{color} rg 0 0 640 360 re f\nendstream endobj\n";
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n" + Page(3, 5) + Page(4, 6) + Fill(5, "1 1 0") + Fill(6, "0 0.7 0") + "trailer<</Root 1 0 R>>\n";
        var content = (await school.Services.GetRequiredService<IFileStore>().Put(new MemoryStream(Encoding.ASCII.GetBytes(pdf)), 1_000_000, default)).Value;
        var file = StoredFile.New(content.Hash, "Slides.pdf", "application/pdf", content.Length, school.Statistics.Id, school.People[Cast.Amara], false, school.Clock.GetCurrentInstant());
        await school.Write(db => { db.Files.Add(file); });
        return new(file.Id, file.Name);
    }
}
