namespace GapAnalyzer.Diagnostics;

/// <summary>
/// Every diagnostic the tool can give. 1: files and columns, 2: rows and values, 3: names, places and types.
/// A kind is declared once here and listed once in <see cref="All"/>.
/// </summary>
public static class DiagnosticCatalog
{
    public static readonly DiagnosticKind NotUtf8 = new("GAP1001", Severity.Warning, "windows_1252_files",
        "The file is not UTF-8", "Check names with accents; save the file as UTF-8 to be sure.");

    public static readonly DiagnosticKind UnbalancedQuotes = new("GAP1002", Severity.Error, "unbalanced_quotes",
        "A quoted cell is never closed", "Close the quote in the line named; until then every line break ends a record, and rows with broken quotes are set aside.");

    public static readonly DiagnosticKind StrayQuote = new("GAP1003", Severity.Info, "stray_quotes",
        "A quote inside a cell without quotes", "Nothing, if the cell reads right: the quote is kept as text.");

    public static readonly DiagnosticKind Preamble = new("GAP1004", Severity.Info, "preamble_rows",
        "Rows above the header", "Nothing, if the header named is the header.");

    public static readonly DiagnosticKind ExtraTagRow = new("GAP1005", Severity.Info, "extra_tag_rows",
        "A second row of HXL tags", "Nothing: the first tag row counts.");

    public static readonly DiagnosticKind TagContradictsHeader = new("GAP1006", Severity.Warning, "tag_header_contradictions",
        "An HXL tag and its header say different things", "If the header is right, say so with --map or in dataset.json.");

    public static readonly DiagnosticKind NoHeader = new("GAP1007", Severity.Info, "tables_without_header",
        "The table has tags but no header", "Nothing: tags are enough.");

    public static readonly DiagnosticKind FileNotUsed = new("GAP1008", Severity.Info, "files_not_used",
        "A file in the folder is not part of a dataset", "Rename it if it should be one; see the README for the file names.");

    public static readonly DiagnosticKind ColumnNotUsed = new("GAP1009", Severity.Info, "competing_columns",
        "Two columns could be the same thing", "Choose with --map or in dataset.json if the other one is meant.");

    public static readonly DiagnosticKind ThemeByContent = new("GAP1010", Severity.Warning, "columns_found_by_content",
        "The theme column was found by its content", "Name it with --map theme=HEADER to be sure.");

    public static readonly DiagnosticKind EmptyColumn = new("GAP1011", Severity.Info, "date_columns_without_dates",
        "A date column holds no date", "Nothing, if another date column is named as used.");

    public static readonly DiagnosticKind NotAnActivityId = new("GAP1012", Severity.Warning, "columns_not_activity_ids",
        "A column of ids does not identify activities", "Map the true id with --map activity_id=HEADER; until then each distinct row is an activity.");

    public static readonly DiagnosticKind UnknownSetting = new("GAP1013", Severity.Warning, "unknown_settings",
        "A setting in dataset.json is not known", "Correct the name; the schema of dataset.json lists them.");

    public static readonly DiagnosticKind NoThemeOrPlace = new("GAP1014", Severity.Warning, "missing_dimensions",
        "The table has no such column", "Map one with --map if it has; else the report treats everything as one.");

    public static readonly DiagnosticKind SheetChosen = new("GAP1015", Severity.Info, "sheets_chosen",
        "A workbook has several sheets", "Choose with --sheet, or sheet in dataset.json, if another one is meant.");

    public static readonly DiagnosticKind FormulaWithoutValue = new("GAP1016", Severity.Warning, "formulas_without_value",
        "Formulas whose values are not in the workbook", "Open the workbook in Excel or LibreOffice and save it, which computes them; until then these cells are empty.");

    public static readonly DiagnosticKind MergedCells = new("GAP1017", Severity.Warning, "merged_cells",
        "Merged cells among the data", "Unmerge them and fill in every row; until then the value counts for the first row alone.");

    public static readonly DiagnosticKind StatusNotRead = new("GAP1018", Severity.Warning, "status_columns_not_read",
        "Planned, cancelled or suspended activities count as presence", "Take these rows out of the table if only what takes place should count.");

    public static readonly DiagnosticKind TotalsRow = new("GAP2101", Severity.Info, "totals_rows",
        "A row of totals", "Nothing: it is set aside.");

    public static readonly DiagnosticKind NoOrganisation = new("GAP2102", Severity.Warning, "rows_without_organisation",
        "A row names no organisation", "Fill in who acts; until then the row is set aside.");

    public static readonly DiagnosticKind ExactRepeat = new("GAP2103", Severity.Info, "exact_repeats",
        "Rows that repeat another row exactly", "Nothing: presence counts distinct activities, not rows.");

    public static readonly DiagnosticKind NotADate = new("GAP2104", Severity.Warning, "unreadable_dates",
        "A value is not a date", "Write dates as yyyy-MM-dd; until then the date is unknown.");

    public static readonly DiagnosticKind EndBeforeStart = new("GAP2105", Severity.Warning, "ends_before_start",
        "An activity ends before it starts", "Correct one of the two; until then the dates are unknown.");

    public static readonly DiagnosticKind MonthWithoutYear = new("GAP2106", Severity.Warning, "months_without_year",
        "A month without a year", "Give the year with --as-of, or as_of in dataset.json; until then the date is unknown.");

    public static readonly DiagnosticKind UnknownStakeholder = new("GAP2107", Severity.Error, "unknown_stakeholders",
        "A row names a stakeholder that stakeholders.csv does not have", "Add the stakeholder or an alias, or correct the name; until then the row is left out.");

    public static readonly DiagnosticKind UnknownActivity = new("GAP2108", Severity.Error, "unknown_activities",
        "A row names an activity that activities.csv does not have", "Add the activity or correct the id; until then the row is left out.");

    public static readonly DiagnosticKind SelfTie = new("GAP2109", Severity.Warning, "ties_with_oneself",
        "A tie of a stakeholder with itself", "Correct one end; a stakeholder cannot coordinate with itself, and the row is set aside.");

    public static readonly DiagnosticKind MissingRequired = new("GAP2110", Severity.Error, "missing_required_values",
        "A required value is missing", "Fill it in; until then the row is left out.");

    public static readonly DiagnosticKind ConflictingRows = new("GAP2111", Severity.Warning, "conflicting_rows",
        "Rows with one id say different things", "Make them agree; the most frequent value is used.");

    public static readonly DiagnosticKind NotANumber = new("GAP2113", Severity.Warning, "unreadable_numbers",
        "A value is not a number", "Write digits, with a point for decimals; until then the number is unknown.");

    public static readonly DiagnosticKind UnknownRole = new("GAP2114", Severity.Info, "unknown_roles",
        "A role is not known", "Use lead, co-host, implementing, participant, coordinator, funder or accountable; it counts as participant.");

    public static readonly DiagnosticKind Nationwide = new("GAP2115", Severity.Info, "nationwide_rows",
        "A place that is the whole country", "Nothing: the place is unknown at every level, and the row makes no arena.");

    public static readonly DiagnosticKind RepeatedHeader = new("GAP2116", Severity.Info, "repeated_headers",
        "The header again among the data", "Nothing: it is set aside.");

    public static readonly DiagnosticKind TooLong = new("GAP2117", Severity.Warning, "spans_too_long",
        "An activity that lasts for decades", "Correct the year that is wrong; until then the dates are unknown.");

    public static readonly DiagnosticKind ControlCharacters = new("GAP2118", Severity.Info, "control_characters",
        "Characters that cannot be seen in a cell", "Nothing: they are read as spaces, and no output has them.");

    public static readonly DiagnosticKind DateOrderProved = new("GAP2119", Severity.Info, "date_orders_proved",
        "Dates that could be read with the day or the month first", "Nothing, if the date named as proof is right; else say the order with --date-order, or date_order in dataset.json.");

    public static readonly DiagnosticKind DateOrderDoubtful = new("GAP2120", Severity.Warning, "date_orders_doubtful",
        "Dates whose order of day and month is in doubt", "Say the order with --date-order, or date_order in dataset.json, or write dates as yyyy-MM-dd.");

    public static readonly DiagnosticKind FarDate = new("GAP2121", Severity.Warning, "far_dates",
        "A date far from all others", "Correct the year if it is a slip; until then the activity counts in the year it names.");

    public static readonly DiagnosticKind MayBeTotals = new("GAP2122", Severity.Warning, "rows_that_may_be_totals",
        "One of the last rows names an organisation and nothing else", "Delete it if it is a total or a note; until then it counts as an organisation.");

    public static readonly DiagnosticKind SpellingsMerged = new("GAP3001", Severity.Info, "spellings_merged",
        "Spellings of one name", "Check that they are one organisation.");

    public static readonly DiagnosticKind AliasApplied = new("GAP3002", Severity.Info, "aliases_applied",
        "Names replaced by aliases.csv", "Nothing.");

    public static readonly DiagnosticKind AcronymCollision = new("GAP3003", Severity.Warning, "acronym_collisions",
        "One acronym, several names", "Say in aliases.csv which name the bare acronym means; until then it stands for itself.");

    public static readonly DiagnosticKind AcronymResolved = new("GAP3004", Severity.Info, "acronyms_resolved",
        "A bare acronym was taken for the one name that has it", "Check that it is that organisation.");

    public static readonly DiagnosticKind SeveralSectors = new("GAP3005", Severity.Warning, "sector_conflicts",
        "One organisation, several types or sectors", "Make the rows agree; the most frequent one is used.");

    public static readonly DiagnosticKind CellSplit = new("GAP3006", Severity.Info, "cells_split",
        "A cell with several organisations was split", "Nothing, if the parts are organisations.");

    public static readonly DiagnosticKind CellNotSplit = new("GAP3007", Severity.Info, "cells_that_may_hold_several",
        "A cell that may hold several organisations was left whole", "Separate them with ';' if they are several: a comma or slash is part of too many names to split on.");

    public static readonly DiagnosticKind SectorStandIn = new("GAP3008", Severity.Info, "sector_stand_ins",
        "A participant named like its sector stands for the whole sector", "Name the organisation if you know it.");

    public static readonly DiagnosticKind PlaceCodeConflict = new("GAP3009", Severity.Info, "place_code_conflicts",
        "A place name with several codes", "Correct the codes; the place is told by its name.");

    public static readonly DiagnosticKind NoType = new("GAP3010", Severity.Warning, "organisations_without_type",
        "An organisation has no type or sector", "Add a type: until then it is in the totals, but in no cross-sector number.");

    public static readonly DiagnosticKind TypeKept = new("GAP3011", Severity.Info, "types_kept_as_given",
        "An organisation type that is not in the vocabulary", "Map it in sector_map of dataset.json if it belongs to a known sector.");

    public static readonly DiagnosticKind ThemesMerged = new("GAP3012", Severity.Info, "theme_spellings_merged",
        "Spellings of one theme", "Nothing, if they are one theme.");

    public static readonly DiagnosticKind AmbiguousName = new("GAP3013", Severity.Error, "ambiguous_names",
        "A name or alias fits several stakeholders", "Use the id, or a name that only one has; until then the row is left out.");

    public static readonly DiagnosticKind AliasConflict = new("GAP3014", Severity.Warning, "alias_conflicts",
        "An alias that stands for several names, or for itself", "Give each alias one name in aliases.csv, and that name no further one.");

    public static readonly DiagnosticKind AliasOfNoOne = new("GAP3015", Severity.Info, "aliases_of_no_one",
        "An alias of a name that the dataset does not have", "Nothing, if aliases.csv serves several datasets; else correct the name.");

    public static readonly DiagnosticKind PlaceCodeShared = new("GAP3016", Severity.Info, "place_codes_of_several_names",
        "A place code with several names", "Correct the codes: a spreadsheet may have filled one down. A code never makes one place of two names.");

    public static readonly DiagnosticKind PlaceParentConflict = new("GAP3017", Severity.Info, "place_parent_conflicts",
        "A place whose code lies in another level 1 place than its row", "Correct the name or the code; the name counts.");

    public static readonly DiagnosticKind PlaceCodeStyles = new("GAP3018", Severity.Info, "place_code_styles",
        "Place codes in two styles", "Nothing: codes with two and with three letters of the country are compared by their number.");

    public static readonly DiagnosticKind AmbiguousLocation = new("GAP3019", Severity.Warning, "ambiguous_locations",
        "A location without a level that several places are called", "Give the level 1 place too; until then it is a place of its own.");

    public static readonly DiagnosticKind PlacesMerged = new("GAP3020", Severity.Info, "place_spellings_merged",
        "Spellings of one place", "Nothing, if they are one place.");

    /// <summary>In order of code.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        NotUtf8, UnbalancedQuotes, StrayQuote, Preamble, ExtraTagRow, TagContradictsHeader, NoHeader, FileNotUsed, ColumnNotUsed,
        ThemeByContent, EmptyColumn, NotAnActivityId, UnknownSetting, NoThemeOrPlace, SheetChosen, FormulaWithoutValue, MergedCells, StatusNotRead,
        TotalsRow, NoOrganisation, ExactRepeat, NotADate, EndBeforeStart, MonthWithoutYear, UnknownStakeholder, UnknownActivity,
        SelfTie, MissingRequired, ConflictingRows, NotANumber, UnknownRole, Nationwide, RepeatedHeader, TooLong, ControlCharacters, DateOrderProved, DateOrderDoubtful, FarDate, MayBeTotals,
        SpellingsMerged, AliasApplied, AcronymCollision, AcronymResolved, SeveralSectors, CellSplit, CellNotSplit, SectorStandIn,
        PlaceCodeConflict, NoType, TypeKept, ThemesMerged, AmbiguousName, AliasConflict, AliasOfNoOne, PlaceCodeShared, PlaceParentConflict, PlaceCodeStyles, AmbiguousLocation, PlacesMerged,
    ];

    /// <exception cref="InvalidOperationException">There is no such code.</exception>
    public static DiagnosticKind ByCode(string code) => All.First(kind => kind.Code == code);
}
