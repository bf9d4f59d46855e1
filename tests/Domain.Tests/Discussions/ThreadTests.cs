using Lyceum.Domain.Discussions;
using NodaTime;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Domain.Tests.Discussions;

public class ThreadTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);
    private static readonly Guid Mei = Guid.NewGuid(), Lucia = Guid.NewGuid(), Amara = Guid.NewGuid();
    private readonly Thread thread = Thread.Open(Guid.NewGuid(), null, Mei, "Is n = 30 a rule or a habit?", Now).Value;

    [Fact]
    public void Who_asked_or_who_teaches_accepts_an_answer_and_takes_it_back()
    {
        var answer = thread.Reply(Lucia, "A habit.", null, Now).Value;
        Assert.True(thread.Accept(answer, Lucia, teaches: false).IsRefused);
        Assert.False(thread.Accept(answer, Mei, teaches: false).IsRefused);
        Assert.Equal(answer.Id, thread.AcceptedPostId);
        thread.Accept(answer, Amara, teaches: true);
        Assert.Null(thread.AcceptedPostId);
    }

    [Fact]
    public void A_removed_post_leaves_its_place_and_loses_its_words_and_its_acceptance()
    {
        var answer = thread.Reply(Lucia, "A habit.", null, Now).Value;
        thread.Accept(answer, Mei, teaches: false);
        Assert.True(answer.Remove(Mei, moderates: false, Now).IsRefused);
        Assert.False(answer.Remove(Amara, moderates: true, Now).IsRefused);
        thread.Forget(answer);
        Assert.Equal("", answer.Body);
        Assert.Null(thread.AcceptedPostId);
        Assert.Equal(0, thread.PostCount);
    }

    [Fact]
    public void Only_its_author_edits_a_post_and_nobody_a_removed_one()
    {
        var post = thread.Reply(Lucia, "A habbit.", null, Now).Value;
        Assert.True(post.Edit("Mine now.", Mei, Now).IsRefused);
        post.Edit("A habit.", Lucia, Now);
        Assert.Equal(Now, post.EditedAt);
        post.Remove(Lucia, false, Now);
        Assert.True(post.Edit("Back.", Lucia, Now).IsRefused);
    }

    [Fact]
    public void Nothing_empty_and_nothing_endless_is_posted()
    {
        Assert.Equal(DiscussionRefusals.Empty, thread.Reply(Mei, "  ", null, Now).Refusal);
        Assert.Equal(DiscussionRefusals.TooLong, thread.Reply(Mei, new string('a', 20_001), null, Now).Refusal);
        Assert.Equal(0, thread.PostCount);
    }
}
