namespace GapAnalyzer.Resolving;

/// <summary>Different things by dense number, so that a million rows can name them in four bytes each.</summary>
/// <param name="nothing">What has number 0.</param>
internal sealed class Numbered<T>(T nothing)
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = new() { [nothing] = 0 };
    private readonly List<T> things = [nothing];

    public int Count => things.Count;

    public T this[int number] => things[number];

    public int Of(T thing)
    {
        if (!numbers.TryGetValue(thing, out var number))
        {
            numbers[thing] = number = things.Count;
            things.Add(thing);
        }

        return number;
    }
}
