using System.CommandLine.Parsing;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>A:B</c>: two names with a colon between them; a name that holds a colon is written in double quotes, a double quote in it twice.</summary>
internal static class QuotedPair
{
    /// <returns>The two names without spaces around them; null where the text is not of this form. A name may be empty.</returns>
    public static (string First, string Second)? Parse(string text)
    {
        List<string> parts = [];
        var at = 0;
        while (Part(text, ref at) is { } part)
        {
            parts.Add(part);
            if (at == text.Length)
                return parts.Count == 2 ? (parts[0], parts[1]) : null;
            at++;
        }

        return null;
    }

    /// <summary>Every value of an option as such a pair; the first that is none is said to be wrong.</summary>
    public static (string First, string Second)[] Parse(ArgumentResult result, string expected)
    {
        foreach (var token in result.Tokens.Where(token => Parse(token.Value) is null))
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} is '{token.Value}'; expected {expected}; a name with a colon in it goes into double quotes");
        return [.. result.Tokens.Select(token => Parse(token.Value)).OfType<(string, string)>()];
    }

    /// <summary>One name from here to the colon behind it or the end; null where a quote is not closed, or is followed by something else.</summary>
    private static string? Part(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at == text.Length || text[at] != '"')
        {
            var start = at;
            at = text.IndexOf(':', at) is >= 0 and var colon ? colon : text.Length;
            return text[start..at].Trim();
        }

        var name = new System.Text.StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                at++;
                while (at < text.Length && text[at] == ' ')
                    at++;
                return at == text.Length || text[at] == ':' ? name.ToString() : null;
            }

            name.Append(text[at]);
            if (text[at] == '"')
                at++;
        }

        return null;
    }
}
