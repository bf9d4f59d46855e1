using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lyceum.Media;
using Lyceum.Web.Features.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Media;

/// <summary>RFC 9725: what an encoder does and what it is told.</summary>
public sealed class WhipTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private static readonly string Offer = string.Join("\r\n",
        "v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=group:BUNDLE 0 1",
        "m=audio 9 UDP/TLS/RTP/SAVPF 111", "a=mid:0", "a=sendonly", "a=rtpmap:111 opus/48000/2", "a=rtcp-mux", "a=ice-ufrag:abcd", "a=ice-pwd:abcdefghijklmnopqrstuv",
        $"a=fingerprint:sha-256 {Fingerprint}", "a=setup:actpass", "a=ssrc:1 cname:x",
        "m=video 9 UDP/TLS/RTP/SAVPF 96", "a=mid:1", "a=sendonly", "a=rtpmap:96 VP8/90000", "a=rtcp-mux", "a=ice-ufrag:abcd", "a=ice-pwd:abcdefghijklmnopqrstuv",
        $"a=fingerprint:sha-256 {Fingerprint}", "a=setup:actpass", "a=ssrc:2 cname:x", "");

    private const string Fingerprint =
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";

    [Fact]
    public async Task An_encoder_publishes_with_its_token_and_ends_its_session()
    {
        var media = school.Services.GetRequiredService<IMediaServer>();
        media.OpenRoom("lecture", new RoomSettings());
        using var encoder = Encoder("lecture");
        var created = await encoder.PostAsync("/whip/lecture", Sdp(Offer));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("application/sdp", created.Content.Headers.ContentType!.MediaType);
        var answer = await created.Content.ReadAsStringAsync();
        Assert.StartsWith("v=0", answer);
        Assert.Contains("a=setup:passive", answer);
        Assert.Equal(2, media.Observe("lecture")!.Participants.Single(p => p.Name == "encoder").Published.Count);

        Assert.Equal(HttpStatusCode.OK, (await encoder.DeleteAsync(created.Headers.Location)).StatusCode);
        Assert.Empty(media.Observe("lecture")!.Participants);
    }

    [Fact]
    public async Task A_token_serves_its_own_room_only_and_not_for_ever()
    {
        using var elsewhere = Encoder("another");
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.PostAsync("/whip/lecture", Sdp(Offer))).StatusCode);
        using var late = Encoder("lecture", TimeSpan.FromMinutes(-1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await late.PostAsync("/whip/lecture", Sdp(Offer))).StatusCode);
    }

    [Fact]
    public async Task What_is_no_offer_is_told_so()
    {
        school.Services.GetRequiredService<IMediaServer>().OpenRoom("studio", new RoomSettings());
        using var encoder = Encoder("studio");
        Assert.Equal(HttpStatusCode.BadRequest, (await encoder.PostAsync("/whip/studio", Sdp("hello"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await encoder.PostAsync("/whip/studio", new StringContent(Offer))).StatusCode);
        using var nobody = Encoder("empty");
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.PostAsync("/whip/empty", Sdp(Offer))).StatusCode);
    }

    private HttpClient Encoder(string room, TimeSpan? lifetime = null)
    {
        var token = school.Services.GetRequiredService<WhipTokens>().Mint(room, "encoder", lifetime ?? TimeSpan.FromHours(1));
        return new HttpClient { BaseAddress = school.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static StringContent Sdp(string sdp) => new(sdp, Encoding.UTF8, "application/sdp");
}
