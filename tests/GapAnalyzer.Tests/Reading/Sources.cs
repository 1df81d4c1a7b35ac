using System.IO.Compression;
using System.Text;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Reading;

/// <summary>Sources of data in memory.</summary>
internal static class Sources
{
    public static DataFile File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static DataFile File(string name, byte[] bytes) => new(name, bytes.Length, () => new MemoryStream(bytes, writable: false));

    /// <summary>One table, as a file given by itself.</summary>
    public static DataSource Table(string text, string name = "table.csv") => new(name, IsFolder: false, [File(name, text)]);

    public static DataSource Table(byte[] bytes, string name = "table.csv") => new(name, IsFolder: false, [File(name, bytes)]);

    public static DataSource Folder(params (string Name, string Text)[] files) =>
        new("folder", IsFolder: true, [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File(file.Name, file.Text))]);

    /// <summary>A tidy folder of stakeholders (id, name, sector), activities (id, theme, admin1, start) and participations, with more files.</summary>
    public static DataSource Tidy(string stakeholders, string activities, string participations, params (string Name, string Text)[] more) => Folder(
    [
        ("stakeholders.csv", "stakeholder_id,name,sector\n" + stakeholders),
        ("activities.csv", "activity_id,theme,admin1_name,start_date\n" + activities),
        ("participations.csv", "activity_id,stakeholder_id,role\n" + participations),
        .. more,
    ]);

    public static DataSource Zip(params (string Path, string Text)[] entries)
    {
        var bytes = ZipBytes(entries);
        return DataSource.FromZip("data.zip", bytes.Length, () => new MemoryStream(bytes));
    }

    public static byte[] ZipBytes(params (string Path, string Text)[] entries) => ZipBytes([.. entries.Select(entry => (entry.Path, Encoding.UTF8.GetBytes(entry.Text)))]);

    public static byte[] ZipBytes(params (string Path, byte[] Content)[] entries)
    {
        var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var stream = archive.CreateEntry(path).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    public static List<(string Path, byte[] Content)> Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            var content = new MemoryStream();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    public static Dataset Read(this DataSource source, ReadOptions? options = null) => DatasetReader.Read(source, options ?? new());

    public static Dataset Map(this DataSource source, params (string Field, string Header)[] map) =>
        source.Read(new() { Columns = map.ToDictionary(pair => pair.Field, pair => pair.Header) });

    /// <summary>The one line that says why a source cannot be read.</summary>
    public static string Refusal(this DataSource source, ReadOptions? options = null)
    {
        var message = Assert.Throws<InputException>(() => source.Read(options)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    /// <summary>The diagnostics of one kind, as people read them.</summary>
    public static IReadOnlyList<string> Said(this Dataset dataset, DiagnosticKind kind) =>
        [.. dataset.Diagnostics.Items.Where(item => item.Kind == kind).Select(item => item.ToString())];

    public static Stakeholder Named(this Dataset dataset, string name) => Assert.Single(dataset.Stakeholders, stakeholder => stakeholder.Name == name);

    public static string SectorNameOf(this Dataset dataset, string name) => dataset.Sectors[dataset.Named(name).Sector.Index].Name;

    public static Activity With(this Dataset dataset, string id) => Assert.Single(dataset.Activities, activity => activity.Id == id);
}
