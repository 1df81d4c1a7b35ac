using GapAnalyzer.Reading;
using GapAnalyzer.Tests.Reading;

namespace GapAnalyzer.Tests.Fuzz;

/// <summary>A damaged dataset, the same for the same number: a wide table, a folder, an archive or a workbook.</summary>
internal sealed class HostileSource
{
    private readonly Random random;
    private readonly Mutator mutator;

    public HostileSource(int number)
    {
        random = new(number);
        mutator = new(random);
    }

    public DataSource Make() => random.Next(12) switch
    {
        < 5 => Sources.Table(Damaged(Pick(Snippets.Wide)), Pick(["3w.csv", "3w.tsv", "3w.txt"])),
        < 9 => Folder(Files()),
        9 => Folder([.. Enumerable.Range(0, 3).Select(i => ($"part{i}.csv", Damaged(Pick(Snippets.Wide)))), .. Companions()]),
        10 => Zip(),
        _ => Sources.Table(mutator.Damage(Book(), Times(2)), "book.xlsx"),
    };

    private static DataSource Folder(IEnumerable<(string Name, byte[] Content)> files) =>
        new("folder", IsFolder: true, [.. files.DistinctBy(file => file.Name).OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => Sources.File(file.Name, file.Content))]);

    private List<(string Name, byte[] Content)> Files()
    {
        var files = Pick(Snippets.Tidy).Select(file => (file.Name, Content: random.Next(3) == 0 ? Damaged(file.Content) : file.Content)).ToList();
        if (random.Next(6) == 0)
            files.RemoveAt(random.Next(files.Count));
        if (random.Next(6) == 0)
            files[random.Next(files.Count)] = (Pick(["notes.txt", "stakeholders.tsv", "needs.csv", "3w.xlsx", "dataset.json"]), Damaged(Pick(Snippets.Wide)));
        return files;
    }

    private IEnumerable<(string Name, byte[] Content)> Companions() =>
        Pick(Snippets.Tidy).Where(file => file.Name is "needs.csv" or "expectations.csv" or "ties.csv" or "aliases.csv" or "dataset.json" && random.Next(2) == 0).Select(file => (file.Name, Damaged(file.Content)));

    private DataSource Zip()
    {
        var files = random.Next(3) == 0 ? [("3w.csv", Damaged(Pick(Snippets.Wide)))] : Files();
        var folder = Pick(["", "", "data/", "a\\b/", "../", "/", "C:/", "__MACOSX/"]);
        var bytes = Sources.ZipBytes([.. files.Select(file => (folder + file.Name, file.Content))]);
        bytes = random.Next(2) == 0 ? mutator.Damage(bytes, Times(2)) : bytes;
        return DataSource.FromZip("data.zip", bytes.Length, () => new MemoryStream(bytes, writable: false));
    }

    /// <summary>A workbook whose cells, XML or packaging are damaged.</summary>
    private byte[] Book()
    {
        var book = new BookBuilder();
        var style = book.Style(Pick(["14", "17", "dd/mm/yyyy", "[h]:mm", "\"", "[", "yyyy;@;d"]));
        for (var sheet = random.Next(1, 4); sheet > 0; sheet--)
        {
            var rows = Snippets.Cells(random.Next(2) == 0 ? Damaged(Pick(Snippets.Wide)) : Pick(Snippets.Wide));
            book.Rows(Pick(["Raw", "3W", "stakeholders", "activities", "participations", "x\u0001y"]), [.. rows.Select((row, r) => BookBuilder.Row(r + 1, [.. row.Select((text, c) => Cell(book, r, c, text, style))]))]);
        }

        var bytes = book.Bytes();
        if (random.Next(2) == 0)
            return bytes;
        var parts = Sources.Unzip(bytes);
        var part = random.Next(parts.Count);
        parts[part] = (parts[part].Path, mutator.Damage(parts[part].Content, Times(3)));
        return Sources.ZipBytes([.. parts]);
    }

    private string Cell(BookBuilder book, int row, int column, string text, int style) => random.Next(12) switch
    {
        0 => BookBuilder.Number(BookBuilder.Ref(row + 1, column), Pick(["44197", "44197.5", "-1", "1e400", "NaN", "", "x", "2958465.999999", "59", "60", "0"]), style),
        1 => book.Shared(BookBuilder.Ref(row + 1, column), $"<t>{System.Security.SecurityElement.Escape(Printable(text))}</t>"),
        _ => BookBuilder.Text(BookBuilder.Ref(row + 1, column), Printable(text)),
    };

    private string Printable(string text) => random.Next(20) == 0 ? text : new([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);

    private byte[] Damaged(byte[] content) => mutator.Damage(content, Times(6));

    private int Times(int most) => random.Next(most + 1);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
