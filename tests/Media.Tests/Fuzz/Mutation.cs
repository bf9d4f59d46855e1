namespace Lyceum.Media.Tests.Fuzz;

/// <summary>Random bytes one time in four; else a seed, cut, grown, spliced with another or with bits and lengths changed.</summary>
internal static class Mutation
{
    public static int Make(Random random, IReadOnlyList<byte[]> seeds, byte[] memory)
    {
        if (random.Next(4) == 0)
        {
            var any = random.Next(0, 200);
            random.NextBytes(memory.AsSpan(0, any));
            return any;
        }
        var seed = seeds[random.Next(seeds.Count)];
        var length = Math.Min(seed.Length, memory.Length);
        seed.AsSpan(0, length).CopyTo(memory);
        for (var change = random.Next(1, 6); change > 0 && length > 0; change--) length = Change(random, seeds, memory, length);
        return length;
    }

    private static int Change(Random random, IReadOnlyList<byte[]> seeds, byte[] memory, int length)
    {
        var at = random.Next(length);
        switch (random.Next(6))
        {
            case 0: memory[at] ^= (byte)(1 << random.Next(8)); return length;
            case 1: memory[at] = (byte)random.Next(256); return length;
            case 2: memory[at] = (byte)(random.Next(2) * 255); return length;
            case 3: return at;
            case 4:
                var grown = Math.Min(memory.Length, length + random.Next(1, 64));
                random.NextBytes(memory.AsSpan(length, grown - length));
                return grown;
            default:
                var other = seeds[random.Next(seeds.Count)];
                var part = Math.Min(random.Next(other.Length), memory.Length - at);
                other.AsSpan(0, part).CopyTo(memory.AsSpan(at));
                return Math.Max(length, at + part);
        }
    }
}
