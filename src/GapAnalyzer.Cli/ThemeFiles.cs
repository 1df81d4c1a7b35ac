using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli;

/// <summary>Opens what <c>--theme</c> names: a built-in house style, or a file with a font and a logo beside it.</summary>
internal static class ThemeFiles
{
    private const int MostBytes = 1 << 20;

    /// <param name="name">What was named.</param>
    /// <param name="read">Told the bytes of every file that the style is made from.</param>
    /// <exception cref="InputException">There is no such theme, or its file cannot be worked with.</exception>
    public static Theme Open(string name, Action<byte[]>? read = null)
    {
        var names = Theme.BuiltIn.Select(theme => theme.Name).ToArray();
        if (Theme.BuiltIn.FirstOrDefault(theme => theme.Name == name) is { } builtIn)
            return builtIn;
        if (!File.Exists(name))
            throw new InputException(Sentence.Of($"--theme: no theme and no file '{name}'", Nearest.Question(name, names), $"expected {string.Join(", ", names)} or a JSON file"));
        var folder = Path.GetDirectoryName(Path.GetFullPath(name))!;
        var file = Path.GetFileName(name);
        return ThemeFile.Read(file, Read(name, file, MostBytes), (path, most) => Read(Path.Combine(folder, path), $"{file}: {path}", most));

        byte[] Read(string path, string called, int most)
        {
            var bytes = Bytes(path, called, most);
            read?.Invoke(bytes);
            return bytes;
        }
    }

    /// <summary>Looked at before it is opened: a pipe has no length, and opening it would wait for ever.</summary>
    private static byte[] Bytes(string path, string called, int most)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new InputException($"{called}: no such file; paths in a theme are taken from its folder");
            if (file.Length == 0 || file.Length > most)
                throw new InputException($"{called}: {(file.Length == 0 ? "the file is empty" : $"more than {most >> 20} MB")}; the theme cannot be used");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{called}: cannot be read: {e.Message}", e);
        }
    }
}
