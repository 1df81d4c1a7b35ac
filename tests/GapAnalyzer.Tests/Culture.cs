using System.Globalization;

namespace GapAnalyzer.Tests;

/// <summary>Runs what is in its scope under another culture.</summary>
internal sealed class Culture : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo UI) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public Culture(string name) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
