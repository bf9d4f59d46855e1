using System.Text;

namespace Lyceum.Interop.Yjs;

/// <summary>
/// The text that updates of a Yjs document come to, in whatever order they are given. Items that were inserted at one place at once stand in the order
/// that Yjs gives them (YATA, Nicolaescu et al. 2016, as in yjs, src/structs/Item.js: by what each was inserted behind, then by client).
/// </summary>
public static class YText
{
    /// <summary>What stands on something that is not there yet is left out.</summary>
    public static string Read(IEnumerable<YUpdate> updates)
    {
        var all = updates.ToArray();
        var deleted = new HashSet<YId>();
        foreach (var deletion in all.SelectMany(update => update.Deletions))
            for (var i = 0; i < deletion.Length; i++) deleted.Add(new(deletion.Client, deletion.Clock + i));
        var list = new Sequence();
        var waiting = new LinkedList<Queue<YItem>>(all.SelectMany(update => update.Items).GroupBy(item => item.Client).Select(client => new Queue<YItem>(YUpdate.InOrder(client))));
        for (var hasMoved = true; hasMoved;)
        {
            hasMoved = false;
            foreach (var client in waiting)
                for (; client.TryPeek(out var next) && list.IsReady(next); hasMoved = true) list.Insert(client.Dequeue());
        }
        return list.Text(deleted);
    }

    /// <summary>One code unit of an item: each remembers what it was inserted between.</summary>
    private sealed class Unit(YId id, YId? left, YId? right, char? letter)
    {
        public YId Id => id;
        public YId? Left => left;
        public YId? Right => right;
        public char? Letter => letter;
        public Unit? After { get; set; }
    }

    private sealed class Sequence
    {
        private readonly Dictionary<YId, Unit> known = [];
        private Unit? first;

        public bool IsReady(YItem item) => (item.Left is not { } left || known.ContainsKey(left)) && (item.Right is not { } right || known.ContainsKey(right));

        public void Insert(YItem item)
        {
            for (var i = 0; i < item.Length; i++)
            {
                var id = new YId(item.Client, item.Clock + i);
                var unit = new Unit(id, i == 0 ? item.Left : new YId(item.Client, id.Clock - 1), item.Right, item.Text?[i]);
                if (!known.TryAdd(id, unit)) continue;
                Place(unit);
            }
        }

        private void Place(Unit unit)
        {
            var left = unit.Left is { } before ? known[before] : null;
            var right = unit.Right is { } after ? known[after] : null;
            var seen = new HashSet<Unit>();
            var between = new HashSet<Unit>();
            for (var other = left is null ? first : left.After; other is not null && other != right; other = other.After)
            {
                seen.Add(other);
                between.Add(other);
                if (other.Left == unit.Left)
                {
                    if (other.Id.Client < unit.Id.Client)
                    {
                        left = other;
                        between.Clear();
                    }
                    else if (other.Right == unit.Right) break;
                }
                else if (other.Left is { } origin && seen.Contains(known[origin]))
                {
                    if (between.Contains(known[origin])) continue;
                    left = other;
                    between.Clear();
                }
                else break;
            }
            Link(left, unit);
        }

        private void Link(Unit? left, Unit unit)
        {
            unit.After = left is null ? first : left.After;
            if (left is null) first = unit;
            else left.After = unit;
        }

        public string Text(HashSet<YId> deleted)
        {
            var text = new StringBuilder();
            for (var unit = first; unit is not null; unit = unit.After)
                if (unit.Letter is { } letter && !deleted.Contains(unit.Id)) text.Append(letter);
            return Whole(text);
        }

        // Of a letter of two code units one may have been deleted; what is left is none, as in Yjs.
        private static string Whole(StringBuilder text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (!char.IsSurrogate(text[i])) continue;
                if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
                else text[i] = '\ufffd';
            }
            return text.ToString();
        }
    }
}
