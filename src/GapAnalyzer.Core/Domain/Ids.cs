namespace GapAnalyzer.Domain;

// Positions in the dataset's canonical lists, typed so that a place and a theme cannot be swapped.
// Lists are in canonical order whatever the order of the input rows, so a position is as stable as a name.

/// <summary>Position in <see cref="Dataset.Stakeholders"/>.</summary>
public readonly record struct StakeholderId(int Index);

/// <summary>Position in <see cref="Dataset.Sectors"/>.</summary>
public readonly record struct SectorId(int Index);

/// <summary>Position in <see cref="Dataset.Themes"/>.</summary>
public readonly record struct ThemeId(int Index);

/// <summary>Position in <see cref="Dataset.Places"/>.</summary>
public readonly record struct PlaceId(int Index);

/// <summary>Position in <see cref="Dataset.Activities"/>.</summary>
public readonly record struct ActivityId(int Index);

/// <summary>A row of an input file: position in <see cref="Dataset.Files"/> and 1-based line where the record starts.</summary>
public readonly record struct SourceRow(int File, int Line) : IComparable<SourceRow>
{
    public int CompareTo(SourceRow other) => File != other.File ? File.CompareTo(other.File) : Line.CompareTo(other.Line);
}
