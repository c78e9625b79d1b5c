namespace IncidentOps.Core.Health.Machine;

/// <summary>What to read of a machine.</summary>
internal sealed record SystemResourceRequest
{
    public const int DefaultTop = 5;

    public static readonly TimeSpan DefaultSample = TimeSpan.FromSeconds(1);

    /// <summary>How long to watch the processors.</summary>
    public TimeSpan Sample { get; init; } = DefaultSample;

    /// <summary>How many processes of each order to give.</summary>
    public int Top { get; init; } = DefaultTop;

    /// <summary>The paths whose file systems to give; all of them where it is empty.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];
}
