using System.Net;
using System.Net.Http.Json;
using Lyceum.Data.Library;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Classes;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Classes;

public sealed class DeckChoiceTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task A_co_host_chooses_from_the_slides_of_the_course_as_long_as_they_lead()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var deck = await AddDeck("Shown by Mei.pdf", isPrivate: false);
        await AddDeck("Not shown yet.pdf", isPrivate: true);
        Assert.Equal(HttpStatusCode.NotFound, await Ask(Cast.Mei, classId));
        Assert.Equal(HttpStatusCode.OK, await Ask(Cast.Elif, classId));

        await amara.Do(new NameCoHost(mei.Id));
        var choices = await (await school.SignIn(Cast.Mei)).GetFromJsonAsync<DeckChoice[]>(AddressOf(classId), ClassJson.Options);
        Assert.Equal(new DeckChoice(deck, "Shown by Mei.pdf"), Assert.Single(choices ?? []));
        await mei.Do(new ShowDeck(deck));
        await amara.Until(() => amara.State.Deck?.FileId == deck);

        await amara.Do(new DismissCoHost(mei.Id));
        Assert.Equal(HttpStatusCode.NotFound, await Ask(Cast.Mei, classId));
    }

    private static string AddressOf(Guid classId) => $"/courses/statistics/classes/{classId}/decks";

    private async Task<HttpStatusCode> Ask(string who, Guid classId) => (await (await school.SignIn(who)).GetAsync(AddressOf(classId))).StatusCode;

    private async Task<Guid> AddDeck(string name, bool isPrivate)
    {
        var content = (await school.Services.GetRequiredService<IFileStore>().Put(new MemoryStream("%PDF-1.7 one"u8.ToArray()), 10_000, default)).Value;
        var file = StoredFile.New(content.Hash, name, "application/pdf", content.Length, school.Statistics.Id, school.People[Cast.Amara], isPrivate, school.Clock.GetCurrentInstant());
        await school.Write(db => { db.Files.Add(file); });
        return file.Id;
    }
}
