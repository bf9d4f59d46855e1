namespace Lyceum.Interop.Yjs;

/// <summary>What one client inserted or knows of: so many clocks of it from <paramref name="Clock"/> on, as it was encoded.</summary>
/// <param name="Client">The number that a document of Yjs chose for itself.</param>
/// <param name="Clock">Of the first of its UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Text">Null for what has been deleted since.</param>
/// <param name="Left">What stood before it when it was inserted; null at the beginning.</param>
/// <param name="Right">What stood behind it then; null at the end.</param>
/// <param name="Raw">The bytes of its encoding.</param>
public sealed record YItem(uint Client, int Clock, int Length, string? Text, YId? Left, YId? Right, ReadOnlyMemory<byte> Raw);

public readonly record struct YId(uint Client, int Clock);

public readonly record struct YDeletion(uint Client, int Clock, int Length);

/// <summary>
/// An update of a Yjs document in its first encoding (yjs, src/utils/encoding.js and lib0/encoding): the items of each client, and what was deleted. Only
/// what one shared text holds is taken: plain strings, and what was deleted; marks, embedded things and maps are refused.
/// </summary>
public sealed record YUpdate(IReadOnlyList<YItem> Items, IReadOnlyList<YDeletion> Deletions)
{
    private const int MostItems = 200_000;
    private const byte HasLeft = 0x80, HasRight = 0x40, KindBits = 0x1f;
    private const byte Deleted = 1, String = 4;

    /// <summary>Null for what is no such update.</summary>
    public static YUpdate? Read(ReadOnlyMemory<byte> encoded, string text)
    {
        try
        {
            var reader = new YReader(encoded);
            var items = ReadItems(reader, text);
            var update = new YUpdate(items, ReadDeletions(reader));
            return reader.IsAtEnd ? update : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>One update in which all of these are. Each client's items must follow each other without a gap; those that come twice count once.</summary>
    public static byte[] Merge(IEnumerable<YUpdate> updates)
    {
        var all = updates.ToArray();
        var clients = all.SelectMany(update => update.Items).GroupBy(item => item.Client).OrderByDescending(client => client.Key).ToArray();
        var written = new YWriter();
        written.Number((uint)clients.Length);
        foreach (var client in clients) WriteClient(written, client.Key, [.. InOrder(client)]);
        var deletions = all.SelectMany(update => update.Deletions).Distinct().GroupBy(deletion => deletion.Client).ToArray();
        written.Number((uint)deletions.Length);
        foreach (var client in deletions)
        {
            written.Number(client.Key);
            written.Number((uint)client.Count());
            foreach (var deletion in client) { written.Number((uint)deletion.Clock); written.Number((uint)deletion.Length); }
        }
        return written.ToArray();
    }

    internal static IEnumerable<YItem> InOrder(IEnumerable<YItem> ofOneClient)
    {
        var next = 0;
        foreach (var item in ofOneClient.OrderBy(item => item.Clock).ThenByDescending(item => item.Length))
        {
            if (item.Clock + item.Length <= next) continue;
            if (item.Clock != next) throw new FormatException("The items of a client do not follow each other.");
            yield return item;
            next = item.Clock + item.Length;
        }
    }

    private static void WriteClient(YWriter written, uint client, YItem[] items)
    {
        written.Number((uint)items.Length);
        written.Number(client);
        written.Number((uint)items[0].Clock);
        foreach (var item in items) written.Bytes(item.Raw.Span);
    }

    private static List<YItem> ReadItems(YReader reader, string text)
    {
        var items = new List<YItem>();
        for (var clients = reader.Count(MostItems); clients > 0; clients--)
        {
            var many = reader.Count(MostItems);
            var client = reader.Number();
            var clock = reader.Count(int.MaxValue);
            for (; many > 0; many--)
            {
                var item = ReadItem(reader, client, clock, text);
                items.Add(item);
                clock = checked(clock + item.Length);
                if (items.Count > MostItems) throw new FormatException("Too many items.");
            }
        }
        return items;
    }

    private static YItem ReadItem(YReader reader, uint client, int clock, string text)
    {
        var from = reader.Position;
        var kind = reader.Byte();
        if ((kind & KindBits) is not (Deleted or String)) throw new FormatException("It is no text.");
        YId? left = (kind & HasLeft) != 0 ? reader.Id() : null;
        YId? right = (kind & HasRight) != 0 ? reader.Id() : null;
        if (left is null && right is null && (reader.Number() != 1 || reader.String() != text)) throw new FormatException("It stands in another text.");
        if ((kind & ~(HasLeft | HasRight | KindBits)) != 0) throw new FormatException("It is a value of a map.");
        switch (kind & KindBits)
        {
            case Deleted: return new(client, clock, reader.Length(), null, left, right, reader.Since(from));
            case String when reader.String() is { Length: > 0 } written: return new(client, clock, written.Length, written, left, right, reader.Since(from));
            default: throw new FormatException("It is no text.");
        }
    }

    private static List<YDeletion> ReadDeletions(YReader reader)
    {
        var deletions = new List<YDeletion>();
        for (var clients = reader.Count(MostItems); clients > 0; clients--)
        {
            var client = reader.Number();
            for (var many = reader.Count(MostItems); many > 0; many--) deletions.Add(new(client, reader.Count(int.MaxValue), reader.Length()));
        }
        return deletions;
    }
}
