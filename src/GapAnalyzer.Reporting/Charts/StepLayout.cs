using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>A step on the way from 0 to 1.</summary>
/// <param name="Number">Before the name; may be empty.</param>
/// <param name="Name">In one part or two, each with at least half of the room.</param>
/// <param name="From">Share at its start.</param>
/// <param name="To">Share at its end.</param>
/// <param name="Note">At the end of the row.</param>
internal sealed record Step(string Number, IReadOnlyList<string> Name, double From, double To, string Note)
{
    /// <summary>The way that is left to go.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>Steps from 0 to 1, one beneath the other, each beginning where the one above ends: a cumulative curve with room for names.</summary>
internal sealed class StepLayout(IReadOnlyList<Step> steps, Texts t)
{
    private const float RowHeight = 30;
    private const float AxisHeight = 40;
    private const float Top = 22;
    private const float NumberWidth = 24;
    private const float MostNameWidth = 270;
    private const float Gap = 10;

    private float Bottom => Top + (steps.Count * RowHeight);

    public float Height => Bottom + AxisHeight + Sheet.Margin;

    public void Draw(Sheet sheet)
    {
        var type = sheet.Type;
        string[] names = [.. steps.Select(step => step.Name is [var a, var b] ? type.FitPair(a, b, TextStyle.Label, MostNameWidth) : type.Fit(step.Name[0], TextStyle.Label, MostNameWidth))];
        string[] sums = [.. steps.Select(step => step.IsOpen ? "" : Numbers.Percent(step.To, t))];
        string head = t.Say("chart.meetings.together");
        float left = Sheet.Margin + NumberWidth + names.Max(name => type.Width(name, TextStyle.Label)) + 12;
        float notes = Chart.Width - Sheet.Margin - steps.Max(step => type.Width(step.Note, TextStyle.Small));
        float ends = notes - 12;
        float sumWidth = Math.Max(type.Width(head, TextStyle.Small), sums.Max(sum => type.Width(sum, TextStyle.Strong)));
        float width = ends - sumWidth - 14 - left;

        DrawAxis(sheet, left, width);
        sheet.Text(head, ends, Top - 9, TextStyle.Small, Anchor.End);
        for (int i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var bar = new Box(left + (width * (float)step.From), Top + (i * RowHeight) + 6, Math.Max(1, width * (float)(step.To - step.From)), RowHeight - 12);
            float baseline = bar.CentreY + 4.3f;
            sheet.Text(step.Number, Sheet.Margin, baseline, TextStyle.Small);
            sheet.Text(names[i], left - 12, baseline, step.IsOpen ? TextStyle.Label with { Color = Palette.Muted } : TextStyle.Label, Anchor.End);
            DrawBar(sheet, step, bar, left);
            if (i + 1 < steps.Count)
                sheet.Line(bar.Right, bar.Bottom, bar.Right, bar.Bottom + 12, Palette.Muted, 1);
            DrawShare(sheet, step, bar, left, left + width);
            sheet.Text(sums[i], ends, baseline, TextStyle.Strong, Anchor.End);
            sheet.Text(step.Note, notes, baseline, TextStyle.Small);
        }
    }

    private void DrawAxis(Sheet sheet, float left, float width)
    {
        new RangeScale(left, width, 0, 1).Shares(sheet, Top, Bottom, RangeScale.Ticks(1), t);
        sheet.Text(sheet.Type.Fit(t.Say("chart.meetings.axis"), TextStyle.Small, width), left, Bottom + 34, TextStyle.Small);
    }

    /// <summary>What the step adds, on what the ones above have reached.</summary>
    private static void DrawBar(Sheet sheet, Step step, Box bar, float left)
    {
        sheet.Rectangle(bar with { X = left, Width = bar.X - left }, Palette.Quiet);
        if (step.IsOpen)
            sheet.Rectangle(bar, Palette.Ground, Palette.Alarm, 1.5f);
        else
            sheet.Rectangle(bar, Palette.Accent);
    }

    /// <summary>Behind the bar where there is room; else in it, where it is wide enough, or before it.</summary>
    private void DrawShare(Sheet sheet, Step step, Box bar, float left, float right)
    {
        var style = TextStyle.Strong;
        string text = t.Say(step.IsOpen ? "chart.meetings.left" : "chart.meetings.adds", ("share", step.To - step.From));
        float width = sheet.Type.Width(text, style) + (2 * Gap);
        var fill = step.IsOpen ? Palette.Ground : Palette.Accent;
        var (within, before) = (width <= bar.Width, bar.X - width >= left);
        float x = bar.Right + width <= right ? bar.Right + Gap : within ? bar.Right - width + Gap : before ? bar.X - width + Gap : bar.Right + Gap;
        var paint = x < bar.Right && within ? Palette.TextOn(fill) : Palette.Ink;
        if (x > bar.Right)
            sheet.Rectangle(new(x - 2, bar.Y, width - (2 * Gap) + 4, bar.Height), Palette.Ground);
        sheet.Text(text, x, bar.CentreY + 4.3f, style with { Color = paint });
    }
}
