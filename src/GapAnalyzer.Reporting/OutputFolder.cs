using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reporting;

/// <summary>
/// A report folder that appears whole or not at all: files are written to a temporary folder beside the target and moved into
/// place by <see cref="Commit"/>. Until then, and whenever the run fails or is cancelled, an earlier report stays as it was.
/// </summary>
/// <remarks>
/// Beside the target <c>NAME</c> live, while a run lasts, <c>.NAME.gap-analyzer-lock</c> (held open), <c>.NAME.gap-analyzer-new</c>
/// and, during the swap, <c>.NAME.gap-analyzer-old</c>. What a crashed run left of them is put right by the next one.
/// </remarks>
public sealed class OutputFolder : IReportSink, IDisposable
{
    /// <summary>File that names a report folder as ours, with the paths of all files in it: only such a folder is ever replaced.</summary>
    public const string Marker = ".gap-analyzer";

    private readonly string target;
    private readonly string fresh;
    private readonly string old;
    private readonly FileStream @lock;
    private readonly FolderSink sink;
    private readonly IReadOnlyList<string> parents;

    /// <param name="target">Full path of the report folder.</param>
    /// <param name="lock">Held open while the run lasts.</param>
    /// <param name="parents">Folders made to hold the target, innermost first: they go again when nothing is committed.</param>
    private OutputFolder(string target, FileStream @lock, IReadOnlyList<string> parents)
    {
        this.target = target;
        this.@lock = @lock;
        this.parents = parents;
        fresh = Beside(target, "new");
        old = Beside(target, "old");
        sink = new FolderSink(fresh);
    }

    /// <summary>Checks that a report can be written to this folder, and makes room for it.</summary>
    /// <exception cref="InputException">The target is a file, holds files that are not a report's, or cannot be written.</exception>
    public static OutputFolder Begin(string path)
    {
        var target = Resolve(path);
        return Guarded(path, () =>
        {
            var parents = MissingParents(target, path);
            OutputFolder folder;
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                folder = new OutputFolder(target, Lock(target, path), parents);
            }
            catch
            {
                RemoveEmpty(parents);
                throw;
            }

            try
            {
                folder.ClearLeftovers();
                folder.RequireReplaceable(path);
                Directory.CreateDirectory(folder.fresh);
                return folder;
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        });
    }

    public Stream Create(string path) => Guarded(path, () => sink.Create(path));

    /// <summary>Puts the new report in the place of the old one.</summary>
    public void Commit()
    {
        Guarded(target, () =>
        {
            File.WriteAllText(Path.Combine(fresh, Marker), ReportManifest.Text(sink.Paths));
            var replaces = Directory.Exists(target);
            if (replaces)
                Directory.Move(target, old);
            try
            {
                Directory.Move(fresh, target);
            }
            catch when (replaces)
            {
                Directory.Move(old, target);
                throw;
            }

            Remove(old);
            return true;
        });
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        Remove(fresh);
        @lock.Dispose();
        RemoveEmpty(parents);
    }

    /// <summary>Full path; a link is followed, so that the folder it points to is replaced and the link stays.</summary>
    private static string Resolve(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException("the output folder has an empty name");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var target = Path.Exists(full) ? new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
        if (File.Exists(target))
            throw new InputException($"{path} is a file; name a folder for the report");
        if (Contains(target, Directory.GetCurrentDirectory()))
            throw new InputException($"{path} is or contains the current folder; name another folder for the report");
        return target;
    }

    private static bool Contains(string folder, string inner)
    {
        var prefix = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return (inner + Path.DirectorySeparatorChar).StartsWith(prefix, StringComparison.Ordinal);
    }

    private static FileStream Lock(string target, string path)
    {
        try
        {
            return new FileStream(
                Beside(target, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (File.Exists(Beside(target, "lock")))
        {
            throw new InputException($"another run is writing to {path}; wait for it to end", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write {path}: no file can be created in {Path.GetDirectoryName(target)}", e);
        }
    }

    /// <summary>The folders above the target that do not exist yet, innermost first.</summary>
    private static List<string> MissingParents(string target, string path)
    {
        var missing = new List<string>();
        var parent = Path.GetDirectoryName(target);
        for (; parent is not null && !Path.Exists(parent); parent = Path.GetDirectoryName(parent))
            missing.Add(parent);
        return File.Exists(parent) ? throw new InputException($"cannot write {path}: {parent} is a file, not a folder") : missing;
    }

    private static void RemoveEmpty(IReadOnlyList<string> folders)
    {
        foreach (var folder in folders.Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
            Directory.Delete(folder);
    }

    /// <summary>A run that was killed during the swap left the old report aside: it goes back. Anything else is removed.</summary>
    private void ClearLeftovers()
    {
        Remove(fresh);
        if (Directory.Exists(old) && !Directory.Exists(target))
            Directory.Move(old, target);
        Remove(old);
    }

    private void RequireReplaceable(string path)
    {
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
            return;
        var marker = Path.Combine(target, Marker);
        if (!File.Exists(marker))
            throw new InputException($"{path} is not empty and holds no earlier report; nothing in it was touched: name another folder");
        var foreign = ReportManifest.FirstForeign(target, File.ReadAllText(marker));
        if (foreign is not null)
            throw new InputException($"{path} holds '{foreign}', which no report wrote; nothing was touched: move it, or name another folder");
    }

    private static string Beside(string target, string what) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.gap-analyzer-{what}");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write {path}: {e.Message}", e);
        }
    }
}
