namespace GapAnalyzer.Diagnostics;

/// <summary>The input or the request cannot be worked with at all; the message is one line for the person who has to act.</summary>
public sealed class InputException : Exception
{
    public InputException(string message)
        : base(message)
    {
    }

    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InputException()
    {
    }
}
