using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>A sheet with cells.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="IsHidden">Not shown to people who open the workbook.</param>
/// <param name="Part">Where it is in the package.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, WorksheetPart Part);

/// <summary>An open Excel workbook: its sheets, and what their cells refer to. Sheets are streamed, never held.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly Stream stream;
    private readonly SpreadsheetDocument document;

    private Workbook(DataFile file, ReadLimits limits, Stream stream)
    {
        (File, Limits, this.stream) = (file, limits, stream);
        document = SpreadsheetDocument.Open(stream, isEditable: false);
        var part = document.WorkbookPart ?? throw new InvalidDataException("it has no workbook part");
        (Sheets, Uses1904) = ReadIndex(part);
        SharedStrings = part.SharedStringTablePart is { } strings ? new SheetText(limits).Items(strings) : [];
        Formats = part.WorkbookStylesPart is { } styles ? CellFormats.Read(styles) : new([]);
    }

    public DataFile File { get; }

    public ReadLimits Limits { get; }

    /// <summary>The sheets with cells, in the order of their tabs; charts are no sheets.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>Whether day 0 is 1904-01-01, as in workbooks of early Macs.</summary>
    public bool Uses1904 { get; }

    /// <summary>Texts that cells refer to by number, as UTF-8.</summary>
    public IReadOnlyList<byte[]> SharedStrings { get; }

    public CellFormats Formats { get; }

    /// <exception cref="InputException">Not a workbook, or one that is broken, protected or a zip bomb.</exception>
    public static Workbook Open(DataFile file, ReadLimits limits)
    {
        if (file.Length == 0)
            throw new InputException($"{file.Name}: the file is empty; expected an Excel workbook; nothing was read");
        Stream? stream = null;
        try
        {
            stream = file.Open();
            RequirePackage(file, stream, limits);
            return new(file, limits, stream);
        }
        catch (TooLongException)
        {
            stream?.Dispose();
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: a text of more than {limits.MaxCellBytes} bytes (--max-cell-bytes); nothing was read"));
        }
        catch (Exception broken) when (IsOfPackage(broken))
        {
            stream?.Dispose();
            throw Broken(file, broken);
        }
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    /// <summary>Whether an exception is the packaging library's word about a broken package: it has many kinds of them.</summary>
    public static bool IsOfPackage(Exception exception) => exception is not (InputException or OperationCanceledException or OutOfMemoryException);

    public static InputException Broken(DataFile file, Exception cause) =>
        new($"{file.Name}: not a readable Excel workbook ({Quote.Start(cause.Message)}); open it in Excel or LibreOffice and save it as .xlsx; nothing was read", cause);

    /// <summary>Refuses what is no zip package, with the likely reason, and one that unpacks to too much.</summary>
    private static void RequirePackage(DataFile file, Stream stream, ReadLimits limits)
    {
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (start[..read].SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            throw new InputException($"{file.Name}: protected with a password, or an old .xls workbook; expected .xlsx without a password; nothing was read");
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        DataSource.RequireNoBomb(file.Name, file.Length, archive.Entries.Select(entry => (entry.FullName, entry.Length)), limits);
        stream.Position = 0;
    }

    private static (List<WorkbookSheet> Sheets, bool Uses1904) ReadIndex(WorkbookPart part)
    {
        List<WorkbookSheet> sheets = [];
        var uses1904 = false;
        using var xml = PartXml.Open(part);
        while (xml.Read())
        {
            if (xml.StartsElement("workbookPr"))
                uses1904 = xml.Attribute("date1904") is "1" or "true";
            else if (xml.StartsElement("sheet") && IdOf(xml) is { } id && part.TryGetPartById(id, out var target) && target is WorksheetPart worksheet)
                sheets.Add(new(xml.Attribute("name"), xml.Attribute("state") is "hidden" or "veryHidden", worksheet));
        }

        return (sheets, uses1904);
    }

    /// <summary>The relationship of a sheet, whose attribute has a namespace of its own, one of two.</summary>
    private static string? IdOf(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
}
