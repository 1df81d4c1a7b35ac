namespace GapAnalyzer.Tests.Resolving;

/// <summary>
/// Names as large datasets have them, seeded: invented words with common ones, common words alone, branches with places, bare
/// acronyms, and one in ten a misspelling or extension of an earlier name.
/// </summary>
internal static class NameGenerator
{
    private static readonly string[] Openings = [.. "Save Care Hope Green Blue Horizon Unity Light Bridge Nile Sahel Delta Rural Urban Global African Asian Rising Bright Safe Clean Sun Star River Mountain Desert Peace Youth Women Child Health Water Food Legal Mercy Grace Faith New First United Common People Farmers Teachers Nurses Doctors Lawyers".Split(' ')];
    private static readonly string[] Fields = [.. "Development Relief Aid Action Community Humanitarian Rehabilitation Service Education Health Protection Empowerment Support Rights Environment Agriculture".Split(' ')];
    private static readonly string[] Forms = [.. "Organization Association Foundation Initiative Network Society Agency Committee Group Center Trust Council".Split(' ')];
    private static readonly string[] Places = [.. "Lahore Karachi Kabul Herat Goma Bukavu Kano Lagos Juba Wau Dhaka Kinshasa Bamako Gao Mopti Dakar".Split(' ')];

    public static IReadOnlyList<(string Name, string? Acronym)> Names(int count, int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<(string Name, string? Acronym)>();
        while (names.Count < count)
        {
            var name = names.Count > 0 && random.Next(10) == 0 ? Altered(names[random.Next(names.Count)].Name, random) : Fresh(random);
            var acronym = random.Next(4) == 0 && name.Contains(' ', StringComparison.Ordinal) ? string.Concat(name.Split(' ').Select(word => char.ToUpperInvariant(word[0]))) : null;
            if (name.Length > 2 && seen.Add(name))
                names.Add((name, acronym));
        }

        return names;
    }

    private static string Fresh(Random random) => random.Next(9) switch
    {
        0 or 1 or 2 => $"{Invented(random)} {Pick(Fields, random)} and {Pick(Fields, random)} {Pick(Forms, random)}",
        3 or 4 => $"{Pick(Openings, random)} {Pick(Openings, random)} {Pick(Fields, random)} {Pick(Forms, random)}",
        5 => $"{Pick(Openings, random)} {Pick(Fields, random)} {Pick(Forms, random)} {Pick(Places, random)}",
        6 or 7 => string.Concat(Enumerable.Range(0, random.Next(3, 6)).Select(_ => (char)('A' + random.Next(26)))),
        _ => $"{Invented(random)} {Invented(random)} {Pick(Forms, random)}",
    };

    private static string Altered(string name, Random random) =>
        name.Length > 6 ? name.Remove(random.Next(1, name.Length), 1).Trim() : $"{name} {Pick(Forms, random)}";

    private static string Invented(Random random)
    {
        var word = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => $"{"bcdfghjklmnprstvz"[random.Next(17)]}{"aeiou"[random.Next(5)]}"));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
}
