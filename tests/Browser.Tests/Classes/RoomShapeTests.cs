using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes;

/// <summary>Whoever is there, the room shows everybody whole, and covers nothing that is pressed or read.</summary>
public sealed class RoomShapeTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    [Fact]
    public async Task One_four_and_nine_people_are_seen_whole_in_every_layout()
    {
        var classId = await school.AddClass(startsIn: 9);
        var amara = await school.Come(Cast.Amara, At(classId, "/room"));
        await Start(amara);
        await amara.Keyboard.PressAsync("v");
        await amara.Plays(".room-speaker video");
        await amara.Arrange("Gallery");
        await ShowsWhole(amara, 1);
        await amara.SaveScreens("room-gallery-1");

        var mei = await school.Come(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        await mei.Keyboard.PressAsync("v");
        await school.Attend(classId, Cast.Jonas, Cast.Lucia);
        await mei.Arrange("Gallery");
        await ShowsWhole(mei, 4);
        await mei.SaveScreens("room-gallery-4");
        await school.Attend(classId, Cast.Samir, Cast.Noah, Cast.Arjun, Cast.Hana, Cast.Elif);
        await school.Says(classId, Cast.Noah, new RaiseHand());
        await ShowsWhole(mei, 9);
        await mei.SaveScreens("room-gallery-9");
        await mei.SetViewportSizeAsync(390, 844);
        await ShowsWhole(mei, 9);
        await mei.SetViewportSizeAsync(1440, 900);
        await ShowsWhole(amara, 9);
        await amara.SaveScreens("host-gallery-9");
        await Expect(amara.Locator(".room-film[data-host]")).ToContainTextAsync("Noah Adeyemi");
        var card = await amara.Locator(".room-film[data-host] > .room-card").First.BoundingBoxAsync();
        var floor = await amara.GetByRole(AriaRole.Button, new() { Name = "Give the floor to Noah Adeyemi" }).First.BoundingBoxAsync();
        Assert.InRange(floor!.X + floor.Width, card!.X, card.X + card.Width);
        await mei.Arrange("Speaker");
        await ShowsWhole(mei, 1);
        await mei.SaveScreens("room-speaker-9");
        await mei.Arrange("Presentation");
        await mei.SeesSlide(1);
        await mei.AssertControlsReachable();
        await mei.SaveScreens("room-presentation-9");
        await amara.AssertControlsReachable();
    }

    [Fact]
    public async Task Captions_stand_below_the_slide_and_the_host_sees_who_has_spoken()
    {
        var classId = await school.AddClass(startsIn: 9);
        var amara = await school.Open(Cast.Amara, At(classId, "/room"));
        await Start(amara);
        var mei = await school.Open(Cast.Mei, At(classId, "/room"));
        await mei.IsLive();
        await school.Attend(classId, Cast.Jonas, Cast.Lucia, Cast.Samir);
        await Spoke(classId, (Cast.Amara, 42_000), (Cast.Jonas, 18_000), (Cast.Mei, 7_000));
        await mei.GetByRole(AriaRole.Button, new() { Name = "Captions" }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Captions" }).ClickAsync();
        await amara.GetByLabel("Write a caption").FillAsync("The spread of the mean shrinks with the square root of n, so four times as many halve it.");
        await amara.Keyboard.PressAsync("Enter");
        await Expect(mei.Locator(".room-captions")).ToContainTextAsync("square root of n");
        await mei.SaveScreens("room-captions");

        await amara.Tab("People");
        await amara.GetByText("Who has spoken").ClickAsync();
        await Expect(amara.Locator(".room-spoken-bars").First).ToContainTextAsync("Jonas Weber");
        await amara.AssertAccessible();
        await amara.SaveScreens("host-who-has-spoken");
    }

    private static async Task Start(IPage amara)
    {
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
    }

    /// <summary>So many tiles, each of them whole on the stage and none over another, and the controls free.</summary>
    private static async Task ShowsWhole(IPage room, int people)
    {
        await Expect(room.Locator(".room-gallery > .room-tile")).ToHaveCountAsync(people);
        Assert.Equal("", await room.EvaluateAsync<string>(
            """
            () => {
              const stage = document.querySelector('.room-stage').getBoundingClientRect();
              const tiles = [...document.querySelectorAll('.room-tile')].map(one => [one.textContent.trim(), one.getBoundingClientRect()]);
              const within = ([, box]) => box.left >= stage.left - 1 && box.right <= stage.right + 1 && box.top >= stage.top - 1 && box.bottom <= stage.bottom + 1 && box.width >= 100 && box.height >= 68;
              const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
              return [...tiles.filter(one => !within(one)).map(([name]) => name + ' is not whole'),
                ...tiles.flatMap(([name, box], i) => tiles.slice(i + 1).filter(([, other]) => meet(box, other)).map(([other]) => name + ' lies over ' + other))].join(', ');
            }
            """));
        await room.AssertControlsReachable();
    }

    private async Task Spoke(Guid classId, params (string Who, long Ms)[] voices)
    {
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId, default))!;
        var stretches = voices.ToImmutableDictionary(voice => school.People[voice.Who], voice => ImmutableArray.Create(0L, voice.Ms));
        Assert.Null((await room.Mailbox.Post(new HearVoices(stretches), null)).Refusal);
    }
}
