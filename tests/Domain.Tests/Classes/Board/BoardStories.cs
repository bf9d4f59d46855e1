using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.BoardRulesTests;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

internal static class BoardStories
{
    public static ClassOnTheTable ABoard()
    {
        var table = Started();
        table.After(minutes: 1).Do(Amara, new OpenBoard());
        table.Do(Amara, new ChangeBoard([Shape("mean", 3, 700), Shape("curve", 1, 50)]));
        table.Do(Amara, new AllowBoard(true));
        table.After(seconds: 20).Do(Mei, new ChangeBoard([Shape("curve", 2, 9)]));
        table.Do(Jonas, new ChangeBoard([Shape("curve", 2, 4), Shape("mean", 2, 1)]));
        table.Do(Jonas, new ChangeBoard([new("mean", 4, 5, "")]));
        table.After(minutes: 2).Do(Elif, new CloseBoard());
        table.Do(Elif, new AllowBoard(false));
        table.Do(Amara, new ClearBoard());
        table.Do(Amara, new ChangeBoard([Shape("anew", 1, 1)]));
        table.Do(Amara, new OpenBoard());
        table.After(minutes: 60).Do(Amara, new EndClass());
        return table;
    }
}
